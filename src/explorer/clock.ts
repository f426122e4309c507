import { parseDateTime, torontoDay, torontoTime } from '../georeport/date-time';
import type { ClockSetting } from '../georeport/preferences';

/** The instant that the mock-up's clock shows by itself, in milliseconds since 1970. */
export const CLOCK_START = Date.parse('2012-06-15T12:00:00-04:00');

/** Returns the instant that the mock-up's clock shows once it is set; never one before its start. */
export function instantOf(setting: ClockSetting | null): number {
	if (setting === null) return CLOCK_START;
	const instant = 'ahead' in setting ? CLOCK_START + setting.ahead : parseDateTime(setting.at);
	return Math.max(CLOCK_START, instant ?? CLOCK_START);
}

/** The day and the time of day in Toronto, as people write them: "15 June 2012, 12:00". */
export const instantText = (instant: number): string =>
	`${torontoDay(instant)}, ${torontoTime(instant).slice(11, 16)}`;
