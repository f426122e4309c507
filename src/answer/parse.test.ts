import { expect, test } from 'vitest';
import type { MethodName } from '../georeport/methods';
import { parse, readAnswer } from './parse';

const xml = (text: string) =>
	parse({ method: 'requests', status: 200, contentType: 'text/xml; charset=utf-8', text });
const json = (text: string, status = 200) =>
	parse({ method: 'requests', status, contentType: 'application/json; charset=utf-8', text });

const list = (...descriptions: string[]) =>
	`<service_requests>${descriptions.map((each) => `<request><description>${each}</description></request>`).join('')}</service_requests>`;

/** The descriptions an answer was read to. */
function descriptions(parsed: ReturnType<typeof parse>) {
	if (parsed.kind !== 'serviceRequests') throw new Error(`Read as ${parsed.kind}`);
	return parsed.serviceRequests.map(({ description }) => description);
}

test.each([
	['<services>\n  <service></services>', 2, 12],
	['<services><service a=1/></services>', 1, 22],
	['<service_requests>\n<request><description>a & b</description>', 2, 25],
	['no markup at all', 1, 1]
])('XML that is not well-formed is unreadable, with line and column: %j', (text, line, column) => {
	expect(xml(text)).toEqual({
		kind: 'unreadable',
		message: expect.stringContaining('not well-formed') as string,
		line,
		column
	});
});

test('XML that is cut off is reported with the open element and the place where it ends', () => {
	expect(xml('<service_requests>\n  <request>\n    <status>open')).toEqual({
		kind: 'unreadable',
		message: 'The XML is not well-formed. The document is cut off: <status> is not closed.',
		line: 3,
		column: 17
	});
});

test.each([
	['[{"service_code":001}]', 1, 18],
	['[{"zipcode": -02108}]', 1, 14],
	['{"service_requests":[\n{"status":"open"', 2, 17],
	['[\n1,\n]', 3, 1],
	['Sorry', 1, 1]
])('JSON that is not well-formed is unreadable, with line and column: %j', (text, line, column) => {
	expect(json(text)).toEqual({
		kind: 'unreadable',
		message: expect.stringContaining('not well-formed') as string,
		line,
		column
	});
});

test.each(['true', 'null', '1', '"open"'])('a JSON scalar is no answer: %s', (text) => {
	expect(json(text)).toEqual({
		kind: 'unreadable',
		message: 'The JSON holds neither an array nor an object.',
		line: 1,
		column: 1
	});
});

test.each(['', ' \r\n\t'])('an empty body is reported: %j', (text) => {
	for (const read of [xml(text), json(text)]) {
		expect(read).toEqual({ kind: 'unreadable', message: 'The body is empty.' });
	}
});

test('an HTML error page is recognised by its type, or by how it begins', () => {
	const text = '<!DOCTYPE html><html><body><h1>Access Denied</h1></body></html>';
	const page = parse({ method: 'services', status: 403, contentType: 'text/html', text });
	expect(page).toMatchObject({
		kind: 'unreadable',
		message: expect.stringContaining('text/html') as string
	});
	expect(xml(text)).toMatchObject({
		kind: 'unreadable',
		message: 'The body is neither XML nor JSON; its Content-Type is text/xml; charset=utf-8.'
	});
});

test('what the bytes are counts before what the header says', () => {
	expect(descriptions(json(list('x')))).toEqual(['x']);
	expect(descriptions(xml('[{"description":"x"}]'))).toEqual(['x']);
});

test('names that JSON should not have are read through', () => {
	expect(descriptions(json('{"service_requests":{"request":[{"description":"x"}]}}'))).toEqual([
		'x'
	]);
	expect(descriptions(json('{"service_requests":{"request":{"description":"x"}}}'))).toEqual(['x']);
	expect(descriptions(json('[{"request":{"description":"x"}}]'))).toEqual(['x']);
	expect(descriptions(json('{"request":[{"description":"x"}]}'))).toEqual(['x']);
	expect(descriptions(json('{"results":[{"description":"x"}],"total":1}'))).toEqual(['x']);
});

test('a lone object is read as an array of one, wrapped or not', () => {
	expect(descriptions(json('{"description":"x"}'))).toEqual(['x']);
	expect(descriptions(json('{"service_requests":{"description":"x"}}'))).toEqual(['x']);
});

