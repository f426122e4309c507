import { explain, isSafe, type Failure } from './failure';
import { decode } from '../document/charset';
import { carriesKey, urlWithoutKeys } from '../georeport/privacy';
import type { Reading } from '../answer/reading';
import { BOUNDS } from '../georeport/bounds';
import { parseUrl } from '../georeport/parse-url';
import type { Draft, HttpRequest } from '../georeport/request';
import { readBody, type BodyBound } from './body';
import { LARGE, readHere, type Read } from './read-here';
import { watchPolicy } from './policy-watch';
import { whyUnsendable } from './unsendable';

/** The source of an answer: the service worker, the page itself, or a server. */
export type AnsweredBy = 'service worker' | 'page' | 'network';

/** A response as received; `text` is decoded from `bytes`. */
export interface HttpResponse {
	status: number;
	statusText: string;
	headers: readonly (readonly [string, string])[];
	bytes: Uint8Array;
	text: string;
	answeredBy: AnsweredBy;
	reading: Reading;
	/** The bound that ended the body before its server did; absent for a whole one. */
	cutBy?: BodyBound;
	/** The URL that answered, if the browser followed a redirect to it. */
	redirectedTo?: string;
}

/** A request with its outcome, a response or a failure. */
export interface Exchange {
	draft: Draft;
	request: HttpRequest;
	/** In milliseconds since 1970. */
	startedAt: number;
	/** In milliseconds, from sending to the last byte. */
	duration: number;
	outcome: { kind: 'response'; response: HttpResponse } | Failure;
}

/** The mock-up as `send` uses it: answers the URLs it claims in place of a server. */
export interface MockUpHost {
	/** Whether a URL belongs to the mock-up. Such a request is never sent to another server. */
	claims(url: string): boolean;
	/** Resolves to whether the service worker controls this page, is awake, and answers this URL. */
	workerAnswers(url: string): Promise<boolean>;
	/** Whether a response is the mock-up's, not that of a server in its place. */
	recognises(response: Response): boolean;
	/** Whether a request asks the mock-up to drop the connection. */
	losesConnection(request: HttpRequest): boolean;
	/** Loads the handlers that give the same answers inside the page. */
	answerInPage(): Promise<(request: Request) => Promise<Response>>;
}

/** The time limit of a request, in milliseconds. */
const TIMEOUT = BOUNDS.answerTime.value * 1_000;

const toFetchRequest = (request: HttpRequest, signal: AbortSignal) =>
	new Request(request.url, {
		method: request.method,
		headers: request.headers,
		body: request.body,
		signal,
		credentials: 'omit',
		cache: 'no-store',
		// A key is for this endpoint only, so no redirect may pass it on to another server.
		redirect: carriesKey(request) ? 'manual' : 'follow'
	});

/** A response with its source, and when it was requested: the start of a worker does not count. */
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

/** Asks the worker, and the page if the worker does not answer as the mock-up; never a server. */
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
			// A report that broke off may have been accepted, so sending it again could duplicate it.
			if (signal.aborted || request.method !== 'GET') throw error;
		}
	}
	const answer = await host.answerInPage();
	// fetch rejects a request that was cancelled meanwhile; the mock-up would still answer it.
	signal.throwIfAborted();
	const askedAt = performance.now();
	const response = await answer(toFetchRequest(request, signal));
	// Fetch throws for a dropped connection, so this does too.
	if (response.type === 'error') throw new TypeError('Failed to fetch');
	return { response, answeredBy: 'page', askedAt };
}

/** A host that claims no URL, so that all are requested over the network. */
const NETWORK_ONLY: MockUpHost = {
	claims: () => false,
	workerAnswers: () => Promise.resolve(false),
	recognises: () => false,
	losesConnection: () => false,
	answerInPage: () => Promise.reject(new Error('There is no mock-up.'))
};

/** Sends over the network, whatever the URL; otherwise like `send`. */
export const sendToServer = (draft: Draft, request: HttpRequest, signal: AbortSignal) =>
	send(draft, request, NETWORK_ONLY, signal);

/** The time limit for finding out whether a server responds at all, in milliseconds. */
const PROBE_TIMEOUT = 5_000;

/**
 * Returns whether a server responds where a GET failed, by repeating it in no-cors mode, which
 * hides the answer from the page. Only for requests that are safe to repeat. The repeated request
 * follows redirects, so it has no key.
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

/**
 * Returns whether a server answers a GET that failed with a redirect, by repeating it without following
 * one. A server that lets no web page read its answers hides that too.
 */
async function isRedirect(request: HttpRequest, signal: AbortSignal): Promise<boolean> {
	try {
		const { type } = await fetch(urlWithoutKeys(request), {
			method: request.method,
			redirect: 'manual',
			credentials: 'omit',
			cache: 'no-store',
			signal: AbortSignal.any([signal, AbortSignal.timeout(PROBE_TIMEOUT)])
		});
		return type === 'opaqueredirect';
	} catch {
		return false;
	}
}

/** Returns false only if the device is sure that it has no network. */
const isOnline = () => globalThis.navigator?.onLine !== false;

/**
 * Sends a request and returns the exchange; the only caller of fetch. Never rejects: a failure is
 * an outcome with a message. `signal` cancels it, `read` can parse the answer outside the page, and
 * `onlarge` gets the text of an answer that takes long to parse, to show it meanwhile.
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
		const isOver = () => limited.aborted && !signal.aborted;
		const { bytes, cutBy } = await readBody(response, isOver);
		signal.throwIfAborted();
		const duration = performance.now() - askedAt;
		const { status, statusText } = response;
		const contentType = response.headers.get('Content-Type');
		const { text } = decode(bytes, contentType);
		if (text.length >= LARGE) {
			onlarge(text);
			// Lets the page draw the text before parsing starts.
			await new Promise((resume) => setTimeout(resume));
		}
		const reading = await read({ method: draft.method, status, contentType, text }, signal);
		const headers = [...response.headers];
		return {
			...sent,
			duration,
			outcome: {
				kind: 'response',
				response: {
					...{ status, statusText, headers, bytes, text, answeredBy, reading },
					...(cutBy && { cutBy }),
					...(response.redirected && { redirectedTo: response.url })
				}
			}
		};
	} catch (error) {
		const duration = Date.now() - startedAt;
		const timedOut = limited.aborted && !signal.aborted;
		const refusal = begun ? null : whyUnsendable(request);
		const unheard = !limited.aborted && !ofMockUp && !begun && !redirected && refusal === null;
		const blockedByPolicy = unheard && (await policy.refused());
		const mayProbe = unheard && !blockedByPolicy && isSafe(request) && isOnline();
		const isThere = mayProbe ? await isSomeoneThere(request, signal) : null;
		if (isThere === false && parseUrl(request.url)) redirected = await isRedirect(request, signal);
		const outcome = explain({
			request,
			error,
			givenUp: signal.aborted ? 'cancelled' : timedOut ? { after: TIMEOUT } : null,
			refusal,
			ofMockUp,
			lostOnRequest: ofMockUp && host.losesConnection(request),
			online: isOnline(),
			securePage: globalThis.location?.protocol === 'https:',
			blockedByPolicy,
			brokeOff: begun,
			redirected,
			hasKey: carriesKey(request),
			isThere
		});
		return { ...sent, duration, outcome };
	} finally {
		policy.stop();
	}
}
