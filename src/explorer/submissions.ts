import type { MockUpControls } from './mock-up-controls.svelte';

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

function read(text: string): ListedSubmission[] | null {
	try {
		const list: unknown = JSON.parse(text);
		return Array.isArray(list) && list.every(isSubmission) ? list : null;
	} catch {
		return null;
	}
}

/** The reports submitted to a mock-up; null if it could not be reached, or gives something else. */
export async function listSubmissions({ ask }: MockUpControls): Promise<ListedSubmission[] | null> {
	const answer = await ask('GET', 'submissions');
	return answer?.status === 200 ? read(answer.text) : null;
}

/** Changes the note or description of a submitted report; false if it was not done. */
export const changeSubmission = async (
	{ ask }: MockUpControls,
	id: string,
	change: Record<string, string | null>
): Promise<boolean> =>
	(await ask('PATCH', `submissions/${id}`, JSON.stringify(change)))?.status === 204;

/** Forgets a submitted report; false if it was not done. */
export const forgetSubmission = async ({ ask }: MockUpControls, id: string): Promise<boolean> =>
	(await ask('DELETE', `submissions/${id}`))?.status === 204;
