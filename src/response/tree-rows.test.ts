import { expect, test } from 'vitest';
import { readJsonTree } from '../document/json-tree';
import { findPath } from '../document/path/find';
import { recordNodesOf } from '../answer/records';
import type { Tree } from '../document/tree';
import { readXmlTree } from '../document/xml-tree';
import { flagsOf, openAtFirst, rowsOf, rowWordsOf } from './tree-rows';

const XML =
	'<?xml version="1.0"?>\n<service_requests>\n<!-- two --><request a="1"><lat>43.6</lat><note>x<![CDATA[<y>]]></note></request>\n<request/></service_requests>';

/** The rows as lines, indented by level. */
const linesOf = (tree: Tree, isOpen: (node: number) => boolean, shown?: Uint8Array) =>
	rowsOf(tree, isOpen, shown ?? null).map(({ node, level, open }) => {
		const { name, kind, value } = rowWordsOf(tree, node);
		const sign = open === null ? ' ' : open ? '-' : '+';
		return (
			'  '.repeat(level - 1) + [sign, name, kind && `(${kind})`, value].filter(Boolean).join(' ')
		);
	});

test('all that says something has a row; white space between elements has none', () => {
	expect(linesOf(readXmlTree(XML), () => true)).toEqual([
		'  xml (instruction) version="1.0"',
		'- service_requests (3)',
		'    (comment)  two ',
		'  - request (3)',
		'      a (attribute) 1',
		'      lat 43.6',
		'    - note (2)',
		'        (text) x',
		'        (CDATA) <y>',
		'    request'
	]);
});

test('items of an array are numbered, and containers say how much they hold', () => {
	const tree = readJsonTree('[{"lat":43.6,"long":null,"attributes":[]},"x"]');
	expect(linesOf(tree, () => true)).toEqual([
		'- (2 items)',
		'  - [0] (3 fields)',
		'      lat 43.6',
		'      long null',
		'      attributes (0 items)',
		'    [1] x'
	]);
});

test('what holds fields is told by the first of them', () => {
	const hints = (tree: Tree) =>
		rowsOf(tree, () => true).map(({ node }) => rowWordsOf(tree, node).hint);
	expect(hints(readXmlTree('<a>\n<b><id> 12 </id><c>x</c></b><b><c><d/></c></b></a>'))).toEqual([
		null,
		'12',
		null,
		null,
		null,
		null,
		null
	]);
	expect(hints(readJsonTree('[{"id":12,"b":{}},{"b":[1]}]'))).toEqual([
		null,
		'12',
		null,
		null,
		null,
		null,
		null
	]);
});

test('what is closed hides what is in it', () => {
	const tree = readXmlTree(XML);
	const open = openAtFirst(tree, recordNodesOf(tree));
	expect(linesOf(tree, (node) => open.has(node))).toEqual([
		'  xml (instruction) version="1.0"',
		'- service_requests (3)',
		'    (comment)  two ',
		'  - request (3)',
		'      a (attribute) 1',
		'      lat 43.6',
		'    + note (2)',
		'    request'
	]);
	const many = readJsonTree(`[${Array.from({ length: 21 }, () => '{"lat":1}').join()}]`);
	const few = openAtFirst(many, recordNodesOf(many));
	expect(rowsOf(many, (node) => few.has(node))).toHaveLength(22);
});

test('a filter leaves what was found, and the way to it', () => {
	const tree = readXmlTree(XML);
	const found = findPath(tree, '//lat');
	if (!('nodes' in found)) throw new Error(found.problem);
	expect(linesOf(tree, () => true, flagsOf(tree, found.nodes))).toEqual([
		'- service_requests (3)',
		'  - request (3)',
		'      lat 43.6'
	]);
});

test('items keep their index, whatever a filter leaves out', () => {
	const tree = readJsonTree('[{"lat":1},{"lat":2}]');
	const found = findPath(tree, '$[1].lat');
	if (!('nodes' in found)) throw new Error(found.problem);
	expect(linesOf(tree, () => true, flagsOf(tree, found.nodes))).toEqual([
		'- (2 items)',
		'  - [1] (1 field)',
		'      lat 2'
	]);
});

test('each row knows its place among its neighbours', () => {
	const rows = rowsOf(readJsonTree('{"a":1,"b":[2,3]}'), () => true);
	expect(rows.map(({ level, position, parent, held }) => [level, position, parent, held])).toEqual([
		[1, 1, -1, 2],
		[2, 1, 0, 0],
		[2, 2, 0, 2],
		[3, 1, 2, 0],
		[3, 2, 2, 0]
	]);
});
