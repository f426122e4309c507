// The findings in single answers, correct or with one fault.
import { expect, test } from 'vitest';
import { findingsOf, type CheckedAnswer } from '../../src/conformance/conformance';
import { treeOf } from '../../src/answer/parse';
import { writtenOf } from '../../src/document/tree';

const XML = '<?xml version="1.0" encoding="utf-8"?>';
const XML_TYPE = 'text/xml; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

const XML_ROW: Readonly<Record<string, string>> = {
	service_request_id: '638344',
	status: 'closed',
	service_name: 'Sidewalk and Curb Issues',
	service_code: '006',
	requested_datetime: '2010-04-14T06:37:38-08:00',
	updated_datetime: '2010-04-14T06:37:38-08:00',
	address: '8TH AVE and JUDAH ST',
	lat: '37.762221815',
	long: '-122.4651145'
};

/** A complete list of one service request, with some fields replaced; null removes one. */
function xmlList(changes: Readonly<Record<string, string | null>> = {}): string {
	const fields = Object.entries({ ...XML_ROW, ...changes }).flatMap(([name, value]) =>
		value === null ? [] : [`<${name}>${value}</${name}>`]
	);
	return `${XML}<service_requests><request>${fields.join('')}</request></service_requests>`;
}

const JSON_ROW = { ...XML_ROW, lat: 37.762221815, long: -122.4651145 };
const jsonList = (changes: object = {}) => JSON.stringify([{ ...JSON_ROW, ...changes }]);

const xmlService = (changes: Readonly<Record<string, string>> = {}) => {
	const fields = {
		service_code: '001',
		service_name: 'Cans left out',
		metadata: 'true',
		type: 'realtime',
		...changes
	};
	const written = Object.entries(fields).map(([name, value]) => `<${name}>${value}</${name}>`);
	return `<service>${written.join('')}</service>`;
};

const xmlAttribute = (changes: Readonly<Record<string, string>> = {}) => {
	const fields = {
		variable: 'true',
		code: 'WHISHETN',
		datatype: 'singlevaluelist',
		required: 'true',
		datatype_description: '',
		order: '1',
		description: 'What is the ticket?',
		values: '<value><key>123</key><name>Ford</name></value>',
		...changes
	};
	const written = Object.entries(fields).map(([name, value]) => `<${name}>${value}</${name}>`);
	return `<attribute>${written.join('')}</attribute>`;
};
const xmlDefinition = (attributes: string) =>
	`${XML}<service_definition><service_code>DMV66</service_code><attributes>${attributes}</attributes></service_definition>`;

const submitted = (fields: string) =>
	`${XML}<service_requests><request>${fields}</request></service_requests>`;

const errors = (code: string, description = 'Unknown jurisdiction') =>
	`${XML}<errors><error><code>${code}</code><description>${description}</description></error></errors>`;

const xmlDiscovery = (type = 'test', changeset = '<changeset>2011-04-05T17:48:34Z</changeset>') =>
	`${XML}<discovery>${changeset}<contact>x</contact><key_service>y</key_service><endpoints><endpoint><specification>http://wiki.open311.org/GeoReport_v2</specification><url>https://a.example/v2</url><changeset>2011-04-05T17:48:34Z</changeset><type>${type}</type><formats><format>text/xml</format></formats></endpoint></endpoints></discovery>`;

/** The findings in JSON that answers GET Service Requests. */
const findingsIn = (text: string) =>
	findingsOf({
		method: 'requests',
		asked: null,
		status: 200,
		headers: [['Content-Type', JSON_TYPE]],
		dialect: 'standard',
		encoding: null,
		text,
		tree: treeOf({ contentType: JSON_TYPE, text })
	});

