// The request bar and the form as they are measured: fields seen, nothing of an address cut, targets.
import type { Page } from '@playwright/test';
import { CASES } from '../../mocks/cases';
import { toHttpRequest } from '../../src/georeport/request';
import { expect, openPlayground, test } from './playground';

test.use({ viewport: { width: 1280, height: 720 } });

const bar = (page: Page) => page.locator('[data-part=bar]');

/** How many fields of the form lie whole inside the window and every box that scrolls. */
const fieldsSeen = (page: Page) =>
	page.locator('[data-part=form]').evaluate((form) => {
		const boxes = (element: Element): DOMRect[] => {
			const parent = element.parentElement;
			if (!parent) return [new DOMRect(0, 0, innerWidth, innerHeight)];
			const scrolls = getComputedStyle(parent).overflowY !== 'visible';
			return [...(scrolls ? [parent.getBoundingClientRect()] : []), ...boxes(parent)];
		};
		const isSeen = (element: Element) => {
			const box = element.getBoundingClientRect();
			if (box.width < 2 || !element.checkVisibility()) return false;
			return boxes(element).every(
				(around) =>
					around.top <= box.top &&
					around.bottom >= box.bottom &&
					around.left <= box.left &&
					around.right >= box.right
			);
		};
		const radios = [...form.querySelectorAll('[role=radiogroup]')];
		const fields = [...form.querySelectorAll('input:not([type=radio]), select, textarea')];
		return [...fields, ...radios].filter(isSeen).length;
	});

test('the bar is 48 px high, and five fields are seen of a search and of a report', async ({
	page
}) => {
	await openPlayground(page);
	await page.goto('#case/requests-open-potholes');
	await expect(page.getByRole('heading', { name: 'Open potholes' })).toBeVisible();
	expect((await bar(page).boundingBox())?.height).toBe(48);
	expect(await fieldsSeen(page)).toBeGreaterThanOrEqual(5);
	await page.goto('#submit?jurisdiction_id=toronto.ca&service_code=CSROWR-12');
	await expect(page.getByRole('radio', { name: 'Curb lane' })).toBeVisible();
	expect(await fieldsSeen(page)).toBeGreaterThanOrEqual(5);
});

/** The test cases with the longest addresses. */
const LONGEST = CASES.map(({ id, draft }) => {
	const base = { url: 'http://localhost/', discoveryUrl: 'http://localhost/' };
	return { id, length: toHttpRequest({ ...draft, format: 'json' }, base).url.length };
})
	.toSorted((one, other) => other.length - one.length)
	.slice(0, 12)
	.map(({ id }) => id);

test('no argument of the longest addresses is cut in the bar', async ({ page }) => {
	await openPlayground(page);
	const cut = await page.evaluate(async (ids) => {
		const painted = () => new Promise((done) => requestAnimationFrame(() => done(null)));
		const found: string[] = [];
		for (const id of ids) {
			location.hash = `case/${id}`;
			await new Promise((done) => addEventListener('hashchange', done, { once: true }));
			await painted();
			await painted();
			const around = document.querySelector('[data-part=bar]');
			const parts = [...(around?.querySelectorAll('textarea, .shown') ?? [])];
			if (parts.length < 2 || parts.some((each) => each.scrollWidth > each.clientWidth)) {
				found.push(id);
			}
		}
		return found;
	}, LONGEST);
	expect(cut).toEqual([]);
});

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
	const small = await form.evaluate((form) =>
		[...form.querySelectorAll('button, input, select, textarea, summary')]
			.filter((each) => each.checkVisibility() && each.getAttribute('tabindex') !== '-1')
			.map((each) => each.closest('label') ?? each)
			.filter((each) => each.getBoundingClientRect().height < 44)
			.map((each) => each.outerHTML.slice(0, 80))
	);
	expect(small).toEqual([]);
	await form.getByRole('button', { name: 'Send report' }).click();
	await expect(page.getByRole('status')).toHaveText(/^200 OK, 1 service request/);
});
