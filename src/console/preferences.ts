// The choices of the mock-up's console: values of a Prefer header with their labels, and the clock.
import { parseDateTime } from '../georeport/date-time';
import type { ClockSetting, Fault } from '../georeport/preferences';

/** The statuses of errors that the mock-up gives on request. */
export const CODES = ['400', '403', '404', '500', '503'] as const;

/** The ways in which an answer can go wrong, with their labels. */
export const FAULTS: readonly (readonly [name: Fault, words: string])[] = [
	['drop', 'the connection is lost'],
	['truncate', 'the body is cut off'],
	['malformed', 'the body is not well-formed'],
	['type', 'the Content-Type is wrong'],
	['html', 'an HTML error page']
];

/** How long a report can wait for its id, with labels. */
export const WAITS: readonly (readonly [name: string, words: string])[] = [
	['1h', 'after an hour'],
	['1d', 'after a day'],
	['1w', 'after a week']
];

/** The instant that the mock-up's clock shows by itself, in milliseconds since 1970. */
export const START = Date.parse('2012-06-15T12:00:00-04:00');

/** Returns the instant that the mock-up's clock shows once it is set; never one before `START`. */
export function instantOf(setting: ClockSetting | null): number {
	if (setting === null) return START;
	const instant = 'ahead' in setting ? START + setting.ahead : parseDateTime(setting.at);
	return Math.max(START, instant ?? START);
}
