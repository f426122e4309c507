// HTTP Archive 1.2 (http://www.softwareishard.com/blog/har-12-spec/), which browsers and proxies read.
import type { Exchange, HttpResponse } from '../http/exchange';
import { toHttpRequest, type EndpointBase, type HttpRequest } from '../georeport/request';
import { shareable } from '../georeport/privacy';
import { hide, secretsOf, type Secret } from '../georeport/secrets';

interface Pair {
	name: string;
	value: string;
}

interface HarMessage {
	httpVersion: string;
	cookies: [];
	headers: Pair[];
	/** -1 for unknown. */
	headersSize: number;
	/** In bytes. */
	bodySize: number;
}

/** The request, response and timings of one exchange. */
export interface HarEntry {
	startedDateTime: string;
	/** In milliseconds, as are the timings. */
	time: number;
	request: HarMessage & {
		method: string;
		url: string;
		queryString: Pair[];
		postData?: { mimeType: string; params: Pair[]; text: string };
	};
	response: HarMessage & {
		/** 0 if there was no answer; then `_error` says why. */
		status: number;
		statusText: string;
		content: { size: number; mimeType: string; text?: string; encoding?: 'base64' };
		redirectURL: string;
		_error?: string;
	};
	cache: Record<string, never>;
	timings: { send: number; wait: number; receive: number };
	comment?: string;
}

/** A HAR document. */
export interface Har {
	log: {
		version: '1.2';
		creator: { name: string; version: string };
		entries: HarEntry[];
	};
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

const pairsOf = (pairs: Iterable<readonly [string, string]>): Pair[] =>
	Array.from(pairs, ([name, value]) => ({ name, value }));

const beforeQuery = (url: string) => url.split('?')[0] ?? '';

/**
 * Returns the base that the URL of an exchange is relative to: what its draft does not account for.
 */
function baseOf({ draft, request }: Exchange): EndpointBase {
	const path = beforeQuery(toHttpRequest(draft, { url: '', discoveryUrl: '' }).url);
	const whole = beforeQuery(request.url);
	const end = whole.endsWith(path) ? whole.length - path.length : whole.lastIndexOf('/') + 1;
	const url = whole.slice(0, end);
	return { url, discoveryUrl: url };
}

const contentType = (headers: Iterable<readonly [string, string]>) =>
	[...headers].find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';

function requestOf({ method, url, headers, body }: HttpRequest): HarEntry['request'] {
	const query = url.split('#')[0]?.split('?').slice(1).join('?') ?? '';
	const mimeType = contentType(Object.entries(headers));
	const isForm = /^application\/x-www-form-urlencoded\b/i.test(mimeType);
	return {
		method,
		url,
		httpVersion: 'HTTP/1.1',
		cookies: [],
		headers: pairsOf(Object.entries(headers)),
		queryString: pairsOf(new URLSearchParams(query)),
		...(body === null
			? {}
			: {
					postData: {
						mimeType,
						params: isForm ? pairsOf(new URLSearchParams(body)) : [],
						text: body
					}
				}),
		headersSize: -1,
		bodySize: bytesOf(body ?? '').length
	};
}

function utf8(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return null;
	}
}

const base64 = (bytes: Uint8Array) =>
	btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

/** Returns the body as text with secrets replaced, or in base64 if it is not UTF-8. */
function contentOf(response: HttpResponse, secrets: readonly Secret[]) {
	const { bytes, headers, text } = response;
	const about = { size: bytes.length, mimeType: contentType(headers) || 'x-unknown' };
	const hidden = hide(text, secrets);
	if (hidden !== text) return { ...about, text: hidden };
	const exact = utf8(bytes);
	return exact === null
		? { ...about, text: base64(bytes), encoding: 'base64' as const }
		: { ...about, text: exact };
}

function responseOf({ outcome }: Exchange, secrets: readonly Secret[]): HarEntry['response'] {
	const nothing = { httpVersion: 'HTTP/1.1', cookies: [] as [], headersSize: -1, redirectURL: '' };
	if (outcome.kind === 'failure') {
		return {
			...nothing,
			status: 0,
			statusText: '',
			headers: [],
			content: { size: 0, mimeType: 'x-unknown' },
			bodySize: -1,
			_error: hide(outcome.message, secrets)
		};
	}
	const { response } = outcome;
	return {
		...nothing,
		status: response.status,
		statusText: hide(response.statusText, secrets, 'header'),
		headers: pairsOf(response.headers).map(({ name, value }) => ({
			name,
			value: hide(value, secrets, 'header')
		})),
		redirectURL: hide(response.redirectedTo ?? '', secrets),
		content: contentOf(response, secrets),
		bodySize: response.bytes.length
	};
}

function entryOf(exchange: Exchange, personal: boolean): HarEntry {
	const { draft, leftOut } = shareable(exchange.draft, personal);
	const secrets = secretsOf(exchange, { personal });
	const { startedAt, duration, outcome } = exchange;
	const isRedirected = outcome.kind === 'response' && outcome.response.redirectedTo !== undefined;
	const comments = [
		...(leftOut.length > 0 ? [`Left out: ${leftOut.join(', ')}.`] : []),
		...(isRedirected
			? ['Redirected: the response is that of redirectURL; a page is not shown the redirects.']
			: [])
	];
	return {
		startedDateTime: new Date(startedAt).toISOString(),
		time: duration,
		request: requestOf(toHttpRequest(draft, baseOf(exchange))),
		response: responseOf(exchange, secrets),
		cache: {},
		timings: { send: 0, wait: duration, receive: 0 },
		...(comments.length > 0 ? { comment: comments.join(' ') } : {})
	};
}

/**
 * Writes exchanges as an HTTP Archive. Requests are as composed, without the key and secret
 * headers, and without the reporter's name, e-mail and phone unless `personal`. If an answer
 * repeats them, in whatever spelling, they are replaced in it too.
 */
export const toHar = (
	exchanges: readonly Exchange[],
	{ personal }: { personal: boolean }
): Har => ({
	log: {
		version: '1.2',
		creator: { name: 'Toronto Open311 Playground', version: '1' },
		entries: exchanges.map((exchange) => entryOf(exchange, personal))
	}
});
