/** A submitted report, as the mock-up's controls list it. */
export interface ListedSubmission {
	service_request_id: string;
	token: string;
	service_code: string;
	note: string;
	status: string;
	address: string | null;
	description: string | null;
}

/** The states of a report with their labels, in the words of the City's four notes. */
export const NOTE_LABELS: readonly (readonly [name: string, words: string])[] = [
	['scheduled', 'open: scheduled'],
	['investigated', 'open: being investigated'],
	['completed', 'closed: completed'],
	['cancelled', 'closed: cancelled']
];

const isSubmission = (value: unknown): value is ListedSubmission =>
	typeof value === 'object' &&
	value !== null &&
	'service_request_id' in value &&
	typeof value.service_request_id === 'string';

/** Parses the list from the controls; null for any other text. */
export function readSubmissions(text: string): ListedSubmission[] | null {
	try {
		const list: unknown = JSON.parse(text);
		return Array.isArray(list) && list.every(isSubmission) ? list : null;
	} catch {
		return null;
	}
}
