import type { ExplorerOptions } from '../explorer/explorer.svelte';

type Send = ExplorerOptions['send'];

/**
 * Wraps a sender so that it sends requests to the mock-up only; others get a failure. The last line
 * of defence of an embed. `claims` gets the URL as a browser would request it.
 */
export const mockUpOnly =
	(send: Send, claims: (url: string) => boolean): Send =>
	(draft, request, signal, onlarge) => {
		const url = URL.canParse(request.url) ? new URL(request.url) : null;
		if (url && claims(url.href)) return send(draft, request, signal, onlarge);
		const message =
			`An embedded playground asks the mock-up alone, so nothing was sent${url ? ` to ${url.host}` : ''}. ` +
			'“Open in full” leads to the playground itself, which can ask other servers.';
		const startedAt = Date.now();
		const outcome = { kind: 'failure', reason: 'embed', message } as const;
		return Promise.resolve({ draft, request, startedAt, duration: 0, outcome });
	};
