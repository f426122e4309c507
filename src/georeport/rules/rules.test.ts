import { expect, test } from 'vitest';
import type { DialectName } from '../dialect';
import type { MethodName } from '../methods';
import type { Draft, Values } from '../request';
import type { RuleContext } from './rule';
import { problemsOf } from './rules';
import type { Attribute, Service, ServiceDefinition } from '../types';

const service = (service_code: string): Service => ({
	service_code,
	service_name: service_code,
	description: null,
	metadata: true,
	type: 'batch',
	keywords: null,
	group: null
});

const question = (code: string, more: Partial<Attribute>): Attribute => ({
	variable: true,
	code,
	datatype: 'string',
	required: false,
	datatype_description: null,
	order: 1,
	description: `${code}?`,
	values: [],
	...more
});

const YES_NO = [
	{ key: 'Y', name: 'Yes' },
	{ key: 'N', name: 'No' }
];

const DEFINITION: ServiceDefinition = {
	service_code: 'POT',
	attributes: [
		question('SIZE', { required: true, datatype: 'singlevaluelist', values: YES_NO }),
		question('RISK', { datatype: 'multivaluelist', values: YES_NO }),
		question('DEPTH', { datatype: 'number' }),
		question('SEEN', { datatype: 'datetime' }),
		question('NEAR', { datatype: 'string' }),
		question('MORE', { datatype: 'text' }),
		question('NOTE', { variable: false, required: true })
	]
};

/** A square city around 43.7, -79.4 in which service WHO asks for names. */
const context = (dialect: DialectName | null): RuleContext => ({
	dialect,
	services: [service('POT'), service('WHO')],
	definition: DEFINITION,
	city: dialect && {
		namedServices: ['WHO'],
		contains: ({ lat, long }) => Math.abs(lat - 43.7) < 0.2 && Math.abs(long + 79.4) < 0.3
	}
});

/** Problems in short: the kind, then the names. */
const inShort = (draft: Draft, dialect: DialectName | null) =>
	problemsOf(draft, context(dialect)).map(({ kind, names }) => [kind, ...names].join(' '));

const draftOf = (method: MethodName, values: Values): Draft => ({ method, format: 'xml', values });

const CITY = { jurisdiction_id: 'toronto.ca' };
const POINT = { lat: '43.7', long: '-79.4' };
const BARE = { ...CITY, service_code: 'POT', 'attribute[SIZE]': 'Y' };
const REPORT = { ...BARE, ...POINT };

type Row = [what: string, method: MethodName, values: Values, ...problems: string[]];

const holds = (dialect: DialectName | null, rows: Row[]) =>
	test.each(rows)(`${dialect ?? 'elsewhere'}: %s`, (_, method, values, ...problems) => {
		expect(inShort(draftOf(method, values), dialect)).toEqual(problems);
	});

