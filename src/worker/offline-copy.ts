// The copy of the site that the service worker keeps, so that it opens without a network.

/** What a copy is made of, and with. */
export interface OfflineCopyOptions {
	/** The URL of the page, which ends in a slash. */
	page: string;
	/** The version; the page has it in its text. */
	build: string;
	/** All other files, relative to the page, in the order in which they are kept. */
	files: readonly string[];
	/** The cache of this version; those of others may be there too. */
	cacheName: string;
	caches: Pick<CacheStorage, 'open' | 'match'>;
	fetch: (url: string, options: RequestInit) => Promise<Response>;
}

/** Whether a file has the hash of what is in it in its name: it never changes. */
export const isHashed = (file: string) => file.startsWith('assets/');

/** A response as it can be kept: one that remembers a redirect may not be given to a navigation. */
const kept = (response: Response) =>
	response.redirected ? new Response(response.body, response) : response;

const isHtml = ({ headers }: Response) => /^text\/html\b/i.test(headers.get('Content-Type') ?? '');

/**
 * Keeps the files of one version: all or none, and none while a page waits for the network, so that on
 * a slow line nobody is held up.
 */
export class OfflineCopy {
	readonly #options: OfflineCopyOptions;
	/** What pages wait for. */
	readonly #awaited = new Set<Promise<unknown>>();
	/** The copy that is being made; null while none is. */
	#keeping: Promise<void> | null = null;

	constructor(options: OfflineCopyOptions) {
		this.#options = options;
	}

	/** Has the copy wait until all of an answer to a page has come, or is known not to come. */
	letGoFirst(answer: Promise<Response>): void {
		const whole = answer
			.then((response) => this.#keeping && response.clone().arrayBuffer())
			.catch(() => {})
			.finally(() => this.#awaited.delete(whole));
		this.#awaited.add(whole);
	}

	/**
	 * Resolves once every file is kept; begins only once, however often it is asked. Rejects if the host
	 * has the files of another version, or not all; what was kept until then is used the next time.
	 * `atOnce` is how many files are fetched at a time.
	 */
	keep(atOnce = 1): Promise<void> {
		return (this.#keeping ??= this.#keepAll(atOnce).finally(() => (this.#keeping = null)));
	}

	async #keepAll(atOnce: number) {
		const { page: url, build, files, cacheName, caches, fetch } = this.#options;
		const cache = await caches.open(cacheName);
		// The page is kept last.
		if (await cache.match(url)) return;
		const page = await fetch(url, { cache: 'no-cache' });
		// A host in the middle of a change may give the page of another version, which names other files.
		if (!(await page.clone().text()).includes(build)) {
			throw new Error('The host does not serve the page of this version.');
		}
		const rest = files.values();
		const keepRest = async () => {
			// All take from the same ones.
			for (const file of rest) {
				while (this.#awaited.size > 0) await Promise.all(this.#awaited);
				await this.#keepFile(cache, file);
			}
		};
		await Promise.all(Array.from({ length: atOnce }, keepRest));
		await cache.put(url, kept(page));
	}

	/** A file of no build, such as the manifest, may be one that the host refuses to serve. */
	async #keepFile(cache: Cache, file: string) {
		const { page, caches, fetch } = this.#options;
		const url = new URL(file, page).href;
		// What never changes may be there from another version, or in the browser's own cache.
		const response =
			(isHashed(file) && (await caches.match(url))) ||
			(await fetch(url, { cache: isHashed(file) ? 'default' : 'reload' }));
		// Some hosts give a page of their own, with status 200, for what they do not have.
		const isOther = !file.endsWith('.html') && isHtml(response);
		if (response.ok && !isOther) await cache.put(url, kept(response));
		else if (isHashed(file) || response.status >= 500) {
			throw new Error(`The host does not serve ${file}.`);
		}
	}
}
