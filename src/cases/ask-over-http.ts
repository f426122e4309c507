// Sends the requests of the command line with fetch, and reads what comes back within bounds.
import { decode } from '../document/charset';
import { BOUNDS } from '../georeport/bounds';
import { carriesKey } from '../georeport/privacy';
import type { HttpRequest } from '../georeport/request';
import type { RawAnswer } from './raw-answer';

/** The longest time a server may ask for with Retry-After, in seconds, and how often. */
const LONGEST_WAIT = 60;
const MOST_WAITS = 3;

/** The most redirects that a report follows. */
const MOST_REDIRECTS = 5;

/** Reads a body; rejects with a sentence once it is larger than an answer may be. */
async function bytesOf(response: Response): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	// Leaving the loop cancels the body.
	for await (const chunk of response.body ?? []) {
		size += chunk.length;
		if (size > BOUNDS.answerSize.value) throw new Error('its answer is larger than 100 MB');
		chunks.push(chunk);
	}
	const bytes = new Uint8Array(size);
	let at = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	return bytes;
}

/** The seconds that a server asks to wait before the same request; null if it does not. */
function secondsToWait({ status, headers }: Response): number | null {
	const after = headers.get('Retry-After') ?? '';
	const isBusy = (status === 429 || status === 503) && /^\d+$/.test(after);
	return isBusy && Number(after) <= LONGEST_WAIT ? Number(after) : null;
}

/** Whether a connection that was kept open had been closed at the other end. */
const isStale = (error: unknown) =>
	error instanceof Error &&
	error.cause instanceof Error &&
	['ECONNRESET', 'UND_ERR_SOCKET'].includes(String((error.cause as { code?: string }).code));

/** Sends a request; a report goes on to another address only where it stays a report. */
async function sent(url: string, init: RequestInit, hasKey: boolean): Promise<Response> {
	if (init.method === 'GET' && !hasKey) {
		return fetch(url, init).catch((error: unknown) => {
			if (isStale(error)) return fetch(url, init);
			throw error;
		});
	}
	let target = url;
	for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
		const response = await fetch(target, { ...init, redirect: 'manual' });
		const location = response.headers.get('Location');
		if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return response;
		if (hasKey) {
			throw new Error('it answers with a redirect, which is not followed for the sake of the key');
		}
		const next = new URL(location, target).href;
		if (response.status < 307) {
			throw new Error(
				`it answers with ${response.status} to ${next}, which makes a GET of a POST; test that address instead`
			);
		}
		target = next;
	}
	throw new Error('it redirects in a circle');
}

/**
 * Returns a function that sends with fetch and rejects with a sentence; `seen` has all headers of the
 * answers. `key` goes with every report, empty for none; `timeout` is in milliseconds. A server that
 * asks to wait is given the time.
 */
export function asker({ timeout, key }: { timeout: number; key: string }) {
	const seen: { headers: [string, string][] } = { headers: [] };
	async function answerTo({ method, url, headers, body }: HttpRequest, waits = 0) {
		const init = { method, headers, body, signal: AbortSignal.timeout(timeout) };
		const response = await sent(url, init, carriesKey({ method, url, headers, body }));
		const seconds = waits < MOST_WAITS ? secondsToWait(response) : null;
		if (seconds === null) return { response, bytes: await bytesOf(response) };
		await response.body?.cancel();
		await new Promise((passed) => setTimeout(passed, seconds * 1000));
		return answerTo({ method, url, headers, body }, waits + 1);
	}
	const ask = async (request: HttpRequest): Promise<RawAnswer> => {
		const { method, url, body } = request;
		const keyed =
			key && method === 'POST' && typeof body === 'string'
				? `${body}&api_key=${encodeURIComponent(key)}`
				: body;
		try {
			const { response, bytes } = await answerTo({ ...request, body: keyed });
			seen.headers.push(...response.headers);
			const contentType = response.headers.get('Content-Type');
			const { text, ...encoding } = decode(bytes, contentType);
			return { status: response.status, contentType, text, encoding };
		} catch (error) {
			if (error instanceof DOMException && error.name === 'TimeoutError') {
				throw new Error(`${url} did not answer within ${timeout / 1000} s.`, { cause: error });
			}
			const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
			const why = cause instanceof Error ? cause.message || cause.name : String(cause);
			throw new Error(`${url} could not be asked: ${why}.`, { cause: error });
		}
	};
	return { ask, seen };
}
