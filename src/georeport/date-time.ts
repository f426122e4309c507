// Date-times as GeoReport v2 writes them: the W3C profile of ISO 8601, https://www.w3.org/TR/NOTE-datetime
// ("General", date format). Reads what is often sent as well: no zone, no colon in it, a space for the T.

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

const DATE_TIME =
	/^(\d{4}-\d\d-\d\d)(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?)(?: ?(Z)| ?([+-]| )(0\d|1[0-4])(?::?([0-5]\d))?)?)?$/i;

/** A date-time taken apart, as a form shows it; `time` and `zone` are empty where there is none. */
export interface DateTimeParts {
	/** `YYYY-MM-DD`. */
	date: string;
	/** `HH:MM`, `HH:MM:SS` or with a fraction of a second. */
	time: string;
	/** `Z` or `±HH:MM`. */
	zone: string;
}

/** Takes a date-time apart, its zone in W3C spelling; null for what is none or not on the calendar. */
export function splitDateTime(text: string): DateTimeParts | null {
	const match = DATE_TIME.exec(text);
	if (!match) return null;
	const [, date = '', time = '', utc, sign, hours, minutes = '00'] = match;
	const midnight = new Date(`${date}T00:00:00Z`);
	const exists =
		!date.startsWith('0000') &&
		!Number.isNaN(midnight.getTime()) &&
		midnight.toISOString().startsWith(date);
	if (!exists) return null;
	// A plus that was not escaped arrives as a space.
	const offset = hours ? `${sign === '-' ? '-' : '+'}${hours}:${minutes}` : '';
	return { date, time, zone: utc ? 'Z' : offset };
}

/** Puts parts together again; without a time the zone is left out, without a date all of it. */
export function joinDateTime({ date, time, zone }: DateTimeParts): string {
	return date && time ? `${date}T${time}${zone}` : date;
}

/**
 * Whether a text is a date-time just as GeoReport asks for it: with a time, a zone and the W3C
 * note's spelling ("General", date format).
 */
export function isComplete(text: string): boolean {
	const parts = splitDateTime(text);
	return parts !== null && parts.zone !== '' && joinDateTime(parts) === text;
}

/**
 * The instant of a date-time in milliseconds since 1970, in whole seconds; null for what is none.
 * Without a zone it is Toronto's time; a bare date is that day's first second, or its last as an `end`.
 */
export function parseDateTime(text: string, bareDate: 'start' | 'end' = 'start'): number | null {
	const parts = splitDateTime(text);
	if (!parts) return null;
	const { date, time, zone } = parts;
	const midnight = Date.parse(`${date}T00:00:00Z`);
	if (time === '') {
		return bareDate === 'start' ? fromToronto(midnight) : fromToronto(midnight + DAY) - SECOND;
	}
	const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
	const local = midnight + (hours * 60 + minutes) * MINUTE + Math.floor(seconds) * SECOND;
	return zone === '' ? fromToronto(local) : local - toOffset(zone);
}

/** The same time on Toronto's clocks so many calendar days later; milliseconds since 1970. */
export function addTorontoDays(instant: number, days: number): number {
	return fromToronto(instant + offsetAt(instant) + days * DAY);
}

/** What Toronto's clocks show at an instant (milliseconds since 1970): `YYYY-MM-DDTHH:MM:SS`. */
export const torontoTime = (instant: number): string =>
	new Date(instant + offsetAt(instant)).toISOString().slice(0, 19);

let offsets: Intl.DateTimeFormat | undefined;

/** Toronto's offset from UTC in milliseconds. */
function offsetAt(instant: number): number {
	offsets ??= new Intl.DateTimeFormat('en-CA', {
		timeZone: 'America/Toronto',
		timeZoneName: 'longOffset'
	});
	return toOffset(/GMT([+-]\d\d:\d\d)/.exec(offsets.format(instant))?.[1] ?? 'Z');
}

function toOffset(zone: string): number {
	if (zone === 'Z') return 0;
	const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number);
	return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * MINUTE;
}

/**
 * The instant at which Toronto's clocks show `local`, a wall-clock time as if it were UTC: the first
 * where they show it twice, as long after the jump as it is past it where they skip it.
 */
function fromToronto(local: number): number {
	const before = offsetAt(local - DAY);
	const after = offsetAt(local + DAY);
	const offset = [before, after].find((each) => offsetAt(local - each) === each);
	return local - (offset ?? before);
}
