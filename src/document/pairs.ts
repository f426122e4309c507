// Two documents that say the same thing: which node of one goes with which of the other.

import { BOUNDS } from '../georeport/bounds';

/** Pairs are not looked for any deeper than this, so that no nesting can exhaust the stack. */
export const DEEPEST = BOUNDS.nesting.value;

/** One difference between two documents, wherever in them it is met. */
export interface Difference {
	/** A short name for what differs, the same for every field. */
	kind: string;
	/** The wire name of the field, or of the list or record. */
	field: string;
	words: string;
	/** The first place in the first document; null where only the second has one. */
	first: number | null;
	/** The first place in the second document; null where only the first has one. */
	second: number | null;
	count: number;
}

/** How two documents go together. */
export interface Pairs {
	/** One for each kind and field. */
	readonly differences: readonly Difference[];
	/** The node of the second document that says what a node of the first says. */
	readonly secondOf: ReadonlyMap<number, number>;
	/** The other way round. */
	readonly firstOf: ReadonlyMap<number, number>;
}

/** Collects the pairs and the differences; `words` has a sentence for each kind. */
export class Notes implements Pairs {
	readonly secondOf = new Map<number, number>();
	readonly firstOf = new Map<number, number>();
	readonly #differences = new Map<string, Difference>();
	readonly #words: Readonly<Record<string, (field: string) => string>>;

	constructor(words: Readonly<Record<string, (field: string) => string>>) {
		this.#words = words;
	}

	get differences(): readonly Difference[] {
		return [...this.#differences.values()];
	}

	/** Says that two nodes are one thing. */
	pair(first: number, second: number) {
		this.secondOf.set(first, second);
		this.firstOf.set(second, first);
	}

	/** Notes a difference, or counts it once more. */
	note(kind: string, field: string, first: number | null, second: number | null) {
		const name = `${kind} ${field}`;
		const known = this.#differences.get(name);
		if (known) {
			known.count++;
			return;
		}
		const words = kind === 'too-deep' ? BOUNDS.nesting.words : (this.#words[kind]?.(field) ?? '');
		this.#differences.set(name, { kind, field, words, first, second, count: 1 });
	}
}
