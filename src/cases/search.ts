import type { TestCase } from './expectation';

/** All that a search of the test cases looks at, in lower case. */
const textOf = ({ id, title, shows, service, draft, provenance, section }: TestCase) =>
	[id, title, shows, service ?? '', draft.method, provenance, section].join(' ').toLowerCase();

/**
 * Whether a test case has all words of a search, in any order and in any case: in its id, title or
 * line, its service, method, provenance or section. An empty search finds every case.
 */
export function isCaseFound(testCase: TestCase, search: string): boolean {
	const text = textOf(testCase);
	return search
		.toLowerCase()
		.split(/\s+/)
		.every((word) => text.includes(word));
}
