// The City's deadlines: the first targets of 2012, and the business days in which they count.
import { PRIVATE_PROPERTY } from '../data/services';
import { addDays, readDateTime, startOfMinute, torontoDate, weekday } from './dates';

const BUSINESS_DAYS = 5;

/** Calendar days until the first deadline. */
const DAYS = new Map([
	['CSROWR-12', 5],
	['CSROWC-05', 5],
	['CSROSC-14', 5],
	['CSROWBM-03', 7],
	['SWLMALB-02', 8]
]);

/**
 * Returns the first `expected_datetime` of a report, in milliseconds since 1970: some days later at
 * the same minute, or for private property the end of the fifth business day. Null for an unknown
 * code.
 */
export function expectedBy(service_code: string, requestedMs: number): number | null {
	if (service_code === PRIVATE_PROPERTY) return endOfBusinessDays(requestedMs);
	const days = DAYS.get(service_code);
	return days === undefined ? null : startOfMinute(addDays(requestedMs, days));
}

/** Returns 23:59:00 on the fifth business day after the first one on or after an instant's day. */
function endOfBusinessDays(epochMs: number): number | null {
	let day = businessDayFrom(epochMs);
	for (let left = BUSINESS_DAYS; left > 0; left -= 1) day = businessDayFrom(addDays(day, 1));
	return readDateTime(`${torontoDate(day)}T23:59:00`);
}

function businessDayFrom(epochMs: number): number {
	return isBusinessDay(epochMs) ? epochMs : businessDayFrom(addDays(epochMs, 1));
}

/**
 * Whether the day of an instant in Toronto is a business day: not a Saturday, a Sunday, a statutory
 * holiday of Ontario or the day in lieu of one.
 */
export function isBusinessDay(epochMs: number): boolean {
	const date = torontoDate(epochMs);
	return !isWeekend(weekday(epochMs)) && !holidaysOf(Number(date.slice(0, 4))).has(date);
}

const isWeekend = (day: number) => day === 0 || day === 6;

const holidays = new Map<number, ReadonlySet<string>>();

function holidaysOf(year: number): ReadonlySet<string> {
	const known = holidays.get(year) ?? daysOff(year);
	holidays.set(year, known);
	return known;
}

/**
 * Returns the statutory holidays of a year as `YYYY-MM-DD`, each moved to the next free weekday.
 */
function daysOff(year: number): ReadonlySet<string> {
	const days = new Set<string>();
	for (const date of [
		utc(year, 1, 1),
		mondayFrom(utc(year, 2, 15)), // Family Day
		goodFriday(year),
		mondayFrom(utc(year, 5, 18)), // Victoria Day, before 25 May
		utc(year, 7, 1),
		mondayFrom(utc(year, 9, 1)), // Labour Day
		mondayFrom(utc(year, 10, 8)), // Thanksgiving
		utc(year, 12, 25),
		utc(year, 12, 26)
	]) {
		while (isWeekend(date.getUTCDay()) || days.has(isoDate(date))) nextDay(date);
		days.add(isoDate(date));
	}
	return days;
}

const utc = (year: number, month: number, day: number) => new Date(Date.UTC(year, month - 1, day));
const isoDate = (date: Date) => date.toISOString().slice(0, 10);
const nextDay = (date: Date) => date.setUTCDate(date.getUTCDate() + 1);

function mondayFrom(date: Date): Date {
	while (date.getUTCDay() !== 1) nextDay(date);
	return date;
}

/** Returns the Friday before Easter Sunday, by the anonymous Gregorian computus. */
function goodFriday(year: number): Date {
	const century = Math.floor(year / 100);
	const leaps = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
	const age = (19 * (year % 19) + leaps + 15) % 30;
	const epact =
		age -
		Math.floor(age / 28) * (1 - Math.floor(29 / (age + 1)) * Math.floor((21 - (year % 19)) / 11));
	const weekdayShift =
		(year + Math.floor(year / 4) + epact + 2 - century + Math.floor(century / 4)) % 7;
	return utc(year, 3, 28 + epact - weekdayShift - 2);
}