test('entries of an array that are not objects are skipped', () => {
	expect(descriptions(json('[null,1,"a",[{}],{"description":"x"}]'))).toEqual(['x']);
});

test('one child is a list of one, no child an empty list', () => {
	expect(descriptions(xml(list('x')))).toEqual(['x']);
	for (const none of ['<service_requests/>', '<service_requests>\n</service_requests>']) {
		expect(xml(none)).toEqual({ kind: 'serviceRequests', serviceRequests: [] });
	}
	const definition = (attributes: string) =>
		parse({
			method: 'definition',
			status: 200,
			contentType: 'text/xml',
			text: `<service_definition><service_code>S</service_code>${attributes}</service_definition>`
		});
	const empty = { kind: 'definition', definition: { service_code: 'S', attributes: [] } };
	expect(definition('<attributes/>')).toEqual(empty);
	expect(definition('<attributes>\n</attributes>')).toEqual(empty);
	expect(definition('')).toEqual(empty);
	expect(
		definition('<attributes><attribute><code>A</code></attribute></attributes>')
	).toMatchObject({ definition: { attributes: [{ code: 'A', values: [] }] } });
});

test('CDATA is literal text, and entities are resolved once', () => {
	expect(
		descriptions(
			xml(list('<![CDATA[<b> &amp; 1]]>', 'caf&#233; &#xC9;', '&lt;b&gt; &amp;amp; &quot;&apos;'))
		)
	).toEqual(['<b> &amp; 1', 'café É', '<b> &amp; "\'']);
});

test('a description of 4,000 ampersands in each of 100 requests is read whole', () => {
	const read = descriptions(xml(list(...Array<string>(100).fill('&amp;'.repeat(4000)))));
	expect(new Set(read)).toEqual(new Set(['&'.repeat(4000)]));
	expect(read).toHaveLength(100);
});

test('ids and codes keep their leading zeros in XML; numbers in JSON become text', () => {
	const text =
		'<service_requests><request><service_request_id>00123</service_request_id><service_code>006</service_code><zipcode>1e3</zipcode></request></service_requests>';
	expect(xml(text)).toMatchObject({
		serviceRequests: [{ service_request_id: '00123', service_code: '006', zipcode: '1e3' }]
	});
	expect(
		json('[{"service_request_id":101001366957,"service_code":30102,"lat":"43.5"}]')
	).toMatchObject({
		serviceRequests: [{ service_request_id: '101001366957', service_code: '30102', lat: 43.5 }]
	});
});

test('a coordinate that is not a number is null', () => {
	const read = json('[{"lat":"north","long":null},{"lat":"","long":"1e999"},{"lat":{},"long":[]}]');
	expect(read).toMatchObject({
		serviceRequests: [
			{ lat: null, long: null },
			{ lat: null, long: null },
			{ lat: null, long: null }
		]
	});
});

test('names of the object prototype are harmless', () => {
	const read = json(
		'[{"token":"1","__proto__":{"status":"open"},"constructor":{"prototype":{"status":"x"}}}]'
	);
	expect(read).toMatchObject({ serviceRequests: [{ status: null }] });
	expect(
		xml(
			'<service_requests><request><token>1</token><__proto__><status>open</status></__proto__></request></service_requests>'
		)
	).toMatchObject({ serviceRequests: [{ status: null }] });
	expect(xml('<__proto__><request/></__proto__>')).toEqual({
		kind: 'unreadable',
		message: 'The XML is well-formed, but <__proto__> is no answer of GeoReport v2.',
		line: 1,
		column: 1
	});
	expect(xml('<constructor/>').kind).toBe('unreadable');
	expect(Object.hasOwn(Object.prototype, 'status')).toBe(false);
});

const feature = { type: 'Feature', geometry: null, properties: { service_request_id: '1' } };

