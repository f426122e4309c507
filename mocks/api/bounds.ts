// The bounds of the mock-up: `BOUNDS` of `src/georeport/bounds.ts` has the same values, which a unit
// test compares.

/** The largest body of a request, in bytes. */
export const BODY_BYTES = 10_000_000;

/** The most arguments of a request, in its query or its body. */
export const FORM_PAIRS = 1_000;

/** The most entries of a comma-separated argument. */
export const LIST_ITEMS = 1_000;

/**
 * The longest text that a submission stores, in characters: the specification's limit of a
 * description. The longest one ever seen from Toronto had 755.
 */
const TEXT_CHARACTERS = 4_000;

/** Returns what is wrong with the length of a text to be stored; null for nothing, or no text. */
export function lengthProblem(name: string, text: string | null): string | null {
	const length = [...(text ?? '')].length;
	return length > TEXT_CHARACTERS
		? `${name} has ${length} characters. Send at most ${TEXT_CHARACTERS}.`
		: null;
}

/** The error for a body over the bound. */
export const BODY_TOO_LARGE = 'The body is larger than 10 MB. Send a smaller one.';

/** The error for more arguments than the bound. */
export const TOO_MANY_PAIRS = 'The request has more than 1,000 arguments. Leave some of them out.';