holds('toronto', [
	['nothing to say of discovery', 'discovery', {}],
	['jurisdiction is asked for', 'services', {}, 'missing jurisdiction_id'],
	['empty is not sent', 'services', { jurisdiction_id: ' ' }, 'missing jurisdiction_id'],
	['another city', 'services', { jurisdiction_id: 'sfgov.org' }, 'wrong jurisdiction_id'],
	['case counts', 'services', { jurisdiction_id: 'Toronto.ca' }, 'wrong jurisdiction_id'],
	[
		'one of two',
		'services',
		{ jurisdiction_id: ['toronto.ca', 'sfgov.org'] },
		'wrong jurisdiction_id'
	],
	['the right city', 'services', CITY],
	['the refused key', 'services', { ...CITY, api_key: 'INVALID' }, 'wrong api_key'],
	['any other key', 'services', { ...CITY, api_key: 'abc' }],

	['a definition needs a code', 'definition', CITY, 'missing service_code'],
	['of a service there is', 'definition', { ...CITY, service_code: 'NO' }, 'wrong service_code'],
	['to the letter', 'definition', { ...CITY, service_code: 'pot' }, 'wrong service_code'],
	['such as this', 'definition', { ...CITY, service_code: 'POT' }],
	['a token call needs a token', 'token', CITY, 'missing token'],
	['tokens are not judged', 'token', { ...CITY, token: 'x' }],
	['a request needs an id', 'request', {}, 'missing service_request_id', 'missing jurisdiction_id'],

	['a report that will do', 'submit', REPORT],
	[
		'an empty report',
		'submit',
		{},
		'missing jurisdiction_id',
		'missing service_code',
		'missing lat long address_string address_id',
		'missing attribute[SIZE]'
	],
	['an unknown service', 'submit', { ...REPORT, service_code: 'NO' }, 'wrong service_code'],
	['a location as text', 'submit', { ...BARE, address_string: 'anywhere' }],
	['a location as number', 'submit', { ...BARE, address_id: '13466425' }],
	['a location as Toronto’s client sent it', 'submit', { ...BARE, address: 'anywhere' }],
	['lat alone', 'submit', { ...BARE, lat: '43.7' }, 'missing long lat'],
	['long alone', 'submit', { ...BARE, long: '-79.4', lat: '' }, 'missing lat long'],
	['no number', 'submit', { ...REPORT, lat: '43,7' }, 'wrong lat'],
	['out of range', 'submit', { ...REPORT, lat: '90.1', long: '-181' }, 'wrong lat', 'wrong long'],
	['swapped', 'submit', { ...REPORT, lat: '-79.4', long: '43.7' }, 'wrong lat long'],
	['outside the city', 'submit', { ...REPORT, lat: '44.5' }, 'wrong lat long'],
	['an id of letters', 'submit', { ...BARE, address_id: 'abc' }, 'wrong address_id'],
	[
		'a point and a text',
		'submit',
		{ ...REPORT, address_string: 'x' },
		'note address_string lat long'
	],
	[
		'all three',
		'submit',
		{ ...REPORT, address_string: 'x', address_id: '1' },
		'note address_string address_id lat long'
	],
	[
		'a text and an id',
		'submit',
		{ ...BARE, address_string: 'x', address_id: '1' },
		'note address_string address_id'
	],
	['4,000 characters', 'submit', { ...REPORT, description: '😀'.repeat(4000) }],
	['and one more', 'submit', { ...REPORT, description: 'é'.repeat(4001) }, 'wrong description'],
	['a link', 'submit', { ...REPORT, media_url: 'HTTPS://example.org/a.jpg?b=c' }],
	['a file name', 'submit', { ...REPORT, media_url: 'C:\\a.jpg' }, 'wrong media_url'],
	['no host', 'submit', { ...REPORT, media_url: 'http://' }, 'wrong media_url'],
	['an address', 'submit', { ...REPORT, email: 'ada@example.org' }],
	['no address', 'submit', { ...REPORT, email: 'ada at example.org' }, 'wrong email'],
	[
		'a service that wants names',
		'submit',
		{ ...REPORT, service_code: 'WHO', last_name: ' ' },
		'missing first_name',
		'missing last_name',
		'missing email'
	],
	[
		'names given',
		'submit',
		{ ...REPORT, service_code: 'WHO', first_name: 'A', last_name: 'B', email: 'a@b' }
	],

	[
		'no key of the list',
		'submit',
		{ ...REPORT, 'attribute[SIZE]': 'Yes' },
		'wrong attribute[SIZE]'
	],
	[
		'two where one is asked',
		'submit',
		{ ...REPORT, 'attribute[SIZE]': ['Y', 'N'] },
		'wrong attribute[SIZE]'
	],
	['several where they may be', 'submit', { ...REPORT, 'attribute[RISK][]': ['Y', 'N'] }],
	[
		'numbered, one of them wrong',
		'submit',
		{ ...REPORT, 'attribute[RISK][0]': 'Y', 'attribute[RISK][1]': 'MAYBE' },
		'wrong attribute[RISK] attribute[RISK][0] attribute[RISK][1]'
	],
	['a number', 'submit', { ...REPORT, 'attribute[DEPTH]': '-2.5' }],
	['no number', 'submit', { ...REPORT, 'attribute[DEPTH]': '30 cm' }, 'wrong attribute[DEPTH]'],
	['a date', 'submit', { ...REPORT, 'attribute[SEEN]': '2012-06-15' }],
	['no date', 'submit', { ...REPORT, 'attribute[SEEN]': 'monday' }, 'wrong attribute[SEEN]'],
	[
		'two lines of string',
		'submit',
		{ ...REPORT, 'attribute[NEAR]': 'a\nb' },
		'wrong attribute[NEAR]'
	],
	['two lines of text', 'submit', { ...REPORT, 'attribute[MORE]': 'a\nb' }],
	['a note answered', 'submit', { ...REPORT, 'attribute[NOTE]': 'a' }, 'wrong attribute[NOTE]'],
	[
		'no such question',
		'submit',
		{ ...REPORT, 'attribute[HUE][]': 'red' },
		'wrong attribute[HUE] attribute[HUE][]'
	],

	['a plain list', 'requests', CITY],
	[
		'no date',
		'requests',
		{ ...CITY, start_date: '2012-02-30', updated_after: 'then' },
		'wrong start_date',
		'wrong updated_after'
	],
	['no zone is Toronto’s', 'requests', { ...CITY, start_date: '2012-02-20T18:44:03' }],
	[
		'backward',
		'requests',
		{ ...CITY, start_date: '2012-02-02', end_date: '2012-02-01' },
		'note start_date end_date'
	],
	['one whole day', 'requests', { ...CITY, start_date: '2012-02-02', end_date: '2012-02-02' }],
	['90 days', 'requests', { ...CITY, start_date: '2012-03-01', end_date: '2012-05-30' }],
	[
		'91 days are cut',
		'requests',
		{ ...CITY, start_date: '2012-03-01', end_date: '2012-05-31' },
		'note end_date start_date'
	],
	['both statuses', 'requests', { ...CITY, status: 'open, closed' }],
	['no status', 'requests', { ...CITY, status: 'open,Closed' }, 'note status'],
	['an unknown filter', 'requests', { ...CITY, service_code: 'POT,NO' }, 'note service_code'],
	['pages', 'requests', { ...CITY, page: '0', page_size: '1001' }, 'wrong page', 'wrong page_size'],
	['half a page', 'requests', { ...CITY, page: '1.5' }, 'wrong page'],
	['a circle', 'requests', { ...CITY, ...POINT, radius: '0' }],
	['no radius', 'requests', { ...CITY, ...POINT }, 'missing radius lat long'],
	['a radius only', 'requests', { ...CITY, radius: '9' }, 'missing lat long radius'],
	['too wide', 'requests', { ...CITY, ...POINT, radius: '100001' }, 'wrong radius'],
	[
		'ids override what else is there, right or wrong',
		'requests',
		{ ...CITY, service_request_id: '1,2', status: 'no', page: '0' },
		'note service_request_id status page'
	],
	['ids alone', 'requests', { ...CITY, service_request_id: '1,2', status: '' }],
	['commas are no ids', 'requests', { ...CITY, service_request_id: ',', page: '0' }, 'wrong page']
]);

