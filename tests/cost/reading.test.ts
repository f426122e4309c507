// Reading an answer, checking it and laying it out cost no more for each byte of a large one.
import { describe, test } from 'vitest';
import { formatOf } from '../../src/answer/format';
import { readingOf, type Reading } from '../../src/answer/reading';
import { fieldsNamed } from '../../src/answer/refused-fields';
import { findingsOf } from '../../src/conformance/conformance';
import { comparingDialects } from '../../src/document/compare-dialects';
import { comparingFormats } from '../../src/document/compare-formats';
import { findPath } from '../../src/document/path/find';
import { structuring } from '../../src/document/structure';
import { readXmlTree } from '../../src/document/xml-tree';
import { hiding, keySecrets } from '../../src/georeport/secrets';
import type { Format } from '../../src/georeport/types';
import { toCsv } from '../../src/export/csv';
import { cellsOf, columnsOf, rowNodesOf } from '../../src/document/table';
import { sortedRows } from '../../src/response/table-rows';
import { rowsOf } from '../../src/response/tree-rows';
import { atOnce } from '../at-once';
import { ANSWER_SHAPES } from '../answer-shapes';
import { expectLinear } from './growth';

const TYPES: Readonly<Record<Format, string>> = { xml: 'text/xml', json: 'application/json' };

const readingFor = (format: Format, text: string): Reading =>
	readingOf({ method: 'requests', status: 200, contentType: TYPES[format], text });

/** Reads an answer and all that is made of it in the page. */
function readAll(format: Format, text: string) {
	const reading = readingFor(format, text);
	const { tree, pretty, records } = reading;
	if (!tree) throw new Error('There is no tree.');
	findingsOf({
		method: 'requests',
		asked: format,
		status: 200,
		headers: [],
		dialect: 'standard',
		encoding: null,
		text,
		tree
	});
	rowsOf(tree, () => true);
	const rows = records.length > 0 ? records : rowNodesOf(tree);
	const columns = columnsOf(tree, rows);
	sortedRows(tree, rows, { column: columns[0] ?? '', descending: true });
	return [pretty?.text, reading.parsed];
}

test.each(ANSWER_SHAPES.map((shape) => [shape.name, shape.format, shape] as const))(
	'answers with %s, in %s',
	(_, format, shape) =>
		expectLinear(
			(count) => shape.make(count).text,
			(text) => readAll(format, text),
			100
		),
	60_000
);

test('answers of many records without one reference', async () => {
	const shape = ANSWER_SHAPES.find(({ name }) => name === 'no references');
	await expectLinear((count) => shape?.make(count).text ?? '', readXmlTree, 2_000);
}, 60_000);

const requests = (inside: string) => `<service_requests>${inside}</service_requests>`;

test.each<[name: string, format: Format, size: number, make: (size: number) => string]>([
	[
		'a document type of comments without end',
		'xml',
		2_000,
		(size) => `<!DOCTYPE ${'<!--'.repeat(size)}`
	],
	[
		'a document type of quotes without end',
		'xml',
		4_001,
		(size) => `<!DOCTYPE a [${`"'`.repeat(size)}`
	],
	[
		'a document type of instructions',
		'xml',
		2_000,
		(size) => `<!DOCTYPE a [${'<?a '.repeat(size)}`
	],
	[
		'one reference at the end',
		'xml',
		2_000,
		(size) => `<a>${'<b c="d">e</b>'.repeat(size)}&amp;</a>`
	],
	[
		'references without a semicolon, one at the end',
		'xml',
		2_000,
		(size) => `<!DOCTYPE a><a>${'<b>&#38;</b>'.repeat(size)}<b>;</b></a>`
	],
	[
		'attributes',
		'xml',
		2_000,
		(size) => `<a ${Array.from({ length: size }, (_, at) => `b${at}="c"`).join(' ')}/>`
	],
	['elements in elements', 'xml', 2_000, (size) => '<a>'.repeat(size) + '</a>'.repeat(size)],
	[
		'mixed content in mixed content',
		'xml',
		1_000,
		(size) =>
			requests(
				`<request><description>${'a<b>'.repeat(size)}${'</b>c'.repeat(size)}</description></request>`
			)
	],
	[
		'pieces of CDATA',
		'xml',
		2_000,
		(size) =>
			requests(`<request><description>${'a<![CDATA[b]]>'.repeat(size)}</description></request>`)
	],
	['comments', 'xml', 2_000, (size) => `<a>${'<!-- b -->'.repeat(size)}</a>`],
	[
		'lists of values',
		'xml',
		1_000,
		(size) => `<l><r><a>1</a>${'<values><v><k>1</k></v></values>'.repeat(size)}</r></l>`
	],
	['blanks', 'xml', 20_000, (size) => `<a>${' '.repeat(size)}<b/>${'\n'.repeat(size)}</a>`],
	['lists in lists', 'json', 2_000, (size) => '['.repeat(size) + ']'.repeat(size)],
	[
		'a wrapper in a wrapper',
		'json',
		500,
		(size) => '{"service_requests":'.repeat(size) + '[]' + '}'.repeat(size)
	],
	[
		'members of one name',
		'json',
		2_000,
		(size) => `[{${Array(size).fill('"values":[{"key":"1"}]').join()}}]`
	],
	[
		'records of one id',
		'json',
		500,
		(size) => `[${Array(size).fill('{"service_request_id":"1"}').join()}]`
	],
	['backslashes', 'json', 4_000, (size) => `["${'\\\\'.repeat(size)}"]`],
	['a string without end', 'json', 4_000, (size) => `["${'\\"'.repeat(size)}`],
	['a number without end', 'json', 10_000, (size) => `[${'1'.repeat(size)}]`]
])(
	'%s, in %s',
	(_, format, size, make) => expectLinear(make, (text) => readAll(format, text), size),
	60_000
);

