// The bounds that the first screen knows; all of them are in bounds.ts.

/** One bound: the most that is taken, and the sentence for what is more. */
export interface Bound {
	/** The most that is taken; one more is too much. */
	readonly value: number;
	/** What is counted. */
	readonly unit:
		| 'characters'
		| 'parts'
		| 'items'
		| 'pairs'
		| 'bytes'
		| 'levels'
		| 'seconds'
		| 'steps'
		| 'CSS pixels';
	/** What happened, why and what to do next. */
	readonly words: string;
}

/** The bounds of links, and of what is checked while it is typed. */
export const FIRST_BOUNDS = {
	/** A link's part after #, as it is spelled: 4,000 emoji alone are 48,000 characters. */
	linkLength: {
		value: 100_000,
		unit: 'characters',
		words:
			'The link is longer than 100,000 characters and was not read. Copy it again, or fill in the request by hand.'
	},
	/** Arguments and settings of a link: as many as a form can have, and the rest of a request. */
	linkParts: {
		value: 1_100,
		unit: 'parts',
		words:
			'The link has more than 1,100 parts; only the first 1,100 were read. Check the request before you send it.'
	},
	/** Entries of an argument with commas between, such as service_code. */
	listItems: {
		value: 1_000,
		unit: 'items',
		words: 'A list has at most 1,000 items. Ask for them in several requests.'
	}
} as const satisfies Readonly<Record<string, Bound>>;
