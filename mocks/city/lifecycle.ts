// The lifecycle of a report. The deadlines and the typical times are the City's. Which reports are
// late and which are assessed is invented, and depends on the id alone.
import type { CityRequest } from './city-request';
import { PRIVATE_PROPERTY } from '../data/services';
import { addDays, startOfMinute } from './dates';

const HOUR = 60 * 60 * 1000;

/** The median number of days until a report is closed, by the City's records of 2018. */
const DAYS_TO_CLOSE: Readonly<Record<string, number>> = {
	'CSROWR-12': 2.3,
	'CSROWC-05': 3.9,
	'CSROSC-14': 2.8,
	'CSROWBM-03': 2.7,
	'30102': 10.7,
	'SWLMALB-02': 3.3
};

/** Days from the report to the later deadline that it gets once the spot was inspected. */
const DAYS_ONCE_ASSESSED: Readonly<Record<string, number>> = {
	'CSROWR-12': 90,
	'CSROWC-05': 56,
	'CSROSC-14': 56,
	'CSROWBM-03': 365,
	'SWLMALB-02': 11
};

/** The days after its deadline when a late report is closed. */
const LATE_BY = 3;

/** Halfway between two instants. */
const between = (from: number, to: number) => from + (to - from) / 2;

/**
 * Returns a request as it is at `moment`, given that it is as recorded until `begun`. With time an
 * open request is assessed or closed; one in ten stays open past its deadline.
 */
export function atMoment(row: CityRequest, begun: number, moment: number): CityRequest {
	const { service_code, note, requested, updated, expected } = row;
	const isOpen = note === 'scheduled' || note === 'investigated';
	if (!isOpen || row.held || moment <= begun) return row;
	/** Nothing happens to a request in the first six hours after `begun`. */
	const earliest = (instant: number) => startOfMinute(Math.max(instant, begun + 6 * HOUR));
	const closed = (instant: number): CityRequest => {
		const at = earliest(instant);
		return at <= moment ? { ...row, note: 'completed', updated: at } : row;
	};
	const usual = requested + (DAYS_TO_CLOSE[service_code] ?? 0) * 24 * HOUR;
	if (service_code === PRIVATE_PROPERTY) return closed(usual);
	if (note === 'investigated') {
		return expected === null ? row : closed(between(updated ?? requested, expected));
	}
	const lastDigit = row.service_request_id.at(-1);
	if (lastDigit === '9') return closed(addDays(expected ?? usual, LATE_BY));
	const days = DAYS_ONCE_ASSESSED[service_code];
	if ((lastDigit !== '2' && lastDigit !== '0') || days === undefined) return closed(usual);
	const assessed = earliest(addDays(requested, 1));
	const target = startOfMinute(addDays(requested, days));
	if (moment < assessed) return row;
	const inspected = { ...row, note: 'investigated' as const, updated: assessed, expected: target };
	const done = startOfMinute(between(assessed, target));
	return done <= moment ? { ...inspected, note: 'completed', updated: done } : inspected;
}
