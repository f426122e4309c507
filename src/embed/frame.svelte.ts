// An embed's side of the talk with the page around it.
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

/** What the page around an embed can act on. */
export interface Embedded {
	explorer: Explorer;
	/** The state that an empty link stands for. */
	opening: PageState;
	theme: Theme;
	/** Sends the request, and shows what comes of it. */
	send: Explorer['send'];
	/** The one origin that is listened to and told anything; empty for none. */
	origin: string;
}

type Told<Message> = Message extends unknown ? Omit<Message, 'open311Playground'> : never;

/**
 * Puts a stranger's link into the explorer, all of it or nothing. Gives the reason in words if it
 * was not put in: a link cannot bring in a server, and nothing is left out of it in silence.
 */
export function putLink(explorer: Explorer, opening: PageState, link: string): string | null {
	const { cases, endpoints } = explorer;
	const { state, problems, newEndpoint } = fromHash(link, { cases, endpoints, opening });
	if (newEndpoint) return 'An embed asks the mock-up alone: a link cannot add a server to it.';
	if (problems.length > 0) return problems.join(' ');
	explorer.notify([]);
	explorer.restore(state);
	return null;
}

/** Why the request may not be sent for the page around; null if it may: it reaches the mock-up alone. */
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
 * Answers the page around the embed while the component that calls it lives, if that page is of the
 * one origin the embed's address names. `tell` tells it something.
 */
export function answerParent({ explorer, opening, theme, send, origin }: Embedded) {
	const around = window.parent;
	const isHeard = origin !== '' && around !== window;
	/** The runs that were asked for, by what came of them. */
	const runs = new WeakMap<Exchange, number>();
	let told = untrack(() => explorer.view?.exchange);

	function tell(message: Told<Open311FrameMessage>) {
		// A page without an origin of its own, as from a file, can only be named by its window.
		const target = origin === 'null' ? '*' : origin;
		if (isHeard) around.postMessage({ open311Playground: MESSAGE_VERSION, ...message }, target);
	}
	const refuse = (id: number | null, reason: string) => tell({ type: 'refused', id, reason });

	async function run(id: number) {
		const reason = whyNotRun(explorer);
		if (reason !== null) return refuse(id, reason);
		const exchange = await send();
		if (exchange) runs.set(exchange, id);
		else refuse(id, 'Another request was sent before this one had its answer.');
	}

	function follow(message: Open311HostMessage) {
		const { type, id = null, link } = message;
		const problem = link === undefined ? null : putLink(explorer, opening, link);
		if (problem !== null) refuse(id, problem);
		else if (type === 'run') void run(message.id);
		else if (message.theme) theme.choose(message.theme);
	}

	$effect(() => {
		if (!isHeard) return;
		const leaving = new AbortController();
		window.addEventListener(
			'message',
			(event) => {
				if (event.source !== around || event.origin !== origin) return;
				const message = readHostMessage(event.data);
				if (message?.type === 'unfollowed') refuse(message.id, message.reason);
				else if (message) follow(message);
			},
			leaving
		);
		tell({ type: 'ready' });
		return () => leaving.abort();
	});

	$effect(() => {
		const { view } = explorer;
		if (!view || view.exchange === told) return;
		const { exchange, endpoint } = view;
		told = exchange;
		const link = untrack(() => {
			const { cases, endpoints, pageState } = explorer;
			const asked = { ...pageState, draft: exchange.draft, endpoint: endpoint.id };
			return toHash(asked, { cases, endpoints, opening }).hash;
		});
		// Whoever asked for it has by then been noted.
		setTimeout(() => {
			const id = runs.get(exchange) ?? null;
			tell({ type: 'result', id, result: resultOf(exchange, link) });
		});
	});

	return { tell };
}
