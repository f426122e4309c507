// Indents an answer. Changes nothing but the white space between elements or tokens.
import { OpenNodes } from './open-nodes';
import { childrenOf, kindOf, type Tree } from './tree';

/** Deeper levels are not indented further, so that nesting cannot multiply the text. */
const DEEPEST = 40;

/** The beginnings of lines, by their depth. */
const INDENTS = Array.from({ length: DEEPEST + 1 }, (_, depth) => `\n${'  '.repeat(depth)}`);

/** So many pieces are joined at a time: kept to the end, they would cost more than the text itself. */
const PARTS = 2_048;

/** An indented text, and the position of every node of the tree in it. */
export interface Pretty {
	text: string;
	from: Int32Array;
	to: Int32Array;
}

/** Writes an indented copy of a tree's text in pieces, and records the positions of its nodes. */
class Printer {
	readonly from: Int32Array;
	readonly to: Int32Array;
	/** What is written, joined now and then. */
	readonly #blocks: string[] = [];
	#parts: string[] = [];
	#length = 0;
	#begun = false;

	constructor(readonly tree: Tree) {
		this.from = new Int32Array(tree.size);
		this.to = new Int32Array(tree.size);
	}

	get text(): string {
		return this.#blocks.join('') + this.#parts.join('');
	}

	get length(): number {
		return this.#length;
	}

	write(text: string): void {
		this.#parts.push(text);
		this.#length += text.length;
		if (this.#parts.length < PARTS) return;
		this.#blocks.push(this.#parts.join(''));
		this.#parts = [];
	}

	/** Starts a new line, except at the beginning of the text. */
	line(depth: number): void {
		if (this.#begun) this.write(INDENTS[Math.min(depth, DEEPEST)] ?? '');
		this.#begun = true;
	}

	/** Copies a part of the text unchanged, with its nodes from `first` to before `end`. */
	copy(from: number, to: number, first: number, end: number): void {
		const shift = this.#length - from;
		for (let node = first; node < end; node++) {
			this.from[node] = (this.tree.from[node] ?? 0) + shift;
			this.to[node] = (this.tree.to[node] ?? 0) + shift;
		}
		this.write(this.tree.text.slice(from, to));
	}
}

/**
 * Returns the text of a document with each element, member or item on its own line. Text, comments,
 * CDATA, entities, attributes, numbers and escapes stay as written, and so does everything in an
 * element with text or with nothing but white space. Null for a malformed document.
 */
export function prettyOf(tree: Tree): Pretty | null {
	if (tree.malformed) return null;
	const printer = new Printer(tree);
	if (tree.format === 'xml') printXml(printer);
	else printJson(printer);
	return { text: printer.text, from: printer.from, to: printer.to };
}

/** Whether the white space in an element only separates its elements. */
function isSpaced(tree: Tree, node: number): boolean {
	const { text, from, to } = tree;
	let hasElements = false;
	for (const child of childrenOf(tree, node)) {
		const kind = kindOf(tree, child);
		if (kind === 'cdata') return false;
		if (kind === 'text' && !isBlank(text, from[child] ?? 0, to[child] ?? 0)) return false;
		if (
			kind === 'attribute' &&
			/^xml:space\s*=\s*["']preserve/.test(text.slice(from[child], to[child]))
		)
			return false;
		if (kind === 'element') hasElements = true;
	}
	return hasElements;
}

const SIGNIFICANT = /[^ \t\r\n]/g;

function isBlank(text: string, from: number, to: number): boolean {
	SIGNIFICANT.lastIndex = from;
	const found = SIGNIFICANT.exec(text);
	return !found || found.index >= to;
}

function printXml(printer: Printer) {
	const { tree } = printer;
	const { text, from, to, valueFrom, valueTo, ends, size } = tree;
	if (text.startsWith('\uFEFF')) printer.write('\uFEFF');
	const open = new OpenNodes(tree, (node) => {
		printer.line(open.depth);
		printer.write(text.slice(valueTo[node], to[node]));
		printer.to[node] = printer.length;
	});
	for (let node = 0; node < size;) {
		open.closeBefore(node);
		const kind = kindOf(tree, node);
		const start = from[node] ?? 0;
		if (kind === 'text') {
			// White space between elements; an element with text as content is copied whole.
			printer.from[node] = printer.to[node] = printer.length;
			node++;
		} else if (kind === 'element' && isSpaced(tree, node)) {
			const inside = valueFrom[node] ?? 0;
			let first = node + 1;
			while (first < size && kindOf(tree, first) === 'attribute' && (from[first] ?? 0) < inside)
				first++;
			printer.line(open.depth);
			printer.copy(start, inside, node, first);
			open.open(node);
			node = first;
		} else {
			const end = ends[node] ?? size;
			printer.line(open.depth);
			printer.copy(start, to[node] ?? 0, node, end);
			node = end;
		}
	}
	open.closeBefore(size);
}

function printJson(printer: Printer) {
	const { tree } = printer;
	const { text, to, nameFrom, nameTo, valueFrom, ends, size } = tree;
	if (text.startsWith('\uFEFF')) printer.write('\uFEFF');
	const open = new OpenNodes(tree, (node) => {
		printer.line(open.depth);
		printer.write(kindOf(tree, node) === 'object' ? '}' : ']');
		printer.to[node] = printer.length;
	});
	for (let node = 0; node < size; node++) {
		open.closeBefore(node);
		const parent = open.last;
		if (parent !== undefined && node > parent + 1) printer.write(',');
		printer.line(open.depth);
		printer.from[node] = printer.length;
		if ((nameFrom[node] ?? -1) >= 0) {
			printer.write(text.slice((nameFrom[node] ?? 0) - 1, (nameTo[node] ?? 0) + 1));
			printer.write(': ');
		}
		const kind = kindOf(tree, node);
		if (kind === 'object' || kind === 'array') {
			if (ends[node] === node + 1) printer.write(kind === 'object' ? '{}' : '[]');
			else {
				printer.write(kind === 'object' ? '{' : '[');
				open.open(node);
				continue;
			}
		} else {
			const quote = kind === 'string' ? 1 : 0;
			printer.write(text.slice((valueFrom[node] ?? 0) - quote, to[node]));
		}
		printer.to[node] = printer.length;
	}
	open.closeBefore(size);
}
