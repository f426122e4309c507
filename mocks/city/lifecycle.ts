// What becomes of a report as time goes on. The deadlines and the typical times are the City's; who
// is late and who is assessed is invented, and follows from the id alone.
import type { CityRequest } from './city-request';
import { PRIVATE_PROPERTY } from '../data/services';
import { addDays, startOfMinute } from './dates';

const HOUR = 60 * 60 * 1000;

/** Days in the middle of all times to close, as the City's records of 2018 have them. */
const DAYS_TO_CLOSE: Readonly<Record<string, number>> = {
	'CSROWR-12': 2.3,
	'CSROWC-05': 3.9,
	'CSROSC-14': 2.8,
	'CSROWBM-03': 2.7,
	'30102': 10.7,
	'SWLMALB-02': 3.3
};

/** Days from the report to the later deadline that somebody's look at the spot gives. */
const DAYS_ONCE_ASSESSED: Readonly<Record<string, number>> = {
	'CSROWR-12': 90,
	'CSROWC-05': 56,
	'CSROSC-14': 56,
	'CSROWBM-03': 365,
	'SWLMALB-02': 11
};

/** How long after its deadline a late one is closed, in days. */
const LATE_BY = 3;

/** Halfway between two instants. */
const between = (from: number, to: number) => from + (to - from) / 2;

/**
 * A request as it stands at `moment`, when `begun` is the last instant at which it is as recorded.
 * An open one is assessed or closed by then; one in ten is late: past its deadline and still open.
 */
export function grown(row: CityRequest, begun: number, moment: number): CityRequest {
	const { service_code, note, requested, updated, expected } = row;
	const isOpen = note === 'scheduled' || note === 'investigated';
	if (!isOpen || row.held || moment <= begun) return row;
	/** Nothing happens to a request before six hours from where its record ends. */
	const happening = (instant: number) => startOfMinute(Math.max(instant, begun + 6 * HOUR));
	const closed = (instant: number): CityRequest => {
		const at = happening(instant);
		return at <= moment ? { ...row, note: 'completed', updated: at } : row;
	};
	const usual = requested + (DAYS_TO_CLOSE[service_code] ?? 0) * 24 * HOUR;
	if (service_code === PRIVATE_PROPERTY) return closed(usual);
	if (note === 'investigated') {
		return expected === null ? row : closed(between(updated ?? requested, expected));
	}
	const lot = row.service_request_id.at(-1);
	if (lot === '9') return closed(addDays(expected ?? usual, LATE_BY));
	const days = DAYS_ONCE_ASSESSED[service_code];
	if ((lot !== '2' && lot !== '0') || days === undefined) return closed(usual);
	const assessed = happening(addDays(requested, 1));
	const target = startOfMinute(addDays(requested, days));
	if (moment < assessed) return row;
	const looked = { ...row, note: 'investigated' as const, updated: assessed, expected: target };
	const done = startOfMinute(between(assessed, target));
	return done <= moment ? { ...looked, note: 'completed', updated: done } : looked;
}
