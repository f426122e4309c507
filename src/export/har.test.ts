import { describe, expect, test } from 'vitest';
import type { Exchange } from '../http/exchange';
import { toHttpRequest, type Draft } from '../georeport/request';
import { toHar } from './har';

const BASE = {
	url: 'https://a.example/ws/georeport/',
	discoveryUrl: 'https://a.example/ws/'
};
const STARTED = Date.UTC(2012, 5, 15, 16, 0, 0, 123);

interface Answer {
	bytes: Uint8Array;
	text: string;
	type: string;
}

const answering = (text: string, type = 'text/xml; charset=utf-8'): Answer => ({
	bytes: new TextEncoder().encode(text),
	text,
	type
});

/** Makes an exchange from a draft, sent with the endpoint's key if there is one. */
function exchangeOf(draft: Draft, { bytes, text, type } = answering('<a/>'), key = ''): Exchange {
	const values = key ? { ...draft.values, api_key: key } : draft.values;
	return {
		draft,
		request: toHttpRequest({ ...draft, values }, BASE),
		startedAt: STARTED,
		duration: 12.5,
		outcome: {
			kind: 'response',
			response: {
				status: 200,
				statusText: 'OK',
				headers: [['content-type', type]],
				bytes,
				text,
				answeredBy: 'network',
				reading: {} as never
			}
		}
	};
}

const list: Draft = {
	method: 'requests',
	format: 'xml',
	values: { jurisdiction_id: 'toronto.ca', status: 'open,closed' }
};

const PRIVATE = {
	first_name: 'Ursula',
	last_name: 'Franklin',
	email: 'ursula@a.example',
	phone: '416 555 0199'
};
const report: Draft = {
	method: 'submit',
	format: 'json',
	values: { service_code: 'CSROWR-12', description: 'A & é', ...PRIVATE }
};

const entryOf = (exchange: Exchange, personal = false) => {
	const [entry] = toHar([exchange], { personal }).log.entries;
	if (!entry) throw new Error('There is no entry.');
	return entry;
};

describe('the archive', () => {
	test('is HAR 1.2 and names its creator', () => {
		const { log } = toHar([exchangeOf(list), exchangeOf(report)], { personal: false });
		expect(log.version).toBe('1.2');
		expect(log.creator.name).toBe('Toronto Open311 Playground');
		expect(log.entries.map(({ request }) => request.method)).toEqual(['GET', 'POST']);
	});

	test('names the URL that answered after a redirect', () => {
		const exchange = exchangeOf(list);
		if (exchange.outcome.kind !== 'response') throw new Error('There is no answer.');
		exchange.outcome.response.redirectedTo = 'https://b.example/requests.xml';
		const { response, comment } = entryOf(exchange);
		expect(response.redirectURL).toBe('https://b.example/requests.xml');
		expect(comment).toBe(
			'Redirected: the response is that of redirectURL; a page is not shown the redirects.'
		);
		expect(entryOf(exchangeOf(list)).response.redirectURL).toBe('');
	});

	test('has what the format requires for a GET', () => {
		expect(entryOf(exchangeOf(list, answering('<é/>')))).toEqual({
			startedDateTime: '2012-06-15T16:00:00.123Z',
			time: 12.5,
			request: {
				method: 'GET',
				url: 'https://a.example/ws/georeport/requests.xml?jurisdiction_id=toronto.ca&status=open,closed',
				httpVersion: 'HTTP/1.1',
				cookies: [],
				headers: [],
				queryString: [
					{ name: 'jurisdiction_id', value: 'toronto.ca' },
					{ name: 'status', value: 'open,closed' }
				],
				headersSize: -1,
				bodySize: 0
			},
			response: {
				status: 200,
				statusText: 'OK',
				httpVersion: 'HTTP/1.1',
				cookies: [],
				headers: [{ name: 'content-type', value: 'text/xml; charset=utf-8' }],
				content: { size: 5, mimeType: 'text/xml; charset=utf-8', text: '<é/>' },
				redirectURL: '',
				headersSize: -1,
				bodySize: 5
			},
			cache: {},
			timings: { send: 0, wait: 12.5, receive: 0 }
		});
	});

	test('has the form of a POST as text and as parameters', () => {
		const { request } = entryOf(exchangeOf({ ...report, values: { a: 'b c', d: 'é' } }));
		expect(request.postData).toEqual({
			mimeType: 'application/x-www-form-urlencoded; charset=utf-8',
			params: [
				{ name: 'a', value: 'b c' },
				{ name: 'd', value: 'é' }
			],
			text: 'a=b+c&d=%C3%A9'
		});
		expect(request.bodySize).toBe(14);
	});

	test.each([
		[{ method: 'discovery', format: 'json', values: {} }, 'https://a.example/ws/discovery.json'],
		[
			{ method: 'request', format: 'xml', values: { service_request_id: 'a/b' } },
			'https://a.example/ws/georeport/requests/a%2Fb.xml'
		],
		[
			{ method: 'requests', format: 'xml', values: {}, path: 'odd.{format}?x=1' },
			'https://a.example/ws/georeport/odd.xml?x=1'
		]
	] as [Draft, string][])('has the address of %j', (draft, url) => {
		expect(entryOf(exchangeOf(draft)).request.url).toBe(url);
	});

	test('has bytes that are not UTF-8 in base64, and says so', () => {
		const bytes = Uint8Array.of(0x3c, 0xe9, 0x3e);
		const { content } = entryOf(
			exchangeOf(list, { bytes, text: '<é>', type: 'text/xml; charset=iso-8859-1' })
		).response;
		expect(content).toEqual({
			size: 3,
			mimeType: 'text/xml; charset=iso-8859-1',
			text: 'POk+',
			encoding: 'base64'
		});
	});

	test('keeps a byte order mark', () => {
		const { content } = entryOf(exchangeOf(list, answering('\ufeff<a/>'))).response;
		expect(content.text).toBe('\ufeff<a/>');
	});

	test('gives an exchange without an answer status 0 and the reason', () => {
		const message = 'No answer came. Try again.';
		const { response } = entryOf({
			...exchangeOf(list),
			outcome: { kind: 'failure', message }
		});
		expect(response).toMatchObject({ status: 0, _error: message, content: { size: 0 } });
	});
});

