// How long a page's main thread is busy with an answer, and when the answer is first seen.
import { errors, type Browser, type Page } from '@playwright/test';

/** What a page did with an answer, in milliseconds; null where it was not done in time. */
export interface Measured {
	/** From the last byte to the first frame that shows the first record. */
	firstPaint: number | null;
	/** Of that, how long tasks over 50 ms kept the main thread. */
	blockedBefore: number | null;
	/** All of them, until the page was at rest. */
	blocked: number | null;
	/** The longest one after the first paint. */
	longestAfter: number | null;
}

/** A page that is not done after this is stopped. */
export const PATIENCE = 60_000;

const NOT_DONE: Measured = {
	firstPaint: null,
	blockedBefore: null,
	blocked: null,
	longestAfter: null
};

/** Only a page that took too long is stopped; anything else is a fault of the comparison. */
function stopped(error: unknown): Measured {
	if (error instanceof errors.TimeoutError) return NOT_DONE;
	throw error;
}

/** What the TypeScript runner leaves in functions that are sent to the page. */
export const NAMELESS = 'globalThis.__name = (value) => value';

interface Watch {
	tasks: { start: number; duration: number }[];
	seen: number | null;
}

/** Watches for long tasks, and for the frame that first shows `text` inside `where`. */
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
			// The frame is drawn after the callbacks: the next one stands for its end.
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
 * Opens a page, lets `ask` send the request, and measures until the page is at rest; `shown` is
 * the text to wait for, and the selector of where.
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
