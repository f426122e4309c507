// What the list and the comparison say of an entry.
import { KEY, PERSONAL } from '../georeport/privacy';
import { methodOf } from '../georeport/methods';
import { valuesOf } from '../georeport/request';
import { statusOf } from '../http/summary';
import type { Entry } from './entry';

/** How many arguments a line has room for. */
const MOST = 3;

function readable(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** The path below the endpoint's base, without its query. */
export function pathOf({ exchange: { request, draft }, endpoint }: Entry): string {
	const base = draft.method === 'discovery' ? endpoint.discoveryUrl : endpoint.url;
	const [path = ''] = request.url.split('?');
	return readable(path.startsWith(base) ? path.slice(base.length) : path);
}

/**
 * The arguments that tell one request from another, as `name=value`: at most three, without the
 * jurisdiction, the reporter's details and what stands in the path.
 */
export function argumentsOf({ exchange: { draft } }: Entry): string[] {
	const inPath = methodOf(draft.method)
		.arguments.filter(({ place }) => place === 'path')
		.map(({ name }) => name);
	const beside = new Set(['jurisdiction_id', KEY, ...PERSONAL, ...inPath]);
	const told = Object.keys(draft.values)
		.filter((name) => !beside.has(name))
		.flatMap((name) => {
			const value = valuesOf(draft.values, name).join(',');
			return value ? [`${name}=${value}`] : [];
		});
	return told.length > MOST ? [...told.slice(0, MOST), '…'] : told;
}

/** What came of it: the status, or that there was no answer. */
export const resultOf = ({ exchange: { outcome } }: Entry) =>
	outcome.kind === 'failure' ? 'no answer' : statusOf(outcome.response);

/** What an entry is called: its own name, or verb and path. */
export const titleOf = (entry: Entry) =>
	entry.name ?? `${entry.exchange.request.method} ${pathOf(entry)}`;

/** Milliseconds for reading. */
export const durationOf = (duration: number) =>
	duration < 1000 ? `${Math.max(1, Math.round(duration))} ms` : `${(duration / 1000).toFixed(1)} s`;

/** The time of day, as `14:02`. */
export const clockOf = (at: number) =>
	new Date(at).toLocaleTimeString('en-CA', {
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23'
	});

const MINUTE = 60_000;

/** How long ago for today, else the date; both times in milliseconds since 1970. */
export function whenOf(at: number, now: number): string {
	const [then, today] = [new Date(at), new Date(now)];
	if (then.toDateString() !== today.toDateString()) {
		return then.toLocaleDateString('en-CA', { day: 'numeric', month: 'short', year: 'numeric' });
	}
	const minutes = Math.floor((now - at) / MINUTE);
	if (minutes < 1) return 'just now';
	return minutes < 60 ? `${minutes} min ago` : `${Math.floor(minutes / 60)} h ago`;
}

/** Whether every word of a search is somewhere in what the list shows of an entry, or in its URL. */
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
