// The address holds the page's state: every case has a link, back and forward work, a reload keeps
// the form, and no link submits anything.
import type { Page } from '@playwright/test';
import { CASES } from '../../mocks/cases/index';
import { toHttpRequest } from '../../src/georeport/request';
import { dialectEndpoint } from '../contract/mock-up';
import { expect, isolatedTest, openPlayground, playgroundOf, test } from './playground';
import { endpointButton, ENDPOINTS, openFromGallery } from './shell';
import { forEachStep } from './steps';

/** The origin of the test server; the page is in a folder of it. */
const ORIGIN = `http://localhost:${process.env.PLAYGROUND_TEST_PORT ?? '4311'}/`;

const address = (page: Page) => page.getByRole('textbox', { name: 'Address', exact: true });
const hashOf = (page: Page) => page.evaluate(() => location.hash);

/** One case of each method in each group; a unit test opens the links of all. */
const SAMPLES = CASES.filter(
	({ group, draft }, at) =>
		CASES.findIndex((each) => each.group === group && each.draft.method === draft.method) === at
);

test('a link to a test case opens it; only a GET is sent automatically', async ({ page }) => {
	const playground = await openPlayground(page);
	const sent: string[] = [];
	page.on('request', (request) => {
		if (!request.url().includes('mock-up/')) sent.push(request.method());
	});
	expect(SAMPLES.length).toBeGreaterThanOrEqual(7);
	await forEachStep(
		SAMPLES,
		({ id }) => id,
		async ({ id, title, draft }) => {
			await page.goto(`#case/${id}`);
			await expect(page.getByRole('heading', { name: title, exact: true, level: 3 })).toBeVisible();
			const { url } = toHttpRequest(
				{ ...draft, format: 'xml' },
				dialectEndpoint('toronto', playground.root)
			);
			await expect(address(page)).toHaveValue(url);
		}
	);
	expect(new Set(sent)).toEqual(new Set(['GET']));
	expect(playground.errors).toEqual([]);
});

isolatedTest(
	'a link opens in a fresh tab: method, format, dialect, values, view, record and map',
	async ({ page }) => {
		const playground = playgroundOf(page, ORIGIN);
		await page.goto(
			'#requests.json?jurisdiction_id=toronto.ca&status=open&~endpoint=standard&~tab=raw&~selected=101000000021&~map=13/43.70155/-79.52016'
		);
		await expect(playground.status).toHaveText(/^200 OK, \d+ service requests/);
		await expect(endpointButton(page)).toHaveAccessibleName(`Endpoint: ${ENDPOINTS.standard}`);
		await expect(page.getByRole('tab', { name: 'Raw' })).toHaveAttribute('aria-selected', 'true');
		await expect(page.getByRole('option', { name: /101000000021/ })).toHaveAttribute(
			'aria-selected',
			'true'
		);
		await expect(page.locator('[data-part=map] path.marker').first()).toBeVisible();
		expect(await hashOf(page)).toContain('~map=13/43.70155/-79.52016');
		expect(playground.errors).toEqual([]);
	}
);

test('back and forward go through the requests', async ({ page }) => {
	const playground = await openPlayground(page);
	await openFromGallery(page, 'The six services');
	await expect(playground.status).toHaveText(/^200 OK, 6 services/);
	await openFromGallery(page, 'A code nobody has');
	await expect(playground.status).toHaveText(/^200 OK, 0 service requests/);
	await page.goBack();
	await expect(playground.status).toHaveText(/^200 OK, 6 services/);
	await expect(address(page)).toHaveValue(/services\.xml/);
	await page.goBack();
	await expect(playground.status).toHaveText(/^200 OK, 5 service requests/);
	await page.goForward();
	await expect(playground.status).toHaveText(/^200 OK, 6 services/);
});

test('a reload keeps the form; the link has no name, e-mail, phone or key', async ({ page }) => {
	const playground = await openPlayground(page);
	await playground.openCase('Report graffiti on private property');
	await page.getByRole('textbox', { name: /^first_name/ }).fill('Ada-Quite-Unique');
	await page.getByRole('textbox', { name: /^email/ }).fill('ada@unique.example');
	await page.getByRole('textbox', { name: /^api_key/ }).fill('never-in-a-link');
	await page.getByRole('textbox', { name: /^description/ }).fill('Big & “red”');
	await expect.poll(() => hashOf(page)).toContain('red');
	for (const text of ['Unique', 'unique.example', 'never-in-a-link']) {
		expect(await hashOf(page)).not.toContain(text);
	}
	await page.reload();
	await expect(page.getByRole('textbox', { name: /^first_name/ })).toHaveValue('Ada-Quite-Unique');
	await expect(page.getByRole('textbox', { name: /^description/ })).toHaveValue('Big & “red”');
	await expect(playground.status).toHaveText('Ready');
});

test('a link to another server sends nothing until Send is pressed', async ({ page }) => {
	const playground = playgroundOf(page, ORIGIN);
	await page.goto('#requests?status=open&~endpoint=https://311.example.org/v2/');
	await expect(address(page)).toHaveValue('https://311.example.org/v2/requests.xml?status=open');
	await expect(playground.status).toHaveText('Ready');
	expect(playground.foreign).toEqual([]);
});

test('a link from another version opens as far as possible and says what was left out', async ({
	page
}) => {
	await page.goto('#requests?status=closed&~hologram=3d&api_key=planted');
	const about = page.getByRole('region', { name: 'About the link you opened' });
	await expect(about).toContainText('~hologram');
	await expect(about).toContainText('api_key');
	await expect(address(page)).toHaveValue(/requests\.xml\?status=closed$/);
	await about.getByRole('button', { name: 'Dismiss' }).click();
	await expect(about).toBeHidden();
});
