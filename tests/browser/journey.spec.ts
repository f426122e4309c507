// What users do on the page: choose, send, read, change, and make mistakes.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { answerText } from './answer-text';
import { expect, openPlayground, test } from './playground';
import { LISTED } from '../listed';

const list = (page: Page) => page.getByRole('listbox').getByRole('option');
const field = (page: Page, name: string) =>
	page.getByRole('textbox', { name: new RegExp(`^${name}( required| extension)?$`) });

test('the page opens with a working request: text, list and map show its answer', async ({
	page
}) => {
	const playground = await openPlayground(page, '.');
	await expect(page).toHaveTitle(/Toronto Open311 Playground/);
	await expect(page.getByText('unofficial').first()).toBeVisible();
	await expect(answerText(page)).toContainText('<service_requests>');
	await expect(list(page)).toHaveCount(LISTED);
	await expect(page.getByRole('region', { name: /map/i }).first()).toBeVisible();
	await expect(page.locator('[data-part=map] path.marker').first()).toBeVisible();
	await expect(page.getByRole('button', { name: /^4( of 4)? checks pass$/ })).toBeVisible();
	expect(playground.errors).toEqual([]);
	expect(playground.foreign).toEqual([]);
});

test('a pothole is reported, its token gives an id, and the id shows the request', async ({
	page
}) => {
	const playground = await openPlayground(page);
	await playground.openCase('Report a pothole by address');
	await playground.send(/^200 OK, 1 service request/);
	await expect(answerText(page)).toContainText('<token>91000001</token>');
	await page
		.getByRole('link', { name: /request_id from a token/ })
		.first()
		.click();
	await field(page, 'token').fill('91000001');
	await playground.send(/^200 OK, 1 service request/);
	await expect(answerText(page)).toContainText('101000900001');
	await page.getByRole('link', { name: /GET Service Request$/ }).click();
	await field(page, 'service_request_id').fill('101000900001');
	await playground.send(/^200 OK, 1 service request/);
	await expect(answerText(page)).toContainText('DUFFERIN ST &amp; COLLEGE ST, , former TORONTO');
});

test('changing a field changes the address line, and what is sent', async ({ page }) => {
	const playground = await openPlayground(page, '.');
	await page
		.getByRole('group', { name: /^status/ })
		.getByRole('checkbox', { name: 'closed' })
		.check();
	await expect(page.getByRole('textbox', { name: 'Address', exact: true })).toHaveValue(
		/requests\.xml\?jurisdiction_id=toronto\.ca&status=closed$/
	);
	const sent = page.waitForRequest(/requests\.xml/);
	await playground.send(/^200 OK/);
	expect((await sent).url()).toBe(
		`${playground.root}open311test/ws/requests.xml?jurisdiction_id=toronto.ca&status=closed`
	);
	await expect(list(page).first()).toContainText('closed');
});

test('JSON is shown indented and raw, with the City’s caveat', async ({ page }) => {
	const playground = await openPlayground(page, '.');
	await page.getByLabel('JSON').check();
	await expect(page.getByText(/not fully tested/)).toBeVisible();
	await playground.send(new RegExp(`^200 OK, ${LISTED} service requests`));
	await expect(answerText(page)).toContainText('"service_requests": [');
	await page.getByRole('tab', { name: 'Raw' }).click();
	await expect(answerText(page)).toContainText('{"service_requests":[{"service_request_id":');
	await expect(page.getByText(/read as utf-8, named by the Content-Type/)).toBeVisible();
	const answer = playground.root + 'open311test/ws/requests.json?jurisdiction_id=toronto.ca';
	const sent = await page.evaluate(async (url) => (await fetch(url)).text(), answer);
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Download the answer' }).click();
	expect((await download).suggestedFilename()).toBe('requests.json');
	expect(readFileSync(await (await download).path(), 'utf8')).toBe(sent);
	await page.getByRole('tab', { name: 'Headers' }).click();
	await expect(page.getByText(`GET ${answer}`)).toBeVisible();
	await expect(page.getByText('application/json; charset=utf-8').last()).toBeVisible();
});

test('an error of the API is shown in full, and the form stays filled in', async ({ page }) => {
	const playground = await openPlayground(page);
	await field(page, 'start_date').fill('last Tuesday');
	await playground.send(/^400 Bad Request, 1 error/);
	await expect(answerText(page)).toContainText("start_date 'last Tuesday' is not a date-time");
	await expect(field(page, 'start_date')).toHaveValue('last Tuesday');
});

test('a request selected in the list is selected in the text too', async ({ page }) => {
	await openPlayground(page, '.');
	const row = list(page).filter({ hasText: '101000000021' });
	await row.click();
	await expect(row).toHaveAttribute('aria-selected', 'true');
	await expect(answerText(page)).toContainText('1 KING ST, YORK, Central United Church');
	await answerText(page).getByText('1 KING ST, YORK, Central United Church').click();
	await expect(page.getByText(/^\/service_requests\/request\[\d+\]\/address$/)).toBeVisible();
	await expect(row).toHaveAttribute('aria-selected', 'true');
});

test('everything from choosing a case to reading the answer works with the keyboard', async ({
	page
}) => {
	const playground = await openPlayground(page);
	await page.getByRole('link', { name: 'GET Service Request', exact: true }).focus();
	await page.keyboard.press('Tab');
	await expect(page.getByRole('button', { name: /^All \d+ test cases$/ })).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'The six services' })).toBeFocused();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Control+Enter');
	await expect(playground.status).toHaveText(/^200 OK, 6 services/);
	await answerText(page).focus();
	await page.keyboard.press('Control+f');
	await expect(page.locator('.cm-search')).toBeVisible();
});
