// The request bar and the form: what an edit does to them, and a report in steps.
import type { Page } from '@playwright/test';
import { expect, openPlayground, test } from './playground';
import { expectStatus } from './status';

test.use({ viewport: { width: 1280, height: 720 } });

const bar = (page: Page) => page.locator('[data-part=bar]');

test('an edit is marked in the bar and names its case; undone, neither is left', async ({
	page
}) => {
	const { status } = await openPlayground(page);
	await page.goto('#case/requests-open-potholes');
	await expect(status).toHaveText(/^200 OK, 10 service requests/);
	const closed = page.getByRole('checkbox', { name: 'closed' });
	await closed.check();
	await expect(bar(page).locator('.changed')).toHaveText(['&status=', 'open,closed']);
	await expect(page.getByRole('heading', { name: 'Changed from “Open potholes”' })).toBeVisible();
	await page.getByRole('button', { name: 'Restore' }).click();
	await expect(closed).not.toBeChecked();
	await expect(bar(page).locator('.changed')).toHaveCount(0);

	await page.getByRole('radio', { name: '7 days' }).check();
	const start = page.getByRole('textbox', { name: 'start_date', exact: true });
	await expect(start).toHaveValue('2012-06-08');
	await expect(bar(page)).toContainText('&start_date=2012-06-08T12:00:00-04:00');
	await start.fill('2012-01-31');
	await expect(bar(page)).toContainText('&start_date=2012-01-31T12:00:00-04:00');
	await start.fill('last Tuesday');
	await expect(bar(page)).toContainText('&start_date=last%20Tuesday');
	await page.getByRole('radio', { name: '90 days' }).check();
	await expect(bar(page)).not.toContainText('start_date');

	const services = page.getByRole('combobox', { name: 'service_code' });
	await services.fill('private');
	await expect(page.getByRole('option', { name: /^30102/ })).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(bar(page)).toContainText('service_code=CSROWR-12,30102');
	await page.keyboard.press('Backspace');
	await page.keyboard.press('Backspace');
	await expect(bar(page)).not.toContainText('service_code');
});

test('a report on a phone has three steps, and Enter goes from one to the next', async ({
	page
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await openPlayground(page);
	await page.goto('#submit?jurisdiction_id=toronto.ca&service_code=CSROWR-12');
	await page.getByRole('tab', { name: 'Request', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'Where is it?' })).toBeVisible();
	await page.getByRole('textbox', { name: 'lat', exact: true }).fill('43.6534');
	await page.getByRole('textbox', { name: 'long', exact: true }).fill('-79.3841');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'What is wrong?' })).toBeVisible();
	await page.getByRole('radio', { name: 'Curb lane' }).check();
	await page.getByRole('radio', { name: 'Yes' }).check();
	await page.getByRole('button', { name: 'Continue' }).click();
	await expect(page.getByRole('heading', { name: 'Check and send' })).toBeFocused();
	const form = page.locator('[data-part=form]');
	await expect(form.getByText('43.6534', { exact: true })).toBeVisible();
	await form.getByRole('button', { name: 'Send report' }).click();
	await expectStatus(page, /^200 OK, 1 service request/);
});
