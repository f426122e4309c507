// The nodes of a document as positions in its text. The text is not changed, so it can be shown,
// searched and checked as it was received.
import type { Format } from '../georeport/types';
import { lastUpTo } from './last-up-to';

/** The kinds of node in XML and JSON documents. */
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
/** The kind of a node. */
export type NodeKind = (typeof NODE_KINDS)[number];

/** Why a text is not a well-formed document, and where it breaks. */
export interface Malformed {
	message: string;
	at: number;
}

/**
 * The nodes of a document in document order, one column for each property, so that a large document
 * can be passed between threads without a copy. Positions are UTF-16 units of `text`; a node
 * without a name has -1 as `nameFrom`.
 */
export interface Tree {
	format: Format;
	text: string;
	/** The number of nodes. */
	size: number;
	/** Index into `NODE_KINDS`. */
	kinds: Uint8Array;
	/** The whole node, with its tags, quotes or, in JSON, its name. */
	from: Int32Array;
	to: Int32Array;
	/** The name of an element, attribute, instruction or member, as written. */
	nameFrom: Int32Array;
	nameTo: Int32Array;
	/** What is between the tags, quotes or brackets; the value of JSON, as written. */
	valueFrom: Int32Array;
	valueTo: Int32Array;
	/** The parent of a node; -1 at the top. */
	parents: Int32Array;
	/** The first node after a node and its descendants. */
	ends: Int32Array;
	/** Null for a whole document; otherwise the nodes end at the break. */
	malformed: Malformed | null;
}

/** Returns the kind of a node; throws a RangeError if there is no such node. */
export function kindOf({ kinds }: Tree, node: number): NodeKind {
	const kind = NODE_KINDS[kinds[node] ?? -1];
	if (!kind) throw new RangeError(`There is no node ${node}.`);
	return kind;
}

/** Returns the name of a node; null for text, an item of an array and others without a name. */
export function nodeName({ text, nameFrom, nameTo, format }: Tree, node: number): string | null {
	const from = nameFrom[node] ?? -1;
	if (from < 0) return null;
	const written = text.slice(from, nameTo[node]);
	return format === 'json' && written.includes('\\') ? unescapeJson(written) : written;
}

/** Returns the text of a node as written. */
export const writtenOf = ({ text, from, to }: Tree, node: number): string =>
	text.slice(from[node], to[node]);

/** Returns the children of a node; for -1 the nodes at the top. */
export function childrenOf({ ends, size }: Tree, node: number): number[] {
	const children: number[] = [];
	const end = node < 0 ? size : (ends[node] ?? 0);
	for (let child = node + 1; child < end; child = ends[child] ?? end) children.push(child);
	return children;
}

/** Whether an element stands directly in a node. */
export function hasElement(tree: Tree, node: number): boolean {
	const end = tree.ends[node] ?? 0;
	for (let child = node + 1; child < end; child = tree.ends[child] ?? end) {
		if (kindOf(tree, child) === 'element') return true;
	}
	return false;
}

/** Returns the first child with a name; null for none. */
export function childNamed(tree: Tree, node: number, name: string): number | null {
	return (
		childrenOf(tree, node).find(
			(child) => kindOf(tree, child) !== 'attribute' && nodeName(tree, child) === name
		) ?? null
	);
}

/** Returns the root element or value; null for none. */
export function rootOf(tree: Tree): number | null {
	return (
		childrenOf(tree, -1).find(
			(node) => tree.format === 'json' || kindOf(tree, node) === 'element'
		) ?? null
	);
}

/** Returns the innermost node at a position; -1 for none. */
export function nodeAt({ from, to, parents, size }: Tree, position: number): number {
	let node = lastUpTo(size, position, (index) => from[index] ?? 0);
	while (node >= 0 && (to[node] ?? 0) <= position) node = parents[node] ?? -1;
	return node;
}

/**
 * Returns the value of a node: the text and CDATA of an element with entities resolved, a JSON
 * string without quotes and escapes, a number or literal as written. Null for a node with elements,
 * members or items.
 */
export function valueOf(tree: Tree, node: number): string | null {
	const { text, valueFrom, valueTo } = tree;
	const written = text.slice(valueFrom[node], valueTo[node]);
	switch (kindOf(tree, node)) {
		case 'element': {
			if (hasElement(tree, node)) return null;
			// One by one, without lists: this is read for every field of a large answer.
			let value = '';
			const end = tree.ends[node] ?? 0;
			for (let child = node + 1; child < end; child = tree.ends[child] ?? end) {
				const kind = kindOf(tree, child);
				if (kind === 'text' || kind === 'cdata') value += valueOf(tree, child) ?? '';
			}
			return value;
		}
		case 'object':
		case 'array':
			return null;
		case 'text':
			return unescapeXml(withLineEnds(written));
		case 'attribute':
			// White space in an attribute is blanks: XML 1.0, section 3.3.3.
			return unescapeXml(withLineEnds(written).replace(/[\t\n]/g, ' '));
		case 'cdata':
			return withLineEnds(written);
		case 'string':
			return unescapeJson(written);
		default:
			return written;
	}
}

/** Each end of a line is U+000A, however it was sent: XML 1.0, section 2.11. */
const withLineEnds = (written: string): string =>
	written.includes('\r') ? written.replace(/\r\n?/g, '\n') : written;

/** The predefined entities of XML 1.0, section 4.6. */
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

/** Returns the line and column of a position, both from 1. */
export function lineAndColumn(text: string, at: number): { line: number; column: number } {
	let line = 1;
	let start = 0;
	for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', start)) {
		line++;
		start = end + 1;
	}
	return { line, column: at - start + 1 };
}
