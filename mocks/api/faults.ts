// Faults on request: a Prefer header can ask for an answer that goes wrong or comes late.
import type { Delay, Fault } from '../../src/georeport/preferences';

const HTML =
	'<!doctype html>\n<html><head><title>502 Bad Gateway</title></head>\n<body><h1>Bad Gateway</h1><p>The Prefer header asked for this page.<br></body></html>\n';

/** Removes the last end tag or bracket, so that no parser accepts the text. */
const broken = (text: string) =>
	text.trimEnd().endsWith('>') ? text.replace(/<\/[^<]*>\s*$/, '') : text.replace(/[\]}]\s*$/, '');

/**
 * Applies a fault to a response; `drop` gives a network error, as a lost connection does. Any other
 * fault leaves a 204 as it is: it has no body that could break.
 */
export async function withFault(response: Response, fault: Fault | null): Promise<Response> {
	if (fault === null) return response;
	if (fault === 'drop') return Response.error();
	const { status } = response;
	if (status === 204) return response;
	const headers = new Headers(response.headers);
	if (fault === 'html') {
		headers.set('Content-Type', 'text/html; charset=utf-8');
		return new Response(HTML, { status: 502, headers });
	}
	if (fault === 'type') {
		headers.set('Content-Type', 'text/plain; charset=utf-8');
		return new Response(await response.arrayBuffer(), { status, headers });
	}
	const text = await response.text();
	const body = fault === 'truncate' ? text.slice(0, Math.ceil(text.length / 2)) : broken(text);
	return new Response(body, { status, headers });
}

/** Waits for the delay, or for ever; rejects with the reason of `signal` once it aborts. */
export function waiting(delay: Delay | null, signal: AbortSignal): Promise<void> {
	if (delay === null) return Promise.resolve();
	return new Promise((resolve, reject) => {
		const giveUp = () => reject(signal.reason);
		if (signal.aborted) return giveUp();
		signal.addEventListener('abort', giveUp, { once: true });
		if (delay === 'never') return;
		const [least, most] = delay;
		setTimeout(resolve, least + Math.random() * (most - least));
	});
}
