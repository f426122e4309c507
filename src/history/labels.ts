// Labels of entries in the list and in comparisons.
import { KEY, PERSONAL } from '../georeport/privacy';
import { methodOf } from '../georeport/methods';
import { valuesOf } from '../georeport/request';
import { statusOf } from '../http/summary';
import type { Entry } from './entry';

/** The most arguments in a label. */
const MOST = 3;

function readable(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** Returns the path below the endpoint's base URL, without the query. */
export function pathOf({ exchange: { request, draft }, endpoint }: Entry): string {
	const base = draft.method === 'discovery' ? endpoint.discoveryUrl : endpoint.url;
	const [path = ''] = request.url.split('?');
	return readable(path.startsWith(base) ? path.slice(base.length) : path);
}

/**
 * Returns the arguments that distinguish a request, as `name=value`: at most three, without the
 * jurisdiction, the reporter's details and arguments in the path.
 */
export function argumentsOf({ exchange: { draft } }: Entry): string[] {
	const inPath = methodOf(draft.method)
		.arguments.filter(({ place }) => place === 'path')
		.map(({ name }) => name);
	const omitted = new Set(['jurisdiction_id', KEY, ...PERSONAL, ...inPath]);
	const shown = Object.keys(draft.values)
		.filter((name) => !omitted.has(name))
		.flatMap((name) => {
			const value = valuesOf(draft.values, name).join(',');
			return value ? [`${name}=${value}`] : [];
		});
	return shown.length > MOST ? [...shown.slice(0, MOST), '…'] : shown;
}

/** Returns the status of the answer, or says that there is none. */
export const resultOf = ({ exchange: { outcome } }: Entry) =>
	outcome.kind === 'failure' ? 'no answer' : statusOf(outcome.response);

/** Returns the user's name for an entry, or its verb and path. */
export const titleOf = (entry: Entry) =>
	entry.name ?? `${entry.exchange.request.method} ${pathOf(entry)}`;

/** Formats a duration in milliseconds for people. */
export const durationOf = (duration: number) =>
	duration < 1000 ? `${Math.max(1, Math.round(duration))} ms` : `${(duration / 1000).toFixed(1)} s`;

/** Returns the time of day, such as `14:02`, of a time in milliseconds since 1970. */
export const clockOf = (at: number) =>
	new Date(at).toLocaleTimeString('en-CA', {
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23'
	});

const MINUTE = 60_000;

/**
 * Returns how long ago a time today was, or its date; both times are in milliseconds since 1970.
 */
export function whenOf(at: number, now: number): string {
	const [then, today] = [new Date(at), new Date(now)];
	if (then.toDateString() !== today.toDateString()) {
		return then.toLocaleDateString('en-CA', { day: 'numeric', month: 'short', year: 'numeric' });
	}
	const minutes = Math.floor((now - at) / MINUTE);
	if (minutes < 1) return 'just now';
	return minutes < 60 ? `${minutes} min ago` : `${Math.floor(minutes / 60)} h ago`;
}

/** Whether the list's texts for an entry, and its URL, contain every word of a search. */
export function isFound(entry: Entry, search: string, caseTitle: string | null): boolean {
	const { request, draft } = entry.exchange;
	const texts = [
		entry.name,
		caseTitle,
		entry.endpoint.name,
		entry.contents,
		resultOf(entry),
		request.method,
		readable(request.url),
		methodOf(draft.method).title,
		...argumentsOf(entry)
	];
	const text = texts.join('\n').toLowerCase();
	return search
		.toLowerCase()
		.split(/\s+/)
		.every((word) => text.includes(word));
}
