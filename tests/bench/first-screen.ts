// Measures, with an empty cache, when a page is usable and when it first shows an answer.
import { errors, type Browser, type Page } from '@playwright/test';
import { NAMELESS, PATIENCE } from './measure.ts';
import type { Sent, WebHost } from './web-host.ts';

/** A text, and the selector of its element. */
type Sight = readonly [text: string, where: string];

/** A playground to measure. */
export interface Opened {
	name: string;
	/** The path of its page on the host. */
	path: string;
	/** What must be visible to begin: the button that sends, or the first operation. */
	control: Sight;
	/** What is visible only after an answer. */
	answer: Sight;
	/** Sends the first request; does nothing for a page that sends it by itself. */
	ask: (page: Page) => Promise<void>;
}

/**
 * Times in milliseconds from the navigation, and the files sent until then; null for not in time.
 */
export interface FirstScreen {
	/** Until the first frame that shows the control. */
	usable: number | null;
	/** Until the end of the last task over 50 ms before the page is idle; never before `usable`. */
	interactive: number | null;
	/** The total time of such tasks until then. */
	blocked: number | null;
	/** The files requested until the page was usable, and until it was interactive. */
	usableSent: Sent[];
	sent: Sent[];
	/** The files that its service worker requested by itself, to cache them. */
	kept: Sent[];
}

interface Watched {
	tasks: { end: number; duration: number }[];
	/** When the last file arrived. */
	came: number;
	seen: number | null;
}

/** Records long tasks, files, and the frame that first shows the text. */
function watch([text, where]: Sight) {
	const watched: Watched = { tasks: [], came: 0, seen: null };
	(window as unknown as { watched: Watched }).watched = watched;
	new PerformanceObserver((list) => {
		for (const { startTime, duration } of list.getEntries()) {
			watched.tasks.push({ end: startTime + duration, duration });
		}
	}).observe({ type: 'longtask', buffered: true });
	new PerformanceObserver((list) => {
		for (const { responseEnd } of list.getEntries() as PerformanceResourceTiming[]) {
			watched.came = Math.max(watched.came, responseEnd);
		}
	}).observe({ type: 'resource', buffered: true });
	/** Our viewer has a shadow root, whose text is not part of the surrounding text. */
	const has = (place: Node & ParentNode): boolean =>
		place.textContent?.includes(text) ||
		[...place.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot && has(shadowRoot));
	const look = () => {
		const found = [...document.querySelectorAll(where)].some(
			(place) => place.checkVisibility() && has(place)
		);
		// A frame is painted after its callbacks, so the next callback marks its end.
		if (found) requestAnimationFrame(() => (watched.seen = performance.now()));
		else requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
}

async function opening<Result>(
	browser: Browser,
	url: string,
	sight: Sight,
	work: (page: Page) => Promise<Result>
): Promise<Result | null> {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	try {
		const page = await context.newPage();
		page.setDefaultTimeout(PATIENCE);
		await page.addInitScript(NAMELESS);
		await page.addInitScript(watch, sight);
		await page.goto(url, { waitUntil: 'commit' });
		return await work(page);
	} catch (error) {
		if (error instanceof errors.TimeoutError) return null;
		throw error;
	} finally {
		await context.close();
	}
}

const POLLING = { timeout: PATIENCE, polling: 250 };

/** Opens a page and waits until it is idle: five seconds without a long task or a file. */
export async function load(browser: Browser, host: WebHost, opened: Opened): Promise<FirstScreen> {
	host.sent.length = 0;
	const times = await opening(browser, host.url + opened.path, opened.control, async (page) => {
		await page.waitForFunction(
			() => {
				const { tasks, came, seen } = (window as unknown as { watched: Watched }).watched;
				const last = Math.max(seen ?? Infinity, came, ...tasks.map(({ end }) => end));
				return performance.now() - last > 5_000;
			},
			undefined,
			POLLING
		);
		return page.evaluate(() => {
			const { tasks, seen } = (window as unknown as { watched: Watched }).watched;
			const usable = seen ?? Infinity;
			return {
				usable,
				interactive: Math.max(usable, ...tasks.map(({ end }) => end)),
				blocked: tasks.reduce((sum, { duration }) => sum + duration, 0),
				timeOrigin: performance.timeOrigin
			};
		});
	});
	const until = (time: number | undefined) =>
		host.sent.filter(
			({ at, byWorker }) => !byWorker && times && at <= times.timeOrigin + (time ?? 0)
		);
	return {
		usable: times && times.usable,
		interactive: times && times.interactive,
		blocked: times && times.blocked,
		usableSent: until(times?.usable),
		sent: until(times?.interactive),
		kept: host.sent.filter(({ byWorker }) => byWorker)
	};
}

/** Opens a page, sends its first request at once, and measures when the answer is first visible. */
export function firstAnswer(browser: Browser, host: WebHost, opened: Opened) {
	return opening(browser, host.url + opened.path, opened.answer, async (page) => {
		await opened.ask(page);
		const seen = await page.waitForFunction(
			() => (window as unknown as { watched: Watched }).watched.seen,
			undefined,
			{ timeout: PATIENCE, polling: 50 }
		);
		return seen.jsonValue();
	});
}
