// What the mock-up is asked to do otherwise: the preferences of a Prefer header, and its clock.

/** Preferences by name, in order. */
export type ParsedPreferences = Readonly<Record<string, string>>;

/** Where the mock-up's clock stands by itself, in Toronto's time. */
export const CLOCK_START = '2012-06-15T12:00:00';

/** Reads a Prefer header (RFC 7240); the first of a name counts. What is no preference is left out. */
export function parsePrefer(header: string | undefined): ParsedPreferences {
	const preferences: Record<string, string> = {};
	for (const [, name = '', value = ''] of (header ?? '').matchAll(/(\w+)="?([\w+:.-]+)/g)) {
		preferences[name] ??= value;
	}
	return preferences;
}

/** The Prefer header of preferences; those with an empty value are left out. */
export const writePrefer = (preferences: ParsedPreferences): string =>
	Object.entries(preferences)
		.flatMap(([name, value]) => (value === '' ? [] : `${name}=${value}`))
		.join(', ');

const HOUR = 60 * 60 * 1000;
const UNITS: Readonly<Record<string, number>> = { h: HOUR, d: 24 * HOUR, w: 7 * 24 * HOUR };

/** A time of Toronto's, `2012-06-15T12:00:00`, so many hours later by the clock on the wall. */
export const later = (time: string, hours: number): string =>
	new Date(Date.parse(`${time}Z`) + hours * HOUR).toISOString().slice(0, 19);

/** The time in Toronto that a preference for the clock leads to; never before where it starts. */
export function clockOf({ clock = '' }: ParsedPreferences): string {
	const [, count = '', unit = ''] = /^\+(\d{1,5})([hdw])$/.exec(clock) ?? [];
	const ahead = unit
		? later(CLOCK_START, (Number(count) * (UNITS[unit] ?? 0)) / HOUR)
		: CLOCK_START;
	const [time = ahead] = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.exec(clock) ?? [];
	return time > CLOCK_START ? time : CLOCK_START;
}
