// Compares the answers of two dialects to one request, in the same format.
import { DEEPEST, Notes, REST, type Comparing, type Pairs } from './pairs';
import { trimmed } from './text';
import { childrenOf, kindOf, nodeName, rootOf, valueOf, type Tree } from './tree';

const WORDS: Readonly<Record<string, (field: string) => string>> = {
	wrapper: (field) => `Only one of the two keeps the outer name “${field}” around the list.`,
	order: (field) => `The fields of ${field} come in another order; the order has no meaning.`,
	number: (field) => `${field} is a number in one and a text in the other.`,
	'left-out': (field) =>
		`${field} without a value is null or an empty element in one and left out in the other.`,
	value: (field) => `${field} has another value.`,
	missing: (field) => `${field} stands in only one of the two.`,
	length: (field) => `The list ${field} is longer in one of the two.`
};

const isBranch = (tree: Tree, node: number): boolean => {
	const kind = kindOf(tree, node);
	if (kind !== 'element') return kind === 'object' || kind === 'array';
	return partsOf(tree, node).length > 0;
};

/** Returns the elements in an element, or the members or items of JSON. */
const partsOf = (tree: Tree, node: number): number[] =>
	tree.format === 'xml'
		? childrenOf(tree, node).filter((child) => kindOf(tree, child) === 'element')
		: childrenOf(tree, node);

const textOf = (tree: Tree, node: number) => trimmed(valueOf(tree, node) ?? '');

const isEmpty = (tree: Tree, node: number) =>
	kindOf(tree, node) === 'literal'
		? textOf(tree, node) === 'null'
		: !isBranch(tree, node) && textOf(tree, node) === '';

/** Returns the parts of a node by unique names: `name 2` is the second of that name. */
function named(tree: Tree, node: number): Map<string, number> {
	const parts = new Map<string, number>();
	const counts = new Map<string, number>();
	for (const part of partsOf(tree, node)) {
		const name = nodeName(tree, part) ?? '';
		const count = (counts.get(name) ?? 0) + 1;
		counts.set(name, count);
		parts.set(count > 1 ? `${name} ${count}` : name, part);
	}
	return parts;
}

/** Two nodes that correspond, the name of what they are in, and their depth. */
interface Found {
	first: number;
	second: number;
	within: string;
	depth: number;
}

/** Pairs two nodes; returns what corresponds in them. */
function pair(a: Tree, b: Tree, { first, second, within, depth }: Found, notes: Notes): Found[] {
	const inside: Found[] = [];
	notes.pair(first, second);
	if (depth > DEEPEST) {
		notes.note('too-deep', '', first, second);
		return inside;
	}
	const field = nodeName(a, first) ?? nodeName(b, second) ?? (within || 'record');
	if (!isBranch(a, first) || !isBranch(b, second)) {
		const kinds = [kindOf(a, first), kindOf(b, second)];
		if (textOf(a, first) !== textOf(b, second)) notes.note('value', field, first, second);
		if (kinds.includes('number') && kinds.includes('string')) {
			notes.note('number', field, first, second);
		}
		return inside;
	}
	const [ours, theirs] = [named(a, first), named(b, second)];
	for (const [name, part] of ours) {
		const other = theirs.get(name);
		if (other !== undefined) {
			inside.push({ first: part, second: other, within: field, depth: depth + 1 });
		} else noteAlone(a, part, [part, null], field, notes);
	}
	for (const [name, part] of theirs) {
		if (!ours.has(name)) noteAlone(b, part, [null, part], field, notes);
	}
	const shared = [...ours.keys()].filter((name) => theirs.has(name));
	const others = [...theirs.keys()].filter((name) => ours.has(name));
	if (shared.join() !== others.join()) notes.note('order', field, first, second);
	return inside;
}

function noteAlone(
	tree: Tree,
	part: number,
	at: [number | null, number | null],
	within: string,
	notes: Notes
) {
	const name = nodeName(tree, part);
	const isRecord = name === null || isBranch(tree, part);
	if (isRecord) notes.note('length', name ?? within, ...at);
	else notes.note(isEmpty(tree, part) ? 'left-out' : 'missing', name, ...at);
}

/**
 * Returns the list in a wrapper, an object whose only member is a list; any other root as it is.
 */
function unwrapped(tree: Tree, root: number): number {
	const parts = partsOf(tree, root);
	const [only] = parts;
	return kindOf(tree, root) === 'object' && parts.length === 1 && only !== undefined
		? kindOf(tree, only) === 'array'
			? only
			: root
		: root;
}

/**
 * Pairs the nodes of two answers in the same format, and names their differences. Yields now and then,
 * so that whoever runs it can do other work or give up.
 */
export function* comparingDialects(first: Tree, second: Tree): Comparing<Pairs> {
	const notes = new Notes(WORDS);
	const [a, b] = [rootOf(first), rootOf(second)];
	if (a === null || b === null) return notes;
	const [insideA, insideB] = [unwrapped(first, a), unwrapped(second, b)];
	const outer = nodeName(first, insideA) ?? nodeName(second, insideB) ?? '';
	if ((insideA === a) !== (insideB === b)) notes.note('wrapper', outer, insideA, insideB);
	/** It grows while it is gone through. */
	const found: Found[] = [{ first: insideA, second: insideB, within: outer, depth: 0 }];
	let count = 0;
	for (const both of found) {
		for (const inside of pair(first, second, both, notes)) found.push(inside);
		if (++count % REST === 0) yield;
	}
	return notes;
}
