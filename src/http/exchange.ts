import { explain, isSafe, type Failure } from './failure';
import { decode } from '../document/charset';
import { carriesKey, urlWithoutKeys } from '../georeport/privacy';
import type { Reading } from '../answer/reading';
import type { Draft, HttpRequest } from '../georeport/request';
import { readHere } from './read-here';
import { LARGE, type Read } from './reader';
import { watchPolicy } from './policy-watch';

/** Who answered: the service worker, the page itself, or a server somewhere. */
export type AnsweredBy = 'service worker' | 'page' | 'network';

/** A response as it came: bytes are the truth, `text` is decoded from them. */
export interface HttpResponse {
	status: number;
	statusText: string;
	headers: readonly (readonly [string, string])[];
	bytes: Uint8Array;
	text: string;
	answeredBy: AnsweredBy;
	reading: Reading;
}

/** One round trip: what was sent, when, how long until the last byte, and what came of it. */
export interface Exchange {
	draft: Draft;
	request: HttpRequest;
	/** Milliseconds since 1970. */
	startedAt: number;
	/** Milliseconds from sending to the last byte. */
	duration: number;
	outcome: { kind: 'response'; response: HttpResponse } | Failure;
}

/** What answers in place of a server for the URLs it claims; handed down by the page's root. */
export interface MockUpHost {
	/** Whether a URL belongs to the mock-up. Such a request never goes to another server. */
	claims(url: string): boolean;
	/** Whether the service worker is in control of this page, awake, and asked for this URL. */
	workerAnswers(url: string): Promise<boolean>;
	/** Whether a response came from the mock-up and not from a server that stood in its place. */
	recognises(response: Response): boolean;
	/** Whether a request asks the mock-up to lose the connection. */
	losesConnection(request: HttpRequest): boolean;
	/** Loads what gives the same answers inside the page. */
	answerInPage(): Promise<(request: Request) => Promise<Response>>;
}

/** Milliseconds after which an unanswered request is given up. */
const TIMEOUT = 30_000;

const toFetchRequest = (request: HttpRequest, signal: AbortSignal) =>
	new Request(request.url, {
		method: request.method,
		headers: request.headers,
		body: request.body,
		signal,
		credentials: 'omit',
		cache: 'no-store',
		// A key is for this very endpoint: no server may send it on to another.
		redirect: carriesKey(request) ? 'manual' : 'follow'
	});

/** A response, who gave it, and when it was asked: waiting for a worker to start does not count. */
interface Delivered {
	response: Response;
	answeredBy: AnsweredBy;
	askedAt: number;
}

async function askNetwork(
	request: HttpRequest,
	signal: AbortSignal,
	answeredBy: AnsweredBy
): Promise<Delivered> {
	const askedAt = performance.now();
	return { response: await fetch(toFetchRequest(request, signal)), answeredBy, askedAt };
}

/** From the worker if it answers as the mock-up, else from the page; never from a server. */
async function askMockUp(
	request: HttpRequest,
	signal: AbortSignal,
	host: MockUpHost
): Promise<Delivered> {
	if (await host.workerAnswers(request.url)) {
		try {
			const delivered = await askNetwork(request, signal, 'service worker');
			if (host.recognises(delivered.response)) return delivered;
		} catch (error) {
			// A report that broke off may have been taken: to send it again could double it.
			if (signal.aborted || request.method !== 'GET') throw error;
		}
	}
	const answer = await host.answerInPage();
	const askedAt = performance.now();
	const response = await answer(toFetchRequest(request, signal));
	// A connection lost on request is what fetch throws.
	if (response.type === 'error') throw new TypeError('Failed to fetch');
	return { response, answeredBy: 'page', askedAt };
}

/** Whether a URL is answered with headers that will do; the answer's body is not read. */
export async function isAnswered(
	url: URL,
	willDo: (headers: Headers) => boolean,
	signal: AbortSignal
): Promise<boolean> {
	const response = await fetch(url, { method: 'HEAD', cache: 'no-store', signal });
	return willDo(response.headers);
}

