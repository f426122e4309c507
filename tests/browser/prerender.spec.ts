// The page that index.html carries, and what its script makes of it.
import { writeFile } from 'node:fs/promises';
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
	return {
		said,
		/** What has moved since the last call. */
		moved: () => page.evaluate(() => (window as unknown as { moved: string[] }).moved.splice(0))
	};
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
	// Without the style sheets nothing is laid out, and no font is loaded.
	await page.waitForFunction(() => [...document.styleSheets].some(({ href }) => href));
	await page.evaluate(async () => {
		await new Promise((resolve) => requestAnimationFrame(resolve));
		await document.fonts.ready;
	});
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

/** Resolves to the width of the answer's time with each of these texts in it. */
const widthsOf = (page: Page, times: readonly string[]) =>
	page.locator('#response .time').evaluate((time, times) => {
		const shown = time.textContent;
		const widths = times.map((text) => {
			time.textContent = text;
			return time.getBoundingClientRect().width;
		});
		time.textContent = shown;
		return widths;
	}, times);

/** By how much the edges of letters and lines differ from one painting to the next, of 255. */
const EDGES = 64;

/** How many pixels of two pictures are not alike. */
async function differing(page: Page, one: Buffer, other: Buffer): Promise<number> {
	const blank = await page.context().newPage();
	return blank.evaluate(
		async ({ pictures, edges }) => {
			const [a, b] = await Promise.all(
				pictures.map(async (picture) => {
					const image = new Image();
					image.src = `data:image/png;base64,${picture}`;
					await image.decode();
					const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
					canvas?.drawImage(image, 0, 0);
					return canvas?.getImageData(0, 0, image.width, image.height).data ?? [];
				})
			);
			const pixels = new Set<number>();
			a?.forEach((value, at) => {
				if (Math.abs(value - (b?.[at] ?? 0)) > edges) pixels.add(at >> 2);
			});
			return pixels.size;
		},
		{ pictures: [one, other].map((picture) => picture.toString('base64')), edges: EDGES }
	);
}

/** The text that can be seen, but for the same. */
const textOf = async (page: Page) =>
	(await page.locator('#app').innerText())
		.replace(/service worker|built in|page\n/, 'WHO\n')
		.replace(/(?:built|\d+ ms|\d\.\d s) ·/, 'TIME ·')
		.split('\n');

for (const scheme of ['light', 'dark'] as const) {
	test.describe(scheme, () => {
		test.use({ colorScheme: scheme });
		test(`looks alike before its script has come and after it, ${scheme}`, async ({
			page
		}, testInfo) => {
			const { said, moved } = await watch(page);
			const release = await openHeld(page);
			const [text, before] = [await textOf(page), await picture(page)];
			// A font that was loaded late may have moved things before.
			await moved();
			release();
			await live(page);
			const after = await picture(page);
			const widths = await widthsOf(page, ['built', '8 ms', '888 ms', '8.8 s', '88.8 s']);
			expect(new Set(widths).size, `${widths}`).toBe(1);
			expect((await textOf(page)).slice(0, 40)).toEqual(text.slice(0, 40));
			const pixels = await differing(page, before, after);
			for (const [name, body] of pixels ? Object.entries({ before, after }) : [])
				await writeFile(testInfo.outputPath(`${name}.png`), body);
			expect(pixels).toBe(0);
			expect(await moved()).toEqual([]);
			expect(said).toEqual([]);
		});
	});
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
	test('can be read on any screen, with ways to what needs none', async ({ page }) => {
		await page.goto('.');
		const note = page.locator('noscript');
		await expect(note).toBeVisible();
		expect(await note.evaluate(({ textContent }) => textContent)).toContain('switched off');
		await expect(page.getByRole('region', { name: 'Text of the answer' })).toContainText(
			'<service_request_id>101000000161</service_request_id>'
		);
		await expect(page.getByRole('option').first()).toContainText('101000000161');
		await page.getByRole('option').first().scrollIntoViewIfNeeded();
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
		// Not clicked: tests that run at the same time would count it as a request that missed the worker.
		await expect(page.getByRole('link', { name: 'The whole answer' })).toHaveAttribute(
			'href',
			'open311test/ws/requests.xml'
		);
	});
});

test('is as the visitor left it: without introduction, in the theme that was chosen', async ({
	page
}) => {
	const { said, moved } = await watch(page);
	await page.goto('accessibility.html');
	await page.evaluate(() => {
		const folder = new URL('.', location.href).pathname;
		localStorage.setItem(`${folder}:intro`, 'false');
		localStorage.setItem(`${folder}:theme`, '"dark"');
	});
	const release = await openHeld(page);
	await expect(page.locator('[data-part=intro]')).toBeHidden();
	await expect(page.locator('#response [data-part=body]')).toBeVisible();
	const dark = 'rgb(20, 25, 26)';
	await expect(page.locator('html')).toHaveCSS('background-color', dark);
	await moved();
	release();
	await live(page);
	await expect(page.locator('[data-part=intro]')).toHaveCount(0);
	await expect(page.locator('html')).toHaveCSS('background-color', dark);
	expect(await moved()).toEqual([]);
	expect(said).toEqual([]);
});

test.describe('at a later visit', () => {
	// A service worker would answer for the script that is held back.
	test.use({ serviceWorkers: 'block' });

	test('is not shown if another view and format were chosen', async ({ page }) => {
		const { said } = await watch(page);
		await page.goto('./');
		await live(page);
		await page.getByRole('tab', { name: 'Tree' }).click();
		await page.getByRole('radio', { name: 'JSON' }).check();
		await page.goto('accessibility.html');
		const release = await openHeld(page);
		await expect(page.locator('#app')).toBeHidden();
		release();
		const tree = page.getByRole('tab', { name: 'Tree' });
		await expect(tree).toHaveAttribute('aria-selected', 'true');
		await expect(page.getByRole('radio', { name: 'JSON' })).toBeChecked();
		await expect(page.locator('#response .sent')).toContainText('requests.json');
		expect(said.filter((words) => !words.endsWith('blocked by Playwright'))).toEqual([]);
	});
});

