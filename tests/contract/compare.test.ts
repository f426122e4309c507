import { expect, test } from 'vitest';
import { toHttpRequest, type Draft } from '../../src/georeport/request';
import { treeOf } from '../../src/answer/parse';
import { writtenOf, type Tree } from '../../src/document/tree';
import { comparingDialects } from '../../src/document/compare-dialects';
import { comparingFormats } from '../../src/document/compare-formats';
import { asking, DIALECT_NAMES, dialectEndpoint } from './mock-up';
import { atOnce } from '../at-once';
import { LISTED } from '../listed';

type DialectName = (typeof DIALECT_NAMES)[number];

const ask = asking();
const toronto = { jurisdiction_id: 'toronto.ca' };

async function treesOf(dialect: DialectName, draft: Omit<Draft, 'format'>): Promise<[Tree, Tree]> {
	const trees = await Promise.all(
		(['xml', 'json'] as const).map(async (format) =>
			treeOf(await ask(toHttpRequest({ ...draft, format }, dialectEndpoint(dialect))))
		)
	);
	const [xml, json] = trees;
	if (!xml || !json) throw new Error('An answer is neither XML nor JSON.');
	return [xml, json];
}

const REQUEST: Omit<Draft, 'format'> = {
	method: 'request',
	values: { ...toronto, service_request_id: '101000000001' }
};
const REQUESTS: Omit<Draft, 'format'> = { method: 'requests', values: toronto };
const SERVICES: Omit<Draft, 'format'> = { method: 'services', values: toronto };
const MISSING: Omit<Draft, 'format'> = {
	method: 'request',
	values: { ...toronto, service_request_id: '1' }
};

/**
 * The differences between Toronto's recorded answers in XML and JSON, and those of the
 * specification's samples, as kind and fields. The service request is like the one recorded in
 * 2018: scheduled, and so far without text, photo, notice or update.
 */
const TABLE: readonly [DialectName, string, Omit<Draft, 'format'>, readonly string[]][] = [
	[
		'toronto',
		'one service request',
		REQUEST,
		[
			'array-of-one service_requests',
			'kept-wrapper service_requests',
			'null description',
			'null media_url',
			'null service_notice',
			'null updated_datetime',
			'null zipcode',
			'number address_id',
			'number lat',
			'number long',
			'number service_request_id',
			'record-name request'
		]
	],
	[
		'standard',
		'one service request',
		REQUEST,
		[
			'array-of-one service_requests',
			'left-out description',
			'left-out media_url',
			'left-out service_notice',
			'left-out updated_datetime',
			'left-out zipcode',
			'number lat',
			'number long',
			'outer-name service_requests',
			'record-name request'
		]
	],
	[
		'toronto',
		'services',
		SERVICES,
		['boolean metadata', 'number service_code', 'outer-name services', 'record-name service']
	],
	[
		'standard',
		'services',
		SERVICES,
		['boolean metadata', 'outer-name services', 'record-name service']
	],
	[
		'toronto',
		'an error',
		MISSING,
		['array-of-one errors', 'number code', 'outer-name errors', 'record-name error']
	],
	[
		'standard',
		'an error',
		MISSING,
		['array-of-one errors', 'number code', 'outer-name errors', 'record-name error']
	]
];

test.each(TABLE)('%s, %s: only the known differences', async (dialect, _, draft, known) => {
	const { differences } = atOnce(comparingFormats(...(await treesOf(dialect, draft))));
	expect(differences.map(({ kind, field }) => `${kind} ${field}`).sort()).toEqual(known);
	for (const { words, count } of differences) {
		expect(words).toMatch(/^.{20,}\.$/);
		expect(count).toBeGreaterThan(0);
	}
});

test.each(DIALECT_NAMES)('%s: XML and JSON never have different data', async (dialect) => {
	const [xml, json] = await treesOf(dialect, REQUESTS);
	const { differences, secondOf, firstOf } = atOnce(comparingFormats(xml, json));
	expect(differences.filter(({ kind }) => ['value', 'only-in-json'].includes(kind))).toEqual([]);
	expect(differences.find(({ kind }) => kind === 'record-name')?.count).toBe(LISTED);
	for (const [from, to] of secondOf) expect(firstOf.get(to)).toBe(from);
});

