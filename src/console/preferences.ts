// What the mock-up is asked to do otherwise: the names and values of a Prefer header, and its clock.

/** Names and what is wished of each, in order. */
export type Wishes = Readonly<Record<string, string>>;

/** The statuses of errors that the mock-up gives on request. */
export const CODES = ['400', '403', '404', '500', '503'] as const;

/** The ways in which an answer can go wrong, and what each is called. */
export const FAULTS: readonly (readonly [name: string, words: string])[] = [
	['drop', 'the connection is lost'],
	['truncate', 'the body is cut off'],
	['malformed', 'the body is not well-formed'],
	['type', 'the Content-Type is wrong'],
	['html', 'an HTML error page']
];

/** How long a report may wait for its id. */
export const WAITS: readonly (readonly [name: string, words: string])[] = [
	['1h', 'after an hour'],
	['1d', 'after a day'],
	['1w', 'after a week']
];

/** Where the mock-up's clock stands by itself, in Toronto's time. */
export const START = '2012-06-15T12:00:00';

/** Whether a text is a delay that the mock-up understands: `1500`, `200-800` or `never`. */
export const isDelay = (text: string): boolean => {
	const [, least, most = least] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? [];
	return text === 'never' || (least !== undefined && Number(least) <= Number(most));
};

/** Reads a Prefer header; the first of a name counts. */
export function readWishes(header: string | undefined): Wishes {
	const wishes: Record<string, string> = {};
	for (const [, name = '', value = ''] of (header ?? '').matchAll(/(\w+)="?([\w+:.-]+)/g)) {
		wishes[name] ??= value;
	}
	return wishes;
}

/** The Prefer header for what is wished; empty values are left out. */
export const writeWishes = (wishes: Wishes): string =>
	Object.entries(wishes)
		.flatMap(([name, value]) => (value === '' ? [] : `${name}=${value}`))
		.join(', ');

const HOUR = 60 * 60 * 1000;
const UNITS: Readonly<Record<string, number>> = { h: HOUR, d: 24 * HOUR, w: 7 * 24 * HOUR };

/** A time of Toronto's, `2012-06-15T12:00:00`, so many hours later by the clock on the wall. */
export const later = (time: string, hours: number): string =>
	new Date(Date.parse(`${time}Z`) + hours * HOUR).toISOString().slice(0, 19);

/** The time in Toronto that a wish for the clock leads to; never before where it starts. */
export function clockOf({ clock = '' }: Wishes): string {
	const [, count = '', unit = ''] = /^\+(\d{1,5})([hdw])$/.exec(clock) ?? [];
	const ahead = unit ? later(START, (Number(count) * (UNITS[unit] ?? 0)) / HOUR) : START;
	const [time = ahead] = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.exec(clock) ?? [];
	return time > START ? time : START;
}
