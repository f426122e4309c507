import { expect, test } from 'vitest';
import type { Draft } from './request';
import { carriesKey, shareable } from './privacy';

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

test('a redirect would pass on a key in the body or a header, but not one in the URL', () => {
	const get = { method: 'GET', url: 'https://a.example/?api_key=1', headers: {}, body: null };
	expect(carriesKey(get)).toBe(false);
	expect(carriesKey({ ...get, headers: { 'X-Api-Key': '1' } })).toBe(true);
	expect(carriesKey({ ...get, method: 'POST', body: 'lat=1&api%5Fkey=1' })).toBe(true);
	expect(carriesKey({ ...get, method: 'POST', body: '{"api_key": "1"}' })).toBe(true);
	expect(carriesKey({ ...get, method: 'POST', body: 'lat=1&long=2' })).toBe(false);
});
