/// <reference lib="webworker" />
// The worker answers the API by itself, without asking a page, and keeps the page for offline use.
import { isBelowRoot, MARKER, PROBE_PATH } from '../mocks/api/dialect';
import { indexedDbStore } from '../mocks/store/indexeddb-store';
import { createMockUp } from '../mocks/hosts/mock-up';
import { isHashed, OfflineCopy } from './worker/offline-copy';
import { isOurs, VERSION } from './worker/worker-version';

declare const self: ServiceWorkerGlobalScope;

/** Files of the built site but the page itself, relative to it; empty while developing. */
declare const __SHELL__: string[];

const scope = new URL(self.registration.scope);
const cachePrefix = `shell ${scope.pathname} `;
const cacheName = cachePrefix + __BUILD__;

const mockUp = createMockUp({ store: indexedDbStore(`toronto-open311 ${scope.pathname}`) });

const copy = new OfflineCopy({
	page: scope.href,
	build: __BUILD__,
	files: __SHELL__,
	cacheName,
	caches,
	fetch: (url, options) => fetch(url, options)
});

const isPage = (request: Request) =>
	request.mode === 'navigate' &&
	[scope.pathname, `${scope.pathname}index.html`].includes(new URL(request.url).pathname);

/** The network, past the browser's own cache for the page: an old one names files long gone. */
function fromNetwork(request: Request): Promise<Response> {
	const answer = fetch(request, isPage(request) ? { cache: 'no-cache' } : undefined);
	copy.letGoFirst(answer);
	return answer;
}

/**
 * A file of this version if it is kept; else one of an older version if it can be no other, from the
 * network, or of an older version after all: a page of one may ask for a file the host has no more.
 */
async function fromShell(request: Request): Promise<Response> {
	const key = isPage(request) ? scope.href : request.url;
	const find = (cacheName?: string) =>
		caches
			.match(key, { ignoreSearch: true, ...(cacheName ? { cacheName } : {}) })
			.catch(() => undefined);
	const own = await find(cacheName);
	if (own) return own;
	if (isHashed(request.url.slice(scope.href.length))) {
		const older = await find();
		if (older) return older;
	}
	try {
		const response = await fromNetwork(request);
		const isThere = response.ok || response.type === 'opaqueredirect';
		return isThere ? response : ((await find()) ?? response);
	} catch (error) {
		const older = await find();
		if (older) return older;
		throw error;
	}
}

/** The open pages of this site, of whatever version; others of the same origin do not count. */
async function pages(): Promise<readonly Client[]> {
	const all = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
	return all.filter(({ url }) => url.startsWith(scope.href));
}

const keptVersions = async () =>
	(await caches.keys()).filter((name) => name.startsWith(cachePrefix));

/**
 * Lets go of other versions once this one is kept: not while other pages are open, which may be
 * theirs, nor while one is about to follow, which has its files already.
 */
async function forgetOthers(): Promise<void> {
	if (self.registration.installing || self.registration.waiting) return;
	if (!(await caches.match(scope.href, { cacheName })) || (await pages()).length > 1) return;
	const others = (await keptVersions()).filter((name) => name !== cacheName);
	await Promise.all(others.map((name) => caches.delete(name)));
}

/** How many files a version that follows another fetches at a time: its pages have theirs. */
const AT_ONCE = 6;

/**
 * A version that follows another keeps its files at once, then waits until a person lets it take
 * over. Only what is not ours, or is broken, is replaced without asking. The first version keeps
 * its files later, so that a first visit is not held up.
 */
async function install(): Promise<void> {
	const { active } = self.registration;
	if (!active) return;
	if (active.scriptURL !== self.location.href || !(await isOurs(active))) return self.skipWaiting();
	// Who met the site in embeds alone has asked for no copy of it.
	if (__SHELL__.length > 0 && (await keptVersions()).length > 0)
		await copy.keep(AT_ONCE).catch(() => {});
}

self.addEventListener('install', (event) => {
	event.waitUntil(install());
});

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
		case 'take over':
			event.waitUntil(self.skipWaiting());
			break;
		case 'take over if alone':
			event.waitUntil(pages().then((open) => (open.length > 1 ? undefined : self.skipWaiting())));
			break;
		case VERSION:
			event.ports[0]?.postMessage(__BUILD__);
			break;
		case `keep shell ${__BUILD__}`:
			if (__SHELL__.length > 0) event.waitUntil(copy.keep().then(forgetOthers, () => {}));
			break;
	}
});
