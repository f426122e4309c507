import { expect, test } from 'vitest';
import type { Exchange } from '../http/exchange';
import { ExchangeView } from './exchange-view.svelte';
import { answered, list, listCase, listedAt, springfield, toronto, TWO_ROWS } from './fixtures';

const listed = listedAt(0);

test('a service request is selected by its key, and by what people call it', () => {
	const view = new ExchangeView(listed, toronto, null);
	expect(view.requests.map(({ key }) => key)).toEqual(['0:638344', '1:12345']);
	expect(view.selected).toBeNull();
	expect(view.selectedIndex).toBe(-1);
	view.select('0:638344');
	expect(view.selected?.serviceRequest.service_request_id).toBe('638344');
	view.selectNamed('12345');
	expect(view.selected?.key).toBe('1:12345');
	expect(view.selectedNode).toBe(view.reading?.records[1]);
	view.selectNamed('638345');
	expect(view.selected).toBeNull();
	expect(view.selectedNode).toBeNull();
});

test('a node is selected together with the service request around it', () => {
	const view = new ExchangeView(listed, toronto, null);
	const record = view.reading?.records[1] ?? -1;
	view.selectNode(record + 1);
	expect(view.selected?.key).toBe('1:12345');
	expect(view.selectedNode).toBe(record + 1);
	expect(view.selectedRecord).toBe(record);
	view.selectNode(0);
	expect([view.selected, view.selectedNode]).toEqual([null, 0]);
	view.select('1:12345');
	expect(view.selectedNode).toBe(record);
});

test('what made a verdict fail is a field of a record, the record itself or a node', () => {
	const view = new ExchangeView(listed, toronto, null);
	const record = view.reading?.records[0] ?? -1;
	view.selectOffender({ record: 0, field: 'status' });
	expect(view.selected?.key).toBe('0:638344');
	expect(view.selectedNode).toBeGreaterThan(record + 1);
	view.selectOffender({ record: 0, field: 'address' });
	expect(view.selectedNode).toBe(record);
	view.selectOffender({ record: 7, field: 'status' });
	expect(view.selectedNode).toBe(record);
	view.selectOffender({ node: 0 });
	expect(view.selectedNode).toBe(0);
});

test('whoever shows it is told of every selection', () => {
	let told = 0;
	const view = new ExchangeView(listed, toronto, null, () => told++);
	view.select('0:638344');
	view.selectNode(0);
	view.select(null);
	expect(told).toBe(3);
});

test('a test case judges the request it asks for, and no other', () => {
	const testCase = { ...listCase, draft: { method: 'requests', values: list.values } } as const;
	expect(new ExchangeView(listed, toronto, testCase).verdicts).toMatchObject([{ passed: true }]);
	const changed = answered({ ...list, values: { status: 'closed' } }, TWO_ROWS);
	expect(new ExchangeView(changed, toronto, testCase).verdicts).toBeNull();
	expect(new ExchangeView(listed, springfield, testCase).verdicts).toBeNull();
	expect(new ExchangeView(listed, toronto, null).verdicts).toBeNull();
});

test('a kept key is never shown in what was sent', () => {
	const report = answered({ method: 'submit', format: 'xml', values: {} }, '');
	const view = new ExchangeView(report, springfield, null);
	expect(view.sentRequest.body).toBe('api_key=YOUR_API_KEY');
});

test('an exchange without an answer has nothing to read, select or judge', () => {
	const failed: Exchange = { ...listed, outcome: { kind: 'failure', message: 'No answer.' } };
	const view = new ExchangeView(failed, toronto, null);
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
