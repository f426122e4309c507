// Trouble on request: what the Prefer header (RFC 7240) may ask of an answer beside its `code`.

/** A way in which an answer goes wrong. */
export type Fault = 'drop' | 'truncate' | 'type' | 'html' | 'malformed';

/** What is to happen to an answer. */
export interface Trouble {
	/** Milliseconds to wait, at least and at most; `never` keeps the caller waiting for good. */
	delay: readonly [least: number, most: number] | 'never' | null;
	fault: Fault | null;
}

/** The longest delay, in milliseconds: beyond it a caller may as well ask for `never`. */
const LONGEST = 600_000;

const FAULTS: readonly string[] = ['drop', 'truncate', 'type', 'html', 'malformed'];

const isFault = (name: string): name is Fault => FAULTS.includes(name);

/**
 * Reads `delay=1500`, `delay=200-800`, `delay=never` (milliseconds) and `fault=` with `drop`,
 * `truncate`, `type`, `html` or `malformed` from a Prefer header; what is not known is left out, as
 * the RFC has it.
 */
export function troubleOf(prefer: string | null): Trouble {
	const preference = (name: string) =>
		new RegExp(`(?:^|[,;\\s])${name}="?([\\w-]+)`).exec(prefer ?? '')?.[1] ?? '';
	const delay = preference('delay');
	const fault = preference('fault');
	const span = /^(\d+)(?:-(\d+))?$/.exec(delay);
	const least = Math.min(LONGEST, Number(span?.[1]));
	const most = Math.min(LONGEST, Number(span?.[2] ?? span?.[1]));
	return {
		delay: delay === 'never' ? 'never' : span && least <= most ? [least, most] : null,
		fault: isFault(fault) ? fault : null
	};
}

const HTML =
	'<!doctype html>\n<html><head><title>502 Bad Gateway</title></head>\n<body><h1>Bad Gateway</h1><p>The Prefer header asked for this page.<br></body></html>\n';

/** The text without its last end tag, or without its last bracket: no parser may take it. */
const broken = (text: string) =>
	text.trimEnd().endsWith('>') ? text.replace(/<\/[^<]*>\s*$/, '') : text.replace(/[\]}]\s*$/, '');

/** An answer after its fault; `drop` gives a network error, as a lost connection does. */
export async function withFault(response: Response, fault: Fault | null): Promise<Response> {
	if (fault === null) return response;
	if (fault === 'drop') return Response.error();
	const headers = new Headers(response.headers);
	const { status } = response;
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
export function waiting(delay: Trouble['delay'], signal: AbortSignal): Promise<void> {
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
