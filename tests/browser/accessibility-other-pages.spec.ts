// Checks what is not the page itself with axe: other pages of the site, embeds, and the messages
// when the page cannot start.
import { answerText } from './answer-text';
import { violations, violationsInOneTheme } from './axe';
import { expect, isolatedTest, openPlayground, test } from './playground';
import { expectStatus } from './status';

test('the statement on accessibility', async ({ page }) => {
	await page.goto('accessibility.html');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accessibility');
	expect(await violations(page)).toEqual([]);
});

isolatedTest('the message when a part of the page is missing', async ({ page }) => {
	await page.route(/\/assets\/first-screen-.*\.js$/, (route) => route.abort());
	await page.goto('.');
	await expect(page.getByText('A file that it is made of could not be loaded')).toBeVisible();
	expect(await violations(page)).toEqual([]);
});

for (const view of ['answer', 'form', 'code', 'map']) {
	test(`an embed that shows the ${view}`, async ({ page }) => {
		await page.goto(`?embed&view=${view},answer,form,code,map#case/requests-page`);
		await expectStatus(page, /^200 OK, 5 service requests/);
		const tab = page.getByRole('tab', { name: view }).first();
		await expect(tab).toHaveAttribute('aria-selected', 'true');
		if (view === 'answer') await expect(answerText(page)).toBeVisible();
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
	expect(await violations(page.locator(':target'))).toEqual([]);
	await page.setViewportSize({ width: 390, height: 844 });
	expect(await violationsInOneTheme(page)).toEqual([]);
});

test('the reference over the page: wide, with the examples under the text, and on a phone', async ({
	page
}) => {
	await openPlayground(page);
	await page.getByRole('link', { name: 'Reference', exact: true }).click();
	const text = page.getByRole('main', { name: 'Reference' });
	await expect(text).toBeVisible();
	await page.getByRole('button', { name: 'Send', exact: true }).click();
	const column = page.getByRole('complementary', { name: 'Try it' });
	await expect(column).toContainText('200 OK');
	// The text has the elements of reference.html, whose colours are checked above.
	expect(await violationsInOneTheme(page)).toEqual([]);
	expect(await violations(column)).toEqual([]);
	for (const width of [1024, 390]) {
		await page.setViewportSize({ width, height: 844 });
		const tries = text.getByText('Try it', { exact: true });
		await tries.first().click();
		const method = text
			.locator('section')
			.filter({ has: page.getByText('Try it', { exact: true }) })
			.first();
		expect(await violationsInOneTheme(method), `${width}`).toEqual([]);
	}
});
