// Trouble on request: an answer that goes wrong or comes late, as a Prefer header asked.
import type { Delay, Fault } from './preferences';

const HTML =
	'<!doctype html>\n<html><head><title>502 Bad Gateway</title></head>\n<body><h1>Bad Gateway</h1><p>The Prefer header asked for this page.<br></body></html>\n';

/** The text without its last end tag, or without its last bracket: no parser may take it. */
const broken = (text: string) =>
	text.trimEnd().endsWith('>') ? text.replace(/<\/[^<]*>\s*$/, '') : text.replace(/[\]}]\s*$/, '');

/**
 * An answer after its fault; `drop` gives a network error, as a lost connection does. To a 204 nothing
 * else happens: it has no body that could break.
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

/** Waits as long as was asked for; rejects once `signal` gives the wait up. */
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
