// Answers that are broken, as servers do send them: shown as sent, with what is wrong and where.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './playground';

const RECORD = '<request><service_request_id>1</service_request_id><status>open</status></request>';
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

/** What comes, how it is called, what is said of it, and text that must be seen. */
const CORPUS: readonly {
	name: string;
	status?: number;
	type?: string;
	body: string | Buffer;
	said: RegExp;
	seen: string;
}[] = [
	{
		name: 'an HTML error page',
		status: 502,
		type: 'text/html',
		body: '<!doctype html><title>502</title><p>Bad gateway & <br>unclosed',
		said: /neither XML nor JSON; its Content-Type is text\/html/,
		seen: 'Bad gateway & <br>unclosed'
	},
	{
		name: 'XML that is cut off',
		type: 'text/xml',
		body: `<service_requests>\n${RECORD}\n<request><status>op`,
		said: /cut off.*Line 3, column 20/s,
		seen: '<request><status>op'
	},
	{
		name: 'XML with a wrong end tag',
		type: 'text/xml',
		body: `<service_requests>\n<request></requests>\n</service_requests>`,
		said: /not well-formed.*Line 2, column \d+/s,
		seen: '<request></requests>'
	},
	{
		name: 'an entity that is not declared',
		type: 'text/xml',
		body: '<service_requests><request><description>a&nbsp;b</description></request></service_requests>',
		said: /not well-formed.*Line 1, column 42/s,
		seen: 'a&nbsp;b'
	},
	{
		name: 'JSON with a comma too many',
		type: 'application/json',
		body: '[\n  {"service_request_id": "1",}\n]',
		said: /JSON.*Line 2, column \d+/s,
		seen: '"1",}'
	},
	{
		name: 'XML called JSON',
		type: 'application/json',
		body: `<service_requests>${RECORD}</service_requests>`,
		said: /application\/json/,
		seen: '<status>open</status>'
	},
	{
		name: 'plain words',
		type: 'text/plain',
		body: 'The service is down for maintenance.',
		said: /neither XML nor JSON/i,
		seen: 'down for maintenance'
	},
	{
		name: 'XML in Latin-1, told by its declaration',
		type: 'text/xml',
		body: Buffer.from(
			`<?xml version="1.0" encoding="ISO-8859-1"?><service_requests>${RECORD.replace('open', 'fermé')}</service_requests>`,
			'latin1'
		),
		said: /iso-8859-1|windows-1252/i,
		seen: 'fermé'
	},
	{
		name: 'XML in UTF-16 with a mark of byte order',
		type: 'text/xml',
		body: utf16(
			`<?xml version="1.0" encoding="UTF-16"?><service_requests>${RECORD}</service_requests>`
		),
		said: /utf-16le/i,
		seen: '<status>open</status>'
	},
	{ name: 'nothing', type: 'text/xml', body: '', said: /The body is empty/, seen: '' },
	{
		name: 'comments, CDATA and entities',
		type: 'text/xml',
		body: `<service_requests><!-- a  b --><request><description>  <![CDATA[ <b> & ]]> &amp; &#233; <i/>x</description></request></service_requests>`,
		said: /utf-8/i,
		seen: '<![CDATA[ <b> & ]]> &amp; &#233; <i/>x'
	}
];

async function downloaded(page: Page): Promise<Buffer> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Download the answer' }).click()
	]);
	return readFile(await download.path());
}

for (const { name, status = 200, type, body, said, seen } of CORPUS) {
	test(`${name} is shown as sent`, async ({ page }) => {
		const thrown: string[] = [];
		page.on('pageerror', ({ message }) => thrown.push(message));
		await page.route('http://127.0.0.1:3110/**', (route) =>
			route.fulfill({ status, body, headers: type ? { 'Content-Type': type } : {} })
		);
		await page.goto('#requests.xml?jurisdiction_id=toronto.ca&~endpoint=local&~tab=raw');
		await page.getByRole('button', { name: 'Send request' }).click();
		await expect(page.getByRole('status')).toHaveText(new RegExp(`^${status}`));
		const response = page.locator('#response');
		await expect(response).toContainText(said);
		if (seen) await expect(response.locator('.cm-content')).toContainText(seen);
		expect(Buffer.compare(await downloaded(page), Buffer.from(body))).toBe(0);
		for (const tab of ['Pretty', 'Tree', 'Table', 'Headers']) {
			await page.getByRole('tab', { name: tab, exact: true }).click();
			await expect(response.getByRole('tabpanel')).toBeVisible();
		}
		await page.getByRole('tab', { name: 'Pretty', exact: true }).click();
		if (seen) await expect(response.locator('.cm-content')).toContainText(seen);
		expect(thrown).toEqual([]);
	});
}

test('an answer that is not as expected is compared with what is', async ({ page }) => {
	await page.route('http://127.0.0.1:3110/**', (route) =>
		route.fulfill({
			contentType: 'text/xml',
			body: `<service_requests>${RECORD}</service_requests>`
		})
	);
	await page.goto('#case/requests');
	await page.getByRole('combobox', { name: 'Endpoint' }).selectOption('local');
	await page.getByRole('button', { name: 'Send request' }).click();
	await expect(page.getByText('✗ Not as expected')).toBeVisible();
	await page.getByRole('button', { name: 'Compare line by line' }).click();
	const dialog = page.getByRole('dialog', { name: 'The answer against what the case expects' });
	await expect(dialog.locator('.cm-merge-a')).toContainText('HTTP status: 200');
	await expect(dialog.locator('.cm-merge-b .cm-changedLine').first()).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
});