holds('standard', [
	['jurisdiction is free', 'services', {}],
	['but not another one', 'services', { jurisdiction_id: 'sfgov.org' }, 'wrong jurisdiction_id'],
	['a report that will do', 'submit', { ...REPORT, jurisdiction_id: '' }],
	['no radius', 'requests', POINT, 'note lat long'],
	['half a centre that is no number', 'requests', { lat: 'x' }, 'note lat long'],
	['a radius only', 'requests', { radius: '9' }, 'missing lat long radius'],
	['1,000 items', 'requests', { service_request_id: '1,'.repeat(1000) }],
	['1,001 items', 'requests', { status: 'open,'.repeat(1001) }, 'wrong status'],
	[
		'91 days are refused',
		'requests',
		{ start_date: '2012-03-01T00:00:00Z', end_date: '2012-05-31T00:00:00Z' },
		'wrong end_date start_date'
	]
]);

const KEY = { api_key: 'abc' };

holds(null, [
	['any jurisdiction', 'services', { jurisdiction_id: 'sfgov.org' }],
	['a report that will do', 'submit', { ...REPORT, ...KEY }],
	['a key belongs to a report', 'submit', REPORT, 'note api_key'],
	['the key INVALID is any key', 'submit', { ...REPORT, api_key: 'INVALID' }],
	['anywhere on Earth', 'submit', { ...REPORT, ...KEY, lat: '-33.9', long: '151.2' }],
	['but on it', 'submit', { ...REPORT, ...KEY, lat: '151.2', long: '-33.9' }, 'wrong lat'],
	['half a point', 'submit', { ...REPORT, ...KEY, long: '' }, 'missing long lat'],
	[
		'several kinds of location',
		'submit',
		{ ...REPORT, ...KEY, address_string: 'x', address_id: 'x' }
	],
	['names are free', 'submit', { ...REPORT, ...KEY, service_code: 'WHO' }],
	['an unknown service', 'submit', { ...REPORT, ...KEY, service_code: 'NO' }, 'wrong service_code'],
	[
		'no such question',
		'submit',
		{ ...REPORT, ...KEY, 'attribute[HUE]': 'red', 'attribute[NOTE]': 'a' },
		'note attribute[HUE]',
		'note attribute[NOTE]'
	],
	[
		'an answer without a zone',
		'submit',
		{ ...REPORT, ...KEY, 'attribute[SEEN]': '2012-06-15' },
		'note attribute[SEEN]'
	],
	[
		'dates want a zone',
		'requests',
		{ start_date: '2012-03-01', end_date: '2012-03-02T00:00:00-0500' },
		'note start_date',
		'note end_date'
	],
	['as these have', 'requests', { start_date: '2012-03-01T00:00Z', end_date: '2012-05-30T00:00Z' }],
	[
		'91 days',
		'requests',
		{ start_date: '2012-03-01T00:00:00Z', end_date: '2012-05-31T00:00:00Z' },
		'wrong end_date start_date'
	],
	['extensions are theirs', 'requests', { page: '0', radius: 'x', updated_after: 'then' }]
]);

