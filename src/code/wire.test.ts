import { expect, test } from 'vitest';
import type { HttpRequest } from '../georeport/request';
import { httpText } from './http-text';
import { lawful, onTheWire, remarkOn } from './wire';

const FORM = 'application/x-www-form-urlencoded';
const request = (part: Partial<HttpRequest>): HttpRequest => ({
	method: 'GET',
	url: 'https://311.example/v2/requests.xml',
	headers: {},
	body: null,
	...part
});
const form = (body: string) => onTheWire(request({ headers: { 'content-type': FORM }, body }));

// What https://fetch.spec.whatwg.org/ and https://url.spec.whatwg.org/ do with each part.
test('verbs, URLs and headers are normalized as by fetch', () => {
	const url = (text: string) => onTheWire(request({ url: `https://311.example${text}` })).url;
	expect(url(`/a/../b c?q=it's "x"#gone`)).toBe('https://311.example/b%20c?q=it%27s%20%22x%22');
	expect(url(`:443/it's`)).toBe(`https://311.example/it's`);
	expect(onTheWire(request({ method: 'put' })).method).toBe('PUT');
	expect(onTheWire(request({ method: 'patch' })).method).toBe('patch');
	const headers = { Accept: ' a ', 'X-Empty': '', ACCEPT: 'b' };
	expect(onTheWire(request({ headers })).headers).toEqual([
		['Accept', 'a, b'],
		['X-Empty', '']
	]);
});

test('an invalid URL and half a surrogate pair do not throw', () => {
	expect(onTheWire(request({ url: 'no url \ud83d' })).url).toBe('no url \ufffd');
	expect(onTheWire(request({ body: 'a\udc00' })).body).toBe('a\ufffd');
});

test('a body has fields only if encoding them gives the same bytes', () => {
	expect(form('a=1&b=x+y%26z&a=2').fields).toEqual([
		['a', '1'],
		['b', 'x y&z'],
		['a', '2']
	]);
	expect(form('a=x%20y').fields).toBeNull();
	expect(form('a').fields).toBeNull();
	expect(form('').fields).toBeNull();
	expect(
		onTheWire(request({ headers: { 'Content-Type': 'text/plain' }, body: 'a=1' })).fields
	).toBeNull();
});

test('a URL that libraries would change gets a remark, and its forbidden characters are encoded', () => {
	const plain = 'https://[::1]:81/b?c=%C3%A9,d:e&f=%27%2B%20%5B1';
	expect(remarkOn(plain, '#')).toEqual([]);
	for (const odd of ['?a=1|2', '?a={b}', '?a=%41', '?a=%c3', '?a=%', '?a=%7E', '?a=[1]']) {
		expect(remarkOn(`https://a.example/${odd}`, '//')).toEqual([
			'// The address may go out spelled in another way; curl keeps it as it is.'
		]);
	}
	expect(lawful('https://a.example/?a=1|{2}%%20`')).toBe(
		'https://a.example/?a=1%7C%7B2%7D%25%20%60'
	);
});

test('HTTP text has the layout of RFC 9112', () => {
	expect(
		httpText(request({ url: 'http://a.example:81/v2/x.xml?q=é#f', headers: { Prefer: 'a' } }))
	).toBe('GET /v2/x.xml?q=%C3%A9 HTTP/1.1\nHost: a.example:81\nPrefer: a\n\n');
	expect(
		httpText(request({ method: 'POST', headers: { 'Content-Type': FORM }, body: 'a=é' }))
	).toBe(
		`POST /v2/requests.xml HTTP/1.1\nHost: 311.example\nContent-Type: ${FORM}\nContent-Length: 4\n\na=é`
	);
	expect(httpText(request({ method: 'POST', body: '' }))).toContain('Content-Length: 0');
});
