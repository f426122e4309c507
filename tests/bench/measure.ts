// Measures how long an answer blocks a page's main thread, and when it is first visible.
import { errors, type Browser, type Page } from '@playwright/test';

/** The timings of a page with an answer, in milliseconds; null for not in time. */
export interface Measured {
	/** From the last byte to the first frame that shows the first record. */
	firstPaint: number | null;
	/** The total time of tasks over 50 ms until then. */
	blockedBefore: number | null;
	/** The total time of such tasks until the page was idle. */
	blocked: number | null;
	/** The longest task after the first paint. */
	longestAfter: number | null;
}

/** The time limit of a page, in milliseconds. */
export const PATIENCE = 60_000;

const NOT_DONE: Measured = {
	firstPaint: null,
	blockedBefore: null,
	blocked: null,
	longestAfter: null
};

/** Only the time limit may stop a page; any other error is a bug of the benchmark. */
function stopped(error: unknown): Measured {
	if (error instanceof errors.TimeoutError) return NOT_DONE;
	throw error;
}

/** Defines a helper that the TypeScript runner leaves in functions that are sent to the page. */
export const NAMELESS = 'globalThis.__name = (value) => value';

interface Watch {
	tasks: { start: number; duration: number }[];
	seen: number | null;
}

/** Records long tasks, and the frame that first shows `text` inside `where`. */
function watch([text, where]: readonly [string, string]) {
	const watched: Watch = { tasks: [], seen: null };
	(window as unknown as { watched: Watch }).watched = watched;
	new PerformanceObserver((list) => {
		for (const { startTime, duration } of list.getEntries()) {
			watched.tasks.push({ start: startTime, duration });
		}
	}).observe({ type: 'longtask' });
	const holders = (): Node[] =>
		[...document.querySelectorAll(where)].flatMap((holder) => [
			holder,
			...[...holder.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
		]);
	const look = () => {
		if (holders().some(({ textContent }) => textContent?.includes(text))) {
			// A frame is painted after its callbacks, so the next callback marks its end.
			requestAnimationFrame(() => (watched.seen = performance.now()));
		} else setTimeout(() => requestAnimationFrame(look), 20);
	};
	(window as unknown as { look: () => void }).look = look;
}

/** Waits until there was no long task for two seconds. */
async function rest(page: Page): Promise<void> {
	await page.waitForFunction(
		() => {
			const { tasks, seen } = (window as unknown as { watched: Watch }).watched;
			const ends = tasks.map(({ start, duration }) => start + duration);
			return performance.now() - Math.max(seen ?? 0, ...ends) > 2_000;
		},
		undefined,
		{ timeout: PATIENCE, polling: 250 }
	);
}

/**
 * Opens a page, lets `ask` send the request, and measures until the page is idle. `shown` is the
 * text to wait for, and the selector of its element.
 */
export async function measure(
	browser: Browser,
	url: string,
	shown: readonly [text: string, where: string],
	ready: (page: Page) => Promise<void>,
	ask: (page: Page) => Promise<void>
): Promise<Measured> {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	const page = await context.newPage();
	let stop: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<'late'>((resolve) => {
		stop = setTimeout(() => resolve('late'), PATIENCE + 15_000);
	});
	const run = async (): Promise<Measured> => {
		await page.addInitScript(NAMELESS);
		await page.addInitScript(watch, shown);
		await page.goto(url);
		await ready(page);
		// Whatever a page still does to get ready is no part of showing an answer.
		await page.waitForTimeout(2_000);
		await rest(page);
		await page.evaluate(() => {
			(window as unknown as { watched: Watch }).watched.tasks.length = 0;
			(window as unknown as { look: () => void }).look();
		});
		await ask(page);
		await page.waitForFunction(
			() => (window as unknown as { watched: Watch }).watched.seen !== null,
			undefined,
			{ timeout: PATIENCE, polling: 250 }
		);
		await rest(page);
		return page.evaluate(() => {
			const { tasks, seen } = (window as unknown as { watched: Watch }).watched;
			const came = performance
				.getEntriesByType('resource')
				.filter(({ name }) => /\/requests\.(xml|json)/.test(name))
				.at(-1) as PerformanceResourceTiming;
			const end = seen ?? Infinity;
			const of = (some: Watch['tasks']) => some.reduce((sum, { duration }) => sum + duration, 0);
			const before = tasks.filter(({ start }) => start < end && start >= came.responseEnd - 50);
			const after = tasks.filter(({ start }) => start >= end);
			return {
				firstPaint: end - came.responseEnd,
				blockedBefore: of(before),
				blocked: of(before) + of(after),
				longestAfter: Math.max(0, ...after.map(({ duration }) => duration))
			};
		});
	};
	try {
		const done = await Promise.race([run().catch(stopped), late]);
		return done === 'late' ? NOT_DONE : done;
	} finally {
		clearTimeout(stop);
		await Promise.race([context.close(), new Promise((resolve) => setTimeout(resolve, 5_000))]);
	}
}