test.each([
	['a field that JSON has not', '<zipcode>02108</zipcode>', '{}', ['only-in-xml zipcode']],
	['an empty field that JSON has not', '<zipcode> </zipcode>', '{}', ['left-out zipcode']],
	['fields that JSON has not', '<a><b/></a>', '{}', ['only-in-xml a']],
	['more items', '<a><b>1</b><b>2</b></a>', '{"a":["1"]}', ['only-in-xml b', 'record-name b']],
	['items of an empty list', '<a><b>1</b></a>', '{"a":[]}', ['only-in-xml b']],
	['an empty list', '<a/>', '{"a":[]}', ['empty-list a']],
	['one item', '<a><b>1</b></a>', '{"a":["1"]}', ['array-of-one a', 'record-name b']],
	['fewer items', '<a><b>1</b></a>', '{"a":["1","2"]}', ['only-in-json a', 'record-name b']],
	['a text for a list', '<a>text</a>', '{"a":[]}', ['value a']],
	['a text for an object', '<a>text</a>', '{"a":{}}', ['value a']],
	['zeros before a number', '<a>001</a>', '{"a":1}', ['number a', 'value a']],
	['another spelling of a number', '<a>1.50</a>', '{"a":1.5}', ['number a']],
	['zero', '<a>0.5</a><b>0</b>', '{"a":0.5,"b":0}', ['number a', 'number b']]
])('XML and JSON differ in %s', (_, fields, object, known) => {
	const xml = treeOf({
		contentType: 'text/xml',
		text: `<service_definition>${fields}</service_definition>`
	});
	const json = treeOf({ contentType: 'application/json', text: object });
	if (!xml || !json) throw new Error('An answer is neither XML nor JSON.');
	const { differences } = atOnce(comparingFormats(xml, json));
	const said = differences.map(({ kind, field }) => `${kind} ${field}`).sort();
	expect(said).toEqual(['outer-name service_definition', ...known].sort());
});

test('the counterpart of a field has the same name and the same record number', async () => {
	const [xml, json] = await treesOf('toronto', REQUESTS);
	const { secondOf } = atOnce(comparingFormats(xml, json));
	const at = xml.text.indexOf('<service_request_id>101000000001<');
	const counterpart = secondOf.get(xml.from.indexOf(at)) ?? -1;
	expect(writtenOf(json, counterpart).replace(/\s/g, '')).toBe('"service_request_id":101000000001');
});

/**
 * How Toronto's dialect differs from the standard one in the same format: JSON is wrapped; codes
 * and ids of digits are numbers; null means no value; long comes before lat; services have the
 * names of the back office and the fields of its saved list; no service answers a report at once.
 */
const DIALECTS: readonly [Draft['format'], string, Omit<Draft, 'format'>, readonly string[]][] = [
	['xml', 'one service request', REQUEST, ['order request', 'value service_name']],
	[
		'json',
		'one service request',
		REQUEST,
		[
			'left-out description',
			'left-out media_url',
			'left-out service_notice',
			'left-out updated_datetime',
			'left-out zipcode',
			'number address_id',
			'number service_request_id',
			'order service_requests',
			'value service_name',
			'wrapper service_requests'
		]
	],
	['xml', 'services', SERVICES, ['order service', 'value type']],
	['json', 'services', SERVICES, ['number service_code', 'order record', 'value type']],
	['xml', 'an error', MISSING, []],
	['json', 'an error', MISSING, []]
];

test.each(DIALECTS)(
	'%s, %s: the dialects have only the known differences',
	async (format, _, draft, known) => {
		const [toronto, standard] = await Promise.all(
			(['toronto', 'standard'] as const).map(async (dialect) =>
				treeOf(await ask(toHttpRequest({ ...draft, format }, dialectEndpoint(dialect))))
			)
		);
		if (!toronto || !standard) throw new Error('An answer is neither XML nor JSON.');
		const { differences, secondOf, firstOf } = atOnce(comparingDialects(toronto, standard));
		expect(differences.map(({ kind, field }) => `${kind} ${field}`).sort()).toEqual(known);
		for (const { words } of differences) expect(words).toMatch(/^.{20,}\.$/);
		for (const [from, to] of secondOf) expect(firstOf.get(to)).toBe(from);
		const same = atOnce(comparingDialects(toronto, toronto));
		expect(same.differences).toEqual([]);
		expect(same.secondOf.size).toBeGreaterThan(3);
	}
);
