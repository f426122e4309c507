import { expect, test } from 'vitest';
import { listedAt, springfield } from '../explorer/fixtures';
import { toStored } from './to-stored';
import { readEntry } from './read';

const whole = () => ({ ...toStored(listedAt(0), springfield, null), id: 7 });

test('a complete row is read', () => {
	expect(readEntry(whole())?.id).toBe(7);
});

test('whose rules the answer was held to is kept with it', () => {
	const marked = { ...toStored(listedAt(0), { ...springfield, rules: 'toronto' }, null), id: 7 };
	expect(readEntry(marked)?.endpoint.rules).toBe('toronto');
	expect(readEntry(whole())?.endpoint.rules).toBeUndefined();
});

test.each<[string, (row: ReturnType<typeof whole>) => unknown]>([
	['rules that are none', (row) => ({ ...row, endpoint: { ...row.endpoint, rules: 'ours' } })],
	['nothing', () => undefined],
	['a text', () => 'exchange'],
	['no id', ({ id: _, ...row }) => row],
	['a method of another version', (row) => withDraft(row, { method: 'delete' })],
	['values that are no texts', (row) => withDraft(row, { values: { lat: 43.6 } })],
	['a header that is no text', (row) => withDraft(row, { headers: { Accept: 1 } })],
	['a key', (row) => ({ ...row, endpoint: { ...row.endpoint, apiKey: 'secret' } })],
	['an unknown kind of endpoint', (row) => ({ ...row, endpoint: { ...row.endpoint, kind: 'x' } })],
	['no outcome', (row) => ({ ...row, exchange: { ...row.exchange, outcome: undefined } })],
	['no bytes', (row) => withResponse(row, { bytes: 'text' })],
	['a status that is no number', (row) => withResponse(row, { status: NaN })],
	['headers that are no pairs', (row) => withResponse(row, { headers: [['content-type']] })]
])('a row with %s is skipped', (_, broken) => {
	expect(readEntry(broken(whole()))).toBeNull();
});

function withDraft(row: ReturnType<typeof whole>, more: object) {
	return { ...row, exchange: { ...row.exchange, draft: { ...row.exchange.draft, ...more } } };
}

function withResponse(row: ReturnType<typeof whole>, more: object) {
	const { outcome } = row.exchange;
	if (outcome.kind !== 'response') throw new Error('No answer.');
	const response = { ...outcome.response, ...more };
	return { ...row, exchange: { ...row.exchange, outcome: { kind: 'response', response } } };
}
