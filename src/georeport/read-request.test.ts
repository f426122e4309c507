import fc from 'fast-check';
import { expect, test } from 'vitest';
import { METHODS } from './methods';
import { baseOf, readRequest } from './read-request';
import { toHttpRequest, type Draft, type HttpRequest } from './request';

const BASE = { url: 'https://city.example/ws/', discoveryUrl: 'https://city.example/' };
const EMPTY: Draft = { method: 'requests', format: 'xml', values: {} };

const read = (request: Partial<HttpRequest> & { url: string }, current = EMPTY) =>
	readRequest(
		{
			method: 'GET',
			headers: {},
			body: null,
			...request,
			url: request.url.replace(/^~/, BASE.url)
		},
		BASE,
		current
	);
const draftOf = (url: string, current?: Draft) => read({ url }, current);
const posted = (body: string, type = 'application/x-www-form-urlencoded', url = '~requests.xml') =>
	read({ method: 'POST', url, headers: { 'content-type': type }, body });

test.each<[string, Draft]>([
	['https://city.example/discovery.json', { method: 'discovery', format: 'json', values: {} }],
	[
		'~services.xml?jurisdiction_id=toronto.ca',
		{ method: 'services', format: 'xml', values: { jurisdiction_id: 'toronto.ca' } }
	],
	[
		'~services/CSROWR%2D12.json?jurisdiction_id=toronto.ca',
		{
			method: 'definition',
			format: 'json',
			values: { service_code: 'CSROWR-12', jurisdiction_id: 'toronto.ca' }
		}
	],
	['~tokens/9000011.xml', { method: 'token', format: 'xml', values: { token: '9000011' } }],
	['~tokens/.xml', { method: 'token', format: 'xml', values: {} }],
	[
		'~requests/a%2Fb.json',
		{ method: 'request', format: 'json', values: { service_request_id: 'a/b' } }
	],
	[
		'~requests.xml?status=open%2Cclosed&q=a+b%2B&x=1&x=2&broken=%zz#top',
		{
			method: 'requests',
			format: 'xml',
			values: { status: 'open,closed', q: 'a b+', x: ['1', '2'], broken: '%zz' }
		}
	],
	[
		'~requests.json/?status=open',
		{ method: 'requests', format: 'json', path: 'requests.{format}/', values: { status: 'open' } }
	],
	[
		'~requests/12.xml/',
		{ method: 'request', format: 'xml', path: 'requests/12.{format}/', values: {} }
	],
	[
		'~services.json//',
		{ method: 'services', format: 'json', path: 'services.{format}//', values: {} }
	],
	[
		'https://city.example/discovery.json/',
		{ method: 'discovery', format: 'json', path: 'discovery.{format}/', values: {} }
	],
	['~services', { method: 'services', format: 'xml', path: 'services', values: {} }],
	['~services.html', { method: 'services', format: 'xml', path: 'services.html', values: {} }],
	[
		'~complaints.json?a=1',
		{ method: 'requests', format: 'json', path: 'complaints.{format}', values: { a: '1' } }
	],
	[
		'~a{format}.xml',
		{ method: 'requests', format: 'xml', path: 'a%7Bformat%7D.{format}', values: {} }
	],
	[
		'~services/A.xml?service_code=B',
		{
			method: 'requests',
			format: 'xml',
			path: 'services/A.{format}',
			values: { service_code: 'B' }
		}
	]
])('%s is read', (url, draft) => {
	expect(draftOf(url)).toEqual({ draft });
});

test('the format stays if the address has none', () => {
	expect(draftOf('~complaints', { ...EMPTY, format: 'json' })).toEqual({
		draft: { method: 'requests', format: 'json', path: 'complaints', values: {} }
	});
});

test('another verb, headers and the query of a POST are kept', () => {
	expect(read({ method: 'DELETE', url: '~services.xml', headers: { Prefer: 'code=400' } })).toEqual(
		{
			draft: {
				method: 'services',
				format: 'xml',
				verb: 'DELETE',
				headers: { Prefer: 'code=400' },
				values: {}
			}
		}
	);
	expect(posted('lat=43', undefined, '~requests.json?a=%7B')).toEqual({
		draft: {
			method: 'submit',
			format: 'json',
			path: 'requests.{format}?a=%7B',
			values: { lat: '43' }
		}
	});
});

test.each([
	'application/x-www-form-urlencoded',
	'application/x-www-form-urlencoded; charset=utf-8',
	'APPLICATION/X-WWW-FORM-URLENCODED;charset="UTF-8"'
])('a form of type %s is read into values', (type) => {
	expect(posted('description=a+b%2B%C3%A9&attribute%5BA%5D=1&attribute[A]=2', type)).toEqual({
		draft: {
			method: 'submit',
			format: 'xml',
			values: { description: 'a b+é', 'attribute[A]': ['1', '2'] }
		}
	});
});

