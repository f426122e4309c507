// Where requests are sent, and how failures are explained.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createMockUp } from '../../mocks/hosts/mock-up';
import { MARKER } from '../../mocks/api/dialect';
import { PREFER } from '../../mocks/api/preferences';
import { send, sendToServer, type MockUpHost } from '../../src/http/exchange';
import { toHttpRequest, type Draft, type HttpRequest } from '../../src/georeport/request';
import { dialectEndpoint, ROOT } from './mock-up';

const draft: Draft = {
	method: 'services',
	format: 'xml',
	values: { jurisdiction_id: 'toronto.ca' }
};
const request = toHttpRequest(draft, dialectEndpoint('toronto'));

function hostWith(more: Partial<MockUpHost> = {}): MockUpHost {
	const mockUp = createMockUp();
	return {
		claims: (url) => url.startsWith(ROOT),
		workerAnswers: () => Promise.resolve(true),
		recognises: (response) => response.headers.has(MARKER),
		losesConnection: ({ headers }) => PREFER.parse(headers.Prefer).fault === 'drop',
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

afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

test('the worker’s answer is accepted if it has the mock-up’s marker', async () => {
	const mockUp = createMockUp();
	stubFetch((asked) => mockUp.answer(asked));
	const { outcome } = await send(draft, request, hostWith(), never());
	expect(outcome).toMatchObject({
		kind: 'response',
		response: {
			status: 200,
			answeredBy: 'service worker',
			reading: { parsed: { kind: 'services' } }
		}
	});
});

test('an answer without the marker is discarded, and the page answers instead', async () => {
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

test('if a worker breaks off, the page answers', async () => {
	stubFetch(() => Promise.reject(new TypeError('Failed to fetch')));
	const { outcome } = await send(draft, request, hostWith(), never());
	expect(outcome).toMatchObject({ response: { answeredBy: 'page' } });
});

test('a report that breaks off is not sent again', async () => {
	stubFetch(() => Promise.reject(new TypeError('Failed to fetch')));
	const answerInPage = vi.fn();
	const report = { ...request, method: 'POST', body: 'service_code=CSROWR-12' };
	const { outcome } = await send(draft, report, hostWith({ answerInPage }), never());
	expect(outcome.kind).toBe('failure');
	expect(answerInPage).not.toHaveBeenCalled();
});

test('a connection dropped on request is not mistaken for a broken mock-up', async () => {
	stubFetch(() => Promise.reject(new TypeError('Failed to fetch')));
	const report = { ...request, method: 'POST', body: '', headers: { Prefer: 'fault="drop"' } };
	const { outcome } = await send(draft, report, hostWith(), never());
	expect(outcome).toMatchObject({
		message:
			'The mock-up dropped the connection, as the request’s Prefer header told it to. Turn that off, and send again.'
	});
});

test('if neither can answer, the failure is explained', async () => {
	const host = hostWith({
		workerAnswers: () => Promise.resolve(false),
		answerInPage: () => Promise.reject(new TypeError('error loading dynamically imported module'))
	});
	const { outcome } = await send(draft, request, host, never());
	expect(outcome).toMatchObject({ kind: 'failure', reason: 'mock-up' });
	expect(outcome.kind === 'failure' && outcome.message).toMatch(
		/^The mock-up could not be started \(error loading.*\)\. Reload the page to try again/
	);
});

const elsewhere = { ...request, url: 'https://city.example.org/services.xml?jurisdiction_id=x' };
const report = {
	method: 'POST',
	url: 'https://city.example.org/requests.xml',
	headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' },
	body: 'service_code=001&api_key=secret'
};
const refuse = () => Promise.reject(new TypeError('Failed to fetch'));

/** Resolves to the failure of a request when the browser reports only a network error. */
async function failureOf(asked: HttpRequest, answer: (request: Request) => Promise<Response>) {
	const fetch = stubFetch(answer);
	const { outcome } = await sendToServer(draft, asked, never());
	if (outcome.kind !== 'failure') throw new Error('There was an answer.');
	return { ...outcome, calls: fetch.mock.calls };
}

test('a server without CORS is distinguished from an unreachable one', async () => {
	let calls = 0;
	const hidden = await failureOf(elsewhere, () =>
		calls++ === 0 ? refuse() : Promise.resolve(Response.error())
	);
	expect(hidden.reason).toBe('cors');
	expect(hidden.message).toMatch(
		/^city\.example\.org answered, but does not let web pages read .*\(CORS\)/
	);
	expect(hidden.calls).toHaveLength(2);
	expect(hidden.calls[1]).toMatchObject([
		elsewhere.url,
		{ method: 'GET', mode: 'no-cors', credentials: 'omit' }
	]);

	const gone = await failureOf(elsewhere, refuse);
	expect(gone.reason).toBe('unreachable');
	expect(gone.message).toMatch(/^city\.example\.org could not be reached.*switched off.*\(TLS\)/);
});

const keyed: [string, HttpRequest][] = [
	['its query', { ...elsewhere, url: `${elsewhere.url}&api_key=secret` }],
	['its query as apikey', { ...elsewhere, url: `${elsewhere.url}&apikey=secret` }],
	['its query as token', { ...elsewhere, url: `${elsewhere.url}&token=secret` }],
	['a header', { ...elsewhere, headers: { 'X-Auth-Token': 'secret' } }],
	['a form', report],
	['JSON', { ...report, headers: {}, body: '{"token":"secret"}' }]
];

test.each(keyed)(
	'a request with a key in %s follows no redirect, and says why',
	async (_, asked) => {
		const failure = await failureOf(asked, (request) => {
			expect(request.redirect).toBe('manual');
			return Promise.resolve(
				Object.defineProperty(new Response(), 'type', { value: 'opaqueredirect' })
			);
		});
		expect(failure.reason).toBe('redirect');
		expect(failure.message).toMatch(/answered with a redirect.*not followed.*carries a key/);
		expect(failure.calls).toHaveLength(1);
	}
);

test('one without a key follows redirects', async () => {
	const fetch = stubFetch(() => Promise.resolve(new Response('<services/>')));
	await sendToServer(draft, elsewhere, never());
	expect(fetch.mock.calls[0]?.[0]?.redirect).toBe('follow');
});

test('whether a server is there at all is asked without the key', async () => {
	for (const [, asked] of keyed.slice(0, 4)) {
		let calls = 0;
		const hidden = await failureOf(asked, () =>
			calls++ === 0 ? refuse() : Promise.resolve(Response.error())
		);
		expect(hidden.reason).toBe('cors');
		expect(hidden.calls[1]).toMatchObject([elsewhere.url, { mode: 'no-cors' }]);
		expect(JSON.stringify(hidden.calls[1])).not.toContain('secret');
	}
});

test('a report is never sent twice, and may have been accepted', async () => {
	const failure = await failureOf(report, refuse);
	expect(failure.calls).toHaveLength(1);
	expect(failure.reason).toBe('unreachable');
	expect(failure.message).toContain('without asking for permission first');
	expect(failure.message).toMatch(/may have been taken.*look for the report before you send it/);
	expect(failure.message).not.toContain('secret');
});

test('a report with a custom header is preceded by a preflight, which may have been refused', async () => {
	const asked = { ...report, headers: { ...report.headers, Prefer: 'wait=1' } };
	const failure = await failureOf(asked, refuse);
	expect(failure.calls).toHaveLength(1);
	expect(failure.message).toMatch(/preflight.*nothing was sent.*may have been taken/);
});

test('for a server on this computer, the message says to start it', async () => {
	const url = 'http://127.0.0.1:3110/open311test/ws/services.xml';
	const failure = await failureOf({ ...request, url }, refuse);
	expect(failure.reason).toBe('unreachable');
	expect(failure.message).toMatch(
		/^No answer from 127\.0\.0\.1:3110 on this computer reached the page, and the browser does not say why\. It may not be running: .* npm run mock -- --port 3110\. It may also redirect in a circle/
	);
	const sent = await failureOf({ ...report, url }, refuse);
	expect(sent.message).toMatch(/^No answer from 127.* reached the page.*may have taken the report/);
});

const redirectTo = (url: string, body = '<services/>') => {
	const response = new Response(body, { headers: { 'Content-Type': 'text/xml' } });
	Object.defineProperties(response, { url: { value: url }, redirected: { value: true } });
	return response;
};

test('an answer that came by a redirect names the URL that answered', async () => {
	const url = 'https://other.example.org/v2/services.xml';
	stubFetch(() => Promise.resolve(redirectTo(url)));
	const { outcome } = await sendToServer(draft, elsewhere, never());
	expect(outcome).toMatchObject({ response: { status: 200, redirectedTo: url } });
	stubFetch(() => Promise.resolve(new Response('<services/>')));
	const direct = await sendToServer(draft, elsewhere, never());
	expect(direct.outcome).not.toHaveProperty('response.redirectedTo');
});

test.each(['https://city.example.org/services.xml', 'http://127.0.0.1:3110/services.xml'])(
	'a redirect that leads to no answer is said to be one: %s',
	async (url) => {
		const failure = await failureOf({ ...elsewhere, url }, refuse);
		expect(failure.reason).toBe('unreachable');
		const circle = (_: unknown, init?: RequestInit) =>
			init?.redirect === 'manual'
				? Promise.resolve(
						Object.defineProperty(new Response(), 'type', { value: 'opaqueredirect' })
					)
				: refuse();
		vi.stubGlobal('fetch', vi.fn(circle));
		const { outcome } = await sendToServer(draft, { ...elsewhere, url }, never());
		expect(outcome).toMatchObject({ kind: 'failure', reason: 'redirect' });
		expect(outcome.kind === 'failure' && outcome.message).toMatch(
			/ answered with a redirect that led to no answer\. It may lead in a circle, .* the browser does not say which\. .*curl -iL/
		);
	}
);

describe('a body is read up to a bound', () => {
	test('of 100 MB, and the answer says so', async () => {
		const piece = new TextEncoder().encode('x'.repeat(1_000_000));
		const endless = new ReadableStream({ pull: (controller) => controller.enqueue(piece) });
		stubFetch(() => Promise.resolve(new Response(endless)));
		const { outcome } = await sendToServer(draft, elsewhere, never());
		expect(outcome).toMatchObject({ kind: 'response', response: { cutBy: 'answerSize' } });
		expect(outcome.kind === 'response' && outcome.response.bytes.length).toBe(100_000_000);
	});

	test('of 30 seconds, and what came is shown', async () => {
		const timeout = new AbortController();
		vi.spyOn(AbortSignal, 'timeout').mockReturnValue(timeout.signal);
		stubFetch(({ signal }) => {
			const body = new ReadableStream({
				start(controller) {
					controller.enqueue(new TextEncoder().encode('<services>'));
					signal.addEventListener('abort', () => controller.error(signal.reason));
				}
			});
			setTimeout(() => timeout.abort(new DOMException('Timed out.', 'TimeoutError')));
			return Promise.resolve(new Response(body));
		});
		const { outcome } = await sendToServer(draft, elsewhere, never());
		expect(outcome).toMatchObject({
			kind: 'response',
			response: { cutBy: 'answerTime', text: '<services>' }
		});
	});
});

test('without a network the message says so, and no second request is sent', async () => {
	vi.stubGlobal('navigator', { onLine: false });
	const failure = await failureOf(elsewhere, refuse);
	expect(failure.reason).toBe('offline');
	expect(failure.message).toMatch(/^This device is offline/);
	expect(failure.calls).toHaveLength(1);
});

test('a page loaded over https cannot request http, except on this computer', async () => {
	vi.stubGlobal('location', { protocol: 'https:' });
	const http = await failureOf({ ...request, url: 'http://city.example.org/x' }, refuse);
	expect(http.reason).toBe('mixed');
	expect(http.message).toContain('mixed content');
	const local = await failureOf({ ...request, url: 'http://localhost:3110/x' }, refuse);
	expect(local.reason).toBe('unreachable');
});

/** A page whose policy refuses `blockedURI` shortly after the fetch has failed. */
function stubPolicy(blockedURI: string, disposition = 'enforce') {
	const page = new EventTarget();
	vi.stubGlobal('document', page);
	return () => {
		const event = Object.assign(new Event('securitypolicyviolation'), { blockedURI, disposition });
		setTimeout(() => page.dispatchEvent(event), 5);
		return refuse();
	};
}

test('a refusal by the page’s own policy is reported, and no second request is sent', async () => {
	const failure = await failureOf(elsewhere, stubPolicy(elsewhere.url));
	expect(failure.reason).toBe('policy');
	expect(failure.message).toMatch(/own policy \(Content-Security-Policy\).*Nothing was sent/);
	expect(failure.calls).toHaveLength(1);
});

test('a refusal of another URL, or a report-only one, is not mistaken for it', async () => {
	const other = await failureOf(elsewhere, stubPolicy('https://other.example.org/'));
	expect(other.reason).toBe('unreachable');
	const reported = await failureOf(elsewhere, stubPolicy(elsewhere.url, 'report'));
	expect(reported.reason).toBe('unreachable');
});

test('an answer that breaks off is not mistaken for an unreachable server', async () => {
	const failure = await failureOf(elsewhere, () => {
		const body = new ReadableStream({ start: (stream) => stream.error(new Error('reset')) });
		return Promise.resolve(new Response(body));
	});
	expect(failure.message).toBe(
		'The answer of city.example.org broke off (reset). Send again to retry.'
	);
	expect(failure.calls).toHaveLength(1);
});

test('an invalid URL gives a failure, not an exception', async () => {
	const fetch = stubFetch(refuse);
	const { outcome } = await sendToServer(draft, { ...request, url: 'http://[' }, never());
	expect(outcome).toMatchObject({ kind: 'failure', reason: 'refused' });
	expect(fetch).not.toHaveBeenCalled();
});

describe('a request that is cancelled', () => {
	const pending = (asked: Request) =>
		new Promise<Response>((_, reject) =>
			asked.signal.addEventListener('abort', () => reject(asked.signal.reason as Error))
		);

	test('after 30 seconds', async () => {
		const timeout = new AbortController();
		vi.spyOn(AbortSignal, 'timeout').mockReturnValue(timeout.signal);
		const fetch = stubFetch(pending);
		const sending = sendToServer(draft, elsewhere, never());
		await Promise.resolve();
		timeout.abort(new DOMException('signal timed out', 'TimeoutError'));
		const { outcome } = await sending;
		expect(AbortSignal.timeout).toHaveBeenCalledWith(30_000);
		expect(outcome).toMatchObject({
			reason: 'timeout',
			message: expect.stringMatching(/^No answer within 30 seconds\./) as string
		});
		expect(fetch).toHaveBeenCalledOnce();
	});

	test('by the user: a report may have been accepted', async () => {
		stubFetch(pending);
		const cancel = new AbortController();
		const sending = sendToServer(draft, report, cancel.signal);
		await Promise.resolve();
		cancel.abort();
		const { outcome } = await sending;
		expect(outcome).toMatchObject({
			reason: 'cancelled',
			message: expect.stringContaining('may have taken the report') as string
		});
	});
});

test('says so', async () => {
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
		reason: 'cancelled',
		message: 'The request was cancelled before the answer was complete.'
	});
});

describe('a cancelled request is not answered in the page either', () => {
	const cancelled = { kind: 'failure', reason: 'cancelled' };

	test('while the mock-up is being loaded', async () => {
		const cancel = new AbortController();
		const answer = vi.fn(async () => new Response('<services/>'));
		const host = hostWith({
			workerAnswers: () => Promise.resolve(false),
			answerInPage: async () => {
				cancel.abort();
				return answer;
			}
		});
		expect((await send(draft, request, host, cancel.signal)).outcome).toMatchObject(cancelled);
		expect(answer).not.toHaveBeenCalled();
	});

	test('while it answers', async () => {
		const cancel = new AbortController();
		const host = hostWith({
			workerAnswers: () => Promise.resolve(false),
			answerInPage: async () => async () => {
				cancel.abort();
				return new Response('<services/>');
			}
		});
		const read = vi.fn();
		const { outcome } = await send(draft, request, host, cancel.signal, read);
		expect(outcome).toMatchObject(cancelled);
		expect(read).not.toHaveBeenCalled();
	});
});

test('bytes are kept as received, and decoded with their charset', async () => {
	const bytes = Uint8Array.from([0x3c, 0x61, 0x3e, 0xe9, 0x3c, 0x2f, 0x61, 0x3e]);
	stubFetch(() =>
		Promise.resolve(
			new Response(bytes, { headers: { 'Content-Type': 'text/xml; charset=iso-8859-1' } })
		)
	);
	const { outcome } = await send(draft, elsewhere, hostWith(), never());
	expect(outcome).toMatchObject({ response: { text: '<a>é</a>', bytes, answeredBy: 'network' } });
});

test.each([
	[{ headers: { 'X-Note': '漢' } }, /the header “X-Note” has characters that a header cannot have/],
	[{ headers: { 'X Note': 'a' } }, /the header “X Note” has characters/],
	[{ headers: { 'X-Note': 'a\nb' } }, /the header “X-Note” has characters/],
	[{ method: 'TRACE' }, /TRACE/],
	[{ method: '' }, /method/]
])('what no browser sends is said so, and not taken for CORS: %j', async (change, words) => {
	const fetch = stubFetch(() => Promise.resolve(new Response('[]')));
	const unsendable: HttpRequest = { ...request, ...change };
	for (const sent of [
		await sendToServer(draft, unsendable, never()),
		await send(
			draft,
			unsendable,
			hostWith({ workerAnswers: () => Promise.resolve(false) }),
			never()
		)
	]) {
		expect(sent.outcome).toMatchObject({
			kind: 'failure',
			reason: 'refused',
			message: expect.stringMatching(
				/^A browser cannot send this request: .*\. Nothing was sent\. Correct it, or send it from a terminal\.$/
			) as string
		});
		expect(sent.outcome).toMatchObject({ message: expect.stringMatching(words) as string });
	}
	expect(fetch).not.toHaveBeenCalled();
});