describe('private data', () => {
	const SECRETS = [...Object.values(PRIVATE), 'S3cret-Key'];
	const encoded = (text: string) => new URLSearchParams({ text }).toString().slice(5);

	test('is left out of a form', () => {
		const exchange = exchangeOf(report, undefined, 'S3cret-Key');
		expect(exchange.request.body).toContain('S3cret-Key');
		const text = JSON.stringify(toHar([exchange], { personal: false }));
		for (const secret of SECRETS) {
			expect(text).not.toContain(secret);
			expect(text).not.toContain(encoded(secret));
		}
		const { request, comment } = entryOf(exchange);
		expect(request.postData?.text).toBe('service_code=CSROWR-12&description=A+%26+%C3%A9');
		expect(comment).toBe('Left out: first_name, last_name, email, phone.');
	});

	test.each([
		['a query', { ...list, values: { ...list.values, ...PRIVATE, api_key: 'S3cret-Key' } }],
		[
			'a path of its own',
			{ ...list, path: `x.xml?${new URLSearchParams({ ...PRIVATE, api_key: 'S3cret-Key' })}` }
		],
		[
			'headers',
			{ ...list, headers: { Authorization: 'Bearer S3cret-Key', 'X-Api-Key': 'S3cret-Key' } }
		],
		['a multipart body', { ...report, files: [] }],
		[
			'a JSON body',
			{
				...report,
				values: {},
				rawBody: {
					type: 'application/json',
					text: JSON.stringify({ ...PRIVATE, api_key: 'S3cret-Key' })
				}
			}
		]
	] as [string, Draft][])('stays out of %s', (_, draft) => {
		const exchange = exchangeOf(draft);
		const sent = JSON.stringify(exchange.request);
		expect(sent.includes('S3cret-Key') || sent.includes('Ursula')).toBe(true);
		const text = JSON.stringify(toHar([exchange], { personal: false }));
		for (const secret of SECRETS) {
			expect(text).not.toContain(secret);
			expect(text).not.toContain(encoded(secret));
		}
	});

	test('of a person is included on request; the key never is', () => {
		const exchange = exchangeOf(report, undefined, 'S3cret-Key');
		const text = JSON.stringify(toHar([exchange], { personal: true }));
		expect(text).toContain('Ursula');
		expect(text).toContain('ursula@a.example');
		expect(text).not.toContain('S3cret-Key');
	});

	test.each([
		['a form', report],
		['a multipart body', { ...report, files: [] }]
	] as [string, Draft][])('is hidden where an answer to %s repeats it', (_, draft) => {
		const answer = answering('<e>Key S3cret-Key of ursula@a.example is not valid</e>');
		const exchange = exchangeOf(draft, answer, 'S3cret-Key');
		expect(entryOf(exchange).response.content.text).toBe(
			'<e>Key [left out] of [left out] is not valid</e>'
		);
		expect(entryOf(exchange, true).response.content.text).toBe(
			'<e>Key [left out] of ursula@a.example is not valid</e>'
		);
	});

	test.each([
		['XML', '<e k="a&amp;b &quot;c&quot;">a&#38;b &#x22;c&#x22;</e>'],
		['JSON', '{"e":"a\\u0026b \\"c\\""}'],
		['a URL', '<e>?api_key=a%26b%20%22c%22&amp;x=1</e>'],
		['a form', '<e>api_key=a%26b+%22c%22</e>']
	])('is hidden where an answer repeats it as %s spells it', (_, text) => {
		const { content } = entryOf(exchangeOf(report, answering(text), 'a&b "c"')).response;
		expect(content.text).toContain('[left out]');
		expect(content.text).not.toMatch(/a(?:&|%26|\\u0026)/);
	});

	test('is hidden in the status and the headers of an answer', () => {
		const exchange = exchangeOf(report, undefined, 'S3cret-Key');
		if (exchange.outcome.kind !== 'response') throw new Error('No answer.');
		const { response } = exchange.outcome;
		const { statusText, headers } = entryOf({
			...exchange,
			outcome: {
				kind: 'response',
				response: {
					...response,
					statusText: 'S3cret-Key is unknown',
					headers: [['location', 'https://a.example/?key=S3cret%2DKey&a=1']]
				}
			}
		}).response;
		expect(statusText).toBe('[left out] is unknown');
		expect(headers).toEqual([{ name: 'location', value: 'https://a.example/?key=[left out]&a=1' }]);
	});

	test('of fewer than six characters is hidden where it is a whole value', () => {
		const text = '<e><k>abc</k><m>abc of abcd</m></e>';
		expect(entryOf(exchangeOf(report, answering(text), 'abc')).response.content.text).toBe(
			'<e><k>[left out]</k><m>abc of abcd</m></e>'
		);
	});

	test('stays out under whatever name it is sent', () => {
		const values = { ...list.values, apikey: 'S3cret-1', token: 'S3cret-2' };
		const exchange = exchangeOf({ ...list, values, headers: { 'X-Auth-User': 'S3cret-3' } });
		expect(JSON.stringify(toHar([exchange], { personal: true }))).not.toContain('S3cret');
	});
});