test.each([
	[
		'requests',
		200,
		{ type: 'FeatureCollection', features: [feature, feature] },
		'service request',
		'type, geometry, properties'
	],
	[
		'requests',
		200,
		{ _embedded: { requests: [{ status: 'open' }] } },
		'service request',
		'_embedded'
	],
	[
		'request',
		200,
		{ '1': { status: 'open' }, '2': { status: 'closed' } },
		'service request',
		'1, 2'
	],
	['token', 200, {}, 'service request', 'nothing'],
	['services', 200, [{ id: 1, name: 'Agua', a: 1, b: 2 }], 'service', 'id, name, a, …'],
	['definition', 200, { message: 'no' }, 'service definition', 'message'],
	['discovery', 200, { swagger: '2.0' }, 'discovery document', 'swagger'],
	['requests', 500, { ['x'.repeat(50)]: 1 }, 'error', `${'x'.repeat(40)}…`]
] as const)(
	'JSON without the expected records is reported: %s, HTTP status %s, %j',
	(method, status, body, what, names) => {
		const text = JSON.stringify(body);
		expect(readAnswer({ method, status, contentType: 'application/json', text })).toEqual({
			parsed: {
				kind: 'unreadable',
				message: `The JSON is well-formed but contains no ${what}: found ${names === 'nothing' ? 'an empty record' : `a record with ${names}`}.`,
				line: 1,
				column: expect.any(Number) as number
			},
			records: []
		});
	}
);

test.each([
	['requests', 403, { error: 'Invalid API key' }, '"error": "Invalid API key"'],
	['requests', 404, { status: 404, error: 'Not Found' }, '"error": "Not Found"'],
	['submit', 400, { errors: ['lat is missing', 'a'] }, '"lat is missing"'],
	['requests', 200, ['a'.repeat(60)], `"${'a'.repeat(39)}…`],
	['services', 200, [[{ service_code: '1' }]], '[{"service_code":"1"}]'],
	['token', 200, 7, null]
] as const)(
	'text in place of records is reported, not lost: %s, HTTP status %s, %j',
	(method, status, body, shown) => {
		const text = JSON.stringify(body).replace('"error":', '"error": ');
		const read = parse({ method, status, contentType: 'application/json', text });
		expect(read.kind).toBe('unreadable');
		if (shown !== null)
			expect(read).toMatchObject({
				message: expect.stringContaining(`found ${shown}`) as string
			});
	}
);

test.each([
	'[]',
	'{"service_requests":[]}',
	'{"service_requests":null}',
	'{"service_requests":""}'
])('an empty list is one: %s', (text) =>
	expect(json(text)).toEqual({ kind: 'serviceRequests', serviceRequests: [] })
);

test('a record that also has code and description is not an error', () => {
	const more = { code: 'P1', description: 'pothole' };
	const read = (method: MethodName, value: unknown, status = 200) =>
		parse({ method, status, contentType: 'application/json', text: JSON.stringify(value) });
	expect(read('requests', [{ service_request_id: '1', ...more }])).toMatchObject({
		serviceRequests: [{ service_request_id: '1', description: 'pothole' }]
	});
	expect(read('submit', [{ token: 't', ...more }])).toMatchObject({
		serviceRequests: [{ token: 't' }]
	});
	expect(read('services', [{ service_code: 's', ...more }])).toMatchObject({
		services: [{ service_code: 's' }]
	});
	expect(read('discovery', { endpoints: [{ url: 'http://a.example/' }], ...more })).toMatchObject({
		discovery: { endpoints: [{ url: 'http://a.example/' }] }
	});
	expect(read('requests', [more])).toMatchObject({ kind: 'errors', errors: [more] });
});

test.each([
	{ service_definition: { service_code: '1' } },
	{ service_definition: [{ service_code: '1' }] },
	[{ service_definition: { service_code: '1' } }],
	[{ service_code: '1' }]
])('a definition wrapped in its name or in a list is read: %j', (value) => {
	const text = JSON.stringify(value);
	expect(
		parse({ method: 'definition', status: 200, contentType: 'application/json', text })
	).toMatchObject({ definition: { service_code: '1' } });
});

test('the response to a report may be a list of one empty object', () => {
	const text = '[{}]';
	expect(
		parse({ method: 'submit', status: 200, contentType: 'application/json', text })
	).toMatchObject({
		serviceRequests: [{ service_request_id: null, token: null }]
	});
});

