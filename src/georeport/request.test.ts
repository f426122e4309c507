import { expect, test } from 'vitest';
import type { MethodName } from './methods';
import { toHttpRequest, valuesOf, type Draft, type Values } from './request';

const BASE = { url: 'https://city.example/ws/', discoveryUrl: 'https://city.example/' };

const sent = (draft: Partial<Draft> & Pick<Draft, 'method'>) =>
	toHttpRequest({ format: 'xml', values: {}, ...draft }, BASE);
const urlOf = (values: Values) => sent({ method: 'requests', values }).url;
const bodyOf = (values: Values) => sent({ method: 'submit', values }).body;

test.each<[MethodName, Values, string, string]>([
	['discovery', {}, 'GET', 'https://city.example/discovery.json'],
	[
		'services',
		{ jurisdiction_id: 'toronto.ca' },
		'GET',
		'https://city.example/ws/services.json?jurisdiction_id=toronto.ca'
	],
	[
		'definition',
		{ service_code: 'CSROWR-12', jurisdiction_id: 'toronto.ca' },
		'GET',
		'https://city.example/ws/services/CSROWR-12.json?jurisdiction_id=toronto.ca'
	],
	['submit', { service_code: '30102' }, 'POST', 'https://city.example/ws/requests.json'],
	['token', { token: '9000011' }, 'GET', 'https://city.example/ws/tokens/9000011.json'],
	[
		'requests',
		{ status: 'open', page: '2' },
		'GET',
		'https://city.example/ws/requests.json?status=open&page=2'
	],
	[
		'request',
		{ service_request_id: '101000000001' },
		'GET',
		'https://city.example/ws/requests/101000000001.json'
	]
])('%s is one verb and one URL', (method, values, verb, url) => {
	expect(sent({ method, values, format: 'json' })).toMatchObject({ method: verb, url });
});

test('a GET has neither body nor headers', () => {
	expect(sent({ method: 'services' })).toEqual({
		method: 'GET',
		url: 'https://city.example/ws/services.xml',
		headers: {},
		body: null
	});
});

test('a POST is a form in UTF-8', () => {
	expect(sent({ method: 'submit', values: { service_code: 'S', lat: '43.6' } })).toEqual({
		method: 'POST',
		url: 'https://city.example/ws/requests.xml',
		headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' },
		body: 'service_code=S&lat=43.6'
	});
});

test('comma lists and dates stay readable in a URL', () => {
	expect(
		urlOf({
			service_code: 'CSROWC-05,30102',
			start_date: '2012-02-01T00:00:00Z',
			end_date: '2012-02-10T00:00:00+02:00'
		})
	).toBe(
		'https://city.example/ws/requests.xml?service_code=CSROWC-05,30102&start_date=2012-02-01T00:00:00Z&end_date=2012-02-10T00:00:00%2B02:00'
	);
});

test.each([
	['é', '%C3%A9'],
	['a&b=c', 'a%26b%3Dc'],
	['$1 #2', '%241%20%232'],
	['"x"', '%22x%22'],
	['a\nb', 'a%0Ab'],
	['1+1', '1%2B1'],
	['100%', '100%25'],
	['🕳', '%F0%9F%95%B3'],
	['\ud800', '%EF%BF%BD']
])('%j is %s in a URL', (text, encoded) => {
	expect(urlOf({ q: text })).toBe(`https://city.example/ws/requests.xml?q=${encoded}`);
});

test.each([
	['é', '%C3%A9'],
	['a&b=c', 'a%26b%3Dc'],
	['$1 #2', '%241+%232'],
	['"x"', '%22x%22'],
	['a\r\nb', 'a%0D%0Ab'],
	['1+1', '1%2B1'],
	['100%', '100%25'],
	['🕳', '%F0%9F%95%B3'],
	['\ud800', '%EF%BF%BD']
])('%j is %s in a form', (text, encoded) => {
	expect(bodyOf({ description: text })).toBe(`description=${encoded}`);
});

test('empty arguments are left out', () => {
	expect(urlOf({ status: '', service_code: [], page: ['', '2'] })).toBe(
		'https://city.example/ws/requests.xml?page=2'
	);
	expect(bodyOf({ email: '', lat: '43.6' })).toBe('lat=43.6');
	expect(valuesOf({ a: ['', 'x', ''] }, 'a')).toEqual(['x']);
	expect(valuesOf({}, 'constructor')).toEqual([]);
});

test('several values repeat the name in order', () => {
	expect(bodyOf({ 'attribute[RISK][]': ['WALK', 'CYCLE'], email: 'a@b.ca' })).toBe(
		'attribute%5BRISK%5D%5B%5D=WALK&attribute%5BRISK%5D%5B%5D=CYCLE&email=a%40b.ca'
	);
	expect(urlOf({ status: ['open', 'closed'] })).toBe(
		'https://city.example/ws/requests.xml?status=open&status=closed'
	);
});

test('an argument of the path is one segment, whatever its value', () => {
	const path = (token: string) => sent({ method: 'token', values: { token } }).url.slice(24);
	expect(path('a/b?c#d')).toBe('tokens/a%2Fb%3Fc%23d.xml');
	expect(path('é &')).toBe('tokens/%C3%A9%20%26.xml');
	expect(path('../x')).toBe('tokens/..%2Fx.xml');
	expect(path('\udc00')).toBe('tokens/%EF%BF%BD.xml');
	expect(path('')).toBe('tokens/.xml');
});

test('files make the form multipart, after the values', () => {
	expect(
		sent({
			method: 'submit',
			values: { service_code: 'S', 'say "so"': 'é\n&' },
			files: [{ name: 'media', filename: 'a "b".jpg', type: 'image/jpeg', text: 'bytes' }]
		})
	).toEqual({
		method: 'POST',
		url: 'https://city.example/ws/requests.xml',
		headers: { 'Content-Type': 'multipart/form-data; boundary=toronto-open311-playground' },
		body: [
			'--toronto-open311-playground',
			'Content-Disposition: form-data; name="service_code"',
			'',
			'S',
			'--toronto-open311-playground',
			'Content-Disposition: form-data; name="say %22so%22"',
			'',
			'é\n&',
			'--toronto-open311-playground',
			'Content-Disposition: form-data; name="media"; filename="a %22b%22.jpg"',
			'Content-Type: image/jpeg',
			'',
			'bytes',
			'--toronto-open311-playground--',
			''
		].join('\r\n')
	});
});

test('a raw body is sent unchanged, with its type', () => {
	const rawBody = { type: 'application/json', text: '{"a": 1}' };
	expect(sent({ method: 'submit', values: { lat: '1' }, rawBody })).toMatchObject({
		headers: { 'Content-Type': 'application/json' },
		body: '{"a": 1}'
	});
});

test('another verb, path and headers replace those of the method', () => {
	const odd = { verb: 'DELETE', path: 'complaints.{format}', headers: { Prefer: 'code=500' } };
	expect(sent({ method: 'services', format: 'json', values: { a: 'b' }, ...odd })).toEqual({
		method: 'DELETE',
		url: 'https://city.example/ws/complaints.json?a=b',
		headers: { Prefer: 'code=500' },
		body: null
	});
	expect(
		sent({ method: 'submit', headers: { 'Content-Type': 'text/plain' } }).headers['Content-Type']
	).toBe('text/plain');
});
