import { describe, expect, it } from 'vitest';
import { OfflineCopy } from './offline-copy.ts';

const PAGE = 'https://city.example/docs/playground/';

/** Lets everything happen that waits for nothing outside. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

/** A host whose answers come when `arrive` is called, in a browser that has kept nothing. */
function site(files: readonly string[]) {
	const asked: string[] = [];
	const waiting: ((response: Response) => void)[] = [];
	const caches = new Map<string, Map<string, Response>>();
	const cacheOf = (name: string) => {
		const entries = caches.get(name) ?? new Map<string, Response>();
		caches.set(name, entries);
		return {
			match: (url: string) => Promise.resolve(entries.get(url)?.clone()),
			put: (url: string, response: Response) => Promise.resolve(void entries.set(url, response))
		} as Cache;
	};
	const copy = new OfflineCopy({
		page: PAGE,
		build: '1111',
		files,
		cacheName: 'this version',
		caches: {
			open: (name) => Promise.resolve(cacheOf(name)),
			match: (url) =>
				Promise.resolve(
					[...caches.values()].flatMap((entries) => entries.get(String(url)) ?? [])[0]?.clone()
				)
		},
		fetch(url, { cache }) {
			asked.push(`${url.slice(PAGE.length)} ${cache}`);
			return new Promise((resolve) => waiting.push(resolve));
		}
	});
	return {
		copy,
		asked,
		cacheOf,
		kept: () =>
			[...(caches.get('this version')?.keys() ?? [])].map((url) => url.slice(PAGE.length)),
		async arrive(body = '', type = 'text/javascript', status = 200) {
			await settle();
			waiting.shift()?.(new Response(body, { status, headers: { 'Content-Type': type } }));
			await settle();
		}
	};
}

/** A site whose page, with the version 1111, has arrived. */
async function begun(...files: string[]) {
	const started = site(files);
	const keeping = started.copy.keep();
	keeping.catch(() => {});
	await started.arrive('<meta name="version" content="1111">', 'text/html');
	return { ...started, keeping };
}

describe('OfflineCopy', () => {
	it('fetches one file after the other, the page first, and keeps the page last', async () => {
		const { asked, arrive, kept, keeping } = await begun('start.js', 'assets/a-1.js');
		expect(asked).toEqual([' no-cache', 'start.js reload']);
		await arrive();
		expect(asked).toEqual([' no-cache', 'start.js reload', 'assets/a-1.js default']);
		expect(kept()).toEqual(['start.js']);
		await arrive();
		await keeping;
		expect(kept()).toEqual(['start.js', 'assets/a-1.js', '']);
	});

	it('waits while a page waits for the network, until all of its answer has come', async () => {
		const { copy, asked, arrive } = await begun('start.js', 'assets/a-1.js');
		let come = (_: Response) => {};
		copy.letGoFirst(new Promise((resolve) => (come = resolve)));
		let end = () => {};
		const body = new ReadableStream({ start: (stream) => void (end = () => stream.close()) });
		await arrive();
		expect(asked).toHaveLength(2);
		come(new Response(body));
		await settle();
		expect(asked).toHaveLength(2);
		end();
		await settle();
		expect(asked).toHaveLength(3);
	});

	it('fetches several at once if it is told to, each of them once', async () => {
		const { copy, asked, arrive, kept } = site(['a.js', 'b.js', 'c.js']);
		const keeping = copy.keep(2);
		await arrive('1111', 'text/html');
		expect(asked).toEqual([' no-cache', 'a.js reload', 'b.js reload']);
		await arrive();
		expect(asked).toEqual([' no-cache', 'a.js reload', 'b.js reload', 'c.js reload']);
		await arrive();
		await arrive();
		await keeping;
		expect(kept()).toEqual(['a.js', 'b.js', 'c.js', '']);
	});

	it('goes on if the answer to a page does not come', async () => {
		const { copy, asked, arrive } = await begun('start.js', 'assets/a-1.js');
		copy.letGoFirst(Promise.reject(new TypeError('Failed to fetch')));
		await arrive();
		expect(asked).toHaveLength(3);
	});

	it('makes one copy for all who ask', async () => {
		const { copy, asked, keeping } = await begun('start.js');
		expect(copy.keep()).toBe(keeping);
		expect(asked).toHaveLength(2);
	});

	it('takes a file whose name tells what is in it from another version', async () => {
		const { arrive, cacheOf, copy, asked, kept } = site(['start.js', 'assets/a-1.js']);
		await cacheOf('older').put(`${PAGE}assets/a-1.js`, new Response('a'));
		await cacheOf('older').put(`${PAGE}start.js`, new Response('old'));
		const keeping = copy.keep();
		await arrive('1111', 'text/html');
		await arrive();
		await keeping;
		expect(asked).toEqual([' no-cache', 'start.js reload']);
		expect(kept()).toEqual(['start.js', 'assets/a-1.js', '']);
	});

	it('keeps nothing of a host that serves the page of another version', async () => {
		const { copy, arrive, kept, asked } = site(['start.js']);
		const keeping = copy.keep();
		keeping.catch(() => {});
		await arrive('2222', 'text/html');
		await expect(keeping).rejects.toThrow('The host does not serve the page of this version.');
		expect(asked).toHaveLength(1);
		expect(kept()).toEqual([]);
	});

	it.each([
		['is missing', 'text/plain', 404],
		['is a page', 'text/html; charset=utf-8', 200]
	])(
		'keeps no page if a file of its build %s; the next time it goes on',
		async (_, type, status) => {
			const { copy, arrive, kept, keeping } = await begun('assets/a-1.js', 'assets/b-1.js');
			await arrive();
			await arrive('', type, status);
			await expect(keeping).rejects.toThrow('The host does not serve assets/b-1.js.');
			expect(kept()).toEqual(['assets/a-1.js']);
			const again = copy.keep();
			await arrive('1111', 'text/html');
			await arrive();
			await again;
			expect(kept()).toEqual(['assets/a-1.js', 'assets/b-1.js', '']);
		}
	);

	it('does without a file of no build that the host refuses to serve', async () => {
		const { arrive, kept, keeping } = await begun('manifest.webmanifest', 'start.js');
		await arrive('', 'text/plain', 404);
		await arrive();
		await keeping;
		expect(kept()).toEqual(['start.js', '']);
	});
});
