import type { ClockSetting } from '../../src/georeport/preferences';
import type { CityRequest } from './city-request';
import { FIXED_CLOCK } from './city';
import { PRIVATE_PROPERTY } from '../data/services';
import { addDays, readDateTime } from './dates';
import { expectedBy } from './deadlines';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Returns the instant that a clock shows with this setting; `now` is what it shows without one (both
 * in milliseconds since 1970). A clock is never set back; a setting that is not a date-time is ignored.
 */
export function clockAt(setting: ClockSetting | null, now: number): number {
	if (setting === null) return now;
	return 'ahead' in setting ? now + setting.ahead : Math.max(now, readDateTime(setting.at) ?? now);
}

/**
 * Moves fixed rows by whole days so that the newest come just before `now` (milliseconds since
 * 1970) and a client that polls with today's dates finds them. Wall-clock times stay. The deadlines
 * of private property are computed again, since the weekdays have changed.
 */
export function shiftedTo(now: number, rows: readonly CityRequest[]): CityRequest[] {
	let days = Math.floor((now - FIXED_CLOCK) / DAY);
	if (addDays(FIXED_CLOCK, days) > now) days -= 1;
	const shift = (instant: number | null) => (instant === null ? null : addDays(instant, days));
	return rows.map((row) => {
		const requested = addDays(row.requested, days);
		return {
			...row,
			requested,
			updated: shift(row.updated),
			expected:
				row.service_code === PRIVATE_PROPERTY && row.expected !== null
					? expectedBy(row.service_code, requested)
					: shift(row.expected),
			assigned: addDays(row.assigned, days)
		};
	});
}
