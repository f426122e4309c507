// Parses the date-times that clients send, and prints Toronto's time.

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const DATE_TIME =
	/^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?( ?Z| ?([+-]| )(\d\d)(?::?(\d\d))?)?)?$/i;

let offsetFormat: Intl.DateTimeFormat | undefined;

/**
 * Created for the first date that needs it, because the browser takes a while to load its time zones.
 */
const offsets = () =>
	(offsetFormat ??= new Intl.DateTimeFormat('en-US', {
		timeZone: 'America/Toronto',
		timeZoneName: 'longOffset'
	}));

/** The instant of an hour in UTC on the first or second Sunday of a month, January being 0. */
function sundayAt(year: number, month: number, count: 1 | 2, hour: number): number {
	const date = new Date(Date.UTC(year, month, 7 * count, hour));
	return date.getTime() - date.getUTCDay() * DAY;
}

/**
 * Returns Toronto's offset from UTC at an instant, in milliseconds and whole minutes. From 2007 to 2026
 * clocks went forward on the second Sunday of March and back on the first of November, at 2:00.
 */
function offsetAt(epochMs: number): number {
	const year = new Date(epochMs).getUTCFullYear();
	if (year >= 2007 && year <= 2026) {
		const isSummer = epochMs >= sundayAt(year, 2, 2, 7) && epochMs < sundayAt(year, 10, 1, 6);
		return (isSummer ? -4 : -5) * HOUR;
	}
	const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(offsets().format(epochMs)) ?? [];
	return offsetOf(sign, hours, minutes);
}

function offsetOf(sign = '+', hours = '0', minutes = '0'): number {
	return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
}

/**
 * Returns the instant at which clocks in Toronto show `local`, a wall-clock time as if it were UTC.
 * Of two such instants it returns the earlier; a time that clocks skip counts on from the jump.
 */
function fromToronto(local: number): number {
	const before = offsetAt(local - DAY);
	const after = offsetAt(local + DAY);
	if (offsetAt(local - before) !== before && offsetAt(local - after) === after) {
		return local - after;
	}
	return local - before;
}

const toToronto = (epochMs: number) => epochMs + offsetAt(epochMs);

/** Returns midnight of a date as if it were UTC; null if the calendar has no such date. */
function midnight(year: number, month: number, day: number): number | null {
	const date = new Date(0);
	date.setUTCFullYear(year, month - 1, day);
	const exists = year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
	return exists ? date.getTime() : null;
}

/**
 * Parses an ISO 8601 date-time into milliseconds since 1970; null for anything else. The zone is
 * `Z` or an offset (`-04:00`, `-0400`, `-04`; a plus may have become a space); without one the time
 * is Toronto's. Seconds are optional, fractions are dropped. A bare date is the first instant of
 * that day in Toronto, or its last second as an `end`.
 */
export function readDateTime(text: string, bareDate: 'start' | 'end' = 'start'): number | null {
	const match = DATE_TIME.exec(text);
	if (match === null) return null;
	const [, year, month, day, hour, minute, second, , zone, sign, zoneHour, zoneMinute] = match;
	const date = midnight(Number(year), Number(month), Number(day));
	if (date === null) return null;
	if (hour === undefined) {
		return bareDate === 'start' ? fromToronto(date) : fromToronto(date + DAY) - SECOND;
	}
	const [h, m, s] = [Number(hour), Number(minute), Number(second ?? 0)];
	if (h > 23 || m > 59 || s > 59) return null;
	const local = date + (h * 60 + m) * MINUTE + s * SECOND;
	if (zone === undefined) return fromToronto(local);
	if (Number(zoneHour ?? 0) > 14 || Number(zoneMinute ?? 0) > 59) return null;
	return local - offsetOf(sign, zoneHour, zoneMinute);
}

/**
 * Prints an instant in whole seconds with Toronto's offset on that date:
 * `2012-06-14T08:12:44-04:00`. Throws a RangeError if `epochMs` is not an instant.
 */
export function formatToronto(epochMs: number): string {
	const offset = offsetAt(epochMs);
	const local = new Date(epochMs + offset).toISOString().slice(0, -5);
	const zone = new Date(Math.abs(offset)).toISOString().slice(11, 16);
	return `${local}${offset < 0 ? '-' : '+'}${zone}`;
}

/** Returns the calendar date in Toronto at an instant, as `YYYY-MM-DD`. */
export function torontoDate(epochMs: number): string {
	return formatToronto(epochMs).slice(0, 10);
}

/** Returns the day of the week in Toronto at an instant; 0 is Sunday, 6 Saturday. */
export function weekday(epochMs: number): number {
	return new Date(toToronto(epochMs)).getUTCDay();
}

/** Returns the same wall-clock time in Toronto this many calendar days later. */
export function addDays(epochMs: number, days: number): number {
	return fromToronto(toToronto(epochMs) + days * DAY);
}

/** Returns the instant with its seconds and milliseconds set to zero. */
export function startOfMinute(epochMs: number): number {
	return Math.floor(epochMs / MINUTE) * MINUTE;
}
