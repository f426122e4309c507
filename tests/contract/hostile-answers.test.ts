// Malicious answers: nested without end, wide without end, with entities that multiply.
import { expect, test } from 'vitest';
import { findingsOf } from '../../src/conformance/conformance';
import { nodePathOf } from '../../src/document/path/path';
import { findPath } from '../../src/document/path/find';
import { readingOf } from '../../src/answer/reading';
import { comparingDialects } from '../../src/document/compare-dialects';
import type { Tree } from '../../src/document/tree';
import { comparingFormats } from '../../src/document/compare-formats';
import { cellsOf, columnsOf, rowNodesOf } from '../../src/document/table';
import { rowsOf } from '../../src/response/tree-rows';
import { atOnce } from '../at-once';

/** The depth of nested answers: more than any stack can take. */
const DEPTH = 20_000;
/** The number of fields in wide answers. */
const WIDTH = 10_000;

const nested = (open: string, inside: string, close: string) =>
	open.repeat(DEPTH) + inside + close.repeat(DEPTH);

function read(text: string) {
	const reading = readingOf({ method: 'requests', status: 200, contentType: null, text });
	const { tree, parsed, pretty } = reading;
	if (!tree) throw new Error('There is no tree.');
	const findings = findingsOf({
		method: 'requests',
		asked: null,
		status: 200,
		headers: [],
		dialect: 'standard',
		encoding: null,
		text,
		tree
	});
	return { tree, parsed, pretty, findings };
}

/** What is said where a comparison ends before the documents do. */
const TOO_DEEP = {
	kind: 'too-deep',
	words: 'The answers are nested more than 200 levels deep; what lies deeper was not compared.',
	count: 1
};

const DEEP_XML = `<service_requests><request><address>${nested('<a>', 'x', '</a>')}</address></request></service_requests>`;
const DEEP_JSON = `[{"address":${nested('{"a":', '"x"', '}')}}]`;
const DEEP_LIST = `[{"address":${nested('[', '', ']')}}]`;

/** Returns the texts of the first row of the table. */
function firstRow(tree: Tree) {
	const rows = rowNodesOf(tree);
	return cellsOf(tree, rows[0] ?? -1, columnsOf(tree, rows));
}

test.each([
	[
		'XML',
		DEEP_XML,
		4 + DEPTH,
		`/service_requests/request/address${'/a'.repeat(DEPTH)}/text()`,
		'//request'
	],
	['JSON', DEEP_JSON, 3 + DEPTH, `$[0].address${'.a'.repeat(DEPTH)}`, '$[0]'],
	['JSON of lists', DEEP_LIST, 2 + DEPTH, `$[0].address${'[0]'.repeat(DEPTH - 1)}`, '$[0]']
])(
	'%s nested without end is parsed, laid out, checked and compared',
	(name, text, nodes, path, one) => {
		const { tree, parsed, findings } = read(text);
		expect([tree.size, tree.malformed]).toEqual([nodes, null]);
		const address = name === 'JSON of lists' ? null : 'x';
		expect(parsed).toMatchObject({ kind: 'serviceRequests', serviceRequests: [{ address }] });
		expect(findings.map(({ rule, field }) => `${rule} ${field}`)).toContain('type address');
		expect(rowsOf(tree, () => true)).toHaveLength(name === 'XML' ? nodes - 1 : nodes);
		expect(nodePathOf(tree, tree.size - 1)).toBe(path);
		const found = findPath(tree, one);
		expect('nodes' in found && found.nodes).toHaveLength(1);
		const { differences, secondOf } = atOnce(comparingDialects(tree, tree));
		expect(differences).toMatchObject([TOO_DEEP]);
		expect(secondOf.size).toBeGreaterThan(100);
	}
);

test('both formats of a document nested without end are compared to a limited depth', () => {
	const { differences, secondOf } = atOnce(
		comparingFormats(read(DEEP_XML).tree, read(DEEP_JSON).tree)
	);
	expect(secondOf.size).toBeGreaterThan(100);
	expect(differences.map(({ kind }) => kind)).toContain('array-of-one');
	expect(differences).toContainEqual(expect.objectContaining(TOO_DEEP));
});

test('a field with nested fields is one cell with all their texts', () => {
	expect(firstRow(read('[{"a":{"b":1,"c":[null,"x",{"d":""}]},"e":2}]').tree)).toEqual([
		'1, x',
		'2'
	]);
	expect(firstRow(read('<l><r><a><b>1</b><c><d>x</d><e/></c></a><f>2</f></r></l>').tree)).toEqual([
		'1, x',
		'2'
	]);
});

test('records with very many fields are compared in reasonable time', () => {
	const names = Array.from({ length: WIDTH }, (_, at) => `f${at}`);
	const xml = read(
		`<service_requests><request>${names.map((name) => `<${name}>1</${name}>`).join('')}</request></service_requests>`
	);
	const json = read(JSON.stringify([Object.fromEntries(names.map((name) => [name, '1']))]));
	expect(atOnce(comparingFormats(xml.tree, json.tree)).secondOf.size).toBe(WIDTH + 2);
	expect(atOnce(comparingDialects(json.tree, json.tree)).differences).toEqual([]);
	expect(columnsOf(json.tree, rowNodesOf(json.tree))).toHaveLength(WIDTH);
});

test('entities that multiply are not expanded', () => {
	const entities = Array.from(
		{ length: 12 },
		(_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`
	);
	const { tree, parsed, pretty } = read(
		`<!DOCTYPE a [<!ENTITY e0 "lol">${entities.join('')}]><service_requests><request><status>&e12;</status></request></service_requests>`
	);
	expect(tree.malformed).toBeNull();
	expect(pretty?.text).toContain('<status>&e12;</status>');
	expect(JSON.stringify(parsed).length).toBeLessThan(10_000);
});

test('names of JavaScript object properties are names like others', () => {
	const { parsed } = read(
		'[{"__proto__":{"service_request_id":"1"},"constructor":"x","service_request_id":"2"}]'
	);
	expect(parsed).toMatchObject({ serviceRequests: [{ service_request_id: '2' }] });
});
