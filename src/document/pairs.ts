// Pairs of corresponding nodes in two documents, and the differences between the documents.

import { BOUNDS } from '../georeport/bounds';

/** The depth down to which nodes are paired, so that deep nesting cannot exhaust the stack. */
export const DEEPEST = BOUNDS.nesting.value;

/** A comparison that rests now and then, for the page to do other work. */
export type Comparing<Result> = Generator<void, Result, void>;

/** How many nodes or lines are looked at between two rests. */
export const REST = 256;

/** One kind of difference between two documents, at all places where it occurs. */
export interface Difference {
	/** A short name for what differs, the same for every field. */
	kind: string;
	/** The wire name of the field, or of the list or record. */
	field: string;
	words: string;
	/** The first node in the first document; null if only the second has one. */
	first: number | null;
	/** The first node in the second document; null if only the first has one. */
	second: number | null;
	count: number;
	/** The first 1,000 places where it occurs: a node of the first document, and of the second. */
	places: readonly (readonly [number | null, number | null])[];
}

/** How many places of a difference are kept. */
const MOST_PLACES = 1000;

/** The correspondence of two documents. */
export interface Pairs {
	/** One for each kind and field. */
	readonly differences: readonly Difference[];
	/** The node of the second document for a node of the first. */
	readonly secondOf: ReadonlyMap<number, number>;
	/** The node of the first document for a node of the second. */
	readonly firstOf: ReadonlyMap<number, number>;
}

/** Collects the pairs and the differences; `words` has a sentence for each kind. */
export class Notes implements Pairs {
	readonly secondOf = new Map<number, number>();
	readonly firstOf = new Map<number, number>();
	readonly #differences = new Map<
		string,
		Difference & { places: [number | null, number | null][] }
	>();
	readonly #words: Readonly<Record<string, (field: string) => string>>;

	constructor(words: Readonly<Record<string, (field: string) => string>>) {
		this.#words = words;
	}

	get differences(): readonly Difference[] {
		return [...this.#differences.values()];
	}

	/** Pairs two nodes. */
	pair(first: number, second: number) {
		this.secondOf.set(first, second);
		this.firstOf.set(second, first);
	}

	/** Adds a difference, or counts it once more. */
	note(kind: string, field: string, first: number | null, second: number | null) {
		const name = `${kind} ${field}`;
		const known = this.#differences.get(name);
		if (known) {
			known.count++;
			if (known.places.length < MOST_PLACES) known.places.push([first, second]);
			return;
		}
		const words = kind === 'too-deep' ? BOUNDS.nesting.words : (this.#words[kind]?.(field) ?? '');
		const places: [number | null, number | null][] = [[first, second]];
		this.#differences.set(name, { kind, field, words, first, second, count: 1, places });
	}
}