/** Checks an answer, by default a status 200 to GET Service Requests with the right type. */
function check(text: string, changes: Partial<CheckedAnswer> & { type?: string | null } = {}) {
	const { type, ...others } = changes;
	const contentType = type === undefined ? (/^\s*[[{]/.test(text) ? JSON_TYPE : XML_TYPE) : type;
	const tree = treeOf({ contentType, text });
	const found = findingsOf({
		method: 'requests',
		asked: null,
		status: 200,
		headers: contentType === null ? [] : [['Content-Type', contentType]],
		dialect: 'standard',
		encoding: null,
		text,
		tree,
		...others
	});
	return found.map(({ kind, rule, field, nodes, count }) => ({
		says: `${kind} ${rule}${field && ` ${field}`}`,
		at: tree && nodes[0] !== undefined ? writtenOf(tree, nodes[0]) : null,
		count
	}));
}

test('correct answers of every method, in both formats, have no findings', () => {
	expect(check(xmlList())).toEqual([]);
	expect(check(jsonList())).toEqual([]);
	expect(check('[]')).toEqual([]);
	expect(check(`${XML}<service_requests/>`)).toEqual([]);
	expect(check(xmlList(), { method: 'request' })).toEqual([]);
	expect(check(`${XML}<services>${xmlService()}</services>`, { method: 'services' })).toEqual([]);
	expect(check(xmlDefinition(xmlAttribute()), { method: 'definition' })).toEqual([]);
	expect(check(submitted('<token>12345</token>'), { method: 'submit' })).toEqual([]);
	expect(check(submitted(''), { method: 'submit' })).toEqual([]);
	expect(
		check(submitted('<service_request_id>1</service_request_id><token>2</token>'), {
			method: 'token'
		})
	).toEqual([]);
	expect(check(xmlDiscovery(), { method: 'discovery' })).toEqual([]);
	expect(check(errors('404'), { status: 404 })).toEqual([]);
	expect(check('[{"code":403,"description":"Invalid api_key"}]', { status: 403 })).toEqual([]);
	// A code can be more specific than the status.
	expect(check(errors('jurisdiction-unknown'), { status: 404 })).toEqual([]);
	// Null, empty and absent all mean no value; the order of fields is irrelevant.
	expect(check(jsonList({ zipcode: null, status_notes: '' }))).toEqual([]);
	expect(check(xmlList({ zipcode: '', media_url: ' ' }))).toEqual([]);
	expect(check(xmlList({ requested_datetime: '2010-04-14T06:37:38Z' }))).toEqual([]);
});

const definition = { method: 'definition' } as const;
const services = { method: 'services' } as const;

/** Answers with one fault, and the finding for it: the rule, and the text it points to. */
const BROKEN: readonly [
	what: string,
	found: string,
	at: string | null,
	ReturnType<typeof check>
][] = [
	['no body', 'breaks empty-body', null, check('', { type: XML_TYPE })],
	[
		'plain text',
		'breaks neither-format',
		null,
		check('Service unavailable', { type: 'text/plain' })
	],
	[
		'a cut-off document',
		'breaks malformed',
		'638',
		check(`${XML}<service_requests><request><service_request_id>638`)
	],
	['JSON for XML', 'breaks other-format', jsonList(), check(jsonList(), { asked: 'xml' })],
	[
		'XML as application/xml',
		'breaks content-type',
		null,
		check(xmlList(), { type: 'application/xml; charset=utf-8' })
	],
	['no Content-Type', 'breaks content-type', null, check(xmlList(), { type: null })],
	['no charset', 'breaks charset', null, check(jsonList(), { type: 'application/json' })],
	['Latin-1', 'breaks charset', null, check(xmlList(), { type: 'text/xml; charset=iso-8859-1' })],
	['no declaration', 'breaks xml-declaration', null, check(xmlList().replace(XML, ''))],
	[
		'an attribute',
		'breaks xml-attribute type',
		'type="array"',
		check(xmlList().replace('<service_requests>', '<service_requests type="array">'))
	],
	['another root', 'breaks xml-name requests', '<requests/>', check(`${XML}<requests/>`)],
	[
		'another record name',
		'breaks xml-name service_request',
		'<service_request/>',
		check(`${XML}<service_requests><service_request/></service_requests>`)
	],
	[
		'text between records',
		'breaks stray-text',
		'and',
		check(xmlList().replace('</service_requests>', 'and</service_requests>'))
	],
	[
		'text between fields',
		'breaks stray-text',
		'and',
		check(xmlList().replace('<status>', 'and<status>'))
	],
	['a lone object', 'breaks json-shape', JSON.stringify(JSON_ROW), check(JSON.stringify(JSON_ROW))],
	['a wrapper of another name', 'breaks wrapper results', '"results":[]', check('{"results":[]}')],
	['an item that is no object', 'breaks json-shape', '1', check('[1]')],
	[
		'no id',
		'breaks missing-field service_request_id',
		xmlList({ service_request_id: null }).slice(XML.length + 18, -19),
		check(xmlList({ service_request_id: null }))
	],
	[
		'an empty status',
		'breaks missing-field status',
		'<status></status>',
		check(xmlList({ status: '' }))
	],
	[
		'a status in capitals',
		'breaks value status',
		'<status>Open</status>',
		check(xmlList({ status: 'Open' }))
	],
	[
		'a date-time without zone',
		'breaks date-time-zone requested_datetime',
		'<requested_datetime>2010-04-14T06:37:38</requested_datetime>',
		check(xmlList({ requested_datetime: '2010-04-14T06:37:38' }))
	],
	[
		'a zone without colon',
		'breaks date-time-zone updated_datetime',
		'<updated_datetime>2010-04-14T06:37:38+0000</updated_datetime>',
		check(xmlList({ updated_datetime: '2010-04-14T06:37:38+0000' }))
	],
	[
		'a date in words',
		'breaks date-time expected_datetime',
		'<expected_datetime>tomorrow</expected_datetime>',
		check(xmlList({ expected_datetime: 'tomorrow' }))
	],
	[
		'a latitude in words',
		'breaks number lat',
		'<lat>north</lat>',
		check(xmlList({ lat: 'north' }))
	],
	[
		'a latitude beyond the pole',
		'breaks range lat',
		'<lat>97.7</lat>',
		check(xmlList({ lat: '97.7' }))
	],
	[
		'half a location',
		'breaks location-pair long',
		'<lat>37.762221815</lat>',
		check(xmlList({ long: null }))
	],
	[
		'lng for long',
		'breaks field-name lng',
		'<lng>1</lng>',
		check(xmlList({ lat: null, long: null, lng: '1' }))
	],
	[
		'capitals in a name',
		'breaks field-name Address',
		'<Address>1</Address>',
		check(xmlList({ address: null, Address: '1' }))
	],
	[
		'who reported',
		'breaks private-field email',
		'<email>a@example.com</email>',
		check(xmlList({ email: 'a@example.com' }))
	],
	[
		'a field twice',
		'breaks repeated-field status',
		'<status>open</status>',
		check(xmlList().replace('</request>', '<status>open</status></request>'))
	],
	[
		'an id twice',
		'breaks not-unique service_request_id',
		'"service_request_id":"638344"',
		check(JSON.stringify([JSON_ROW, JSON_ROW]))
	],
	[
		'a photo at no URL',
		'breaks url media_url',
		'<media_url>photo.jpg</media_url>',
		check(xmlList({ media_url: 'photo.jpg' }))
	],
	[
		'a long description',
		'breaks length description',
		null,
		check(xmlList({ description: 'x'.repeat(4001) })).map((found) => ({ ...found, at: null }))
	],
	['coordinates as text', 'breaks type lat', '"lat":"37.7"', check(jsonList({ lat: '37.7' }))],
	[
		'a field that holds others',
		'breaks type address',
		'<address><street>x</street></address>',
		check(xmlList({ address: '<street>x</street>' }))
	],
	[
		'a zipcode as number',
		'advice number-for-text zipcode',
		'"zipcode":94122',
		check(jsonList({ zipcode: 94122 }))
	],
	[
		'metadata as 1',
		'breaks value metadata',
		'<metadata>1</metadata>',
		check(`${XML}<services>${xmlService({ metadata: '1' })}</services>`, services)
	],
	[
		'metadata as text',
		'breaks type metadata',
		'"metadata":"true"',
		check('[{"service_code":"1","service_name":"x","metadata":"true","type":"batch"}]', services)
	],
	[
		'an unknown type',
		'breaks value type',
		'<type>instant</type>',
		check(`${XML}<services>${xmlService({ type: 'instant' })}</services>`, services)
	],
	[
		'keywords as a list',
		'breaks type keywords',
		'"keywords":["a"]',
		check(
			'[{"service_code":"1","service_name":"x","metadata":true,"type":"batch","keywords":["a"]}]',
			services
		)
	],
	[
		'a service twice',
		'breaks not-unique service_code',
		'<service_code>001</service_code>',
		check(`${XML}<services>${xmlService()}${xmlService()}</services>`, services)
	],
	[
		'a datatype of its own',
		'breaks value datatype',
		'<datatype>date</datatype>',
		check(xmlDefinition(xmlAttribute({ datatype: 'date' })), definition)
	],
	[
		'an order from 0',
		'breaks value order',
		'<order>0</order>',
		check(xmlDefinition(xmlAttribute({ order: '0' })), definition)
	],
	[
		'an order twice',
		'breaks not-unique order',
		'<order>1</order>',
		check(xmlDefinition(xmlAttribute() + xmlAttribute({ code: 'B' })), definition)
	],
	[
		'a list without values',
		'breaks list-values values',
		xmlAttribute({ values: '' }),
		check(xmlDefinition(xmlAttribute({ values: '' })), definition)
	],
	[
		'values as a map',
		'breaks json-shape values',
		'"values":{"1":"Ford"}',
		check(
			'{"service_code":"1","attributes":[{"variable":true,"code":"A","datatype":"text","required":false,"order":1,"description":"x","values":{"1":"Ford"}}]}',
			definition
		)
	],
	[
		'attributes without their wrapper',
		'breaks missing-field attributes',
		null,
		check(
			`${XML}<service_definition><service_code>1</service_code></service_definition>`,
			definition
		).map((found) => ({ ...found, at: null }))
	],
	['a definition in brackets', 'breaks json-shape', '[]', check('[]', definition)],
	[
		'id and token',
		'breaks id-and-token token',
		'<token>2</token>',
		check(submitted('<service_request_id>1</service_request_id><token>2</token>'), {
			method: 'submit'
		})
	],
	['two for one', 'breaks record-count', '[]', check('[]', { method: 'request' })],
	[
		'a token that is missing',
		'breaks missing-field token',
		'<request><service_request_id>1</service_request_id></request>',
		check(submitted('<service_request_id>1</service_request_id>'), { method: 'token' })
	],
	['errors with 200', 'breaks error-status', errors('200').slice(XML.length), check(errors('200'))],
	['404 without errors', 'breaks error-body', '[]', check('[]', { status: 404 })],
	[
		'a code of another status',
		'advice error-code code',
		'<code>400</code>',
		check(errors('400'), { status: 404 })
	],
	[
		'an error without words',
		'breaks missing-field description',
		'<description></description>',
		check(errors('404', ''), { status: 404 })
	],
	[
		'wrapped errors',
		'breaks wrapper errors',
		'"errors":[{"code":"404","description":"x"}]',
		check('{"errors":[{"code":"404","description":"x"}]}', { status: 404 })
	],
	[
		'an endpoint neither production nor test',
		'breaks value type',
		'<type>beta</type>',
		check(xmlDiscovery('beta'), { method: 'discovery' })
	],
	[
		'discovery without changeset',
		'breaks missing-field changeset',
		null,
		check(xmlDiscovery('test', ''), { method: 'discovery' }).map((found) => ({
			...found,
			at: null
		}))
	],
	[
		'a field of its own',
		'extension unknown-field source',
		'<source>phone</source>',
		check(xmlList({ source: 'phone' }))
	],
	[
		'ids as numbers',
		'advice number-for-text service_request_id',
		'"service_request_id":638344',
		check(jsonList({ service_request_id: 638344 }))
	],
	[
		'Toronto’s wrapper',
		'breaks wrapper service_requests',
		'"service_requests":[]',
		check('{"service_requests":[]}')
	],
	[
		'ids as numbers, by Toronto',
		'known-deviation number-for-text service_request_id',
		'"service_request_id":638344',
		check(jsonList({ service_request_id: 638344 }), { dialect: 'toronto' })
	],
	[
		'Toronto’s wrapper, by Toronto',
		'known-deviation wrapper service_requests',
		'"service_requests":[]',
		check('{"service_requests":[]}', { dialect: 'toronto' })
	],
	[
		'Toronto’s wrapper around services, which Toronto had not',
		'breaks wrapper services',
		'"services":[]',
		check('{"services":[]}', { dialect: 'toronto', method: 'services' })
	],
	[
		'a zipcode as number, by Toronto, which printed none',
		'advice number-for-text zipcode',
		'"zipcode":94122',
		check(jsonList({ zipcode: 94122 }), { dialect: 'toronto' })
	]
];

test.each([
	['requests', JSON.stringify([{ ...JSON_ROW, code: 'P1' }])],
	['submit', '[{"token":"1","code":"200","description":"ok"}]'],
	[
		'services',
		'[{"service_code":"1","metadata":false,"type":"realtime","code":"x","description":"d"}]'
	],
	[
		'discovery',
		'{"changeset":"2011-04-05T17:48:34Z","contact":"x","key_service":"y","code":1,"description":"d","endpoints":[]}'
	]
] as const)(
	'a record that also has code and description is not checked as an error: %s',
	(method, text) => {
		const rules = check(text, { method }).map(({ says }) => says.split(' ')[1]);
		expect(rules).toContain('unknown-field');
		expect(rules.filter((rule) => /^(?:error|json-shape)/.test(rule ?? ''))).toEqual([]);
	}
);

test('a field with several values is not reported as empty, and an instruction is not a field', () => {
	const mixed = xmlService({ service_name: 'Müll <i>melden</i>' });
	expect(check(`${XML}<services>${mixed}</services>`, { method: 'services' })).toMatchObject([
		{ says: 'breaks type service_name' }
	]);
	expect(check(jsonList({ service_code: ['1'] })).map(({ says }) => says)).toEqual([
		'breaks type service_code'
	]);
	expect(check(jsonList({ service_code: null })).map(({ says }) => says)).toEqual([
		'breaks missing-field service_code'
	]);
	const instructed = xmlList({ description: 'Pothole<?phone 123?>' });
	expect(check(instructed).filter(({ says }) => says.includes('private-field'))).toEqual([]);
});

test.each([
	[
		200,
		'{"error":[{"code":404,"description":"x"}]}',
		['breaks error-status', 'breaks wrapper error']
	],
	[404, '{"error":{"code":404,"description":"x"}}', ['breaks wrapper error']],
	[404, '{"error":"Not Found"}', ['breaks json-shape']],
	[
		200,
		'{"error":null,"service_requests":[]}',
		['breaks wrapper service_requests', 'extension unknown-field error']
	]
])('errors wrapped in “error”, HTTP status %s: %s', (status, text, says) => {
	expect(check(text, { status }).map((found) => found.says)).toEqual(says);
});

test.each(['2024-05-02T10:00.5Z', '2024-05-02T10:00:00.1.2Z', '2024-05-02T10:00:00.Z'])(
	'a misplaced fraction of a second is reported: %s',
	(updated_datetime) => {
		expect(check(jsonList({ updated_datetime })).map(({ says }) => says)).toEqual([
			'breaks date-time updated_datetime'
		]);
	}
);

test.each([
	['{"service_definition":{"service_code":"1","attributes":[]}}', ['wrapper']],
	['{"service_definition":[{"service_code":"1","attributes":[]}]}', ['json-shape', 'wrapper']],
	['[{"service_definition":{"service_code":"1","attributes":[]}}]', ['json-shape', 'wrapper']],
	['[{"service_code":"1","attributes":[]}]', ['json-shape']],
	['[{"service_code":"1","attributes":[]},{}]', ['json-shape']],
	['[[{"service_code":"1","attributes":[]}]]', ['json-shape']]
])(
	'a definition wrapped in its name or in a list is found, and reported once: %s',
	(text, rules) => {
		const found = check(text, { method: 'definition' }).map(({ says }) => says.split(' ')[1] ?? '');
		expect(found.sort()).toEqual(rules);
	}
);

test('an unpaired surrogate escape is reported with its position', () => {
	const written = (description: string) => jsonList({ description }).replaceAll('~u', '\\u');
	const said = (text: string) =>
		findingsIn(text).map(({ kind, field, count, words }) => `${kind} ${field} ${count}: ${words}`);
	for (const half of ['~ud83d', '~uDE00', 'cut ~uD83D~u0041', '~ud83d~ud83d~ude00', '~~~uD83D']) {
		const text = `[\n${written(half).slice(1)}`;
		const escape = /\\u[dD][89abcdefABCDEF]\w\w/.exec(text);
		expect(said(text), half).toEqual([
			`advice description 1: The escape ${escape?.[0]} (line 2, column ${(escape?.index ?? 0) - 1}) is an unpaired surrogate. Clients may drop it, replace it or fail.`
		]);
	}
	// Whole characters, and signs that only look like an escape: ~~ud83d is a backslash and letters.
	for (const whole of ['~ud83d~ude00', '~u0041', '~ud7ff~ue000', '\\ud83d', 'D83D']) {
		expect(said(written(whole)), whole).toEqual([]);
	}
	expect(check(jsonList({ '\ud800': 'a' }))).toContainEqual({
		says: 'advice unpaired-surrogate \ud800',
		at: '"\\ud800":"a"',
		count: 1
	});
});

test.each(BROKEN)('%s is found: %s', (_, says, at, found) => {
	expect(found).toEqual([{ says, at, count: 1 }]);
});

test('a value written as an entity of the document’s own is told of, and not judged as it is written', () => {
	const declared = `${XML}<!DOCTYPE service_requests [<!ENTITY s "open">]>`;
	const findings = (status: string) =>
		findingsOf({
			method: 'requests',
			asked: null,
			status: 200,
			headers: [['Content-Type', XML_TYPE]],
			dialect: 'standard',
			encoding: null,
			text: xmlList({ status }).replace(XML, declared),
			tree: treeOf({ contentType: XML_TYPE, text: xmlList({ status }).replace(XML, declared) })
		})
			.filter(({ field }) => field === 'status')
			.map(({ kind, words }) => `${kind}: ${words}`);
	const own = 'status is written with “&s;”, an entity of the document’s own, which is not read.';
	expect(findings('&s;')).toEqual([`advice: ${own} Write the text itself.`]);
	expect(findings('a &amp; &s;')).toEqual([`advice: ${own} Write the text itself.`]);
	// Within CDATA, and of the five that XML knows, it is a text like any other.
	expect(findings('<![CDATA[&s;]]>')).toEqual([
		'breaks: status “&s;” should be one of open, closed.'
	]);
	expect(findings('&lt;s;')).toEqual(['breaks: status “<s;” should be one of open, closed.']);
});

test.each([
	[
		{ service_code: '006\u00A0' },
		'advice: service_code contains U+00A0 NO-BREAK SPACE: it is not what it looks like.'
	],
	[
		{ service_request_id: '\uFEFF638344' },
		'advice: service_request_id contains U+FEFF ZERO WIDTH NO-BREAK SPACE: it is not what it looks like.'
	],
	[
		{ service_code: '\u0421SROWR-12' },
		'advice: service_code contains С (U+0421, a Cyrillic letter): it is not what it looks like.'
	],
	[{ status: 'open\u200B' }, 'breaks: status “open[U+200B]” should be one of open, closed.'],
	[{ status: '\u2003open' }, 'breaks: status “[U+2003]open” should be one of open, closed.'],
	[
		{ updated_datetime: '2010-04-14T06:37:38Z\u00A0' },
		'breaks: updated_datetime “2010-04-14T06:37:38Z[U+00A0]” needs a time zone, Z or ±hh:mm; “Z[U+00A0]” is none.'
	],
	[{ description: 'Où\u00A0? 👩‍👩‍👧' }, null]
])('what cannot be seen in %j is said', (changes, says) => {
	const text = jsonList(changes);
	const found = findingsIn(text);
	expect(found.map(({ kind, words }) => `${kind}: ${words}`)).toEqual(says === null ? [] : [says]);
});

test('a deviation in every record is one finding with a count', () => {
	const rows = Array.from({ length: 1200 }, (_, at) => ({
		...JSON_ROW,
		service_request_id: String(at),
		status: 'done'
	}));
	expect(check(JSON.stringify(rows))).toEqual([
		{ says: 'breaks value status', at: '"status":"done"', count: 1200 }
	]);
});

test('an empty list of errors beside the records makes no error of the answer', () => {
	const text = JSON.stringify({ data: [JSON_ROW], meta: { total: 1 }, errors: [] });
	expect(check(text).map(({ says }) => says)).toEqual([
		'breaks wrapper data',
		'extension unknown-field meta',
		'extension unknown-field errors'
	]);
	expect(check('{"errors":[]}', { status: 400 }).map(({ says }) => says)).toContain(
		'breaks missing-field error'
	);
});

test('a Content-Type without a type or a charset is called empty', () => {
	const found = findingsOf({
		method: 'requests',
		asked: null,
		status: 200,
		headers: [['Content-Type', '; charset=']],
		dialect: 'standard',
		encoding: null,
		text: '[]',
		tree: treeOf({ contentType: null, text: '[]' })
	});
	expect(found.map(({ words }) => words)).toEqual([
		'The Content-Type is empty; this answer should have application/json.',
		'The Content-Type names no charset; it should say charset=utf-8.'
	]);
});
