// The choices of the mock-up's console, with their labels.
import type { Fault } from '../georeport/preferences';

/** The statuses of errors that the mock-up gives on request. */
export const CODES = ['400', '403', '404', '500', '503'] as const;

/** The ways in which an answer can go wrong, and what each is called. */
export const FAULTS: readonly (readonly [name: Fault, words: string])[] = [
	['drop', 'the connection is lost'],
	['truncate', 'the body is cut off'],
	['malformed', 'the body is not well-formed'],
	['type', 'the Content-Type is wrong'],
	['html', 'an HTML error page']
];

/** How long a report may wait for its id. */
export const WAITS: readonly (readonly [name: string, words: string])[] = [
	['1h', 'after an hour'],
	['1d', 'after a day'],
	['1w', 'after a week']
];

/** The states a report can be in, in the words of the City's four notes. */
export const NOTE_LABELS: readonly (readonly [name: string, words: string])[] = [
	['scheduled', 'open: scheduled'],
	['investigated', 'open: being investigated'],
	['completed', 'closed: completed'],
	['cancelled', 'closed: cancelled']
];
