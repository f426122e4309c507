import type { Browser, Page } from '@playwright/test';
import { watchViolations } from './violations';

/** A page that the tests of a worker use one after the other. */
export interface SharedPage {
	/** What the page's policy refused since the page was last made fresh. */
	violations: string[];
	/** The page as a new visitor has it, but for the service worker and its caches, which stay. */
	fresh(): Promise<Page>;
}

const VIEWPORT = { width: 1280, height: 720 };

/** As a browser has it of whose settings nothing is known. */
const NO_MEDIA = {
	media: null,
	colorScheme: null,
	reducedMotion: null,
	forcedColors: null,
	contrast: null
};

/**
 * One page of one context. A page that is loaded again in the process that has it costs less than
 * half of one in a context of its own: its scripts are compiled, its files are at hand.
 */
export async function sharePage(browser: Browser, baseURL: string): Promise<SharedPage> {
	const context = await browser.newContext({ baseURL, viewport: VIEWPORT });
	const violations = await watchViolations(context);
	const { origin } = new URL(baseURL);
	let shared = await context.newPage();

	/** Leaves the page of the test before, and what that was given besides. */
	async function leave(): Promise<Page> {
		if (shared.isClosed()) shared = await context.newPage();
		for (const page of context.pages()) if (page !== shared) await page.close();
		shared.removeAllListeners();
		context.removeAllListeners();
		await shared.unrouteAll({ behavior: 'ignoreErrors' });
		await shared.goto('about:blank');
		await shared.setViewportSize(VIEWPORT);
		await shared.emulateMedia(NO_MEDIA);
		await context.setOffline(false);
		await context.clearPermissions();
		return shared;
	}

	return {
		violations,
		async fresh() {
			const page = await leave();
			const session = await context.newCDPSession(page);
			const storageTypes = 'cookies,local_storage,indexeddb';
			await session.send('Storage.clearDataForOrigin', { origin, storageTypes });
			await session.send('Page.resetNavigationHistory');
			await session.detach();
			violations.length = 0;
			return page;
		}
	};
}
