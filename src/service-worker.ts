/// <reference lib="webworker" />
// The worker answers the API by itself, without asking a page, and keeps the page for offline use.
import { isBelowRoot, MARKER, PROBE_PATH } from '../mocks/dialect';
import { indexedDbStore } from '../mocks/indexeddb-store';
import { createMockUp } from '../mocks/mock-up';

declare const self: ServiceWorkerGlobalScope;

/** Files of the built site, relative to it; empty while developing. */
declare const __SHELL__: string[];

const scope = new URL(self.registration.scope);
const cachePrefix = `shell ${scope.pathname} `;
const cacheName = cachePrefix + __BUILD__;

const mockUp = createMockUp({ store: indexedDbStore(`toronto-open311 ${scope.pathname}`) });

const isPage = (request: Request) =>
	request.mode === 'navigate' &&
	[scope.pathname, `${scope.pathname}index.html`].includes(new URL(request.url).pathname);

/** The network, past the browser's own cache for the page: an old one names files long gone. */
const fromNetwork = (request: Request) =>
	isPage(request) ? fetch(request.url, { cache: 'no-cache' }) : fetch(request);

/** A file of this version if it is kept; else from the network; without one, of an older version. */
async function fromShell(request: Request): Promise<Response> {
	const key = isPage(request) ? scope.href : request.url;
	const find = (cacheName?: string) =>
		caches
			.match(key, { ignoreSearch: true, ...(cacheName ? { cacheName } : {}) })
			.catch(() => undefined);
	const kept = await find(cacheName);
	if (kept) return kept;
	try {
		return await fromNetwork(request);
	} catch (error) {
		const older = await find();
		if (older) return older;
		throw error;
	}
}

/**
 * Keeps every file of the site, all or none, and only then lets go of older versions. Asked for by
 * a page once it is interactive, so that a first visit is not held up.
 */
async function keepShell(): Promise<void> {
	const cache = await caches.open(cacheName);
	const kept = await cache.keys();
	if (kept.length < __SHELL__.length) {
		const files = __SHELL__.map((file) => new URL(file, scope).href);
		await cache.addAll(files.map((url) => new Request(url, { cache: 'reload' })));
	}
	const names = await caches.keys();
	const old = names.filter((name) => name.startsWith(cachePrefix) && name !== cacheName);
	await Promise.all(old.map((name) => caches.delete(name)));
}

self.addEventListener('activate', (event) => {
	event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
	const url = new URL(event.request.url);
	if (!url.href.startsWith(scope.href)) return;
	if (url.href === new URL(PROBE_PATH, scope).href) {
		event.respondWith(new Response(null, { headers: { [MARKER]: __BUILD__ } }));
	} else if (isBelowRoot(scope.href, url.href)) {
		event.respondWith(mockUp.answer(event.request));
	} else if (event.request.method === 'GET' && __SHELL__.length > 0) {
		event.respondWith(fromShell(event.request));
	}
});

self.addEventListener('message', (event) => {
	switch (event.data) {
		case 'claim':
			event.waitUntil(self.clients.claim());
			break;
		case 'keep shell':
			if (__SHELL__.length > 0) event.waitUntil(keepShell().catch(() => {}));
			break;
	}
});
