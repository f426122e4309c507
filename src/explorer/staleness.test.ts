import { describe, expect, it } from 'vitest';
import { toHttpRequest, type Draft } from '../georeport/request';
import { inTableOrder } from './argument-order';
import { changesSince, isSameRequest, type ComposedRequest } from './staleness';

const BELO = {
	id: 'belo',
	name: 'Belo Horizonte',
	url: 'https://311.example.br/v2/',
	discoveryUrl: 'https://311.example.br/'
};

const composed = (draft: Draft, endpoint = BELO): ComposedRequest => ({
	draft,
	endpoint,
	request: toHttpRequest(draft, endpoint)
});

const search = (values: Draft['values'], more: Partial<Draft> = {}): Draft => ({
	method: 'requests',
	format: 'xml',
	values,
	...more
});

const SENT = composed(
	search({ jurisdiction_id: 'bh.gov.br', service_code: '007', status: 'open' })
);

describe('whether two requests ask the same', () => {
	it('does not look at the order of different arguments', () => {
		const typed = search({ status: 'open', service_code: '007', jurisdiction_id: 'bh.gov.br' });
		expect(isSameRequest(SENT, composed(typed))).toBe(true);
	});

	it('looks at the order of repeated ones', () => {
		const twice = composed(search({ service_code: ['007', '008'] }));
		expect(isSameRequest(twice, composed(search({ service_code: ['008', '007'] })))).toBe(false);
	});

	it('looks at the body of a report in any order of its fields', () => {
		const report = (values: Draft['values']) =>
			composed({ method: 'submit', format: 'json', values });
		const one = report({ service_code: '007', lat: '-19.9', 'attribute[A]': '1' });
		expect(
			isSameRequest(one, report({ 'attribute[A]': '1', lat: '-19.9', service_code: '007' }))
		).toBe(true);
		expect(isSameRequest(one, report({ service_code: '007', lat: '-19.9' }))).toBe(false);
	});

	it('does not look at an empty argument, which is not sent', () => {
		const draft = { ...SENT.draft, values: { ...SENT.draft.values, end_date: '' } };
		expect(isSameRequest(SENT, composed(draft))).toBe(true);
	});
});

describe('what has changed since', () => {
	const since = (draft: Draft, endpoint = BELO) => changesSince(SENT, composed(draft, endpoint));
	const { values } = SENT.draft;

	it('is nothing once an edit is undone', () => {
		expect(since(search({ ...values, status: 'open' }))).toEqual([]);
	});

	it('names arguments with what they were and are', () => {
		expect(since(search({ ...values, status: 'open,closed' }))).toEqual([
			{ name: 'status', was: 'open', now: 'open,closed' }
		]);
		expect(since(search({ jurisdiction_id: 'bh.gov.br', service_code: '007' }))).toEqual([
			{ name: 'status', was: 'open', now: null }
		]);
	});

	it('names format and endpoint', () => {
		expect(since(search(values, { format: 'json' }))).toEqual([
			{ name: 'format', was: 'xml', now: 'json' }
		]);
		const other = { ...BELO, id: 'other', name: 'Another', url: 'https://other.example/' };
		expect(since(search(values), other)).toEqual([
			{ name: 'endpoint', was: 'Belo Horizonte', now: 'Another' }
		]);
	});

	it('names another method alone', () => {
		expect(since({ method: 'services', format: 'json', values: {} })).toEqual([
			{ name: 'method', was: 'requests', now: 'services' }
		]);
	});

	it('names headers', () => {
		expect(since(search(values, { headers: { Prefer: 'code=503' } }))).toEqual([
			{ name: 'header Prefer', was: null, now: 'code=503' }
		]);
	});

	it('never shows a key', () => {
		expect(since(search({ api_key: 'SECRET', ...values }))).toEqual([
			{ name: 'api_key', was: null, now: 'a key' }
		]);
	});
});

describe('the order of arguments', () => {
	it('is the table’s, with answers to questions last', () => {
		const draft: Draft = {
			method: 'submit',
			format: 'xml',
			values: { 'attribute[B]': '2', lat: '1', service_code: '007', 'attribute[A]': '1' }
		};
		expect(Object.keys(inTableOrder(draft).values)).toEqual([
			...['service_code', 'lat', 'attribute[B]', 'attribute[A]']
		]);
	});
});
