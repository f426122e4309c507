// From an empty cache: when a page can be used, and when a request is first answered in it.
import { errors, type Browser, type Page } from '@playwright/test';
import { NAMELESS, PATIENCE } from './measure.ts';
import type { Sent, WebHost } from './web-host.ts';

/** A text, and a selector of where it must stand. */
type Sight = readonly [text: string, where: string];

/** A playground to open. */
export interface Opened {
	name: string;
	/** Its page, relative to the host. */
	path: string;
	/** What a person must see to begin: the button that sends, or the first operation. */
	control: Sight;
	/** What only an answered request shows. */
	answer: Sight;
	/** Sends the first request; a page that does so by itself needs nothing. */
	ask: (page: Page) => Promise<void>;
}

/** Milliseconds from the navigation, and what was sent until then; null if not done in time. */
export interface FirstScreen {
	/** To the frame that first shows the control. */
	usable: number | null;
	/** To the end of the last task over 50 ms before the page is at rest; never before `usable`. */
	interactive: number | null;
	/** How long all such tasks together kept the main thread until then. */
	blocked: number | null;
	/** All that the page asked for until it could be used, and until it was interactive. */
	usableSent: Sent[];
	sent: Sent[];
	/** What its service worker fetched by itself, to keep. */
	kept: Sent[];
}

interface Watched {
	tasks: { end: number; duration: number }[];
	/** When the last file came. */
	came: number;
	seen: number | null;
}

/** Notes long tasks, files, and the frame that first shows a sight. */
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
	/** Our viewer has a shadow root, whose text is not in the text around it. */
	const has = (place: Node & ParentNode): boolean =>
		place.textContent?.includes(text) ||
		[...place.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot && has(shadowRoot));
	const look = () => {
		const found = [...document.querySelectorAll(where)].some(
			(place) => place.checkVisibility() && has(place)
		);
		// The frame is drawn after the callbacks: the next one stands for its end.
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

/** Opens a page and leaves it alone until it is at rest: five seconds without a long task or a file. */
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

/** Opens a page, sends its first request at once, and tells when the answer is first seen. */
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
