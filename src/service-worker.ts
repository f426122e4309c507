/// <reference lib="webworker" />
// The worker answers the API by itself, without asking a page, and keeps the page for offline use.
import { isBelowRoot } from '../mocks/dialect';
import { indexedDbStore } from '../mocks/indexeddb-store';
import { createMockUp } from '../mocks/mock-up';

declare const self: ServiceWorkerGlobalScope;

/** Files of the built site, relative to it, and a hash of them; empty while developing. */
declare const __SHELL__: { version: string; files: string[] };

const scope = new URL(self.registration.scope);
const cachePrefix = `shell ${scope.pathname} `;
const cacheName = cachePrefix + __SHELL__.version;

const mockUp = createMockUp({ store: indexedDbStore(`toronto-open311 ${scope.pathname}`) });

async function fromShell(request: Request): Promise<Response> {
	const cache = await caches.open(cacheName);
	const url = new URL(request.url);
	const page = request.mode === 'navigate' && url.pathname === `${scope.pathname}index.html`;
	const cached = await cache.match(page ? scope : request, { ignoreSearch: true });
	return cached ?? fetch(request);
}

/** Keeps every file of the site, all or none. Asked for by a page once it is interactive. */
async function keepShell(): Promise<void> {
	const cache = await caches.open(cacheName);
	const kept = await cache.keys();
	if (kept.length >= __SHELL__.files.length) return;
	await cache.addAll(__SHELL__.files.map((file) => new URL(file, scope).href)).catch(() => {});
}

async function dropOldShells(): Promise<void> {
	const names = await caches.keys();
	const old = names.filter((name) => name.startsWith(cachePrefix) && name !== cacheName);
	await Promise.all(old.map((name) => caches.delete(name)));
}

self.addEventListener('activate', (event) => {
	event.waitUntil(Promise.all([self.clients.claim(), dropOldShells()]));
});

self.addEventListener('fetch', (event) => {
	const url = new URL(event.request.url);
	if (!url.href.startsWith(scope.href)) return;
	if (isBelowRoot(scope.href, url.href)) {
		event.respondWith(mockUp.answer(event.request));
	} else if (event.request.method === 'GET' && __SHELL__.files.length > 0) {
		event.respondWith(fromShell(event.request));
	}
});

self.addEventListener('message', (event) => {
	switch (event.data) {
		case 'ping':
			event.ports[0]?.postMessage('pong');
			break;
		case 'claim':
			event.waitUntil(self.clients.claim());
			break;
		case 'keep shell':
			event.waitUntil(keepShell());
			break;
	}
});
