import type { TestCase } from '../cases/expectation';

/** Whether a test case has all of these words, in any order; one without words has every case. */
export function hasWords(testCase: TestCase, words: string): boolean {
	const { id, title, shows, draft, provenance, section } = testCase;
	const text = [id, title, shows, draft.method, provenance, section].join(' ').toLowerCase();
	return words
		.toLowerCase()
		.split(/\s+/)
		.every((word) => text.includes(word));
}
