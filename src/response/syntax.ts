// Where the parts of an answer that have a colour of their own, or can be folded, stand in its text.
import { lastUpTo } from '../document/last-up-to';
import { kindOf, type NodeKind, type Tree } from '../document/tree';
import type { Positions, TextPlace } from './place';

/** What a stretch of the text is; what is none of them is a sign of the format, such as a bracket. */
export type SyntaxKind = 'name' | 'string' | 'number' | 'text';

/** A part of a text that is coloured alike, from its first UTF-16 unit to before its last. */
export interface SyntaxStretch extends TextPlace {
	kind: SyntaxKind;
}

/** What stands for a character in XML. */
const ENTITY = /&#?\w+;/g;

const HOLDERS: readonly NodeKind[] = ['element', 'object', 'array'];

/** Where a reader stopped: the end of the last node, or of the beginning of one that is still open. */
function endOfRead(tree: Tree): number {
	const { size, to, nameTo, valueFrom, valueTo, parents } = tree;
	let end = 0;
	for (let node = size - 1; node >= 0; node = parents[node] ?? -1) {
		const isOpen = HOLDERS.includes(kindOf(tree, node)) && to[node] === valueTo[node];
		const last = isOpen ? Math.max(nameTo[node] ?? 0, valueFrom[node] ?? 0) : (to[node] ?? 0);
		end = Math.max(end, last);
	}
	return end;
}

/**
 * What is coloured and what can be folded in the text that shows a document at these positions: indented,
 * or as it was received. Only what is asked for is looked at, so that it may be as large as it likes.
 */
export class Syntax {
	readonly #tree: Tree;
	readonly #shown: Positions;
	readonly #text: string;
	/** From where on the text is no part of the document. */
	readonly #end: number;

	constructor(tree: Tree, shown: Positions, text: string) {
		this.#tree = tree;
		this.#shown = shown;
		this.#text = text;
		this.#end = tree.malformed ? Math.max(tree.malformed.at, endOfRead(tree)) : text.length;
	}

	/** The format of the document. */
	get format() {
		return this.#tree.format;
	}

	/** The last node that begins up to a position; -1 for none. */
	#lastUpTo(position: number): number {
		return lastUpTo(this.#tree.size, position, (node) => this.#shown.from[node] ?? 0);
	}

	#nameLength(node: number): number {
		return (this.#tree.nameTo[node] ?? 0) - (this.#tree.nameFrom[node] ?? 0);
	}

	/** Where the closing tag or bracket of a node begins; its end for none. */
	#closingOf(node: number): number {
		const { to, valueTo } = this.#tree;
		return (this.#shown.to[node] ?? 0) - (to[node] ?? 0) + (valueTo[node] ?? 0);
	}

	/**
	 * What is coloured from one position to before another, in its order. What comes after the break of a
	 * malformed document is text.
	 */
	stretchesIn(from: number, to: number): SyntaxStretch[] {
		const stretches: SyntaxStretch[] = [];
		const add = (start: number, end: number, kind: SyntaxKind) => {
			const [first, last] = [Math.max(from, start), Math.min(to, end)];
			if (first < last) stretches.push({ from: first, to: last, kind });
		};
		const addText = (start: number, end: number) => {
			const [first, last] = [Math.max(from, start), Math.min(to, end)];
			let done = first;
			for (const { index, 0: entity } of this.#text.slice(first, last).matchAll(ENTITY)) {
				add(done, first + index, 'text');
				done = first + index + entity.length;
				add(first + index, done, 'string');
			}
			add(done, last, 'text');
		};
		const addClosing = (node: number) => {
			const closing = this.#closingOf(node);
			if (this.#text.startsWith('</', closing))
				add(closing + 2, closing + 2 + this.#nameLength(node), 'name');
		};
		const { parents, nameFrom, from: readFrom, to: readTo, valueFrom } = this.#tree;
		const first = this.#lastUpTo(from);
		// Of what is open there, the innermost is closed first.
		for (let node = parents[first] ?? -1; node >= 0; node = parents[node] ?? -1) {
			if (this.#closingOf(node) >= to) break;
			addClosing(node);
		}
		for (let node = Math.max(0, first), end = this.#lastUpTo(to); node <= end; node++) {
			const [start, stop] = [this.#shown.from[node] ?? 0, this.#shown.to[node] ?? 0];
			const kind = kindOf(this.#tree, node);
			switch (kind) {
				case 'element':
					add(start + 1, start + 1 + this.#nameLength(node), 'name');
					addClosing(node);
					break;
				case 'attribute':
					add(start, start + this.#nameLength(node), 'name');
					add(start + (valueFrom[node] ?? 0) - (readFrom[node] ?? 0) - 1, stop, 'string');
					break;
				case 'text':
					addText(start, stop);
					break;
				case 'cdata':
					add(start, stop, 'string');
					break;
				case 'comment':
				case 'instruction':
				case 'doctype':
					break;
				default: {
					if (nameFrom[node] !== -1) add(start, start + this.#nameLength(node) + 2, 'name');
					if (kind === 'object' || kind === 'array') break;
					const quote = kind === 'string' ? 1 : 0;
					const size = (readTo[node] ?? 0) - (valueFrom[node] ?? 0) + quote;
					add(stop - size, stop, kind === 'string' ? 'string' : 'number');
				}
			}
		}
		stretches.sort((a, b) => a.from - b.from);
		add(this.#end, to, 'text');
		return stretches;
	}

	/** What an element, object or array holds; null for any other node, and for one with nothing in it. */
	#inside(node: number): TextPlace | null {
		const { from, valueFrom } = this.#tree;
		const kind = kindOf(this.#tree, node);
		const start = this.#shown.from[node] ?? 0;
		// Of a long text only the beginning may be shown.
		const to = Math.min(this.#closingOf(node), this.#text.length);
		if (kind === 'element') {
			const opening = (valueFrom[node] ?? 0) - (from[node] ?? 0);
			return opening > 0 && start + opening < to ? { from: start + opening, to } : null;
		}
		if (kind !== 'object' && kind !== 'array') return null;
		const name = this.#tree.nameFrom[node] === -1 ? 0 : this.#nameLength(node) + 2;
		const bracket = this.#text.indexOf(kind === 'object' ? '{' : '[', start + name);
		return bracket >= 0 && bracket + 1 < to ? { from: bracket + 1, to } : null;
	}

	/**
	 * What is hidden when a line is folded: the most that begins on it and ends on a later one, to the end
	 * of the text at most. Null for nothing.
	 */
	foldOf(line: TextPlace): TextPlace | null {
		let fold: TextPlace | null = null;
		const { parents } = this.#tree;
		for (let node = this.#lastUpTo(line.to); node >= 0; node = parents[node] ?? -1) {
			if ((this.#shown.to[node] ?? 0) <= line.to) continue;
			const inside = this.#inside(node);
			if (!inside) continue;
			if (inside.from < line.from) break;
			if (inside.from <= line.to && inside.to > line.to) fold = inside;
		}
		return fold;
	}
}
