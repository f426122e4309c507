// A document as it was written: which stretch of the text is which node. The text itself stays the
// truth; a tree only points into it, so it can be shown, searched and checked without changing it.
import type { Format } from '../georeport/types';

/** What a node of an XML or JSON document is. */
export const NODE_KINDS = [
	'element',
	'attribute',
	'text',
	'cdata',
	'comment',
	'instruction',
	'doctype',
	'object',
	'array',
	'string',
	'number',
	'literal'
] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/** Why a text is no document, and the position in it where that shows. */
export interface Malformed {
	message: string;
	at: number;
}

/**
 * The nodes of a document in document order, one column per property, so that a large document
 * can be handed from thread to thread without being copied. All positions count UTF-16 units of
 * `text`; a node without a name has -1 as `nameFrom`.
 */
export interface Tree {
	format: Format;
	text: string;
	/** How many nodes there are. */
	size: number;
	/** Index into `NODE_KINDS`. */
	kinds: Uint8Array;
	/** The whole stretch of a node, with its tags, quotes or, in JSON, its name. */
	from: Int32Array;
	to: Int32Array;
	/** The name as written: of an element, attribute or instruction, or of a JSON object's member. */
	nameFrom: Int32Array;
	nameTo: Int32Array;
	/** What is between the tags, quotes or brackets; of a JSON value, the value as written. */
	valueFrom: Int32Array;
	valueTo: Int32Array;
	/** The node around a node; -1 at the top. */
	parents: Int32Array;
	/** The first node after a node and all that is in it. */
	ends: Int32Array;
	/** Null for a whole document; otherwise the nodes end where the document breaks. */
	malformed: Malformed | null;
}

/** The kind of a node. */
export function kindOf({ kinds }: Tree, node: number): NodeKind {
	const kind = NODE_KINDS[kinds[node] ?? -1];
	if (!kind) throw new RangeError(`There is no node ${node}.`);
	return kind;
}

/** The name of a node as written, null for one that has none, such as text or an array's item. */
export function nameOf({ text, nameFrom, nameTo, format }: Tree, node: number): string | null {
	const from = nameFrom[node] ?? -1;
	if (from < 0) return null;
	const written = text.slice(from, nameTo[node]);
	return format === 'json' && written.includes('\\') ? unescapeJson(written) : written;
}

/** The stretch of text a node takes. */
export const writtenOf = ({ text, from, to }: Tree, node: number): string =>
	text.slice(from[node], to[node]);

/** The nodes directly inside a node; those at the top for -1. */
export function childrenOf({ ends, size }: Tree, node: number): number[] {
	const children: number[] = [];
	const end = node < 0 ? size : (ends[node] ?? 0);
	for (let child = node + 1; child < end; child = ends[child] ?? end) children.push(child);
	return children;
}

/** The first child of a name, null if there is none. */
export function childNamed(tree: Tree, node: number, name: string): number | null {
	return (
		childrenOf(tree, node).find(
			(child) => kindOf(tree, child) !== 'attribute' && nameOf(tree, child) === name
		) ?? null
	);
}

/** The element or the value that the document is; null where there is none. */
export function rootOf(tree: Tree): number | null {
	return (
		childrenOf(tree, -1).find(
			(node) => tree.format === 'json' || kindOf(tree, node) === 'element'
		) ?? null
	);
}

/** The innermost node at a position; -1 where there is none. */
export function nodeAt({ from, to, parents, size }: Tree, position: number): number {
	let [low, high] = [0, size];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((from[middle] ?? 0) <= position) low = middle + 1;
		else high = middle;
	}
	let node = low - 1;
	while (node >= 0 && (to[node] ?? 0) <= position) node = parents[node] ?? -1;
	return node;
}

/**
 * What a node says: an element's text and CDATA with its entities resolved, a JSON string without
 * its quotes and escapes, a number or literal as written; null for what holds elements or members.
 */
export function valueOf(tree: Tree, node: number): string | null {
	const { text, valueFrom, valueTo } = tree;
	const written = text.slice(valueFrom[node], valueTo[node]);
	switch (kindOf(tree, node)) {
		case 'element': {
			const children = childrenOf(tree, node);
			if (children.some((child) => kindOf(tree, child) === 'element')) return null;
			return children
				.filter((child) => ['text', 'cdata'].includes(kindOf(tree, child)))
				.map((child) => valueOf(tree, child))
				.join('');
		}
		case 'object':
		case 'array':
			return null;
		case 'text':
		case 'attribute':
			return unescapeXml(written);
		case 'string':
			return unescapeJson(written);
		default:
			return written;
	}
}

/** The entities that every XML document knows: XML 1.0, section 4.6. */
export const ENTITIES: ReadonlyMap<string, string> = new Map([
	['amp', '&'],
	['lt', '<'],
	['gt', '>'],
	['quot', '"'],
	['apos', "'"]
]);

function unescapeXml(written: string): string {
	if (!written.includes('&')) return written;
	return written.replace(
		/&(?:#x([0-9a-f]+)|#([0-9]+)|([^;&\s]+));/gi,
		(whole, hex, decimal, name) => {
			if (name) return ENTITIES.get(name) ?? whole;
			const code = hex ? parseInt(hex, 16) : parseInt(decimal, 10);
			return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
		}
	);
}

function unescapeJson(written: string): string {
	if (!written.includes('\\')) return written;
	try {
		return String(JSON.parse(`"${written}"`));
	} catch {
		return written;
	}
}

/** A position in a text as line and column, both from 1. */
export function lineAndColumn(text: string, at: number): { line: number; column: number } {
	let line = 1;
	let start = 0;
	for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', start)) {
		line++;
		start = end + 1;
	}
	return { line, column: at - start + 1 };
}
