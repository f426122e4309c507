import { expect, test } from 'vitest';
import { readingOf } from '../answer/reading';
import type { TestCase } from '../cases/expectation';
import type { Draft } from '../georeport/request';
import type { Exchange } from '../http/exchange';
import type { Endpoint } from './endpoint';
import { ExchangeView } from './exchange-view.svelte';

const endpoint: Endpoint = {
	id: 'toronto',
	name: 'Toronto mock-up',
	kind: 'mock-up',
	dialect: 'toronto',
	url: 'https://a.example/ws/',
	discoveryUrl: 'https://a.example/',
	jurisdiction: 'toronto.ca',
	apiKey: ''
};
const draft: Draft = { method: 'requests', format: 'xml', values: { status: 'open' } };
const TEXT = `<?xml version="1.0" encoding="utf-8"?>
<service_requests>
<request><service_request_id>101</service_request_id><lat>43.6</lat></request>
<request><token>91</token><lat>43.7</lat></request>
</service_requests>`;

function exchangeOf(asked: Draft = draft): Exchange {
	const contentType = 'text/xml; charset=utf-8';
	return {
		draft: asked,
		request: { method: 'GET', url: 'https://a.example/ws/requests.xml', headers: {}, body: null },
		startedAt: 0,
		duration: 1,
		outcome: {
			kind: 'response',
			response: {
				status: 200,
				statusText: 'OK',
				headers: [['content-type', contentType]],
				bytes: new TextEncoder().encode(TEXT),
				text: TEXT,
				answeredBy: 'page',
				reading: readingOf({ method: 'requests', status: 200, contentType, text: TEXT })
			}
		}
	};
}

test('a service request is selected by its key, and by what people call it', () => {
	const view = new ExchangeView(exchangeOf(), endpoint, null);
	expect(view.requests.map(({ key }) => key)).toEqual(['0:101', '1:91']);
	expect(view.selected).toBeNull();
	expect(view.selectedIndex).toBe(-1);
	view.select('0:101');
	expect(view.selected?.serviceRequest.service_request_id).toBe('101');
	view.selectNamed('91');
	expect(view.selected?.key).toBe('1:91');
	expect(view.selectedNode).toBe(view.reading?.records[1]);
	view.selectNamed('102');
	expect(view.selected).toBeNull();
	expect(view.selectedNode).toBeNull();
});

test('a node is selected together with the service request around it', () => {
	const view = new ExchangeView(exchangeOf(), endpoint, null);
	const record = view.reading?.records[1] ?? -1;
	view.selectNode(record + 1);
	expect(view.selected?.key).toBe('1:91');
	expect(view.selectedNode).toBe(record + 1);
	expect(view.selectedRecord).toBe(record);
	view.selectNode(0);
	expect([view.selected, view.selectedNode]).toEqual([null, 0]);
	view.select('1:91');
	expect(view.selectedNode).toBe(record);
});

test('what made a verdict fail is a field of a record, the record itself or a node', () => {
	const view = new ExchangeView(exchangeOf(), endpoint, null);
	const record = view.reading?.records[0] ?? -1;
	view.selectOffender({ record: 0, field: 'lat' });
	expect(view.selected?.key).toBe('0:101');
	expect(view.selectedNode).toBeGreaterThan(record + 1);
	view.selectOffender({ record: 0, field: 'address' });
	expect(view.selectedNode).toBe(record);
	view.selectOffender({ record: 7, field: 'lat' });
	expect(view.selectedNode).toBe(record);
	view.selectOffender({ node: 0 });
	expect(view.selectedNode).toBe(0);
});

test('whoever shows it is told of every selection', () => {
	let told = 0;
	const view = new ExchangeView(exchangeOf(), endpoint, null, () => told++);
	view.select('0:101');
	view.selectNode(0);
	view.select(null);
	expect(told).toBe(3);
});

test('a test case judges the request it asks for, and no other', () => {
	const expect200 = { expect: { status: 200, claims: [] }, then: [] };
	const testCase: TestCase = {
		id: 'open',
		title: 'Open ones',
		shows: '',
		group: 'list',
		draft: { method: 'requests', values: { status: 'open' } },
		outcomes: { toronto: expect200, standard: expect200 },
		provenance: 'invented',
		section: ''
	};
	expect(new ExchangeView(exchangeOf(), endpoint, testCase).verdicts).toMatchObject([
		{ passed: true }
	]);
	const changed = exchangeOf({ ...draft, values: { status: 'closed' } });
	expect(new ExchangeView(changed, endpoint, testCase).verdicts).toBeNull();
	const elsewhere = { ...endpoint, dialect: null };
	expect(new ExchangeView(exchangeOf(), elsewhere, testCase).verdicts).toBeNull();
	expect(new ExchangeView(exchangeOf(), endpoint, null).verdicts).toBeNull();
});

test('a kept key is never shown in what was sent', () => {
	const report = exchangeOf({ method: 'submit', format: 'xml', values: {} });
	const view = new ExchangeView(report, { ...endpoint, apiKey: 'kept-secret' }, null);
	expect(view.sentRequest.body).toBe('api_key=YOUR_API_KEY');
});

test('an exchange without an answer has nothing to read, select or judge', () => {
	const failed: Exchange = { ...exchangeOf(), outcome: { kind: 'failure', message: 'No answer.' } };
	const view = new ExchangeView(failed, endpoint, null);
	expect([view.response, view.reading, view.parsed, view.verdicts]).toEqual([
		null,
		null,
		null,
		null
	]);
	expect(view.requests).toEqual([]);
	view.selectOffender({ node: 0 });
	expect(view.selectedNode).toBeNull();
});
