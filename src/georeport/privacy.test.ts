import { expect, test } from 'vitest';
import type { Draft } from './request';
import { carriesKey, isKeyName, shareable, urlWithoutKeys } from './privacy';

const report: Draft = {
	method: 'submit',
	format: 'xml',
	values: {
		service_code: 'SWLMALB-02',
		api_key: 'secret',
		first_name: 'Ada',
		email: 'ada@example.org'
	}
};

test('the key and the contact details are removed and named', () => {
	const { draft, leftOut } = shareable(report);
	expect(draft.values).toEqual({ service_code: 'SWLMALB-02' });
	expect(leftOut).toEqual(['api_key', 'first_name', 'email']);
});

test('contact details stay on request; the key never does', () => {
	const { draft, leftOut } = shareable(report, true);
	expect(draft.values).toEqual({
		service_code: 'SWLMALB-02',
		first_name: 'Ada',
		email: 'ada@example.org'
	});
	expect(leftOut).toEqual(['api_key']);
});

test('they are found in headers, in a path with a query and in bodies too', () => {
	const { draft, leftOut } = shareable({
		...report,
		values: {},
		headers: { 'X-Api-Key': 'secret', Prefer: 'code=404' },
		path: 'requests.{format}?api_key=secret&a=1',
		rawBody: {
			type: 'application/x-www-form-urlencoded',
			text: 'lat=43&phone=416&api%5Fkey=secret'
		}
	});
	expect(draft).toEqual({
		method: 'submit',
		format: 'xml',
		values: {},
		headers: { Prefer: 'code=404' },
		path: 'requests.{format}?a=1',
		rawBody: { type: 'application/x-www-form-urlencoded', text: 'lat=43' }
	});
	expect(leftOut).toEqual(['X-Api-Key', 'api_key', 'phone']);
});

test('a body that cannot be separated is removed', () => {
	const body = { type: 'application/json', text: '{"email":"ada@example.org"}' };
	expect(shareable({ ...report, values: {}, rawBody: body })).toEqual({
		draft: { method: 'submit', format: 'xml', values: {} },
		leftOut: ['email']
	});
	const harmless = { type: 'application/json', text: '{"lat":43}' };
	expect(shareable({ ...report, values: {}, rawBody: harmless }).draft.rawBody).toEqual(harmless);
});

test.each([
	...['api_key', 'apikey', 'API-Key', 'key', 'token', 'access_token', 'accessToken', 'auth'],
	...['X-Auth', 'X-Auth-User', 'Authorization', 'client_secret', 'password', 'pwd', 'jwt'],
	...['Ocp-Apim-Subscription-Key', 'x-functions-key', 'X-Amz-Signature', 'sessionToken']
])('%s is the name of a key', (name) => expect(isKeyName(name)).toBe(true));

test.each([
	...['service_code', 'keyword', 'keywords', 'monkey', 'author', 'description', 'account_id'],
	...['device_id', 'attribute[KEY]', 'attribute[TOKEN][]', 'Prefer', 'Accept', 'status', '']
])('%j is none', (name) => expect(isKeyName(name)).toBe(false));

const get = { method: 'GET', url: 'https://a.example/requests.xml', headers: {}, body: null };
const post = { ...get, method: 'POST', body: 'lat=1&long=2' };

