// Whether an answer still belongs to the request on the page, and what has changed where it does not.
import { KEY } from '../georeport/privacy';
import { valuesOf, type Draft, type HttpRequest } from '../georeport/request';
import { requestKey } from './argument-order';
import type { Endpoint } from './endpoint';

/** A request as somebody composed it, and what goes over the wire for it. */
export interface ComposedRequest {
	draft: Draft;
	endpoint: Pick<Endpoint, 'id' | 'name' | 'url'>;
	request: HttpRequest;
}

/** One part of a request that is no longer what was sent; null stands for a part that is not there. */
export interface RequestChange {
	/** An argument by its wire name, `header NAME`, or `method`, `format`, `endpoint`, `path`, `body`. */
	name: string;
	was: string | null;
	now: string | null;
}

/** Whether two requests ask the same of the same server, whatever the order of their arguments. */
export const isSameRequest = (one: ComposedRequest, other: ComposedRequest): boolean =>
	requestKey(one.request, one.draft.method) === requestKey(other.request, other.draft.method);

const HIDDEN = 'a key';

const shown = (values: readonly string[], name: string): string | null =>
	values.length === 0 ? null : name === KEY ? HIDDEN : values.join(',');

const bodyOf = ({ draft }: ComposedRequest): string | null =>
	draft.rawBody?.text ?? (draft.files ? `${draft.files.length} files` : null);

function argumentChanges(sent: Draft, now: Draft): RequestChange[] {
	const names = new Set([...Object.keys(sent.values), ...Object.keys(now.values)]);
	return [...names].flatMap((name) => {
		const [before, after] = [valuesOf(sent.values, name), valuesOf(now.values, name)];
		return JSON.stringify(before) === JSON.stringify(after)
			? []
			: [{ name, was: shown(before, name), now: shown(after, name) }];
	});
}

function headerChanges(sent: HttpRequest, now: HttpRequest): RequestChange[] {
	const names = new Set([...Object.keys(sent.headers), ...Object.keys(now.headers)]);
	return [...names]
		.filter((name) => name !== 'Content-Type' && sent.headers[name] !== now.headers[name])
		.map((name) => ({
			name: `header ${name}`,
			was: sent.headers[name] ?? null,
			now: now.headers[name] ?? null
		}));
}

const changed = (name: string, was: string | null, now: string | null): RequestChange[] =>
	was === now ? [] : [{ name, was, now }];

/**
 * Lists what differs between the request that was sent and the one on the page; empty where both ask
 * the same. Another method makes all else beside the point. A key is named, never shown.
 */
export function changesSince(sent: ComposedRequest, now: ComposedRequest): RequestChange[] {
	if (isSameRequest(sent, now)) return [];
	const ofMethod = changed('method', sent.draft.method, now.draft.method);
	if (ofMethod.length > 0) return ofMethod;
	const changes = [
		...changed('endpoint', sent.endpoint.name, now.endpoint.name),
		...changed('format', sent.draft.format, now.draft.format),
		...argumentChanges(sent.draft, now.draft),
		...headerChanges(sent.request, now.request),
		...changed('verb', sent.request.method, now.request.method),
		...changed('path', sent.draft.path ?? null, now.draft.path ?? null),
		...changed('body', bodyOf(sent), bodyOf(now))
	];
	// Two servers may have one name, and a kept key is in neither draft.
	return changes.length > 0 ? changes : [{ name: 'request', was: null, now: null }];
}