test.each([
	['a lone one', (record: object) => record],
	['in a list', (record: object) => [record]],
	['wrapped in its XML name', (record: object, name: string) => ({ [name]: record })],
	['wrapped in its XML name, in a list', (record: object, name: string) => [{ [name]: record }]]
] as const)('the questions, choices and endpoints of JSON are read: %s', (_, as) => {
	const choice = { key: '1', name: 'Ja' };
	const question = { code: 'WO', datatype: 'singlevaluelist', values: as(choice, 'value') };
	const read = (method: MethodName, value: unknown) =>
		parse({ method, status: 200, contentType: 'application/json', text: JSON.stringify(value) });
	expect(
		read('definition', { service_code: '1', attributes: as(question, 'attribute') })
	).toMatchObject({ definition: { attributes: [{ code: 'WO', values: [choice] }] } });
	const endpoint = { url: 'https://a.example/v2/', formats: ['text/xml'] };
	expect(read('discovery', { contact: 'x', endpoints: as(endpoint, 'endpoint') })).toMatchObject({
		discovery: { endpoints: [endpoint] }
	});
});

test.each([{}, { '1': 'Ford' }, 'none', null])(
	'values that are not choices are left out: %j',
	(values) => {
		const text = JSON.stringify({ service_code: '1', attributes: [{ code: 'A', values }] });
		expect(
			parse({ method: 'definition', status: 200, contentType: 'application/json', text })
		).toMatchObject({ definition: { attributes: [{ values: [] }] } });
	}
);

test('XML without the expected records is reported at the first one; one known field is enough', () => {
	const other = '<request><ticket>1</ticket></request>';
	expect(xml(`<service_requests>\n${other}${other}</service_requests>`)).toEqual({
		kind: 'unreadable',
		message: 'The XML is well-formed but contains no service request: found a record with ticket.',
		line: 2,
		column: 1
	});
	expect(
		xml(`<service_requests>${other}<request><lat>1</lat></request></service_requests>`)
	).toMatchObject({
		serviceRequests: [{ lat: null }, { lat: 1 }]
	});
	expect(json('[{"ticket":1},{"lat":null}]')).toMatchObject({
		serviceRequests: [{}, { lat: null }]
	});
});

test('a scalar is trimmed; a blank one is null', () => {
	expect(descriptions(xml(list('\n\t a  b\n', ' ')))).toEqual(['a  b', null]);
	expect(descriptions(json('[{"description":"\\n a "},{"description":" "}]'))).toEqual(['a', null]);
	expect(descriptions(json('[{"description":"\\u00a0"}]'))).toEqual([null]);
	// Blanks that are no white space of XML or JSON are part of the value.
	expect(descriptions(xml(list(' \uFEFFa\u00A0\n')))).toEqual(['\uFEFFa\u00A0']);
	expect(descriptions(json('[{"description":" \\u2003a\\u00a0"}]'))).toEqual(['\u2003a\u00A0']);
});

test.each([
	['true', true],
	['"true"', true],
	['"True"', true],
	['"TRUE "', true],
	['false', false],
	['"false"', false],
	['null', false],
	['"1"', false]
])('the boolean %s is %s', (spelling, value) => {
	const text = `[{"service_code":"S","metadata":${spelling}}]`;
	expect(
		parse({ method: 'services', status: 200, contentType: 'application/json', text })
	).toMatchObject({ services: [{ metadata: value }] });
});

test('JSON errors are recognised by their status, or by their fields', () => {
	const text = '[{"code":404,"description":"service_code was not found"}]';
	const errors = [{ code: '404', description: 'service_code was not found' }];
	expect(json(text, 404)).toEqual({ kind: 'errors', errors });
	expect(json(text, 200)).toEqual({ kind: 'errors', errors });
	expect(json(`{"errors":${text}}`, 404)).toEqual({ kind: 'errors', errors });
	expect(json('[]', 200)).toEqual({ kind: 'serviceRequests', serviceRequests: [] });
});

