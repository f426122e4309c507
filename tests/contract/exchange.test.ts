// Who is asked, and what becomes of a send that fails.
import { afterEach, expect, test, vi } from 'vitest';
import { createMockUp } from '../../mocks/mock-up';
import { MARKER } from '../../mocks/dialect';
import { send, type MockUpHost } from '../../src/exchange';
import { toHttpRequest, type Draft } from '../../src/georeport/request';
import { endpointOf, ROOT } from './mock-up';

const draft: Draft = {
	method: 'services',
	format: 'xml',
	values: { jurisdiction_id: 'toronto.ca' }
};
const request = toHttpRequest(draft, endpointOf('toronto'));

function hostWith(more: Partial<MockUpHost> = {}): MockUpHost {
	const mockUp = createMockUp();
	return {
		claims: (url) => url.startsWith(ROOT),
		workerAnswers: () => Promise.resolve(true),
		recognises: (response) => response.headers.has(MARKER),
		answerInPage: () => Promise.resolve(mockUp.answer),
		...more
	};
}

const never = () => new AbortController().signal;

function stubFetch(answer: (request: Request) => Promise<Response>) {
	const fetch = vi.fn(answer);
	vi.stubGlobal('fetch', fetch);
	return fetch;
}

afterEach(() => vi.unstubAllGlobals());

test('the worker’s answer is taken when it carries the mock-up’s marker', async () => {
	const mockUp = createMockUp();
	stubFetch((asked) => mockUp.answer(asked));
	const { outcome } = await send(draft, request, hostWith(), never());
	expect(outcome).toMatchObject({
		kind: 'response',
		response: { status: 200, answeredBy: 'service worker', parsed: { kind: 'services' } }
	});
});

test('an answer without the marker is dropped, and the page answers instead', async () => {
	stubFetch(() => Promise.resolve(new Response('<html>Not found</html>', { status: 404 })));
	const { outcome } = await send(draft, request, hostWith(), never());
	expect(outcome).toMatchObject({ response: { status: 200, answeredBy: 'page' } });
});

test('without a worker nothing is fetched at all', async () => {
	const fetch = stubFetch(() => Promise.reject(new Error('must not be called')));
	const host = hostWith({ workerAnswers: () => Promise.resolve(false) });
	const { outcome } = await send(draft, request, host, never());
	expect(outcome).toMatchObject({ response: { status: 200, answeredBy: 'page' } });
	expect(fetch).not.toHaveBeenCalled();
});

test('a worker that breaks off is replaced by the page', async () => {
	stubFetch(() => Promise.reject(new TypeError('Failed to fetch')));
	const { outcome } = await send(draft, request, hostWith(), never());
	expect(outcome).toMatchObject({ response: { answeredBy: 'page' } });
});

test('a report that breaks off is not sent a second time', async () => {
	stubFetch(() => Promise.reject(new TypeError('Failed to fetch')));
	const answerInPage = vi.fn();
	const report = { ...request, method: 'POST', body: 'service_code=CSROWR-12' };
	const { outcome } = await send(draft, report, hostWith({ answerInPage }), never());
	expect(outcome.kind).toBe('failure');
	expect(answerInPage).not.toHaveBeenCalled();
});

test('if neither can answer, the failure is told in words', async () => {
	const host = hostWith({
		workerAnswers: () => Promise.resolve(false),
		answerInPage: () => Promise.reject(new TypeError('error loading dynamically imported module'))
	});
	const { outcome } = await send(draft, request, host, never());
	expect(outcome.kind).toBe('failure');
	expect(outcome.kind === 'failure' && outcome.message).toMatch(
		/^The mock-up could not be started \(error loading.*\)\. Reload the page to try again/
	);
});

test('another endpoint is asked over the network, and a refusal is explained', async () => {
	stubFetch(() => Promise.reject(new TypeError('Failed to fetch')));
	const elsewhere = { ...request, url: 'https://city.example.org/services.xml' };
	const { outcome } = await send(draft, elsewhere, hostWith(), never());
	expect(outcome.kind === 'failure' && outcome.message).toContain('CORS');
});

test('a cancelled send says so', async () => {
	stubFetch(
		(asked) =>
			new Promise((_, reject) =>
				asked.signal.addEventListener('abort', () => reject(asked.signal.reason as Error))
			)
	);
	const cancel = new AbortController();
	const sending = send(draft, request, hostWith(), cancel.signal);
	await Promise.resolve();
	cancel.abort();
	const { outcome } = await sending;
	expect(outcome).toEqual({
		kind: 'failure',
		message: 'The request was cancelled before the answer was complete.'
	});
});

test('bytes are kept as they came, and text is decoded in the charset they name', async () => {
	const bytes = Uint8Array.from([0x3c, 0x61, 0x3e, 0xe9, 0x3c, 0x2f, 0x61, 0x3e]);
	stubFetch(() =>
		Promise.resolve(
			new Response(bytes, { headers: { 'Content-Type': 'text/xml; charset=iso-8859-1' } })
		)
	);
	const elsewhere = { ...request, url: 'https://city.example.org/services.xml' };
	const { outcome } = await send(draft, elsewhere, hostWith(), never());
	expect(outcome).toMatchObject({ response: { text: '<a>é</a>', bytes, answeredBy: 'network' } });
});
