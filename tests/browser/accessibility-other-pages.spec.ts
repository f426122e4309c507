// Checks what is not the page itself with axe: other pages of the site, embeds, and the messages
// when the page cannot start.
import { violations, violationsInOneTheme } from './axe';
import { expect, openPlayground, test } from './playground';

test('the statement on accessibility', async ({ page }) => {
	await page.goto('accessibility.html');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accessibility');
	expect(await violations(page)).toEqual([]);
});

test('the message when a part of the page is missing', async ({ page }) => {
	await page.route(/\/assets\/index-.*\.js$/, (route) => route.abort());
	await page.goto('.');
	await expect(page.getByText('A file that it is made of could not be loaded')).toBeVisible();
	expect(await violations(page)).toEqual([]);
});

for (const view of ['answer', 'form', 'code', 'map']) {
	test(`an embed that shows the ${view}`, async ({ page }) => {
		await page.goto(`?embed&view=${view},answer,form,code,map#case/requests-page`);
		await expect(page.getByRole('status')).toHaveText(/^200 OK, 5 service requests/);
		const tab = page.getByRole('tab', { name: view }).first();
		await expect(tab).toHaveAttribute('aria-selected', 'true');
		if (view === 'answer') await expect(page.locator('.cm-content')).toBeVisible();
		if (view === 'map') await expect(page.locator('.stage svg path').first()).toBeVisible();
		expect(await violations(page)).toEqual([]);
	});
}

test('the demo page with embeds', async ({ page }) => {
	await page.goto('embed-demo.html');
	await expect(page.locator('open311-playground iframe').first()).toBeVisible();
	expect(await violations(page)).toEqual([]);
});

test('the reference page: wide, narrow and at a link', async ({ page }) => {
	await page.goto('reference.html');
	expect(await violations(page)).toEqual([]);
	await page.goto('reference.html#submit.403');
	await expect(page.locator(':target')).toBeInViewport();
	expect(await violations(page)).toEqual([]);
	await page.setViewportSize({ width: 390, height: 844 });
	expect(await violationsInOneTheme(page)).toEqual([]);
});

test('the reference in the request pane', async ({ page }) => {
	await openPlayground(page);
	await page.getByRole('tab', { name: 'Reference' }).click();
	const pane = page.getByRole('tabpanel', { name: 'Reference' });
	for (const name of ['GET Service Definition', 'POST Service Request', 'GET Service Requests']) {
		await page.getByRole('link', { name, exact: true }).click();
		await expect(pane.getByRole('heading', { level: 2 })).toHaveText(name);
		expect(await violationsInOneTheme(page)).toEqual([]);
	}
	expect(await violations(page)).toEqual([]);
});