describe('comparing', () => {
	test('two answers whose records have one id, in lines', async () => {
		const treeOf = (size: number) =>
			readXmlTree(
				requests('<request><service_request_id>1</service_request_id></request>'.repeat(size))
			);
		await expectLinear(treeOf, (tree) => atOnce(structuring(tree, tree)), 3_000);
	}, 60_000);

	test('answers whose fields come in another order', async () => {
		const names = (size: number) => Array.from({ length: size }, (_, at) => `f${at}`);
		const xmlOf = (size: number) =>
			readingFor(
				'xml',
				requests(
					`<request>${names(size)
						.map((name) => `<${name}>1</${name}>`)
						.join('')}</request>`
				)
			).tree!;
		const jsonOf = (size: number) =>
			readingFor(
				'json',
				`[{${names(size)
					.reverse()
					.map((name) => `"${name}":"1"`)
					.join()}}]`
			).tree!;
		await expectLinear(
			(size) => [xmlOf(size), jsonOf(size)] as const,
			([xml, json]) => atOnce(comparingFormats(xml, json)),
			1_000
		);
		await expectLinear(jsonOf, (json) => atOnce(comparingDialects(json, json)), 1_000);
	}, 60_000);
});

test('a path for every node', async () => {
	const treeOf = (size: number) => readXmlTree(`<l>${'<r><a>1</a><b/></r>'.repeat(size)}</l>`);
	for (const path of ['//r[a]/b', '//*[a=1]', '//r[last()]', '//a/../b', '//b/..//a']) {
		await expectLinear(treeOf, (tree) => findPath(tree, path), 500);
	}
}, 60_000);

test.each([
	['comments before the document', (size: number) => `${'<!---->'.repeat(size)}<a/>`],
	['comments that do not end', (size: number) => '<!--'.repeat(size)],
	['blanks', (size: number) => ' \n'.repeat(size)]
])('what a body is, for %s', async (_, textOf) => {
	await expectLinear(textOf, (text) => formatOf('text/plain', text), 2);
	await expectLinear(textOf, (text) => formatOf('text/plain', text), 50);
});

test('the arguments that an error names', () =>
	expectLinear(
		(size) => `attribute[${'attribute['.repeat(size)}`,
		(description) => fieldsNamed([{ code: '400', description }], 'submit'),
		1_000
	));

test.each(['Al', 'a\\b "xy'])(
	'what hides the key %j',
	async (key) => {
		const hide = hiding(keySecrets([key]));
		for (const piece of [
			' ',
			'\\n',
			'\\\\',
			'&',
			'&amp;',
			'%25',
			'>',
			'"',
			"'",
			`>${key}`,
			'a=',
			`${key} `
		]) {
			await expectLinear((size) => `${piece.repeat(size)}x`, hide, 2_000);
		}
	},
	60_000
);

test('rows as comma-separated values', () =>
	expectLinear(
		(size) => readXmlTree(ANSWER_SHAPES[0]!.make(size).text),
		(tree) => {
			const rows = rowNodesOf(tree);
			const columns = columnsOf(tree, rows);
			return toCsv(
				columns,
				rows.map((row) => cellsOf(tree, row, columns)),
				{ forSpreadsheets: true }
			);
		},
		100
	));
