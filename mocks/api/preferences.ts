// The only reader and writer of Prefer headers (RFC 7240). It imports no code, so that the first
// screen can afford it; what a clock setting means is worked out in `city/clock.ts`.
import type {
	ClockSetting,
	Delay,
	Fault,
	ParsedPreferences,
	PreferSyntax
} from '../../src/georeport/preferences';

/** The longest delay, in milliseconds: beyond it a caller may as well ask for `never`. */
const LONGEST_DELAY = 600_000;

const CODES = [400, 403, 404, 500, 503] as const;
const FAULTS: readonly Fault[] = ['drop', 'truncate', 'type', 'html', 'malformed'];

const HOUR = 60 * 60 * 1000;
const SPANS: Readonly<Record<string, number>> = {
	s: 1000,
	h: HOUR,
	d: 24 * HOUR,
	w: 7 * 24 * HOUR
};

/**
 * A preference with a value: RFC 7240, section 2. More is accepted: white space and semicolons
 * separate preferences as commas do, and a quote need not be closed.
 */
const PREFERENCE = /(?:^|[,;\s])([\w-]+)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|"?([\w+:.-]+))/g;

/** Returns the milliseconds of `3s`, `36h`, `5d` or `2w`; null for anything else. */
function parseSpan(text: string): number | null {
	const [, count = '', unit = ''] = /^(\d{1,5})([shdw])$/.exec(text) ?? [];
	const span = SPANS[unit];
	return span === undefined ? null : Number(count) * span;
}

function parseDelay(text: string): Delay | null {
	if (text === 'never') return text;
	const range = /^(\d+)(?:-(\d+))?$/.exec(text);
	const least = Math.min(LONGEST_DELAY, Number(range?.[1]));
	const most = Math.min(LONGEST_DELAY, Number(range?.[2] ?? range?.[1]));
	return range && least <= most ? [least, most] : null;
}

function parseClock(text: string): ClockSetting | null {
	const ahead = text.startsWith('+') ? parseSpan(text.slice(1)) : null;
	if (ahead !== null) return { ahead };
	return text === '' ? null : { at: text };
}

/**
 * Parses a Prefer header: `code=503`, `delay=1500`, `delay=200-800` or `delay=never`
 * (milliseconds), `fault=drop`, `key=required`, `json=off`, `pending=2h`, and `clock=+5d` or
 * `clock=` with a date-time. Names are not case-sensitive, and the first of a name counts. Skips
 * unknown names and values, as the RFC asks.
 */
export function parsePrefer(header: string | null | undefined): ParsedPreferences {
	const found = new Map<string, string>();
	for (const [, written = '', quoted, bare = ''] of (header ?? '').matchAll(PREFERENCE)) {
		const name = written.toLowerCase();
		const [value] = /^[\w+:.-]+/.exec(quoted ?? bare) ?? [];
		if (value !== undefined && !found.has(name)) found.set(name, value);
	}
	const value = (name: string) => found.get(name) ?? '';
	return {
		values: Object.fromEntries(found),
		code: CODES.find((code) => String(code) === value('code')) ?? null,
		delay: parseDelay(value('delay')),
		fault: FAULTS.find((fault) => fault === value('fault')) ?? null,
		keyRequired: value('key') === 'required',
		jsonOff: value('json') === 'off',
		pending: parseSpan(value('pending')) ?? 0,
		clock: parseClock(value('clock'))
	};
}

/** Joins Prefer headers into one; skips those that are missing or empty. */
export const joinPrefer = (...headers: readonly (string | null | undefined)[]): string =>
	headers.filter(Boolean).join(', ');

/**
 * Joins the header of a request with what is preferred for its method and for every request. The
 * first of a name counts, so the most specific one does.
 */
export const combinePrefer: PreferSyntax['combine'] = (own, method, preferences) =>
	joinPrefer(own, method && preferences[method], preferences.every);

const writePrefer: PreferSyntax['write'] = (values) =>
	joinPrefer(
		...Object.entries(values).map(([name, value]) => (value === '' ? null : `${name}=${value}`))
	);

/** What the page is handed, to read and write Prefer headers as the mock-up does. */
export const PREFER: PreferSyntax = {
	parse: parsePrefer,
	write: writePrefer,
	combine: combinePrefer
};
