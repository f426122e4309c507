import { expect, test } from 'vitest';
import { readJsonTree } from '../document/json-tree';
import { cellsOf, columnsOf, rowNodesOf } from '../document/table';
import { nodeName, type Tree } from '../document/tree';
import { readXmlTree } from '../document/xml-tree';
import { sortedRows } from './table-rows';

const XML = readXmlTree(
	'<service_requests><request><service_request_id>9</service_request_id><long>-79.4</long><requested_datetime>2026-01-01T09:00:00-05:00</requested_datetime></request> <request><service_request_id>10</service_request_id><notes><note>a</note><note>b &amp; c</note></notes><long/><requested_datetime>2026-01-01T10:00:00-04:00</requested_datetime></request></service_requests>'
);

function tableOf(tree: Tree, rows: readonly number[] = rowNodesOf(tree)) {
	const columns = columnsOf(tree, rows);
	return [columns, ...rows.map((row) => cellsOf(tree, row, columns))];
}

test('service requests are rows, with a column for each field that any of them has', () => {
	expect(tableOf(XML)).toEqual([
		['service_request_id', 'long', 'requested_datetime', 'notes'],
		['9', '-79.4', '2026-01-01T09:00:00-05:00', ''],
		['10', '', '2026-01-01T10:00:00-04:00', 'a, b & c']
	]);
	expect(
		tableOf(readJsonTree('{"service_requests":[{"lat":1,"zipcode":null},{"x":[1,2]}]}'))
	).toEqual([
		['lat', 'zipcode', 'x'],
		['1', '', ''],
		['', '', '1, 2']
	]);
});

test.each([
	['services', '<services><service><service_code>1</service_code></service></services>', 'service'],
	[
		'endpoints',
		'<discovery><contact>x</contact><endpoints><endpoint><url>u</url><formats><format>text/xml</format></formats></endpoint></endpoints></discovery>',
		'endpoint'
	],
	['errors', '<errors><error><code>404</code></error></errors>', 'error']
])('the rows of %s', (_, text, name) => {
	const tree = readXmlTree(text);
	expect(rowNodesOf(tree).map((node) => nodeName(tree, node))).toEqual([name]);
});

test('a definition has a row for each attribute and for each of its values', () => {
	const text =
		'<service_definition><service_code>1</service_code><attributes><attribute><code>A</code><values>' +
		'<value><key>k</key><name>n</name></value></values></attribute><attribute><code>B</code>' +
		'</attribute></attributes></service_definition>';
	const rows = [
		['code', 'key', 'name'],
		['A', '', ''],
		['', 'k', 'n'],
		['B', '', '']
	];
	expect(tableOf(readXmlTree(text))).toEqual(rows);
	const json =
		'{"service_code":1,"attributes":[{"code":"A","values":[{"key":"k","name":"n"}]},{"code":"B"}]}';
	expect(tableOf(readJsonTree(json))).toEqual(rows);
});

test.each([
	['blanks', '\n    <attributes>\n  ', '\n'],
	['an attribute', '<attributes type="array">', ''],
	['a comment', '<attributes><!-- two -->', ''],
	['an empty record', '<attributes><attribute/>', '']
])('%s in a list make no record of it', (_, list, end) => {
	const attributes = ['A', 'B'].map(
		(code) => `<attribute>${end}<code>${code}</code></attribute>${end}`
	);
	const text = `<service_definition>${end}<service_code>1</service_code>${list}${attributes.join('')}</attributes>${end}</service_definition>`;
	expect(tableOf(readXmlTree(text))).toEqual([['code'], ['A'], ['B']]);
});

test('a record with a stray text is a row like the others', () => {
	const text = '<services><service>x<a>1</a></service><service><a>2</a></service></services>';
	expect(tableOf(readXmlTree(text))).toEqual([['a'], ['1'], ['2']]);
});

test('an empty record takes no other row away', () => {
	expect(tableOf(readJsonTree('[{"a":1},null,"x",[],{},{"a":2}]'))).toEqual([
		['a'],
		['1'],
		[''],
		['2']
	]);
	expect(rowNodesOf(readJsonTree('{"list":[{}],"requests":[{"a":1}]}'))).toHaveLength(1);
});

test.each([
	readJsonTree('[[{"a":1}],[{"a":2}]]'),
	readXmlTree('<l><g><r><a>1</a></r></g><g><r><a>2</a></r></g></l>')
])('the records of several lists with one name are all rows', (tree) => {
	expect(tableOf(tree)).toEqual([['a'], ['1'], ['2']]);
});

test('mixed content is one cell with its whole text, and no record', () => {
	const description = '<description>hello <b>big <i>bad</i></b> world</description>';
	const of = (fields: string) => readXmlTree(`<services><service>${fields}</service></services>`);
	expect(tableOf(of(`<service_code>1</service_code>${description}`))).toEqual([
		['service_code', 'description'],
		['1', 'hello big bad world']
	]);
	expect(tableOf(of(description))).toEqual([['description'], ['hello big bad world']]);
});

test('an answer without records has no rows', () => {
	expect(rowNodesOf(readXmlTree('<service_requests/>'))).toEqual([]);
	expect(rowNodesOf(readJsonTree('[]'))).toEqual([]);
	expect(rowNodesOf(readJsonTree('1'))).toEqual([]);
});

test('rows are sorted by number and by instant, and those without a value come last', () => {
	const rows = rowNodesOf(XML);
	const sorted = (column: string, descending = false) =>
		sortedRows(XML, rows, { column, descending }).map(
			(row) => cellsOf(XML, row, ['service_request_id'])[0]
		);
	expect(sorted('service_request_id')).toEqual(['9', '10']);
	expect(sorted('service_request_id', true)).toEqual(['10', '9']);
	expect(sorted('long')).toEqual(['9', '10']);
	expect(sorted('long', true)).toEqual(['9', '10']);
	// Both are 14:00 UTC; equal rows keep the answer's order.
	expect(sorted('requested_datetime', true)).toEqual(['9', '10']);
	expect(sortedRows(XML, rows, null)).toBe(rows);
});

test('numbers with more digits than JavaScript keeps are in order, and as sent', () => {
	const tree = readJsonTree(
		'[{"id":12345678901234567892},{"id":12345678901234567890},{"id":1.10},{"id":-0},{"id":1e400}]'
	);
	const rows = sortedRows(tree, rowNodesOf(tree), { column: 'id', descending: false });
	expect(rows.map((row) => cellsOf(tree, row, ['id'])[0])).toEqual([
		'-0',
		'1.10',
		'1e400',
		'12345678901234567890',
		'12345678901234567892'
	]);
});
