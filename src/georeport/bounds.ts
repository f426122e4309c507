// Every bound on what comes from outside, in one table: what a link, a person, a page around an embed
// or a server may hand over, and what is said where that is more.
import { FIRST_BOUNDS, type Bound } from './first-bounds.ts';

export type { Bound } from './first-bounds.ts';

/**
 * The bounds by name. `mocks/` and `embed.js` cannot import them: they have the values they need as
 * constants of their own, and a unit test keeps them equal.
 */
export const BOUNDS = {
	...FIRST_BOUNDS,
	/** A text in the address line: an address, or a command with its body. */
	pastedLength: {
		value: 1_000_000,
		unit: 'characters',
		words:
			'This text is longer than 1,000,000 characters and was not read. Shorten it, or send the command from a terminal.'
	},
	/** Names with a value in a form-encoded or multipart body, or in a query. */
	formPairs: {
		value: 1_000,
		unit: 'pairs',
		words: 'The request has more than 1,000 arguments. Leave some of them out.'
	},
	/** The body of a request. */
	bodySize: {
		value: 10_000_000,
		unit: 'bytes',
		words: 'The body is larger than 10 MB. Send a smaller one.'
	},
	/** The body of a response. */
	answerSize: {
		value: 100_000_000,
		unit: 'bytes',
		words:
			'The answer is larger than 100 MB; the first 100 MB are shown, and the rest was not read.'
	},
	/** From sending a request to the last byte of its answer. */
	answerTime: {
		value: 30,
		unit: 'seconds',
		words:
			'The answer was not complete after 30 seconds; what came until then is shown. Send again to retry.'
	},
	/** Reading a large answer, and checking one. */
	readingTime: {
		value: 30,
		unit: 'seconds',
		words: 'Reading the answer took more than 30 seconds and was stopped. It is shown as it came.'
	},
	/** An answer that is read in the page itself, where no worker can be started. */
	readingHere: {
		value: 10_000_000,
		unit: 'characters',
		words:
			'The answer is longer than 10,000,000 characters, and this browser lets the page read it only while the page stands still. It is shown as it came.'
	},
	/** What a path in the tree of an answer may look at. */
	searchSteps: {
		value: 20_000_000,
		unit: 'steps',
		words:
			'This path looks at more than 20,000,000 places and was stopped. Name more of what you look for.'
	},
	/** Two answers whose lines are aligned by what they say, in nodes of the larger one. */
	comparedParts: {
		value: 100_000,
		unit: 'parts',
		words:
			'Answers of more than 100,000 parts, or a million characters, are shown side by side, but not aligned. Ask for less, for example with a shorter span of dates.'
	},
	/** Comparing two answers. */
	comparingTime: {
		value: 30,
		unit: 'seconds',
		words:
			'Comparing the answers took more than 30 seconds and was stopped; they are shown side by side, but not aligned. Ask for less, for example with a shorter span of dates.'
	},
	/** How deep two answers are compared; reading and showing one goes to any depth. */
	nesting: {
		value: 200,
		unit: 'levels',
		words: 'The answers are nested more than 200 levels deep; what lies deeper was not compared.'
	},
	/** A link that the page around an embed puts into it. */
	embedLink: {
		value: 20_000,
		unit: 'characters',
		words: 'A link has at most 20,000 characters. Shorten the request.'
	},
	/** The height that an embed asks the page around it for. */
	embedHeight: {
		value: 4_000,
		unit: 'CSS pixels',
		words: 'An embed is at most 4,000 pixels high; it scrolls from there on.'
	}
} as const satisfies Readonly<Record<string, Bound>>;