test.each([
	['application/json', '{"lat":43}'],
	['application/x-www-form-urlencoded', 'a=%zz'],
	['application/x-www-form-urlencoded; charset=latin1', 'a=%E9'],
	['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nCSR'],
	['multipart/form-data', '--x--'],
	[
		'multipart/form-data; boundary=x',
		'--x\r\nContent-Disposition: form-data; name="a"\r\nX-Odd: 1\r\n\r\n1\r\n--x--\r\n'
	]
])('a body of type %s that no form sends is kept as it is', (type, text) => {
	expect(posted(text, type)).toEqual({
		draft: { method: 'submit', format: 'xml', values: {}, rawBody: { type, text } }
	});
});

test('multipart with a foreign boundary is read into values', () => {
	const body = [
		'--abc',
		'Content-Disposition: form-data; name="lat"',
		'',
		'43.6',
		'--abc',
		'Content-Disposition: form-data; name="media"; filename="a.jpg"',
		'Content-Type: image/jpeg',
		'',
		'no\r\nphoto',
		'--abc--',
		''
	].join('\r\n');
	expect(posted(body, 'multipart/form-data; boundary=abc')).toEqual({
		draft: {
			method: 'submit',
			format: 'xml',
			values: { lat: '43.6' },
			files: [{ name: 'media', filename: 'a.jpg', type: 'image/jpeg', text: 'no\r\nphoto' }]
		}
	});
});

test('a request to another server, or one that cannot be sent, is a problem', () => {
	expect(draftOf('https://other.example/requests.xml')).toHaveProperty('problem');
	expect(read({ url: '~requests.xml', body: 'a=1' })).toHaveProperty('problem');
});

const text = fc.oneof(
	fc.string({ minLength: 1, maxLength: 10 }),
	fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
	fc.constantFrom('a+b', 'é', '%', '%2F', '/', '..', '{format}', 'a.json', '?', '#', '&=', '\r\n')
);
const list = fc.array(text, { minLength: 2, maxLength: 3 });
const extra = fc.constantFrom('attribute[POTLOC]', 'attribute[A][]', 'x y', '__proto__', 'é', '%');

/** Any draft a form can make: path arguments first, as the form has them. */
const formDraft = fc.constantFrom(...METHODS).chain((method) =>
	fc
		.tuple(
			fc.constantFrom('xml' as const, 'json' as const),
			fc.subarray(method.arguments.map(({ name, place }) => ({ name, place }))),
			fc.infiniteStream(text),
			fc.dictionary(extra, fc.oneof(text, list), { maxKeys: 2 })
		)
		.map(([format, chosen, texts, more]): Draft => {
			const pairs = chosen.map(({ name }) => [name, texts.next().value] as const);
			return {
				method: method.name,
				format,
				values: { ...Object.fromEntries(pairs), ...more }
			};
		})
);

test('form → request → form is the identity, and so is the request', () => {
	fc.assert(
		fc.property(formDraft, (draft) => {
			const request = toHttpRequest(draft, BASE);
			const again = readRequest(request, BASE, EMPTY);
			expect(again).toEqual({ draft });
			expect('draft' in again && toHttpRequest(again.draft, BASE)).toEqual(request);
		}),
		{ numRuns: 1000 }
	);
});

test('multipart → request → multipart is the same request', () => {
	const file = fc.record({ name: text, filename: text, type: fc.constant('image/jpeg'), text });
	fc.assert(
		fc.property(formDraft, fc.array(file, { maxLength: 2 }), ({ values }, files) => {
			const request = toHttpRequest({ method: 'submit', format: 'xml', values, files }, BASE);
			const again = readRequest(request, BASE, EMPTY);
			expect('draft' in again && toHttpRequest(again.draft, BASE)).toEqual(request);
		})
	);
});

test('the draft of any address below the base makes the same request again', () => {
	const piece = fc.constantFrom(
		...[
			'services',
			'requests',
			'tokens',
			'/',
			'.xml',
			'.json',
			'.',
			'{format}',
			'%2F',
			'%',
			'a',
			'?'
		]
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
			const path = pieces.join('').replaceAll('?', '');
			const again = read({ url: `~${path}` });
			const url = 'draft' in again ? toHttpRequest(again.draft, BASE).url : '';
			expect(url).toBe(`${BASE.url}${path.replaceAll('{', '%7B').replaceAll('}', '%7D')}`);
		})
	);
});

test.each([
	['https://311.example.org/v2/requests.xml?status=open', 'https://311.example.org/v2/'],
	['https://311.example.org/requests/12.json', 'https://311.example.org/'],
	['http://localhost:3110/open311test/discovery.xml', 'http://localhost:3110/open311test/'],
	['https://a.example/open311/v2/services/30102.xml#x', 'https://a.example/open311/v2/'],
	['https://a.example/tokens/1.json', 'https://a.example/'],
	['https://a.example/v2/requests.json/?status=open', 'https://a.example/v2/'],
	['https://a.example/v2/requests/12.xml/', 'https://a.example/v2/'],
	['https://a.example/discovery.xml//#x', 'https://a.example/'],
	['https://a.example/v2/requests.json/more', null],
	['https://a.example/v2/complaints.xml', null],
	['https://a.example/?x=/requests.xml', null],
	['ftp://a.example/requests.xml', null],
	['requests.xml', null]
])('the base of %s is %s', (url, base) => {
	expect(baseOf(url)).toBe(base);
});
