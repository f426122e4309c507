// The answer in the room that the page gives it: what of it is seen, and whose it is.
import type { Page } from '@playwright/test';
import { violations } from './axe';
import { expect, openPlayground, test } from './playground';

test.use({ viewport: { width: 1280, height: 720 } });

const OPEN_POTHOLES = '#requests.xml?jurisdiction_id=toronto.ca&service_code=CSROWR-12&status=open';

/** Columns of 1280x720: the answer between its neighbours, and with their room. */
const COLUMN = { left: 508, top: 96, width: 456, height: 596 };
const MAXIMISED = { left: 240, top: 96, width: 1000, height: 596 };
/** The column of a window of 1440. */
const WIDE = { ...COLUMN, width: 480 };

/** Gives the answer the place of a column, whatever else the page shows. */
async function placeAnswer(page: Page, { left, top, width, height }: typeof COLUMN) {
	await page.locator('[data-part=answer]').evaluate(
		(answer, box) => {
			Object.assign(answer.style, { position: 'fixed', zIndex: '5', ...box });
		},
		Object.fromEntries(
			Object.entries({ left, top, width, height }).map(([name, value]) => [name, `${value}px`])
		)
	);
}

/** How far apart the middles of the parts of the status line are, in CSS pixels. */
const unevenness = (page: Page) =>
	page.locator('[data-part=status]').evaluate((line) => {
		const middles = [...line.children].map((part) => {
			const { top, height } = part.getBoundingClientRect();
			return top + height / 2;
		});
		return middles.length > 1 ? Math.max(...middles) - Math.min(...middles) : Infinity;
	});

/** How many rows of text lie wholly in the box that scrolls them. */
async function rowsSeen(page: Page, scroller: string, row: string) {
	return page.locator(scroller).evaluate((box, row) => {
		const { top, bottom } = box.getBoundingClientRect();
		return [...box.querySelectorAll(row)]
			.map((element) => element.getBoundingClientRect())
			.filter((rect) => rect.top >= top && rect.bottom <= bottom && rect.height > 0)
			.reduce((rows, { height }) => rows + Math.round(height / 20), 0);
	}, row);
}

test('twenty lines of an answer are seen, and its status is one line', async ({ page }) => {
	const { errors } = await openPlayground(page, OPEN_POTHOLES);
	await expect(page.locator('.cm-line').first()).toBeVisible();
	const answer = page.locator('[data-part=answer]');
	const status = page.locator('[data-part=status]');
	await placeAnswer(page, COLUMN);
	await expect
		.poll(() => rowsSeen(page, '[data-part=body] .cm-scroller', '[data-line]'))
		.toBeGreaterThanOrEqual(20);
	expect((await page.locator('[data-part=views]').boundingBox())?.y).toBeCloseTo(96 + 60, -1);
	await expect(answer.locator('.sent')).toHaveText(
		/GET\s*requests\.xml\?jurisdiction_id=toronto\.ca&service_code=CSROWR-12&status=open$/
	);
	await expect(
		page.getByRole('heading', { name: /^Answer to GET Service Requests: 200 OK, 10/ })
	).toHaveCount(1);

	for (const [link, words] of [
		[OPEN_POTHOLES.replace('.xml', '.json'), '200 OK'],
		['#case/requests-open-potholes', '200 OK'],
		['#case/wrong-get-bad-date', '400 Bad Request'],
		['#case/request-not-found', '404 Not Found']
	] as const) {
		await page.goto('about:blank');
		await page.goto(link);
		await expect(status).toContainText(words);
		await expect(status).toContainText(/v2|deviations/);
		for (const column of [COLUMN, WIDE]) {
			await placeAnswer(page, column);
			await expect.poll(() => unevenness(page), `${link} ${column.width}`).toBeLessThan(2);
			expect(
				await status.evaluate((line) => line.scrollWidth - line.clientWidth)
			).toBeLessThanOrEqual(0);
		}
	}

	await page.emulateMedia({ forcedColors: 'active' });
	const underlined = await page.locator('[data-part=views] [role=tab]').evaluateAll((tabs) => {
		const probe = document.createElement('i');
		probe.style.color = 'Highlight';
		document.body.append(probe);
		const highlight = getComputedStyle(probe).color;
		return tabs.filter((tab) => getComputedStyle(tab).borderBottomColor === highlight).length;
	});
	expect(underlined).toBe(1);
	expect(errors).toEqual([]);
});

