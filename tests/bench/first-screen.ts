// From an empty cache: when a page shows something, when it works, and what it costs until then.
import { setTimeout as wait } from 'node:timers/promises';
import { errors, type Browser, type Page } from '@playwright/test';
import { NAMELESS, PATIENCE } from './measure.ts';
import { UNLIMITED, type Speed } from './line.ts';
import { watchPage, type Watched, type Watching } from './watch-page.ts';
import type { WebHost } from './web-host.ts';

/** A playground to open. */
export interface Contender extends Watching {
	name: string;
	/** The path of its page on the host. */
	path: string;
}

/** What a page is opened with. */
export interface Recipe {
	name: string;
	title: string;
	line: Speed;
	/** How many times as long the main thread of a page takes for the same work. */
	slowdown: number;
}

/** By name. The browser lets only pages be slowed down, not workers; the line is slow for both. */
export const RECIPES = {
	full: { name: 'full', title: 'at full speed', line: UNLIMITED, slowdown: 1 },
	slow: {
		name: 'slow',
		title:
			'over a line of 125 kB/s and 40 ms that workers share, the page at a quarter of the processor',
		line: { bytesPerSecond: 125_000, latency: 40 },
		slowdown: 4
	}
} as const satisfies Record<string, Recipe>;

/** One load. Times in milliseconds from the navigation, sizes in kB as sent; null for what took too long. */
export interface MeasuredLoad {
	/** The first answer, or the first operation, is seen. */
	visible: number | null;
	/** The answer to a click on what sends is seen. */
	works: number | null;
	/** The end of the last long task before the page is at rest; never before `visible`. */
	interactive: number | null;
	/** How long tasks were over 50 ms, all together. */
	blocked: number | null;
	sentUntilVisible: number | null;
	sentUntilWorks: number | null;
	sentUntilInteractive: number | null;
	/** Of it, what its service worker fetched by itself. */
	sentToWorker: number | null;
}

/** A page is at rest once there was neither a long task nor a file for so many milliseconds. */
const REST = 5_000;

/** How long each sample of a browser's processor time is, and how much of it still counts as idle, in milliseconds. */
const [LOOK, LITTLE] = [200, 10];

/** Waits until a new browser has started: what it does for that would be counted as the page's. */
async function started(browser: Browser) {
	const session = await browser.newBrowserCDPSession();
	const processorTime = async () => {
		const { processInfo } = await session.send('SystemInfo.getProcessInfo');
		return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1_000, 0);
	};
	const limit = Date.now() + PATIENCE;
	let used = Infinity;
	while (used > LITTLE && Date.now() < limit) {
		const before = await processorTime();
		await wait(LOOK);
		used = (await processorTime()) - before;
	}
}

/** What `work` makes of a page that is opened in a new browser; null if that takes too long. */
async function opening<Result>(
	launch: () => Promise<Browser>,
	url: string,
	slowdown: number,
	watching: Watching,
	work: (page: Page) => Promise<Result>
): Promise<Result | null> {
	const browser = await launch();
	try {
		const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
		await started(browser);
		const session = await page.context().newCDPSession(page);
		// A main thread that is slowed down is busy all the time.
		await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
		await page.addInitScript(NAMELESS);
		await page.addInitScript(watchPage, watching);
		await page.goto(url, { waitUntil: 'commit', timeout: PATIENCE });
		const working = work(page);
		working.catch(() => {});
		// A page that hangs answers no question at all.
		return await Promise.race([working, wait(PATIENCE + REST, null, { ref: false })]);
	} catch (error) {
		if (error instanceof errors.TimeoutError) return null;
		throw error;
	} finally {
		await browser.close();
	}
}

/** What was noted in the page, with the time of its navigation: milliseconds since 1970. */
const look = (page: Page): Promise<Watched & { origin: number }> =>
	page.evaluate(() => ({ ...window.watched, origin: performance.timeOrigin }));

/** Waits until the page is at rest; tells whether it is in time. */
async function rest(page: Page, host: WebHost) {
	const limit = Date.now() + PATIENCE;
	for (;;) {
		const watched = await look(page);
		const { visible, tasks, origin } = watched;
		const lastTask = origin + Math.max(visible ?? 0, ...tasks.map(({ end }) => end));
		const last = Math.max(lastTask, host.carried.at(-1)?.at ?? 0);
		const isAtRest = visible !== null && host.pending() === 0 && Date.now() - last > REST;
		if (isAtRest || Date.now() > limit) return { ...watched, isAtRest };
		await wait(250);
	}
}

/** Opens a page twice: once left alone, and once clicked as soon as there is something to click. */
export async function load(
	launch: () => Promise<Browser>,
	host: WebHost,
	contender: Contender,
	{ line, slowdown }: Recipe
): Promise<MeasuredLoad> {
	host.line.speed = line;
	const fresh = <Result>(watching: Watching, work: (page: Page) => Promise<Result>) => {
		host.carried.length = 0;
		return opening(launch, host.url + contender.path, slowdown, watching, work);
	};
	/** kB sent until so many milliseconds after the navigation. */
	const sent = (watched: { origin: number } | null, time: number | null, toWorker?: true) =>
		watched && time !== null
			? host.carried
					.filter(({ at, byWorker }) => at <= watched.origin + time && (!toWorker || byWorker))
					.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000
			: null;

	const alone = await fresh({ ...contender, clicks: [] }, (page) => rest(page, host));
	const visible = alone?.visible ?? null;
	const tasks = alone?.isAtRest ? alone.tasks : null;
	const interactive = tasks && Math.max(visible ?? 0, ...tasks.map(({ end }) => end));
	const untilRest = {
		visible,
		interactive,
		blocked: tasks && tasks.reduce((sum, { duration }) => sum + duration - 50, 0),
		sentUntilVisible: sent(alone, visible),
		sentUntilInteractive: sent(alone, interactive),
		sentToWorker: sent(alone, interactive, true)
	};
	const clicked = await fresh(contender, async (page) => {
		const works = () => window.watched.works !== null;
		await page.waitForFunction(works, undefined, { timeout: PATIENCE, polling: 100 });
		return look(page);
	});
	const works = clicked?.works ?? null;
	return { ...untilRest, works, sentUntilWorks: sent(clicked, works) };
}
