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
