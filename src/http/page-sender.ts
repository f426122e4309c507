// How the page sends: loaded with its first request, for the page itself needs nothing of it.
import type { Draft, HttpRequest } from '../georeport/request';
import type { Exchange, MockUpHost } from './exchange';

/** Sends like `send` in `exchange.ts`, over the network or to the mock-up of the page. */
type PageSend = (
	draft: Draft,
	request: HttpRequest,
	signal: AbortSignal,
	onlarge?: (text: string) => void
) => Promise<Exchange>;

const NOT_LOADED =
	'Nothing was sent: the part of this page that sends requests could not be loaded. Check the network, then send it again.';

async function loadSender(host: MockUpHost, startReader: () => Worker): Promise<PageSend> {
	// What reads the first answer is there when that comes; where it is not, it is asked for again.
	void import('../answer/reading').catch(() => {});
	const [{ send }, { readerOf }] = await Promise.all([
		import('./exchange'),
		import('./late-reader')
	]);
	const read = readerOf(startReader);
	return (draft, request, signal, onlarge) => send(draft, request, host, signal, read, onlarge);
}

/**
 * Returns what sends the requests of a page; loading it begins at once. It never rejects: where it
 * cannot be loaded in two tries, the exchange says so, and the next one tries again. `startReader` starts the worker
 * that reads large answers.
 */
export function pageSender(
	host: MockUpHost,
	startReader: () => Worker,
	load = loadSender
): PageSend {
	let loading: Promise<PageSend> | null = null;
	const begin = () => {
		// A worker that is replaced at that moment, or a weak network, may fail once.
		loading ??= load(host, startReader).catch(() => load(host, startReader));
		loading.catch(() => (loading = null));
		return loading;
	};
	// Once the script of the page is evaluated: with its developer tools open, a browser notes what asked
	// for a file, and parses all of that script once more for it.
	void Promise.resolve()
		.then(begin)
		.catch(() => {});
	return async (draft, request, ...more) => {
		const startedAt = Date.now();
		const send = await begin().catch(() => null);
		if (send) return send(draft, request, ...more);
		const outcome = { kind: 'failure' as const, message: NOT_LOADED };
		return { draft, request, startedAt, duration: 0, outcome };
	};
}
