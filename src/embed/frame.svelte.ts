// The embed's side of the messages between it and its parent page.
import { untrack } from 'svelte';
import { liesBelow } from '../explorer/endpoint';
import type { Exchange } from '../http/exchange';
import type { Explorer } from '../explorer/explorer.svelte';
import { contentTypeOf } from '../http/summary';
import { fromHash, toHash } from '../link/permalink';
import type { PageState } from '../explorer/page-state';
import type { Theme } from '../ui/theme.svelte';
import type { Open311FrameMessage, Open311HostMessage, Open311Result } from './api';
import { readHostMessage, MESSAGE_VERSION } from './messages';

/** What the parent page can control. */
export interface Embedded {
	explorer: Explorer;
	/** The page state that an empty link stands for. */
	opening: PageState;
	theme: Theme;
	/** Sends the request, and shows its answer. */
	send: Explorer['send'];
	/** The only origin that the embed exchanges messages with; empty for none. */
	origin: string;
}

type Unversioned<Message> = Message extends unknown ? Omit<Message, 'open311Playground'> : never;

/**
 * Opens an untrusted link, entirely or not at all; the answer stays until a request is sent.
 * Returns null, or why it was refused: it adds a server, or has a part that cannot be used.
 */
export function putLink(explorer: Explorer, opening: PageState, link: string): string | null {
	const { cases, endpoints } = explorer;
	const { state, problems, newEndpoint } = fromHash(link, { cases, endpoints, opening });
	if (newEndpoint) return 'An embed asks the mock-up alone: a link cannot add a server to it.';
	if (problems.length > 0) return problems.join(' ');
	explorer.notify([]);
	explorer.restore(state, explorer.view);
	return null;
}

/**
 * Returns why the parent page may not run the request; null if it may, because it goes to the
 * mock-up.
 */
export function whyNotRun({ endpoint, httpRequest }: Explorer): string | null {
	if (endpoint.kind !== 'mock-up') {
		return `An embed runs requests to the mock-up alone; this one is for ${endpoint.name}.`;
	}
	return liesBelow(httpRequest.url, endpoint)
		? null
		: 'An embed runs requests to the mock-up alone; this path leads out of it.';
}

function resultOf({ outcome }: Exchange, link: string): Open311Result {
	if (outcome.kind === 'failure') return { kind: 'no answer', reason: outcome.message, link };
	const { status, text, answeredBy } = outcome.response;
	if (answeredBy === 'network') {
		return { kind: 'no answer', reason: 'The mock-up did not answer.', link };
	}
	const contentType = contentTypeOf(outcome.response);
	return { kind: 'answer', status, contentType, body: text, answeredBy, link };
}

/**
 * Handles messages of the parent page while the calling component lives, if they come from the
 * origin in the embed's address. Returns `tell`, which sends the parent page a message.
 */
export function answerParent({ explorer, opening, theme, send, origin }: Embedded) {
	const parent = window.parent;
	const isConnected = origin !== '' && parent !== window;
	/** The ids of the parent page's runs, by their exchanges. */
	const runs = new WeakMap<Exchange, number>();
	let reported = untrack(() => explorer.view?.exchange);

	function tell(message: Unversioned<Open311FrameMessage>) {
		// A page without an origin, such as a file, cannot be addressed by origin, only by window.
		const target = origin === 'null' ? '*' : origin;
		if (isConnected) parent.postMessage({ open311Playground: MESSAGE_VERSION, ...message }, target);
	}
	const refuse = (id: number | null, reason: string) => tell({ type: 'refused', id, reason });

	async function run(id: number) {
		const reason = whyNotRun(explorer);
		if (reason !== null) return refuse(id, reason);
		const exchange = await send();
		if (exchange) runs.set(exchange, id);
		else refuse(id, 'Another request was sent before this one had its answer.');
	}

	function handle(message: Open311HostMessage) {
		const { type, id = null, link } = message;
		const problem = link === undefined ? null : putLink(explorer, opening, link);
		if (problem !== null) refuse(id, problem);
		else if (type === 'run') void run(message.id);
		else if (message.theme) theme.choose(message.theme);
	}

	$effect(() => {
		if (!isConnected) return;
		const leaving = new AbortController();
		window.addEventListener(
			'message',
			(event) => {
				if (event.source !== parent || event.origin !== origin) return;
				const message = readHostMessage(event.data);
				if (message?.type === 'rejected') refuse(message.id, message.reason);
				else if (message) handle(message);
			},
			leaving
		);
		tell({ type: 'ready' });
		return () => leaving.abort();
	});

	$effect(() => {
		const { view } = explorer;
		if (!view || view.exchange === reported) return;
		const { exchange, endpoint } = view;
		reported = exchange;
		const link = untrack(() => {
			const { cases, endpoints, pageState } = explorer;
			const asked = { ...pageState, draft: exchange.draft, endpoint: endpoint.id };
			return toHash(asked, { cases, endpoints, opening }).hash;
		});
		// By then, `run` has noted the id of this exchange.
		setTimeout(() => {
			const id = runs.get(exchange) ?? null;
			tell({ type: 'result', id, result: resultOf(exchange, link) });
		});
	});

	return { tell };
}
