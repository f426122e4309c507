// The reference over request and answer: contents, text, and the examples to try.
import { answerText } from './answer-text';
import { expect, openPlayground, test } from './playground';

test('one reads, tries an example, and takes it to the playground', async ({ page }) => {
	const playground = await openPlayground(page, '.');
	const methods = page.getByRole('navigation', { name: 'API' });
	await page.getByRole('link', { name: 'Reference', exact: true }).press('Enter');
	const contents = page.getByRole('navigation', { name: 'Reference' });
	const text = page.getByRole('main', { name: 'Reference' });
	const column = page.getByRole('complementary', { name: 'Try it' });
	await expect(text).toBeFocused();
	await expect(methods).toBeHidden();
	await expect(page).toHaveTitle(/^Reference: /);
	await expect(page).toHaveURL(/~view=reference/);

	// It opens at the method of the request, whose part is marked, and its examples are beside it.
	const here = contents.locator('[aria-current="location"]');
	await expect(here).toHaveText('GET Service Requests');
	await expect(text.getByRole('heading', { name: 'GET Service Requests' })).toBeInViewport();
	await expect(column.getByRole('combobox', { name: 'Example' })).toHaveValue(
		'requests-open-potholes'
	);
	await expect(column.getByRole('tabpanel', { name: 'Code' })).toContainText(
		'http://127.0.0.1:3110/open311test/ws/requests.xml?jurisdiction_id=toronto.ca&service_code=CSROWR-12&status=open'
	);

	// Reading on marks the heading last passed; neither the focus nor the request moves.
	await text
		.getByRole('heading', { name: 'Errors' })
		.nth(6)
		.evaluate((heading) => {
			heading.scrollIntoView();
		});
	await expect(here).toHaveText('Errors');
	await expect(text).toBeFocused();
	await contents.getByRole('link', { name: 'POST Service Request' }).click();
	await expect(text.getByRole('heading', { name: 'POST Service Request' })).toBeFocused();
	await expect(here).toHaveText('POST Service Request');
	await expect(column.getByRole('button', { name: 'Send report' })).toBeVisible();
	await expect(page).toHaveURL(/#case\/requests\?/);

	// A name leads to its own place, here as in a link.
	await contents.getByRole('link', { name: 'GET Service Requests' }).click();
	await text.getByRole('link', { name: 'start_date' }).first().click();
	await expect(text.getByRole('link', { name: 'start_date' }).first()).toBeFocused();
	await expect(here).toHaveText('Arguments');

	await column.getByRole('textbox', { name: 'status' }).fill('closed');
	await column.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(column).toContainText('200 OK');
	await expect(answerText(column)).toContainText('<status>closed</status>');
	await column.getByRole('textbox', { name: 'status' }).fill('open');
	await expect(column).toContainText('This answer is from before your change.');
	await column.getByRole('button', { name: 'Open in the playground' }).press('Enter');
	await expect(playground.status).toHaveText(/^200 OK, 10 service requests/);
	await expect(methods).toBeVisible();
	await expect(page.getByText('Open potholes', { exact: true }).first()).toBeVisible();

	// Back goes to the reference again; Escape leaves it, with the focus on what opened it.
	await page.goBack();
	await expect(text).toBeVisible();
	await text.press('Escape');
	await expect(page.getByRole('link', { name: 'Reference', exact: true })).toBeFocused();
	expect(playground.errors).toEqual([]);
	expect(playground.foreign).toEqual([]);
});

test('the palette and a link open it; a phone has the examples under each method', async ({
	page
}) => {
	const playground = await openPlayground(page, '.');
	await page.keyboard.press('Control+k');
	const found = page.getByRole('dialog').getByRole('option').first();
	await expect(found).toBeVisible();
	await page.keyboard.type('documentation');
	await expect(found).toContainText('reference of this method');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('main', { name: 'Reference' })).toBeVisible();

	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('./#token?jurisdiction_id=toronto.ca&token=9000011&~view=reference');
	const text = page.getByRole('main', { name: 'Reference' });
	const heading = text.getByRole('heading', { name: 'GET request_id from a token' });
	await expect(heading).toBeInViewport();
	const closed = text.getByRole('group').filter({ hasText: 'Try it' });
	await expect(closed.nth(4)).toContainText('Try it');
	const method = text.locator('section').filter({
		has: page.getByRole('heading', { name: 'GET request_id from a token' })
	});
	await expect(method.getByRole('button', { name: 'Send' })).toBeHidden();
	await method.getByText('Try it', { exact: true }).first().click();
	await method.getByRole('button', { name: 'Send' }).click();
	await expect(answerText(method)).toContainText('<token>9000011</token>');
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(overflow).toBe(0);
	await text.getByText('Contents', { exact: true }).click();
	await text.getByRole('link', { name: 'What is checked' }).first().click();
	await expect(text.getByRole('heading', { name: 'What is checked' })).toBeInViewport();
	await text.getByRole('button', { name: 'Back to the playground' }).click();
	await expect(page.getByRole('tablist', { name: 'Parts of the page' })).toBeVisible();
	expect(playground.errors).toEqual([]);
});
