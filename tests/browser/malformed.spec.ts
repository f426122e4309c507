// Answers that are broken, as servers do send them: shown as sent, with what is wrong and where.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { NASTY_ANSWERS } from '../nasty-answers';
import { expect, test } from './playground';

const RECORD = '<request><service_request_id>1</service_request_id><status>open</status></request>';

async function downloaded(page: Page): Promise<Buffer> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Download the answer' }).click()
	]);
	return readFile(await download.path());
}

/** The text of the viewer, line by line as it stands there; null where there is no viewer. */
const shownIn = (page: Page) =>
	page
		.locator('#response .cm-line')
		.allTextContents()
		.then((lines) => (lines.length > 0 ? lines.join('\n') : null));

for (const { name, status = 200, type, body, text, pretty, said } of NASTY_ANSWERS) {
	test(`${name}: shown as sent`, async ({ page }) => {
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
		await expect.poll(() => shownIn(page)).toBe(text || null);
		expect(Buffer.compare(await downloaded(page), body)).toBe(0);
		for (const tab of ['Tree', 'Table', 'Compare', 'Headers']) {
			await page.getByRole('tab', { name: tab, exact: true }).click();
			await expect(response.getByRole('tabpanel')).toContainText(/\S/);
		}
		await page.getByRole('tab', { name: 'Pretty', exact: true }).click();
		await expect.poll(() => shownIn(page)).toBe((pretty ?? text) || null);
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
	await page.getByRole('button', { name: /checks? fails?$/ }).click();
	await page.getByRole('button', { name: 'Compare line by line' }).click();
	const dialog = page.getByRole('dialog', { name: 'The answer against what the case expects' });
	await expect(dialog.locator('.cm-merge-a')).toContainText('HTTP status: 200');
	await expect(dialog.locator('.cm-merge-b .cm-changedLine').first()).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
});