test('what is not known yet causes no problem', () => {
	const unknown = { dialect: 'toronto', services: null, definition: null, city: null } as const;
	const values = { ...CITY, service_code: 'NO', lat: '1', long: '1', 'attribute[HUE]': 'red' };
	expect(problemsOf(draftOf('submit', values), unknown)).toEqual([]);
});

test('a draft that breaks rules on purpose has no problems', () => {
	const draft = draftOf('submit', {});
	for (const more of [
		{ verb: 'DELETE' },
		{ path: '' },
		{ rawBody: { type: 'text/plain', text: '' } }
	]) {
		expect(inShort({ ...draft, ...more }, 'toronto')).toEqual([]);
	}
});

test('a file is always refused, and an empty one ignored', () => {
	const file = { name: 'media', filename: 'a.jpg', type: 'image/jpeg', text: 'x' };
	const draft = { ...draftOf('submit', { ...REPORT, ...KEY }), files: [file] };
	expect(inShort(draft, 'toronto')).toEqual(['wrong media media_url']);
	expect(inShort(draft, null)).toEqual(['wrong media media_url']);
	expect(inShort({ ...draft, files: [{ ...file, text: '' }] }, 'toronto')).toEqual([]);
});

test('the words say what to do: the intended code, swapped coordinates, the keys of a list', () => {
	const wordsOf = (values: Values, method: MethodName = 'submit') =>
		problemsOf(draftOf(method, { ...REPORT, ...values }), context('toronto'))
			.map(({ words }) => words)
			.join();
	expect(wordsOf({ service_code: 'pot' })).toContain('Send POT.');
	expect(wordsOf({ lat: '-79.4', long: '43.7' })).toContain('swapped');
	expect(wordsOf({ lat: '44.5' })).toContain('outside the City of Toronto');
	expect(wordsOf({ 'attribute[SIZE]': 'Yes' })).toContain('Y or N');
	expect(wordsOf({ description: 'x'.repeat(5234) })).toContain('Take out 1,234');
});

test('names of the object prototype are harmless', () => {
	const values = { ...CITY, constructor: 'x', toString: 'x', 'attribute[__proto__]': 'x' };
	expect(inShort(draftOf('services', values), 'toronto')).toEqual([]);
	expect(inShort(draftOf('submit', { ...values, ...REPORT }), 'toronto')).toEqual([
		'wrong attribute[__proto__]'
	]);
});

test('what is not seen in a value is named, and not told as a matter of case', () => {
	const words = problemsOf(
		{ method: 'services', values: { jurisdiction_id: 'toronto.ca\u200B' }, format: 'xml' },
		context('toronto')
	).map((each) => each.words);
	expect(words).toEqual([
		'jurisdiction_id contains U+200B ZERO WIDTH SPACE: not what it looks like. Type it again.',
		'The mock-up knows one city only. Send toronto.ca alone.'
	]);
});
