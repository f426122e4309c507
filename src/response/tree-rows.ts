import { hasMixedText } from '../document/text';
import { childrenOf, kindOf, nodeName, rootOf, valueOf, type Tree } from '../document/tree';

/** One row of the tree as drawn. */
export interface TreeRow {
	node: number;
	/** From 1. */
	level: number;
	/** Null where there is nothing to open. */
	open: boolean | null;
	/** Its place among the rows beside it, from 1. */
	position: number;
	/** The row around it, as index; -1 at the top. */
	parent: number;
	/** How many rows lie directly in it, while it is open. */
	held: number;
}

/** Whether a node is white space between others, which says nothing. */
function isBlank(tree: Tree, node: number): boolean {
	return kindOf(tree, node) === 'text' && (valueOf(tree, node) ?? '').trim() === '';
}

/** Whether a node is no more than its own text: that stands beside its name then. */
function isPlain(tree: Tree, node: number): boolean {
	const end = tree.ends[node] ?? 0;
	for (let inside = node + 1; inside < end; inside++) {
		if (kindOf(tree, inside) !== 'text') return false;
	}
	return true;
}

/**
 * The rows of a document in its order, of what is open. With `shown`, a flag for each node, only
 * nodes flagged 1 (on the way to a match) and 2 (a match, and all in it) have rows.
 */
export function rowsOf(
	tree: Tree,
	isOpen: (node: number) => boolean,
	shown: Uint8Array | null = null
): TreeRow[] {
	const rows: TreeRow[] = [];
	/** The open rows around the current node, as index and the node they end before. */
	const around: { row: number; end: number }[] = [];
	for (let node = 0; node < tree.size;) {
		while (around.length > 0 && node >= (around.at(-1)?.end ?? 0)) around.pop();
		const end = tree.ends[node] ?? tree.size;
		if ((shown && !shown[node]) || isBlank(tree, node)) {
			node = end;
			continue;
		}
		const parent = around.at(-1)?.row ?? -1;
		const holder = rows[parent];
		const position = holder ? ++holder.held : 1;
		const open = isPlain(tree, node) ? null : isOpen(node);
		rows.push({ node, level: around.length + 1, open, position, parent, held: 0 });
		if (open) around.push({ row: rows.length - 1, end });
		node = open ? node + 1 : end;
	}
	return rows;
}

/** Flags what leads to the nodes found with 1, and the found ones with all in them with 2. */
export function flagsOf(tree: Tree, found: readonly number[]): Uint8Array {
	const flags = new Uint8Array(tree.size);
	for (const node of found) {
		flags.fill(2, node, tree.ends[node]);
		for (let at = tree.parents[node] ?? -1; at >= 0 && !flags[at]; at = tree.parents[at] ?? -1) {
			flags[at] = 1;
		}
	}
	return flags;
}

/** The most records that are open at first. */
const FEW = 20;

/** What is open at first: the way down to the records, and a few records themselves. */
export function openAtFirst(tree: Tree, records: readonly number[]): Set<number> {
	const open = new Set<number>();
	const root = rootOf(tree);
	if (root !== null) open.add(root);
	for (let at = tree.parents[records[0] ?? -1] ?? -1; at >= 0; at = tree.parents[at] ?? -1) {
		open.add(at);
	}
	const below = records.length > 0 ? records : root === null ? [] : childrenOf(tree, root);
	if (below.length <= FEW) for (const node of below) open.add(node);
	return open;
}

/** What is open once a node was opened or closed. */
export function withOpen(opened: ReadonlySet<number>, node: number, open: boolean): Set<number> {
	const nodes = new Set(opened);
	if (open) nodes.add(node);
	else nodes.delete(node);
	return nodes;
}

/** All nodes of a document, as what is open. */
export const allOpen = ({ size }: Tree): Set<number> =>
	new Set(Array.from({ length: size }, (_, node) => node));

/** What a row says: its name, what kind of node it is if that is no matter of course, its text. */
export interface RowWords {
	name: string | null;
	kind: string | null;
	value: string | null;
	/** Of what holds fields, the first field's text, which tells one record from the next. */
	hint: string | null;
}

const KIND_WORDS: Readonly<Record<string, string>> = {
	attribute: 'attribute',
	text: 'text',
	cdata: 'CDATA',
	comment: 'comment',
	instruction: 'instruction',
	doctype: 'DOCTYPE'
};

/** The longest text a row shows. */
const LONGEST = 200;

/** The text of the first field of a node; null where its first part is no field with a text. */
function hintOf(tree: Tree, node: number): string | null {
	const isPart = (child: number) => /element|object|array|string|number/.test(kindOf(tree, child));
	const first = childrenOf(tree, node).find(isPart);
	if (first === undefined || nodeName(tree, first) === null || !isPlain(tree, first)) return null;
	return valueOf(tree, first)?.trim().slice(0, LONGEST) || null;
}

/** The words of a row; the index of an item in its array, from 0, stands for its name. */
export function rowWordsOf(tree: Tree, node: number): RowWords {
	const kind = kindOf(tree, node);
	const parent = tree.parents[node] ?? -1;
	const isItem = tree.format === 'json' && parent >= 0 && kindOf(tree, parent) === 'array';
	const name = isItem ? `[${childrenOf(tree, parent).indexOf(node)}]` : nodeName(tree, node);
	if (kind === 'object' || kind === 'array') {
		const count = childrenOf(tree, node).length;
		const [one, many] = kind === 'array' ? ['item', 'items'] : ['field', 'fields'];
		const hint = kind === 'object' ? hintOf(tree, node) : null;
		return { name, kind: `${count} ${count === 1 ? one : many}`, value: null, hint };
	}
	const value = kind === 'element' && !isPlain(tree, node) ? null : valueOf(tree, node);
	if (kind === 'element' && value === null) {
		const count = childrenOf(tree, node).filter((child) => !isBlank(tree, child)).length;
		const kind = hasMixedText(tree, node) ? 'mixed content' : `${count}`;
		return { name, kind, value, hint: hintOf(tree, node) };
	}
	return {
		name,
		kind: KIND_WORDS[kind] ?? null,
		value: value !== null && value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value,
		hint: null
	};
}