test('is not shown where a link opens something else', async ({ page }) => {
	const { said } = await watch(page);
	const release = await openHeld(page, '#services?jurisdiction_id=toronto.ca');
	await expect(page.locator('#app')).toBeHidden();
	release();
	await expect(page.locator('#response [data-part=body]')).toContainText('<service_code>');
	await expect(page.locator('[data-built]')).toHaveCount(0);
	expect(said).toEqual([]);
});

test('does what was typed and clicked before its script had come', async ({ page }) => {
	const { said } = await watch(page);
	const release = await openHeld(page);
	await page.getByRole('textbox', { name: 'service_request_id' }).pressSequentially('10');
	await page.getByRole('checkbox', { name: 'open' }).check();
	await page.getByRole('button', { name: 'Send request' }).click();
	release();
	await live(page);
	await expect(page.locator('#response .sent')).toContainText('service_request_id=10&status=open');
	// What a person sends is kept in the history, once.
	await expect(page.getByRole('button', { name: 'History' })).toHaveText(/History\s*1/);

	await page.goto('accessibility.html');
	const releaseAgain = await openHeld(page);
	await page.getByRole('tab', { name: 'Raw' }).click();
	await page.getByRole('option').nth(2).click();
	releaseAgain();
	await live(page);
	await expect(page.getByRole('tab', { name: 'Raw' })).toHaveAttribute('aria-selected', 'true');
	await expect(page.getByRole('option').nth(2)).toHaveAttribute('aria-selected', 'true');
	expect(said).toEqual([]);
});

/** Opens the page, sends its request before its script has come, and holds the answer. */
async function openAwaiting(page: Page) {
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/assets/mock-up*.js', async (route) => {
		await held;
		await route.continue();
	});
	const start = await openHeld(page);
	await page.getByRole('button', { name: 'Send request' }).click();
	start();
	await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
	return release;
}

const unmade = (page: Page, name: string) => page.locator(`[data-built="${name}"]`);

test('shows the form of the method chosen while the first answer is awaited', async ({ page }) => {
	const { said } = await watch(page);
	const release = await openAwaiting(page);
	await expect(unmade(page, 'form')).toHaveCount(1);
	const fields = await page
		.locator('#start a')
		.filter({ hasText: 'Service List' })
		.evaluate(async (link: HTMLElement) => {
			link.click();
			await new Promise((resolve) => setTimeout(resolve));
			return document.querySelectorAll('#request [data-field="service_code"]').length;
		});
	expect(fields).toBe(0);
	release();
	await live(page);
	await expect(page.locator('#response .sent')).toContainText('services.xml');
	expect(said).toEqual([]);
});

test('the header works while the first answer is awaited', async ({ page }) => {
	const { said } = await watch(page);
	const release = await openAwaiting(page);
	await expect(unmade(page, 'header')).toHaveCount(1);
	await page.getByRole('button', { name: 'Settings' }).click();
	await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
	await expect(unmade(page, 'header')).toHaveCount(0);
	await expect(unmade(page, 'nav')).toHaveCount(1);
	release();
	await live(page);
	await expect(page.getByRole('button', { name: /^Answered by: page/ })).toBeVisible();
	expect(said).toEqual([]);
});

test('the introduction opens the Teach menu before the header is hydrated', async ({ page }) => {
	const { said } = await watch(page);
	const release = await openAwaiting(page);
	await expect(unmade(page, 'header')).toHaveCount(1);
	await page.getByRole('button', { name: 'Teach it' }).click();
	const menu = page.getByRole('menu', { name: 'Teach' });
	await expect(menu.getByRole('menuitem').first()).toBeVisible();
	release();
	await live(page);
	expect(said).toEqual([]);
});

test('going back to the opening request keeps every part as it is', async ({ page }) => {
	const { said } = await watch(page);
	await page.goto('./');
	await live(page);
	const nav = await page.locator('#start').elementHandle();
	const link = page.locator('#start a').filter({ hasText: 'Service List' });
	await link.click();
	await expect(page.locator('#response .sent')).toContainText('services.xml');
	await page.goBack();
	await expect(page.locator('#response .sent')).toContainText('requests.xml');
	await expect(link).toBeFocused();
	expect(await nav?.evaluate((element) => element.isConnected)).toBe(true);

	const settings = page.getByRole('button', { name: 'Settings' });
	await link.click();
	await expect(page.locator('#response .sent')).toContainText('services.xml');
	await settings.focus();
	await page.goBack();
	await expect(page.locator('#response .sent')).toContainText('requests.xml');
	await settings.click();
	await expect(page.getByRole('dialog', { name: 'Settings' }).getByText('Theme')).toHaveCount(1);
	expect(said).toEqual([]);
});

test('a view of the request chosen while the first answer is awaited is shown at once', async ({
	page
}) => {
	const { said } = await watch(page);
	const release = await openAwaiting(page);
	await expect(unmade(page, 'form')).toHaveCount(1);
	await page.getByRole('button', { name: 'Write my client' }).click();
	await expect(page.getByRole('tab', { name: 'Code' })).toHaveAttribute('aria-selected', 'true');
	await expect(unmade(page, 'form')).toHaveCount(0);
	release();
	await live(page);
	expect(said).toEqual([]);
});
