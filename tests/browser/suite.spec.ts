// The test case runner in the page.
import { readFile } from 'node:fs/promises';
import { XMLValidator } from 'fast-xml-parser';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { CASES } from '../../mocks/cases/index';
import { createMockUp } from '../../mocks/hosts/mock-up';
import { createMockServer } from '../../mocks/hosts/server';
import { expect, isolatedTest, openPlayground, test } from './playground';
import { chooseEndpoint, ENDPOINTS } from './shell';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Test cases: gallery and runner' });

async function openRunner(page: Page) {
	await page.getByRole('button', { name: /^All \d+ test cases$/ }).click();
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

/**
 * Runs every case in a format in the open runner, and returns the number of results. One is skipped: a
 * city of 96 requests cannot show the limit of 1,000. Both formats in both dialects are in
 * tests/contract/cases.test.ts.
 */
async function expectAllPass(page: Page, format: 'xml' | 'json') {
	await dialog(page).getByRole('combobox', { name: 'Formats' }).selectOption(format);
	// Each result is drawn in the cards that are shown; all of them are after the reload.
	await dialog(page).getByRole('searchbox', { name: 'Filter the gallery' }).fill('services');
	await run(page);
	const done = dialog(page).getByText(/^\d+ passed, \d+ failed, \d+ skipped\.$/);
	await expect(done).toBeVisible({ timeout: 120_000 });
	await expect(done).toHaveText(/^\d+ passed, 0 failed, 1 skipped\.$/);
	const passed = Number.parseInt((await done.textContent()) ?? '', 10);
	expect(passed).toBeGreaterThanOrEqual(CASES.length);
	return passed + 1;
}

test('every case passes in the service worker, toronto dialect', async ({ page, context }) => {
	test.setTimeout(150_000);
	const { errors, strayRequests } = await openPlayground(page);
	const others: string[] = [];
	context.on('response', (response) => {
		const isApi = /\/(?:open311test|georeport)\//.test(response.url());
		if (isApi && !response.fromServiceWorker()) others.push(response.url());
	});
	await openRunner(page);
	const results = await expectAllPass(page, 'xml');
	const junit = await saved(page, 'JUnit XML');
	expect(XMLValidator.validate(junit)).toBe(true);
	expect(junit.match(/<testcase /g)).toHaveLength(results);
	await dialog(page).getByRole('button', { name: 'Close', exact: true }).click();
	await page.reload();
	await openRunner(page);
	await expect(dialog(page).getByText('last run passed')).toHaveCount(CASES.length);
	expect(errors).toEqual([]);
	expect(others).toEqual([]);
	expect(await strayRequests()).toEqual([]);
});

isolatedTest.describe('without service workers', () => {
	isolatedTest.use({ serviceWorkers: 'block' });

	isolatedTest('every case passes in the page, standard dialect', async ({ page }) => {
		test.setTimeout(150_000);
		const { errors, strayRequests } = await openPlayground(page);
		await chooseEndpoint(page, ENDPOINTS.standard);
		await openRunner(page);
		await expectAllPass(page, 'json');
		expect(errors).toEqual([]);
		expect(await strayRequests()).toEqual([]);
	});
});

test('a group runs in one format, without cases that send reports, and a result opens in the builder', async ({
	page
}) => {
	await openPlayground(page);
	await openRunner(page);
	await dialog(page).getByRole('combobox', { name: 'Which' }).selectOption('group:report');
	await dialog(page).getByRole('combobox', { name: 'Formats' }).selectOption('xml');
	await dialog(page)
		.getByRole('checkbox', { name: /^Also cases that send a report/ })
		.uncheck();
	await run(page);
	await expect(dialog(page).getByText(/^0 passed, 0 failed, \d+ skipped\.$/)).toBeVisible();
	await expect(
		dialog(page).getByText('This case sends a report, which was not allowed.').first()
	).toBeVisible();
	await dialog(page)
		.getByRole('region', { name: 'report', exact: true })
		.getByRole('button', { name: /^Open: / })
		.first()
		.click();
	await expect(dialog(page)).toHaveCount(0);
	await expect(page.getByRole('heading', { name: 'POST Service Request' })).toBeVisible();
});

test('a run can be stopped, and its results stay', async ({ page }) => {
	await openPlayground(page);
	await openRunner(page);
	await run(page);
	await expect(dialog(page).getByText(/^[1-9]\d* passed/)).toBeVisible();
	await dialog(page).getByRole('button', { name: 'Stop' }).click();
	await expect(dialog(page).getByText(/^\d+ passed, 0 failed, \d+ skipped\.$/)).toBeVisible();
	await expect(dialog(page).getByRole('button', { name: 'Run', exact: true })).toBeVisible();
});

test('a faulty server fails, with each failed check; an unreachable one is reported', async ({
	page
}) => {
	test.setTimeout(120_000);
	await page.route('http://127.0.0.1:3110/**', (route) =>
		route.request().url().includes('services.xml')
			? route.fulfill({
					contentType: 'text/xml',
					body: '<services><service><service_code>1</service_code><service_name>One</service_name><metadata>false</metadata><type>batch</type></service></services>'
				})
			: route.fulfill({ status: 500, contentType: 'text/plain', body: 'Oops' })
	);
	await openPlayground(page);
	await chooseEndpoint(page, ENDPOINTS.local);
	await openRunner(page);
	await dialog(page).getByRole('searchbox', { name: 'Filter the gallery' }).fill('request-c');
	await dialog(page).getByRole('combobox', { name: 'Which' }).selectOption('group:look up');
	await dialog(page).getByRole('combobox', { name: 'Formats' }).selectOption('xml');
	await run(page);
	await expect(dialog(page).getByText(/^0 passed, [1-9]\d* failed, \d+ skipped\.$/)).toBeVisible({
		timeout: 60_000
	});
	await expect(
		dialog(page)
			.getByText(/✗\s+HTTP status 200/)
			.first()
	).toBeVisible();
	await dialog(page).getByRole('button', { name: 'Show in the answer' }).first().click();
	await expect(page.locator('#response')).toContainText('Oops');
	await openRunner(page);

	await page.unroute('http://127.0.0.1:3110/**');
	await page.route('http://127.0.0.1:3110/**', (route) => route.abort());
	await run(page);
	await expect(dialog(page).locator('.bad').first()).toContainText(/127\.0\.0\.1:3110/);
});

test('the gallery describes and filters cases, and a failed check links to its node', async ({
	page
}) => {
	await openPlayground(page);
	await openRunner(page);
	const gallery = dialog(page).getByRole('region', { name: 'Gallery' });
	await expect(gallery.getByRole('button', { name: /^Open: / })).toHaveCount(CASES.length);
	await dialog(page).getByRole('searchbox', { name: 'Filter the gallery' }).fill('discovery');
	const card = gallery.getByRole('listitem').filter({ hasText: 'Where the endpoints are' }).first();
	await expect(card).toContainText('Service Discovery · invented');
	await card.getByText('Checks', { exact: true }).click();
	await expect(card).toContainText('HTTP status 200');
	await card.getByRole('button', { name: 'Run: Where the endpoints are' }).click();
	await expect(card).toContainText('XML ✓');
	// It is kept once the run has ended.
	await expect(dialog(page).getByRole('button', { name: 'Stop' })).toHaveCount(0);
	await page.reload();
	await openRunner(page);
	await expect(gallery.getByText('last run passed')).toHaveCount(1);
	await dialog(page).getByRole('button', { name: 'Close', exact: true }).click();

	await page.route('http://127.0.0.1:3110/**', async (route) => {
		const url = new URL(route.request().url());
		const own = new URL(url.pathname.slice(1) + url.search, page.url()).href;
		const body = await page.evaluate(async (url) => (await fetch(url)).text(), own);
		const contentType = url.pathname.includes('.json') ? 'application/json' : 'text/xml';
		await route.fulfill({ contentType, body: body.replaceAll('<status>closed', '<status>shut') });
	});
	await chooseEndpoint(page, ENDPOINTS.local);
	await openRunner(page);
	await dialog(page)
		.getByRole('searchbox', { name: 'Filter the gallery' })
		.fill('request-cancelled');
	await gallery.getByRole('button', { name: /^Run: / }).click();
	await gallery.getByRole('button', { name: 'Show in the answer' }).first().click();
	await expect(dialog(page)).toHaveCount(0);
	await expect(page.locator('#response')).toContainText('<status>shut</status>');
	await expect(page.locator('#response')).toContainText(/checks? fails?/);
});

// The command runs every case over HTTP; here it is about what a browser asks of another origin first.
test('reports and what follows them pass over HTTP, from a page of another origin', async ({
	page
}) => {
	test.setTimeout(150_000);
	const server = createMockServer(createMockUp(), () => {}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/open311test/`;
	const local = {
		id: 'local',
		name: 'Local mock-up',
		kind: 'local',
		dialect: 'toronto',
		url: `${root}ws/`,
		discoveryUrl: root,
		jurisdiction: 'toronto.ca',
		apiKey: ''
	};
	await openPlayground(page);
	await page.evaluate((endpoint) => {
		const name = `${new URL('.', document.baseURI).pathname}:endpoints`;
		localStorage.setItem(name, JSON.stringify([endpoint]));
	}, local);
	await page.reload();
	await chooseEndpoint(page, local.name);
	await openRunner(page);
	await dialog(page).getByRole('checkbox', { name: /^Also/ }).check();
	await dialog(page).getByRole('searchbox', { name: 'Filter the gallery' }).fill('token');
	for (const [group, format] of [
		['report', 'json'],
		['follow', 'xml']
	] as const) {
		await dialog(page).getByRole('combobox', { name: 'Formats' }).selectOption(format);
		await dialog(page).getByRole('combobox', { name: 'Which' }).selectOption(`group:${group}`);
		await run(page);
		await expect(dialog(page).getByText(/^\d+ passed, \d+ failed, \d+ skipped\.$/)).toHaveText(
			/^[1-9]\d+ passed, 0 failed, 0 skipped\.$/,
			{ timeout: 60_000 }
		);
		await expect(dialog(page).getByRole('region', { name: group, exact: true })).toBeVisible();
	}
	server.close();
	server.closeAllConnections();
});
