// The command palette, used with a pointer.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, isolatedTest, openPlayground, test } from './playground';

/** Finds a command by a search, clicks it, and resolves to the file that it saves. */
async function savedBy(page: Page, words: string, command: string) {
	await page.keyboard.press('ControlOrMeta+k');
	await page.getByRole('combobox', { name: /^Find a method/ }).fill(words);
	const saving = page.waitForEvent('download');
	await page.getByRole('option', { name: command }).click();
	const download = await saving;
	return {
		name: download.suggestedFilename(),
		text: await readFile(await download.path(), 'utf8')
	};
}

test('the request and the exchange are saved from the palette', async ({ page }) => {
	const { status } = await openPlayground(page);
	const har = await savedBy(page, 'har', 'Save the exchange as HAR');
	expect(har.name).toBe('open311-exchange.har');
	expect(JSON.parse(har.text).log.entries).toMatchObject([
		{ request: { method: 'GET' }, response: { status: 200 } }
	]);
	await expect(status).toHaveText('open311-exchange.har is saved.');

	const http = await savedBy(page, '.http', 'Save the request as .http');
	expect(http.name).toBe('open311-request.http');
	expect(http.text).toContain('GET http://127.0.0.1:3110/open311test/ws/requests.xml');
	await expect(status).toHaveText('open311-request.http is saved.');
});

test('a close event that comes late does not close what was opened after that dialog', async ({
	page
}) => {
	await openPlayground(page);
	const link = page.getByRole('contentinfo').getByRole('link', { name: 'About' });
	const [about, palette] = [
		page.getByRole('dialog', { name: 'About' }),
		page.getByRole('dialog', { name: 'Find a command' })
	];
	await link.click();
	await expect(about).toBeVisible();
	// Each in one task, because the browser fires the close event in a later one.
	await about.evaluate((dialog: HTMLDialogElement) => {
		dialog.close();
		document.body.dispatchEvent(
			new KeyboardEvent('keydown', { key: 'k', code: 'KeyK', ctrlKey: true, bubbles: true })
		);
	});
	await expect(palette.getByRole('option').first()).toBeVisible();
	await expect(page.getByRole('dialog')).toHaveCount(1);
	await palette.evaluate((dialog: HTMLDialogElement) => {
		dialog.close();
		document.querySelector<HTMLElement>('footer a[href*="about"]')?.click();
	});
	await expect(about.getByRole('heading', { name: 'What is Open311?' })).toBeVisible();
	await expect(page.getByRole('dialog')).toHaveCount(1);
});

isolatedTest.describe('while the commands are still loading', () => {
	isolatedTest.use({ serviceWorkers: 'block' });

	isolatedTest('what is typed is kept, and finds them once they are there', async ({ page }) => {
		let release = () => {};
		const released = new Promise<void>((resolve) => (release = resolve));
		await page.route(/\/assets\/tools-/, async (route) => {
			await released;
			await route.continue();
		});
		await openPlayground(page);
		await page.keyboard.press('ControlOrMeta+k');
		await page.keyboard.type('save har');
		const field = page.getByLabel('Find a method, test case, place or action');
		await expect(field).toBeFocused();
		await expect(field).toHaveValue('save har');
		const commands = page.getByRole('listbox', { name: 'Commands' });
		await expect(commands).toHaveCount(0);
		release();
		await expect(commands.getByRole('option').first()).toContainText('Save the exchange as HAR');
		await page.keyboard.type('x');
		await expect(field).toHaveValue('save harx');
		await page.keyboard.press('Escape');
		await expect(field).toHaveCount(0);
	});
});