/** A host that answers nothing itself: every URL is asked over the network. */
const NETWORK_ONLY: MockUpHost = {
	claims: () => false,
	workerAnswers: () => Promise.resolve(false),
	recognises: () => false,
	losesConnection: () => false,
	answerInPage: () => Promise.reject(new Error('There is no mock-up.'))
};

/** Sends to a server whatever its URL; otherwise as `send`. */
export const sendToServer = (draft: Draft, request: HttpRequest, signal: AbortSignal) =>
	send(draft, request, NETWORK_ONLY, signal);

/** Milliseconds after which the question whether a server is there at all is given up. */
const PROBE_TIMEOUT = 5_000;

/**
 * Whether a server answers where a GET failed: the same GET again, in the mode in which the answer
 * stays hidden from the page. Only for what is safe to repeat. It follows redirects, so it has no key.
 */
async function isSomeoneThere(request: HttpRequest, signal: AbortSignal): Promise<boolean> {
	try {
		await fetch(urlWithoutKeys(request), {
			method: request.method,
			mode: 'no-cors',
			credentials: 'omit',
			cache: 'no-store',
			signal: AbortSignal.any([signal, AbortSignal.timeout(PROBE_TIMEOUT)])
		});
		return true;
	} catch {
		return false;
	}
}

/** False only where the device knows that it has no network at all. */
const isOnline = () => globalThis.navigator?.onLine !== false;

/**
 * Sends a request and tells what came of it; the only caller of fetch. Never throws: a failure is
 * an outcome with a message in words. `signal` cancels; `read` may work elsewhere than in the page.
 * `onlarge` is told the text of an answer that takes long to read, and may show it meanwhile.
 */
export async function send(
	draft: Draft,
	request: HttpRequest,
	host: MockUpHost,
	signal: AbortSignal,
	read: Read = readHere,
	onlarge: (text: string) => void = () => {}
): Promise<Exchange> {
	const startedAt = Date.now();
	const limited = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]);
	const sent = { draft, request, startedAt };
	const ofMockUp = host.claims(request.url);
	const policy = watchPolicy(request.url);
	let begun = false;
	let redirected = false;
	try {
		const { response, answeredBy, askedAt } = ofMockUp
			? await askMockUp(request, limited, host)
			: await askNetwork(request, limited, 'network');
		redirected = response.type === 'opaqueredirect';
		if (redirected) throw new TypeError('It answers with a redirect.');
		begun = true;
		const bytes = new Uint8Array(await response.arrayBuffer());
		const duration = performance.now() - askedAt;
		const { status, statusText } = response;
		const contentType = response.headers.get('Content-Type');
		const { text } = decode(bytes, contentType);
		if (text.length >= LARGE) {
			onlarge(text);
			// Reading waits until what was told could be drawn.
			await new Promise((resume) => setTimeout(resume));
		}
		const reading = await read({ method: draft.method, status, contentType, text });
		const headers = [...response.headers];
		return {
			...sent,
			duration,
			outcome: {
				kind: 'response',
				response: { status, statusText, headers, bytes, text, answeredBy, reading }
			}
		};
	} catch (error) {
		const duration = Date.now() - startedAt;
		const timedOut = limited.aborted && !signal.aborted;
		const unheard = !limited.aborted && !ofMockUp && !begun && !redirected;
		const blockedByPolicy = unheard && (await policy.refused());
		const mayProbe = unheard && !blockedByPolicy && isSafe(request) && isOnline();
		const isThere = mayProbe ? await isSomeoneThere(request, signal) : null;
		const outcome = explain({
			request,
			error,
			givenUp: signal.aborted ? 'cancelled' : timedOut ? { after: TIMEOUT } : null,
			ofMockUp,
			lostOnRequest: ofMockUp && host.losesConnection(request),
			online: isOnline(),
			securePage: globalThis.location?.protocol === 'https:',
			blockedByPolicy,
			brokeOff: begun,
			redirected,
			isThere
		});
		return { ...sent, duration, outcome };
	} finally {
		policy.stop();
	}
}
