import type { Answer } from '../answer/parse';
import type { Reading } from '../answer/reading';

/**
 * Parses an answer, in the page or elsewhere. Never throws or rejects: if `signal` aborts or it takes
 * too long, the reading says so and can be begun again.
 */
export type Read = (answer: Answer, signal?: AbortSignal) => Reading | Promise<Reading>;

/** The text length from which parsing would block the page noticeably, in UTF-16 code units. */
export const LARGE = 200_000;

/** What an answer is where the reader of answers could not be loaded. */
const UNREAD: Reading = {
	parsed: {
		kind: 'unreadable',
		message:
			'The part of this page that reads answers could not be loaded, so the answer is shown as it came. Check the connection, then reload the page.'
	},
	tree: null,
	pretty: null,
	records: []
};

/** Reads an answer in the page with a reader that is loaded when it is first needed. Never throws. */
export async function readHere(answer: Answer): Promise<Reading> {
	try {
		const { readingOf } = await import('../answer/reading');
		return readingOf(answer);
	} catch {
		return UNREAD;
	}
}
