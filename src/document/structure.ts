// The content of two answers as lines to compare: records by name, fields by path. Format, order,
// wrapper and white space do not count.
import { DEEPEST, REST, type Comparing } from './pairs';
import { trimmed } from './text';
import { childrenOf, kindOf, nodeName, rootOf, valueOf, writtenOf, type Tree } from './tree';

/** Two answers as lines; equal content gives equal lines. */
export interface Structures {
	first: string;
	second: string;
}

/** The fields of a record or document by their paths, such as `values[2]/name`. */
type Fields = Map<string, string>;

/** The fields that can name a record; the first that it has does. */
const NAMES = ['service_request_id', 'token', 'service_code', 'code'];

const HOLDERS: readonly string[] = ['element', 'object', 'array', 'string', 'number', 'literal'];

/** Returns what is in a node, without comments and the text between elements. */
const inside = (tree: Tree, node: number) =>
	childrenOf(tree, node).filter((child) => HOLDERS.includes(kindOf(tree, child)));

/**
 * Whether a node is a list: a JSON array, or an element of GeoReport v2 with nothing in it but the
 * elements it is named after, such as each service in "services".
 */
function isList(tree: Tree, node: number): boolean {
	if (kindOf(tree, node) === 'array') return true;
	const name = nodeName(tree, node) ?? '';
	const item = name === 'service_requests' ? 'request' : name.replace(/s$/, '');
	const items = inside(tree, node);
	return (
		kindOf(tree, node) === 'element' &&
		item !== name &&
		items.length > 0 &&
		items.every((child) => nodeName(tree, child) === item)
	);
}

const isEmpty = (tree: Tree, node: number) =>
	inside(tree, node).length === 0 && ['object', 'array'].includes(kindOf(tree, node));

/** Returns the value of a node in one line; '' for JSON's null and for an empty element. */
function lineOf(tree: Tree, node: number): string {
	const isNull = kindOf(tree, node) === 'literal' && writtenOf(tree, node).endsWith('null');
	const value = isNull || isEmpty(tree, node) ? '' : (valueOf(tree, node) ?? writtenOf(tree, node));
	return trimmed(value).replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}

/** The longest content that is compared, in UTF-16 units: each field repeats the path to it. */
const LONGEST = 2_000_000;

/** Adds the fields in a node in their order; resolves to false once there is no room for them. */
function* collecting(
	tree: Tree,
	record: number,
	fields: Fields,
	room: { left: number }
): Comparing<boolean> {
	/** What is still to be looked at: the last comes first. */
	const waiting: [node: number, path: string, depth: number][] = [[record, '', 0]];
	let count = 0;
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		const [node, path, depth] = next;
		if (++count % REST === 0) yield;
		const children = depth > DEEPEST ? [] : inside(tree, node);
		if (children.length === 0) {
			const line = lineOf(tree, node);
			fields.set(path, line);
			room.left -= path.length + line.length;
			if (room.left < 0) return false;
			continue;
		}
		const list = isList(tree, node);
		const seen = new Map<string, number>();
		const found = children.map((child, index): (typeof waiting)[number] => {
			const name = nodeName(tree, child) ?? '';
			const times = (seen.get(name) ?? 0) + 1;
			seen.set(name, times);
			const many = times > 1 ? `[${times}]` : '';
			const step = list ? `[${index + 1}]` : `${path && '/'}${name}${many}`;
			return [child, path + step, depth + 1];
		});
		for (const each of found.reverse()) waiting.push(each);
	}
	return true;
}

/**
 * Returns the records of a document by name; a document that is not a list is one record. Null if there
 * are none to name, or too much is in them.
 */
function* recordsOf(tree: Tree): Comparing<Map<string, Fields> | null> {
	const root = rootOf(tree);
	if (root === null) return null;
	const [only, ...others] = inside(tree, root);
	const isWrapper =
		only !== undefined && others.length === 0 && nodeName(tree, only) === 'service_requests';
	const whole = kindOf(tree, root) === 'object' && isWrapper ? only : root;
	const isEmptyList = kindOf(tree, whole) === 'element' && inside(tree, whole).length === 0;
	const records = new Map<string, Fields>();
	const times = new Map<string, number>();
	const room = { left: LONGEST };
	if (isEmptyList) return records;
	for (const node of isList(tree, whole) ? inside(tree, whole) : [whole]) {
		const fields: Fields = new Map();
		if (!(yield* collecting(tree, node, fields, room))) return null;
		const name = NAMES.find((name) => fields.get(name));
		const called = name ? `${name} ${fields.get(name)}` : node === whole ? 'document' : 'record';
		let count = times.get(called) ?? 0;
		let key: string;
		do key = ++count > 1 ? `${called} (${count})` : called;
		while (records.has(key));
		times.set(called, count);
		records.set(key, fields);
		if (records.size % REST === 0) yield;
	}
	return records;
}

/** Merges the keys of two maps: those of the first in order, each new one after its predecessor. */
function together(first: Iterable<string>, second: Iterable<string>): string[] {
	const keys = new Set(first);
	/** The keys that only the second has, by the key they follow; null for the beginning. */
	const after = new Map<string | null, string[]>();
	let neighbour: string | null = null;
	for (const key of second) {
		if (keys.has(key)) neighbour = key;
		else if (!after.get(neighbour)?.push(key)) after.set(neighbour, [key]);
	}
	return [
		...(after.get(null) ?? []),
		...[...keys].flatMap((key) => [key, ...(after.get(key) ?? [])])
	];
}

const linesOf = (name: string, fields: Fields | undefined, paths: readonly string[]) =>
	fields
		? [
				name,
				...paths.flatMap((path) => {
					const value = fields.get(path);
					return value === undefined ? [] : [`  ${path}: ${value}`.trimEnd()];
				})
			]
		: [];

/**
 * Returns the content of two answers in the order of the first; null if one is not a whole
 * document, or has too much in it to be compared. Yields now and then, so that whoever runs it can do
 * other work or give up.
 */
export function* structuring(
	first: Tree | null,
	second: Tree | null
): Comparing<Structures | null> {
	if (!first || !second || first.malformed || second.malformed) return null;
	const [a, b] = [yield* recordsOf(first), yield* recordsOf(second)];
	if (!a || !b) return null;
	const lines: { first: string[][]; second: string[][] } = { first: [], second: [] };
	for (const name of together(a.keys(), b.keys())) {
		const [ofA, ofB] = [a.get(name), b.get(name)];
		const paths = together(ofA?.keys() ?? [], ofB?.keys() ?? []);
		lines.first.push(linesOf(name, ofA, paths));
		lines.second.push(linesOf(name, ofB, paths));
		if (lines.second.length % REST === 0) yield;
	}
	const whole = (parts: readonly string[][]) => parts.flat().join('\n');
	return { first: whole(lines.first), second: whole(lines.second) };
}
