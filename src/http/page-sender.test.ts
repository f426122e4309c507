import { expect, test } from 'vitest';
import { toHttpRequest, type Draft } from '../georeport/request';
import type { MockUpHost } from './exchange';
import { pageSender } from './page-sender';

const draft: Draft = { method: 'services', format: 'xml', values: {} };
const request = toHttpRequest(draft, {
	url: 'https://a.example/v2/',
	discoveryUrl: 'https://a.example/discovery.xml'
});
const host: MockUpHost = {
	claims: () => true,
	workerAnswers: async () => false,
	recognises: () => true,
	losesConnection: () => false,
	answerInPage: async () => async () =>
		new Response('<services/>', { headers: { 'Content-Type': 'text/xml' } })
};
const startReader = () => {
	throw new Error('There is no worker here.');
};

test('it sends once what sends is loaded', async () => {
	const send = pageSender(host, startReader);
	const { outcome } = await send(draft, request, new AbortController().signal);
	if (outcome.kind === 'failure') throw new Error(outcome.message);
	expect(outcome.response.text).toBe('<services/>');
	expect(outcome.response.answeredBy).toBe('page');
});

test('where that cannot be loaded the exchange says so', async () => {
	let asked = 0;
	const send = pageSender(host, startReader, async () => {
		asked++;
		throw new TypeError('Failed to fetch dynamically imported module');
	});
	const { outcome } = await send(draft, request, new AbortController().signal);
	expect(outcome).toMatchObject({
		kind: 'failure',
		message: expect.stringMatching(/^Nothing was sent/)
	});
	expect(asked).toBe(2);
	// The next one tries again.
	await send(draft, request, new AbortController().signal);
	expect(asked).toBe(4);
});

test('a load that fails once is made good unseen', async () => {
	let asked = 0;
	const exchange = { draft, request, startedAt: 0, duration: 1 };
	const outcome = { kind: 'failure' as const, message: 'This one was sent.' };
	const send = pageSender(host, startReader, async () => {
		if (++asked === 1) throw new TypeError('Failed to fetch dynamically imported module');
		return async () => ({ ...exchange, outcome });
	});
	const sent = await send(draft, request, new AbortController().signal);
	expect(sent.outcome).toEqual(outcome);
	expect(asked).toBe(2);
});
