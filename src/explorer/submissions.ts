/** A report of one's own, as the mock-up's controls list it. */
export interface Submission {
	service_request_id: string;
	token: string;
	service_code: string;
	note: string;
	status: string;
	address: string | null;
	description: string | null;
}

const isSubmission = (value: unknown): value is Submission =>
	typeof value === 'object' &&
	value !== null &&
	'service_request_id' in value &&
	typeof value.service_request_id === 'string';

/** Reads the list of the controls; null for anything else. */
export function readSubmissions(text: string): Submission[] | null {
	try {
		const list: unknown = JSON.parse(text);
		return Array.isArray(list) && list.every(isSubmission) ? list : null;
	} catch {
		return null;
	}
}