test('fifteen rows are seen on both sides of a comparison, which go together', async ({ page }) => {
	await openPlayground(page, `${OPEN_POTHOLES}&~tab=both`);
	const [left, right] = ['left', 'right'].map((side) =>
		page.locator(`[data-part=compare-${side}]`)
	);
	await expect(right!).toContainText('"service_request_id": 101000000236,');
	await placeAnswer(page, MAXIMISED);
	for (const side of ['left', 'right']) {
		await expect
			.poll(() => rowsSeen(page, `[data-part=compare-${side}]`, '.row'))
			.toBeGreaterThanOrEqual(15);
	}
	// The same field stands in the same row.
	const top = async (side: typeof left, text: string) =>
		(await side!.locator('.row', { hasText: text }).first().boundingBox())?.y;
	expect(await top(left, '<status>')).toBe(await top(right, '"status"'));
	await expect(left!.locator('.row.gap').first()).toHaveText('');

	await page.getByRole('button', { name: 'Next difference' }).click();
	await page.getByRole('button', { name: 'Next difference' }).click();
	await expect(right!.locator('.row.current')).toContainText('2');
	await page.getByRole('button', { name: 'Difference 3' }).first().click();
	await expect(left!.locator('.row.current')).toContainText('<service_request_id>');
	await left!.evaluate((side) => side.scrollTo(60, 900));
	const scrolls = () =>
		Promise.all(
			[left, right].map((side) => side!.evaluate((box) => [box.scrollTop, box.scrollLeft]))
		);
	await expect.poll(scrolls).toEqual([
		[900, 60],
		[900, 60]
	]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test('an answer of another request says so, is judged no more, and can be read', async ({
	page
}) => {
	test.slow();
	const { errors } = await openPlayground(page, '#case/requests-open-potholes');
	const answer = page.locator('[data-part=answer]');
	const verdicts = answer.getByRole('button', { name: /checks? pass|v2$/ });
	await expect(verdicts).toHaveCount(2);
	await expect(answer).not.toHaveAttribute('data-stale');
	const format = (name: string) => page.getByRole('radio', { name, exact: true });
	await format('JSON').click();
	await expect(answer).toHaveAttribute('data-stale', 'true');
	await expect(answer).toContainText('This answer is from before your change.');
	await expect(answer).toContainText(/format\s*was xml, now json\./);
	await expect(verdicts).toHaveCount(0);
	await expect(page.locator('[data-part=next]')).toHaveCount(0);
	const colours = await page
		.locator('[data-part=body] .cm-line span')
		.evaluateAll((spans) => [...new Set(spans.map((span) => getComputedStyle(span).color))]);
	expect(colours).toHaveLength(1);

	await format('XML').click();
	await expect(answer).not.toHaveAttribute('data-stale');
	await expect(verdicts).toHaveCount(2);
	await format('JSON').click();
	await answer.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(answer).not.toHaveAttribute('data-stale');
	await expect(answer.locator('.sent')).toContainText('requests.json?');
	expect(errors).toEqual([]);
});

test('a report is led to its end by one button after the other', async ({ page }) => {
	test.slow();
	await openPlayground(page);
	await page.goto('#case/report-full-csrowr-12');
	const answer = page.locator('[data-part=answer]');
	await expect(answer.getByRole('heading', { name: 'No answer yet' })).toBeVisible();
	await expect(answer.locator('[data-line="2"]')).toHaveText(/^&service_code=CSROWR-12/);
	await page.getByRole('button', { name: 'Send' }).filter({ visible: true }).first().click();
	const stepper = page.locator('[data-part=stepper]');
	const now = stepper.locator('[aria-current=step]');
	await expect(now).toContainText('Token');
	await expect(stepper).toContainText('GET tokens/91000001.xml');
	await expect(page.getByRole('group', { name: 'Next steps' }).getByRole('button')).toHaveText([
		'See all open potholes',
		'Report another',
		'Copy the token'
	]);
	await stepper.getByRole('button', { name: 'Ask for its id' }).press('Enter');
	await expect(answer.locator('.sent')).toContainText('tokens/91000001.xml');
	const day = stepper.getByRole('button', { name: 'Move the clock one day' });
	if (await day.isVisible()) await day.press('Enter');
	await stepper.getByRole('button', { name: 'See its status' }).press('Enter');
	const week = stepper.getByRole('button', { name: 'Move the clock one week' });
	await expect(stepper).toContainText('Still open on');
	for (let weeks = 0; weeks < 8 && (await week.isVisible()); weeks++) {
		const sentence = await stepper.locator('p').textContent();
		await week.press('Enter');
		await expect(stepper.locator('p')).not.toHaveText(sentence ?? '');
	}
	await expect(stepper).toContainText('That is the end of its way.');
	await expect(stepper.getByRole('listitem')).toHaveCount(5);
	await stepper.getByRole('button', { name: /Reported/ }).press('Enter');
	await expect(answer.locator('.sent')).toContainText('POST');
	await expect(stepper).toContainText('The mock-up took the report and gave it a token.');
});

test('Back brings an answer back where it was left', async ({ page }) => {
	await openPlayground(page, OPEN_POTHOLES);
	const scroller = page.locator('[data-part=body] .cm-scroller');
	await scroller.evaluate((box) => box.scrollTo(0, 700));
	const scrolled = () => scroller.evaluate((box) => box.scrollTop);
	await expect.poll(scrolled).toBeGreaterThan(500);
	const first = await scrolled();
	await page.getByRole('button', { name: 'Definition', exact: true }).click();
	await expect(page.locator('[data-part=answer] .sent')).toContainText('services/CSROWR-12.xml');
	await page.goBack();
	await expect(page.locator('[data-part=answer] .sent')).toContainText('requests.xml');
	await expect.poll(scrolled).toBeCloseTo(first, -1.5);
});

test('what opens and what failed has nothing that axe finds', async ({ browser }) => {
	test.slow();
	const page = await browser.newPage({ bypassCSP: true, viewport: { width: 1280, height: 720 } });
	await openPlayground(page, '#case/requests-open-potholes');
	await page.getByRole('button', { name: /checks? pass/ }).click();
	await expect(page.getByRole('dialog', { name: 'The case expects' })).toBeVisible();
	expect(await violations(page)).toEqual([]);
	await page.keyboard.press('Escape');
	await page.getByRole('radio', { name: 'JSON', exact: true }).click();
	await expect(page.locator('[data-part=answer]')).toHaveAttribute('data-stale', 'true');
	expect(await violations(page)).toEqual([]);
	await page.goto('#case/report-full-csrowr-12');
	await expect(page.getByRole('heading', { name: 'No answer yet' })).toBeVisible();
	expect(await violations(page)).toEqual([]);
	await page.getByRole('button', { name: 'Send' }).filter({ visible: true }).first().click();
	await expect(page.locator('[data-part=stepper]')).toBeVisible();
	expect(await violations(page)).toEqual([]);
	await page.close();
});
