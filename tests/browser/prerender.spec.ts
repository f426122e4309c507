// The page that index.html carries, and what its script makes of it.
import type { Page } from '@playwright/test';
import { expect, isolatedTest as test } from './playground';

test.use({ viewport: { width: 1440, height: 900 } });

/** What the page wrote to the console, and how often something moved under the reader's eyes. */
async function watch(page: Page) {
	const said: string[] = [];
	page.on('console', (message) => said.push(message.text()));
	page.on('pageerror', ({ message }) => said.push(message));
	await page.addInitScript(() => {
		const moved: string[] = [];
		Object.assign(window, { moved });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) {
				const { sources } = entry as PerformanceEntry & { sources: { node: Node | null }[] };
				moved.push(sources.map(({ node }) => node?.textContent?.slice(0, 80)).join(' | '));
			}
		}).observe({ type: 'layout-shift', buffered: true });
	});
	return { said, moved: () => page.evaluate(() => (window as unknown as { moved: string[] }).moved) };
}

/** Opens the page with its script held back; returns what lets it go on. */
async function openHeld(page: Page, link = ''): Promise<() => void> {
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/assets/first-screen*.js', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(`./${link}`, { waitUntil: 'commit' });
	await page.locator('footer').waitFor({ state: 'attached' });
	await page.evaluate(() => document.fonts.ready);
	return release;
}

/** Waits until nothing stands in for a part of the page any more. */
async function live(page: Page) {
	await expect(page.locator('[data-built]')).toHaveCount(0);
	await expect(page.locator('#map .surface')).toBeVisible();
	await page.waitForLoadState('networkidle');
}

/** The page as a picture, without who answered and in which time. */
const picture = (page: Page) =>
	page.screenshot({ mask: [page.locator('.answerer'), page.locator('#response .time')] });

/** The text that can be seen, but for the same. */
const textOf = async (page: Page) =>
	(await page.locator('#app').innerText())
		.replace(/service worker|built in|page\n/, 'WHO\n')
		.replace(/(?:built|\d+ ms|\d\.\d s) ·/, 'TIME ·')
		.split('\n');

for (const scheme of ['light', 'dark'] as const) {
	test.describe(scheme, () => {
		test.use({ colorScheme: scheme });
		test(`looks alike before its script has come and after it, ${scheme}`, async ({ page }) => {
			const { said, moved } = await watch(page);
			const release = await openHeld(page);
			const [text, before] = [await textOf(page), await picture(page)];
			release();
			await live(page);
			const after = await picture(page);
			expect((await textOf(page)).slice(0, 40)).toEqual(text.slice(0, 40));
			expect(before.equals(after)).toBe(true);
			expect(await moved()).toEqual([]);
			expect(said).toEqual([]);
		});
	});
}
