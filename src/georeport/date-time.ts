// Date-times of GeoReport v2 ("General", date format): the W3C profile of ISO 8601,
// https://www.w3.org/TR/NOTE-datetime. Also reads common variants: without a zone, without its
// colon, or with a space instead of the T.

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The names of the months, January first. */
export const MONTHS: readonly string[] = [
	...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'],
	...['September', 'October', 'November', 'December']
];

const DATE_TIME =
	/^(\d{4}-\d\d-\d\d)(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?)(?: ?(Z)| ?([+-]| )(0\d|1[0-4])(?::?([0-5]\d))?)?)?$/i;

/** The parts of a date-time, for a form; `time` and `zone` are empty if it has none. */
export interface DateTimeParts {
	/** `YYYY-MM-DD`. */
	date: string;
	/** `HH:MM` or `HH:MM:SS`, with or without a fraction of a second. */
	time: string;
	/** `Z` or `±HH:MM`. */
	zone: string;
}

/**
 * Splits a date-time, its zone in W3C spelling; null for any other text or a date that does not
 * exist.
 */
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
	// An unescaped plus arrives as a space.
	const offset = hours ? `${sign === '-' ? '-' : '+'}${hours}:${minutes}` : '';
	return { date, time, zone: utc ? 'Z' : offset };
}

/**
 * Joins the parts of a date-time. Without a time leaves out the zone; without a date returns ''.
 */
export function joinDateTime({ date, time, zone }: DateTimeParts): string {
	return date && time ? `${date}T${time}${zone}` : date;
}

/**
 * Whether a date-time is complete: with a time and a zone, in W3C spelling ("General", date
 * format).
 */
export function isComplete(text: string): boolean {
	const parts = splitDateTime(text);
	return parts !== null && parts.zone !== '' && joinDateTime(parts) === text;
}

/**
 * Parses a date-time into milliseconds since 1970, in whole seconds; null for any other text.
 * Without a zone it is Toronto's time. A bare date is the first second of that day, or the last as
 * an `end`.
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

/** Returns the same wall-clock time in Toronto this many calendar days later, as an instant. */
export function addTorontoDays(instant: number, days: number): number {
	return fromToronto(instant + offsetAt(instant) + days * DAY);
}

/** Returns the wall-clock time in Toronto at an instant: `YYYY-MM-DDTHH:MM:SS`. */
export const torontoTime = (instant: number): string =>
	new Date(instant + offsetAt(instant)).toISOString().slice(0, 19);

/** Returns the date in Toronto at an instant, as people write it: `15 June 2012`. */
export function torontoDay(instant: number): string {
	const [year, month, day] = torontoTime(instant).slice(0, 10).split('-');
	return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/**
 * Returns the zone, as `±HH:MM`, that clocks in Toronto have at a date-time without one; '' for a
 * text that is no date-time.
 */
export function torontoZone(local: string): string {
	const instant = parseDateTime(local);
	return instant === null ? '' : toZone(offsetAt(instant));
}

/**
 * Returns the date-time this many calendar days before an instant, by clocks in Toronto and with
 * Toronto's offset of that day: `2012-06-08T12:00:00-04:00`. 0 is the beginning of the same day.
 */
export function daysBefore(instant: number, days: number): string {
	if (days > 0) {
		const then = addTorontoDays(instant, -days);
		return torontoTime(then) + toZone(offsetAt(then));
	}
	const midnight = `${torontoTime(instant).slice(0, 10)}T00:00:00`;
	return midnight + torontoZone(midnight);
}

let offsets: Intl.DateTimeFormat | undefined;

/** The instant of an hour in UTC on the first or second Sunday of a month, January being 0. */
function sundayAt(year: number, month: number, which: 1 | 2, hour: number): number {
	const weekday = new Date(Date.UTC(year, month, 1)).getUTCDay();
	return Date.UTC(year, month, 7 * which - ((weekday + 6) % 7), hour);
}

/** Returns Toronto's offset from UTC at an instant, in milliseconds. */
function offsetAt(instant: number): number {
	const year = new Date(instant).getUTCFullYear();
	// The rule of these years is used, because loading the browser's time zones delays the first screen.
	if (year >= 2007 && year <= 2026) {
		const isSummer = instant >= sundayAt(year, 2, 2, 7) && instant < sundayAt(year, 10, 1, 6);
		return (isSummer ? -4 : -5) * HOUR;
	}
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

function toZone(offset: number): string {
	const minutes = Math.abs(offset) / MINUTE;
	const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
	const twoDigits = (number: number) => String(number).padStart(2, '0');
	return `${offset < 0 ? '-' : '+'}${twoDigits(hours)}:${twoDigits(rest)}`;
}

/**
 * Returns the instant at which clocks in Toronto show `local`, a wall-clock time as if it were UTC.
 * Of two such instants it returns the earlier; a time that clocks skip counts on from the jump.
 */
function fromToronto(local: number): number {
	const before = offsetAt(local - DAY);
	const after = offsetAt(local + DAY);
	const offset = [before, after].find((each) => offsetAt(local - each) === each);
	return local - (offset ?? before);
}
