// Simulated faults, in this process and over HTTP.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setupServer } from 'msw/node';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createMockUp, type MockUpOptions } from '../../mocks/hosts/mock-up';
import { createMockServer } from '../../mocks/hosts/server';
import { parsePrefer } from '../../mocks/api/preferences';
import { waiting } from '../../mocks/api/faults';
import { parse } from '../../src/answer/parse';

const PATH = 'georeport/v2/requests/101000000001';
const URL_OF = (format: string) => `http://localhost/${PATH}.${format}`;

const asked = (format: string, prefer: string, options: MockUpOptions = {}) =>
	createMockUp(options).answer(new Request(URL_OF(format), { headers: { Prefer: prefer } }));

test.each([
	['delay=1500', { delay: [1500, 1500], fault: null }],
	['delay=200-800', { delay: [200, 800], fault: null }],
	['delay=never, fault=drop', { delay: 'never', fault: 'drop' }],
	['code=503; fault="html"', { delay: null, fault: 'html' }],
	['delay=800-200', { delay: null, fault: null }],
	['delay=soon, fault=fire, respond-async', { delay: null, fault: null }],
	['delay=99999999', { delay: [600_000, 600_000], fault: null }],
	[null, { delay: null, fault: null }]
])('%s is parsed', (prefer, parsed) => {
	expect(parsePrefer(prefer)).toMatchObject(parsed);
});

for (const format of ['xml', 'json']) {
	test(`${format}: truncated and malformed answers cannot be parsed, but look like answers`, async () => {
		const whole = await (await asked(format, '')).text();
		for (const fault of ['truncate', 'malformed']) {
			const answer = await asked(format, `fault=${fault}`);
			expect(answer.status).toBe(200);
			const contentType = answer.headers.get('Content-Type');
			expect(contentType).toContain(format);
			const text = await answer.text();
			expect(whole.startsWith(text)).toBe(true);
			expect(text.length).toBeLessThan(whole.length);
			const read = parse({ method: 'request', status: 200, contentType, text });
			expect(read.kind).toBe('unreadable');
		}
	});

	test(`${format}: a wrong Content-Type, with the same body`, async () => {
		const answer = await asked(format, 'fault=type');
		expect(answer.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
		expect(await answer.text()).toBe(await (await asked(format, '')).text());
	});
}

test('an HTML error page', async () => {
	const answer = await asked('xml', 'fault=html');
	expect(answer.status).toBe(502);
	expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
	expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
	expect(await answer.text()).toContain('<h1>Bad Gateway</h1>');
});

test.each(['drop', 'truncate', 'malformed', 'type', 'html'])(
	'a preflight is answered while fault=%s is preferred for every request',
	async (fault) => {
		const mockUp = createMockUp({ prefer: { every: `fault=${fault}, delay=never, code=500` } });
		const answer = await mockUp.answer(new Request(URL_OF('xml'), { method: 'OPTIONS' }));
		expect([answer.status, await answer.text()]).toEqual([204, '']);
		expect(answer.headers.get('Access-Control-Allow-Methods')).toContain('POST');
	}
);

test.each(['truncate', 'malformed', 'type', 'html'])(
	'an answer without a body stays as it is while fault=%s is preferred',
	async (fault) => {
		const mockUp = createMockUp({ prefer: { every: `fault=${fault}` } });
		const url = 'http://localhost/mock-up/submissions';
		const answer = await mockUp.answer(new Request(url, { method: 'DELETE' }));
		expect([answer.status, await answer.text()]).toEqual([204, '']);
		const head = await mockUp.answer(new Request(URL_OF('xml'), { method: 'HEAD' }));
		expect(head.status).toBe(fault === 'html' ? 502 : 200);
	}
);

test('503 has a Retry-After header', async () => {
	const answer = await asked('xml', 'code=503');
	expect(answer.status).toBe(503);
	expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
});

test('a lost connection is a network error', async () => {
	expect((await asked('xml', 'fault=drop')).type).toBe('error');
});

test('a delay is within the requested limits', async () => {
	vi.useFakeTimers();
	onTestFinished(() => void vi.useRealTimers());
	let over = false;
	void waiting([300, 400], new AbortController().signal).then(() => (over = true));
	await vi.advanceTimersByTimeAsync(299);
	expect(over).toBe(false);
	await vi.advanceTimersByTimeAsync(101);
	expect(over).toBe(true);
});

test('an answer that never comes ends when the caller aborts', async () => {
	const request = new Request(URL_OF('xml'), {
		headers: { Prefer: 'delay=never' },
		signal: AbortSignal.timeout(100)
	});
	await expect(createMockUp().answer(request)).rejects.toThrow(/timeout/i);
});

test('the header of a request overrides the preference for every request', async () => {
	const mockUp = createMockUp({ prefer: { every: 'code=500' } });
	expect((await mockUp.answer(new Request(URL_OF('xml')))).status).toBe(500);
	const own = new Request(URL_OF('xml'), { headers: { Prefer: 'code=404' } });
	expect((await mockUp.answer(own)).status).toBe(404);
});

test('under MSW’s own server: preferences for one method, and in a header', async () => {
	const server = setupServer(...createMockUp({ prefer: { services: 'code=503' } }).handlers);
	server.listen({ onUnhandledRequest: 'error' });
	onTestFinished(() => server.close());
	expect((await fetch('http://localhost/georeport/v2/services.xml')).status).toBe(503);
	const ask = (prefer: string) => fetch(URL_OF('xml'), { headers: { Prefer: prefer } });
	expect((await ask('')).status).toBe(200);
	expect((await ask('fault=html')).status).toBe(502);
	await expect(ask('fault=drop')).rejects.toThrow('Failed to fetch');
});

test('over HTTP, an answer is late, a connection is lost, and the rest is unaffected', async () => {
	const server = createMockServer(createMockUp(), () => {}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.close();
		server.closeAllConnections();
	});
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${PATH}.xml`;
	const ask = (prefer: string) => fetch(url, { headers: { Prefer: prefer } });
	const before = await (await fetch(url)).text();

	const begun = performance.now();
	expect((await ask('delay=60')).status).toBe(200);
	expect(performance.now() - begun).toBeGreaterThanOrEqual(55);
	expect((await ask('delay=20-40')).status).toBe(200);
	const patience = { headers: { Prefer: 'delay=never' }, signal: AbortSignal.timeout(150) };
	await expect(fetch(url, patience)).rejects.toThrow(/timeout/i);
	await expect(ask('fault=drop')).rejects.toThrow('fetch failed');
	expect((await ask('fault=html')).status).toBe(502);
	for (const fault of ['truncate', 'malformed']) {
		const text = await (await ask(`fault=${fault}`)).text();
		expect([fault, before.startsWith(text), text.length < before.length]).toEqual([
			fault,
			true,
			true
		]);
	}
	const typed = await ask('fault=type');
	expect(typed.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
	for (const code of [400, 403, 404, 500, 503]) {
		expect((await ask(`code=${code}`)).status).toBe(code);
	}
	const json = { headers: { Prefer: 'json=off' } };
	expect((await fetch(url.replace('.xml', '.json'), json)).status).toBe(404);
	expect(await (await ask('clock=+5d')).text()).toContain('<status>closed</status>');
	expect(await (await fetch(url)).text()).toBe(before);
});