test('entities that multiply into billions are not expanded, and nesting is limited', () => {
	const lines = Array.from(
		{ length: 9 },
		(_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`
	);
	const bomb = `<!DOCTYPE x [<!ENTITY l0 "lol">${lines.join('')}]>${list('&l9;')}`;
	expect(JSON.stringify(xml(bomb)).length).toBeLessThan(100_000);
});

test('what is nested without end is read, and shown as sent', () => {
	const deep = `${'<a>'.repeat(5_000)}x${'</a>'.repeat(5_000)}`;
	expect(descriptions(xml(list(deep)))).toEqual(['x']);
	expect(xml(deep)).toEqual({
		kind: 'unreadable',
		message: 'The XML is well-formed, but <a> is no answer of GeoReport v2.',
		line: 1,
		column: 1
	});
	const arrays = `${'['.repeat(5_000)}"x"${']'.repeat(5_000)}`;
	expect(descriptions(json(`[{"description":${arrays}}]`))).toEqual(['x']);
	expect(json(`\n\n"${'x'.repeat(9)}"`)).toMatchObject({ line: 3, column: 1 });
});

test.each([
	'__proto__',
	'constructor',
	'prototype',
	'toString',
	'hasOwnProperty',
	'valueOf',
	'eval'
])('an element or member called %s is one like others', (name) => {
	const field = `<${name} ${name}="1"><status>x</status></${name}>`;
	const read = xml(
		`<service_requests><request><status>open</status>${field}</request></service_requests>`
	);
	expect(read).toMatchObject({ serviceRequests: [{ status: 'open' }] });
	expect(json(`[{"status":"open","${name}":{"status":"x"}}]`)).toEqual(read);
});

test('numbers of JSON are read as they are written, in every field', () => {
	for (const written of [
		'12345678901234567890',
		'1.10',
		'-0',
		'1e400',
		'-1E-7',
		'0.1000000000000000055'
	]) {
		const [read] = [
			json(`[{"service_request_id":${written},"zipcode":${written},"description":${written}}]`)
		];
		expect(read).toMatchObject({
			serviceRequests: [{ service_request_id: written, zipcode: written, description: written }]
		});
	}
});

test.each([
	['A <![CDATA[hole & more]]> here', 'A hole & more here'],
	['<![CDATA[ a ]]><![CDATA[ b ]]>', 'a  b'],
	['a<!-- c --> b<?p q?> c', 'a b c'],
	['hello <b>big <i>bad</i></b> world', 'hello big bad world'],
	['<b>big</b> hole', 'big hole'],
	['<p>one <b>two</b></p><p>three</p>', 'one two, three'],
	['<x><y>a <z><w>b</w><w>c</w></z></y></x>', 'a bc'],
	['<street>King</street>\n<city>Toronto</city>', 'King, Toronto'],
	['<i/>a&amp;<i/>', 'a&']
])('the text of %j is read whole', (inside, text) => {
	expect(descriptions(xml(list(inside)))).toEqual([text]);
});

test('of a field that stands several times one counts, in every view', () => {
	expect(descriptions(xml(list('a</description><description>b')))).toEqual(['a']);
	expect(descriptions(json('[{"description":"a","description":"b"}]'))).toEqual(['b']);
});

test.each([
	['12345678901234567890'],
	['1.50'],
	['0.10'],
	['1e3'],
	['1E+2'],
	['-0'],
	['638344'],
	['3.141592653589793238']
])('a number of JSON that stands for a text keeps its digits: %s', (number) => {
	const parsed = json(
		`[{"service_request_id":${number},"description":"12345678901234567890, 1.50 \\"0.10\\" \\\\","lat":43.650,"long":-79.38}]`
	);
	expect(parsed).toMatchObject({
		kind: 'serviceRequests',
		serviceRequests: [
			{
				service_request_id: number,
				description: '12345678901234567890, 1.50 "0.10" \\',
				lat: 43.65,
				long: -79.38
			}
		]
	});
});

test('an empty list of errors beside the records hides none of them', () => {
	const text = '{"data":[{"description":"a"},{"description":"b"}],"meta":{"total":2},"errors":[]}';
	expect(descriptions(json(text))).toEqual(['a', 'b']);
	expect(json('{"errors":[{"code":400,"description":"x"}]}')).toMatchObject({ kind: 'errors' });
});

test('a prefix is what makes the names of GeoReport v2 unreadable', () => {
	expect(xml('<o:services xmlns:o="http://wiki.open311.org/GeoReport_v2"/>')).toMatchObject({
		kind: 'unreadable',
		message:
			'The XML is well-formed, but <o:services> is no answer of GeoReport v2: its names begin with “o:”, and those of GeoReport v2 have no prefix.'
	});
});
