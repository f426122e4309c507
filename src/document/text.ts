// The text of a field as a person reads it, whatever the field holds.
import {
	childrenOf,
	ENTITIES,
	hasElement,
	kindOf,
	nodeName,
	valueOf,
	writtenOf,
	type Tree
} from './tree';

/** Whether a node is text of its element. */
const isText = (tree: Tree, node: number) => ['text', 'cdata'].includes(kindOf(tree, node));

const isBlank = (text: string) => text.trim() === '';

/** What XML and JSON call white space; all other blanks are part of a value. */
const SPACES = ' \t\r\n';

/**
 * Returns a text without the white space around it; empty where it has nothing else. Blanks such as
 * U+00A0 stay at the ends of a value, since a server compares them.
 */
export function trimmed(text: string): string {
	if (text.trim().length === text.length) return text;
	if (isBlank(text)) return '';
	let [from, to] = [0, text.length];
	while (SPACES.includes(text.charAt(from))) from++;
	while (SPACES.includes(text.charAt(to - 1))) to--;
	return text.slice(from, to);
}

/**
 * Whether an element has elements among its text, here or further in, as in
 * `<description>a <b>b</b></description>`. False for JSON.
 */
export function isMixed(tree: Tree, node: number): boolean {
	if (tree.format === 'json' || kindOf(tree, node) !== 'element') return false;
	const { hasText, hasElements } = contentsOf(tree, node);
	return hasText.some((has, at) => has && hasElements[at]);
}

/** Whether an element itself has elements among its text. */
export function hasMixedText(tree: Tree, node: number): boolean {
	const children = childrenOf(tree, node);
	return (
		hasElement(tree, node) &&
		children.some((child) => isText(tree, child) && !isBlank(valueOf(tree, child) ?? ''))
	);
}

/** Of each node in a node, from the node itself on: whether it directly holds text, and elements. */
function contentsOf(tree: Tree, node: number) {
	const size = (tree.ends[node] ?? node + 1) - node;
	const hasText = new Array<boolean>(size).fill(false);
	const hasElements = new Array<boolean>(size).fill(false);
	for (let at = 1; at < size; at++) {
		const parent = (tree.parents[node + at] ?? node) - node;
		if (kindOf(tree, node + at) === 'element') hasElements[parent] = true;
		else if (!hasText[parent] && isText(tree, node + at)) {
			hasText[parent] = !isBlank(valueOf(tree, node + at) ?? '');
		}
	}
	return { hasText, hasElements };
}

/**
 * Returns the first reference in an element's text to an entity of the document's own, such as `&city;`;
 * null for none. It is not expanded: declarations can multiply a text without end, or reach for files.
 */
export function ownEntityIn(tree: Tree, node: number): string | null {
	if (tree.format === 'json') return null;
	for (let inside = node + 1; inside < (tree.ends[node] ?? 0); inside++) {
		if (kindOf(tree, inside) !== 'text') continue;
		for (const [reference, name = ''] of writtenOf(tree, inside).matchAll(
			/&([^#;&\s][^;&\s]*);/g
		)) {
			if (!ENTITIES.has(name)) return reference;
		}
	}
	return null;
}

/** The texts in an element that holds others: that of a mixed one whole, else each leaf's. */
function textsInXml(tree: Tree, node: number): string[] {
	const { hasText, hasElements } = contentsOf(tree, node);
	/** The outermost mixed element around each node, from `node` on; -1 for none. */
	const mixed = new Int32Array(hasText.length).fill(-1);
	const texts: string[] = [];
	let pieces: string[] = [];
	let of = -1;
	for (let at = 0; at < hasText.length; at++) {
		const parent = (tree.parents[node + at] ?? node) - node;
		const around = at > 0 ? (mixed[parent] ?? -1) : -1;
		mixed[at] = around < 0 && hasText[at] && hasElements[at] ? at : around;
		if (!isText(tree, node + at)) continue;
		const group = around < 0 ? parent : around;
		if (group !== of) {
			texts.push(pieces.join(''));
			pieces = [];
			of = group;
		}
		pieces.push(valueOf(tree, node + at) ?? '');
	}
	texts.push(pieces.join(''));
	return texts;
}

/** The values in an object or array but for null. */
function textsInJson(tree: Tree, node: number): string[] {
	const texts: string[] = [];
	for (let inside = node + 1; inside < (tree.ends[node] ?? 0); inside++) {
		const kind = kindOf(tree, inside);
		if (kind === 'object' || kind === 'array') continue;
		const value = valueOf(tree, inside) ?? '';
		if (kind !== 'literal' || value !== 'null') texts.push(value);
	}
	return texts;
}

/**
 * Returns the text of a field as sent, without the white space around it: text and CDATA joined,
 * entities and escapes resolved, a number as written. Of mixed content that is the whole text; of
 * what holds other fields, the texts of all, with commas between. Empty for null and for no text.
 */
export function textOf(tree: Tree, node: number): string {
	const value = valueOf(tree, node);
	if (value !== null)
		return value === 'null' && kindOf(tree, node) === 'literal' ? '' : trimmed(value);
	const texts = tree.format === 'xml' ? textsInXml(tree, node) : textsInJson(tree, node);
	return texts
		.map(trimmed)
		.filter((text) => text !== '')
		.join(', ');
}

/**
 * Returns the fields of a record by name: elements of XML, members of JSON. Of several with one name
 * JSON's last counts, as for JavaScript's own reader, and XML's first.
 */
export function fieldsOf(tree: Tree, record: number): Map<string, number> {
	const fields = new Map<string, number>();
	const isJson = tree.format === 'json';
	for (const node of childrenOf(tree, record)) {
		const name = isJson || kindOf(tree, node) === 'element' ? nodeName(tree, node) : null;
		if (name !== null && (isJson || !fields.has(name))) fields.set(name, node);
	}
	return fields;
}
