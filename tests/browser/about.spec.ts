// About: a page to read without JavaScript, and a dialog of the page.
import { violations, violationsInOneTheme } from './axe';
import { expect, isolatedTest, openPlayground, playgroundOf, test } from './playground';

isolatedTest.describe('without JavaScript', () => {
	isolatedTest.use({ javaScriptEnabled: false });

	isolatedTest('the page leads to it, and it leads back', async ({ page, baseURL }) => {
		await page.goto('.');
		await page.locator('noscript').getByRole('link', { name: 'About' }).click();
		await expect(page).toHaveURL(`${baseURL}about.html`);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('About');
		await page.getByRole('link', { name: 'Toronto Open311 Playground' }).click();
		await expect(page).toHaveURL(`${baseURL}`);
	});

	isolatedTest('it is styled, loads no script and breaks no policy', async ({ page, baseURL }) => {
		const { errors, foreign } = playgroundOf(page, baseURL ?? '');
		const loaded: string[] = [];
		page.on('response', (response) => loaded.push(`${response.status()} ${response.url()}`));
		await page.goto('about.html');
		await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('What is Open311?');
		await expect(page.locator('body')).toHaveCSS('font-family', /^"IBM Plex Sans"/);
		expect(loaded.filter((line) => !line.startsWith('200 '))).toEqual([]);
		expect(loaded.filter((line) => /\.js\b/.test(line))).toEqual([]);
		const policies = await page
			.locator('meta[http-equiv="Content-Security-Policy"]')
			.evaluateAll((metas) => metas.map((meta) => meta.getAttribute('content')));
		expect(policies).toContain(
			"default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'"
		);
		expect(errors).toEqual([]);
		expect(foreign).toEqual([]);
	});

	isolatedTest('each step has an address', async ({ page }) => {
		await page.goto('about.html#step-3');
		const target = page.locator(':target');
		await expect(target).toContainText('You tested your app yourself');
		await expect(target).toBeInViewport();
	});

	isolatedTest('nothing is wider than a phone', async ({ page }) => {
		for (const width of [320, 390, 768]) {
			await page.setViewportSize({ width, height: 844 });
			await page.goto('about.html');
			const [overflow = 0] = await page
				.locator('html')
				.evaluateAll(([html]) => [(html?.scrollWidth ?? 0) - (html?.clientWidth ?? 0)]);
			expect(overflow, `${width}`).toBe(0);
		}
	});
});

test('the footer opens it over the page, and the link to the page stays as it was', async ({
	page
}) => {
	const { errors } = await openPlayground(page);
	const before = page.url();
	await page.getByRole('contentinfo').getByRole('link', { name: 'About' }).click();
	const dialog = page.getByRole('dialog', { name: 'About' });
	await expect(dialog.getByRole('heading', { name: 'What is Open311?' })).toBeVisible();
	await expect(dialog.getByRole('heading', { name: '6. Approval' })).toBeAttached();
	expect(page.url()).toBe(before);
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
	expect(errors).toEqual([]);
});

test('the palette has it under what a newcomer asks for', async ({ page }) => {
	await openPlayground(page);
	for (const words of ['about', 'FAQ', 'what is Open311']) {
		await page.keyboard.press('Control+k');
		const palette = page.getByRole('dialog', { name: 'Find a command' });
		await expect(palette.getByRole('option').first()).toBeVisible();
		await page.keyboard.type(words);
		await expect(palette.getByRole('option').first()).toContainText('About this playground');
		await page.keyboard.press('Enter');
		const dialog = page.getByRole('dialog', { name: 'About' });
		await expect(dialog).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(dialog).toHaveCount(0);
	}
});

test.describe('axe', () => {
	test('finds nothing on the page, wide, narrow and at an address', async ({ page }) => {
		await page.goto('about.html');
		expect(await violations(page)).toEqual([]);
		await page.goto('about.html#step-3');
		expect(await violations(page.locator(':target'))).toEqual([]);
		await page.setViewportSize({ width: 390, height: 844 });
		expect(await violationsInOneTheme(page)).toEqual([]);
	});

	test('finds nothing in the dialog', async ({ page }) => {
		await openPlayground(page);
		await page.getByRole('contentinfo').getByRole('link', { name: 'About' }).click();
		const dialog = page.getByRole('dialog', { name: 'About' });
		await expect(dialog).toBeVisible();
		expect(await violations(dialog)).toEqual([]);
	});
});
