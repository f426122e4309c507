// The runner of the test cases, in the page.
import { readFile } from 'node:fs/promises';
import { XMLValidator } from 'fast-xml-parser';
import { expect, test, type Page } from '@playwright/test';
import { openPlayground } from './playground';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Run the test cases' });

async function openRunner(page: Page) {
	await page.getByRole('button', { name: 'Run…' }).click();
	await expect(dialog(page)).toBeVisible();
}

const run = (page: Page) => dialog(page).getByRole('button', { name: 'Run', exact: true }).click();

async function saved(page: Page, button: string) {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		dialog(page).getByRole('button', { name: button, exact: true }).click()
	]);
	return readFile(await download.path(), 'utf8');
}

for (const [dialect, blocked] of [
	['toronto', false],
	['standard', false],
	['standard', true]
] as const) {
	test.describe(blocked ? 'without service workers' : 'with the service worker', () => {
		test.use({ serviceWorkers: blocked ? 'block' : 'allow' });
		test(`all cases pass, ${dialect} dialect`, async ({ page }) => {
			test.setTimeout(150_000);
			const { errors } = await openPlayground(page);
			await page.getByRole('combobox', { name: 'Endpoint' }).selectOption(dialect);
			await openRunner(page);
			await run(page);
			const done = dialog(page).getByText(/^\d{3} passed, \d+ failed, \d+ skipped\.$/);
			await expect(done).toBeVisible({ timeout: 120_000 });
			await expect(done).toHaveText(/^\d{3} passed, 0 failed, 0 skipped\.$/);
			const junit = await saved(page, 'JUnit XML');
			expect(XMLValidator.validate(junit)).toBe(true);
			expect(junit.match(/<testcase /g)?.length).toBeGreaterThan(300);
			await dialog(page).getByRole('button', { name: 'Close', exact: true }).click();
			await page.getByText('Go wrong', { exact: false }).first().click();
			await expect(page.locator('.outcome.passed').filter({ visible: true }).first()).toBeVisible();
			expect(errors).toEqual([]);
		});
	});
}

test('a group runs in one format, without what writes, and a result opens in the builder', async ({
	page
}) => {
	await openPlayground(page);
	await openRunner(page);
	await dialog(page).getByRole('combobox', { name: 'Which' }).selectOption('group:report');
	await dialog(page).getByRole('combobox', { name: 'Formats' }).selectOption('xml');
	await dialog(page)
		.getByRole('checkbox', { name: /^Also cases that report/ })
		.uncheck();
	await run(page);
	await expect(dialog(page).getByText(/^0 passed, 0 failed, \d+ skipped\.$/)).toBeVisible();
	await expect(
		dialog(page).getByText('It writes, and writing was not allowed.').first()
	).toBeVisible();
	await dialog(page)
		.getByRole('button', { name: /^Open: / })
		.first()
		.click();
	await expect(dialog(page)).toHaveCount(0);
	await expect(page.getByRole('heading', { name: 'POST Service Request' })).toBeVisible();
});

test('a run is stopped, and what has come stays', async ({ page }) => {
	await openPlayground(page);
	await openRunner(page);
	await run(page);
	await expect(dialog(page).getByText(/^[1-9]\d* passed/)).toBeVisible();
	await dialog(page).getByRole('button', { name: 'Stop' }).click();
	await expect(dialog(page).getByText(/^\d+ passed, 0 failed, \d+ skipped\.$/)).toBeVisible();
	await expect(dialog(page).getByRole('button', { name: 'Run', exact: true })).toBeVisible();
});

test('a server that answers wrongly fails, line by line; one that is down is told', async ({
	page
}) => {
	await page.route('http://127.0.0.1:3110/**', (route) =>
		route.request().url().includes('services.xml')
			? route.fulfill({
					contentType: 'text/xml',
					body: '<services><service><service_code>1</service_code><service_name>One</service_name><metadata>false</metadata><type>batch</type></service></services>'
				})
			: route.fulfill({ status: 500, contentType: 'text/plain', body: 'Oops' })
	);
	await openPlayground(page);
	await page.getByRole('combobox', { name: 'Endpoint' }).selectOption('local');
	await openRunner(page);
	await dialog(page).getByRole('combobox', { name: 'Which' }).selectOption('group:look up');
	await run(page);
	await expect(dialog(page).getByText(/^0 passed, [1-9]\d* failed, \d+ skipped\.$/)).toBeVisible();
	await expect(
		dialog(page)
			.getByText(/HTTP status 200 \(status 500\)/)
			.first()
	).toBeVisible();

	await page.unroute('http://127.0.0.1:3110/**');
	await page.route('http://127.0.0.1:3110/**', (route) => route.abort());
	await run(page);
	await expect(dialog(page).locator('.bad').first()).toContainText(/127\.0\.0\.1:3110/);
});
