// Malformed answers, as real servers send them, are shown as sent, with what is wrong and where.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { wholeText } from './answer-text';
import { NASTY_ANSWERS, type NastyAnswer } from '../nasty-answers';
import { expect, test } from './playground';
import { chooseEndpoint, ENDPOINTS } from './shell';
import { forEachStep } from './steps';
import { expectStatus } from './status';

const RECORD = '<request><service_request_id>1</service_request_id><status>open</status></request>';

async function downloaded(page: Page): Promise<Buffer> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Download the answer' }).click()
	]);
	return readFile(await download.path());
}

/** The message of an answer without a tree in place of a tree, a table or both formats. */
const NOTHING_TO_LAY_OUT = /The body is (?:empty|neither XML nor JSON)/;

const rowsIn = (count: number) =>
	count === 0 ? /has no records/ : new RegExp(`^\\s*${count}\\s+records?\\b`);

test('every malformed answer is shown as sent, in every view', async ({ page }) => {
	test.setTimeout(180_000);
	const thrown: string[] = [];
	page.on('pageerror', ({ message }) => thrown.push(message));
	let answer: NastyAnswer | undefined;
	await page.route('http://127.0.0.1:3110/**', (route) => {
		const { status = 200, type, body } = answer ?? { body: '' };
		return route.fulfill({ status, body, headers: type ? { 'Content-Type': type } : {} });
	});
	await page.goto('#requests.xml?jurisdiction_id=toronto.ca&~endpoint=local');
	const response = page.locator('#response');
	const open = (name: string) => page.getByRole('tab', { name, exact: true }).click();
	/** Whether there is something to lay out, and a Content-Type: those that were downloaded. */
	const kinds = new Set<string>();

	await forEachStep(
		NASTY_ANSWERS,
		({ name }) => name,
		async (next) => {
			answer = next;
			const { status = 200, type, body, text, pretty, said, problem, laidOut } = next;
			const answered = page.waitForResponse('http://127.0.0.1:3110/**');
			await page.getByRole('button', { name: 'Send request' }).click();
			await answered;
			await expectStatus(page, new RegExp(`^${status}`));
			await open('Raw');
			await expect.poll(() => wholeText(response)).toBe(text || null);
			await expect(response).toContainText(said);
			if (problem) {
				await response.getByRole('button', { name: /problems?$/ }).click();
				await expect(page.getByRole('dialog')).toContainText(problem);
				await page.keyboard.press('Escape');
			}
			// That the body is empty is said once, above the views.
			const panel = text === '' ? response : response.getByRole('tabpanel');
			await open('Tree');
			await expect(panel).toContainText(laidOut?.tree ?? NOTHING_TO_LAY_OUT);
			await open('Table');
			await expect(panel).toContainText(laidOut ? rowsIn(laidOut.rows) : NOTHING_TO_LAY_OUT);
			await open('Compare');
			await expect(panel).toContainText(laidOut ? 'The same request in' : NOTHING_TO_LAY_OUT);
			// Every answer's bytes are compared in tests/contract/nasty-answers.test.ts.
			const kind = `${laidOut !== null} ${type !== undefined}`;
			if (!kinds.has(kind)) {
				kinds.add(kind);
				expect(Buffer.compare(await downloaded(page), body)).toBe(0);
				await open('Headers');
				const headers = panel.getByLabel('Headers of the answer', { exact: true });
				await expect(headers).toContainText(type ?? 'content-length');
				if (!type) await expect(headers).not.toContainText('content-type');
			}
			await open('Pretty');
			await expect.poll(() => wholeText(response)).toBe((pretty ?? text) || null);
			expect(thrown.splice(0)).toEqual([]);
		}
	);
});

test('an unexpected answer can be compared with the expected one', async ({ page }) => {
	await page.route('http://127.0.0.1:3110/**', (route) =>
		route.fulfill({
			contentType: 'text/xml',
			body: `<service_requests>${RECORD}</service_requests>`
		})
	);
	await page.goto('#case/requests');
	await expectStatus(page, /^200 OK/);
	await chooseEndpoint(page, ENDPOINTS.local);
	await page.getByRole('button', { name: 'Send request' }).click();
	await page.getByRole('button', { name: /checks? fails?$/ }).click();
	await page.getByRole('button', { name: 'Compare line by line' }).click();
	const dialog = page.getByRole('dialog', { name: 'The answer against what the case expects' });
	await expect(dialog.locator('.cm-merge-a')).toContainText('HTTP status: 200');
	await expect(dialog.locator('.cm-merge-b .cm-changedLine').first()).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
});