test.each([
	['a query', { ...get, url: `${get.url}?api_key=1` }],
	['a query, encoded', { ...get, url: `${get.url}?a=1&api%5Fkey=1#top` }],
	['a query under another name', { ...get, url: `${get.url}?apikey=1` }],
	['a query as token', { ...get, url: `${get.url}?token=1` }],
	['a header', { ...get, headers: { 'X-Api-Key': '1' } }],
	['a header of authorization', { ...get, headers: { authorization: 'Bearer 1' } }],
	['a header X-Auth…', { ...get, headers: { 'X-Auth-User': '1' } }],
	['a cookie', { ...get, headers: { Cookie: 'a=1' } }],
	['a form', { ...post, body: 'lat=1&api%5Fkey=1' }],
	['a form under another name', { ...post, body: 'lat=1&access_token=1' }],
	['JSON', { ...post, body: '{"lat": 1, "apiKey" : "1"}' }],
	['nested JSON', { ...post, body: '{"auth": {"user": "me", "password": 1}}' }],
	['XML', { ...post, body: '<request><api_key>1</api_key></request>' }],
	['a query, encoded twice', { ...get, url: `${get.url}?api_key%3D1` }],
	[
		'the address in a header',
		{ ...get, headers: { Referer: 'https://a.example/app?b=1&api_key=1' } }
	],
	['a header with its scheme', { ...get, headers: { 'X-Upstream': 'Bearer 1' } }],
	['a header of a session', { ...get, headers: { 'X-Session-Id': '1' } }],
	[
		'a part without quotes',
		{ ...post, body: '--b\r\nContent-Disposition: form-data; name=token\r\n\r\n1\r\n--b--' }
	],
	[
		'a part',
		{ ...post, body: '--b\r\nContent-Disposition: form-data; name="token"\r\n\r\n1\r\n--b--' }
	]
])('a key in %s is what a redirect would take along', (_, request) => {
	expect(carriesKey(request)).toBe(true);
});

test.each([
	['nothing', get],
	['an empty key', { ...get, url: `${get.url}?token=` }],
	['a report', post],
	['an id of a token', { ...get, url: 'https://a.example/tokens/123.xml?jurisdiction_id=a' }],
	['a header with an address', { ...get, headers: { Referer: 'https://a.example/?a=1' } }],
	['a header of words', { ...get, headers: { 'User-Agent': 'Bearer/1.0 (token)' } }],
	['words like it', { ...get, url: `${get.url}?keywords=token,key` }],
	['answers to questions', { ...post, body: 'attribute%5BKEY%5D=1' }]
])('%s is none', (_, request) => expect(carriesKey(request)).toBe(false));

test('a URL without its keys keeps the rest', () => {
	const url = `${get.url}?a=1&api%5Fkey=2&token=3&b=4#c`;
	expect(urlWithoutKeys({ ...get, url })).toBe(`${get.url}?a=1&b=4`);
	expect(urlWithoutKeys({ ...get, url: `${get.url}?token=3` })).toBe(get.url);
});

test('removed keys are named without their value, however they are encoded', () => {
	const path = 'requests.xml?a=1&api_key%3DSECRET&b%3D2';
	const headers = { Referer: 'https://a.example/?api_key=SECRET', Accept: 'text/xml' };
	const read = shareable({ method: 'requests', format: 'xml', values: {}, path, headers });
	expect(read.leftOut).toEqual(['Referer', 'api_key']);
	expect(read.draft).toMatchObject({
		path: 'requests.xml?a=1&b%3D2',
		headers: { Accept: 'text/xml' }
	});
	expect(JSON.stringify(read)).not.toContain('SECRET');
	expect(urlWithoutKeys({ ...get, url: `${get.url}?api_key%3DSECRET&b=2` })).toBe(`${get.url}?b=2`);
});

test('keys under any name stay behind; the token that is asked about does not', () => {
	const values = { status: 'open', apikey: '1', token: '2' };
	expect(shareable({ method: 'requests', format: 'xml', values }, true)).toEqual({
		draft: { method: 'requests', format: 'xml', values: { status: 'open' } },
		leftOut: ['apikey', 'token']
	});
	const asked: Draft = { method: 'token', format: 'xml', values: { token: '9000021' } };
	expect(shareable(asked)).toEqual({ draft: asked, leftOut: [] });
	const body = { type: 'application/json', text: '{"accessToken":"1"}' };
	expect(shareable({ ...report, values: {}, rawBody: body }).leftOut).toEqual(['accessToken']);
});
