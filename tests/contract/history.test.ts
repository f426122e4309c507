// The history stores exchanges with the mock-up, and restores them unchanged.
import { expect, test } from 'vitest';
import { CASES } from '../../mocks/cases/index';
import { PREFER } from '../../mocks/api/preferences';
import { send, type Exchange } from '../../src/http/exchange';
import { Explorer } from '../../src/explorer/explorer.svelte';
import type { Format } from '../../src/georeport/types';
import { ExchangeHistory } from '../../src/history/exchange-history.svelte';
import { memoryHistory } from '../../src/history/history-store';
import { inPage, mockUpEndpoint } from './mock-up';

const KEY = 'planted-key-0123';

function pageWith(apiKey = '') {
	const store = memoryHistory();
	const history = new ExchangeHistory(store);
	const host = inPage();
	const ended: Exchange[] = [];
	const explorer = new Explorer({
		endpoints: [{ ...mockUpEndpoint('toronto'), apiKey }],
		cases: CASES,
		opening: CASES[0] as (typeof CASES)[0],
		send: (draft, request, signal) => send(draft, request, host, signal),
		controls: () => null,
		prefer: PREFER,
		onexchange: (exchange, endpoint, testCase) => {
			ended.push(exchange);
			void history.add(exchange, endpoint, testCase);
		}
	});
	return { explorer, history, store, ended };
}

test.each<Format>(['xml', 'json'])(
	'the answer to every case is restored unchanged in %s',
	async (format) => {
		const { explorer, history, store, ended } = pageWith();
		const again = new ExchangeHistory(store);
		for (const testCase of CASES) {
			explorer.openCase(testCase);
			explorer.chooseFormat(format);
			await explorer.send();
			await history.load();
			await again.load();
			const [entry] = again.entries;
			const sent = ended.at(-1)?.outcome;
			const kept = entry?.exchange.outcome;
			if (kept?.kind !== 'response' || sent?.kind !== 'response') throw new Error(testCase.id);
			const { bytes, ...others } = kept.response;
			expect({ ...sent.response, bytes: undefined }, testCase.id).toEqual(others);
			expect(Buffer.compare(bytes, sent.response.bytes), testCase.id).toBe(0);
			expect(entry?.testCase).toBe(testCase.id);
			await history.eraseAll();
		}
		expect(ended).toHaveLength(CASES.length);
	},
	30_000
);

test('a report with a stored key and a typed key leaves neither in the history', async () => {
	const { explorer, history, store } = pageWith(KEY);
	explorer.chooseMethod('submit');
	explorer.setValue('service_code', 'CSROWR-12');
	explorer.setValue('lat', '43.6532');
	explorer.setValue('long', '-79.3832');
	await explorer.send();
	explorer.setValue('api_key', 'another-key-4567');
	await explorer.send();
	await history.load();
	const rows = await store.list();
	const text = JSON.stringify(rows, (_, value: unknown) =>
		value instanceof Uint8Array ? new TextDecoder().decode(value) : value
	);
	expect(rows).toHaveLength(2);
	expect(text).toContain('CSROWR-12');
	expect(text).not.toContain(KEY);
	expect(text).not.toContain('another-key');
});
