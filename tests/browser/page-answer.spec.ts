// The answer: whose it is, what it is compared with, and where it leads.
import { answerText } from './answer-text';
import { violations } from './axe';
import { expect, openPlayground, test } from './playground';

const OPEN_POTHOLES = '#requests.xml?jurisdiction_id=toronto.ca&service_code=CSROWR-12&status=open';

test('both sides of a comparison go together', async ({ page }) => {
	await openPlayground(page, `${OPEN_POTHOLES}&~tab=both`);
	const [left, right] = ['left', 'right'].map((side) =>
		page.locator(`[data-part=compare-${side}]`)
	);
	await expect(right!).toContainText('"service_request_id": 101000000236,');
	// The same field stands in the same row.
	const top = async (side: typeof left, text: string) =>
		(await side!.locator('.row', { hasText: text }).first().boundingBox())?.y ?? Number.NaN;
	await expect
		.poll(async () => (await top(left, '<status>')) - (await top(right, '"status"')))
		.toBe(0);
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
	const colours = await answerText(page)
		.locator('[data-line] *')
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
	await stepper.getByRole('button', { name: 'See its status' }).press('Enter');
	const week = stepper.getByRole('button', { name: 'Move the clock one week' });
	await expect(stepper).toContainText('Still open on');
	for (let weeks = 0; weeks < 8 && (await week.isVisible()); weeks++) {
		const sentence = await stepper.locator('p').textContent();
		await week.press('Enter');
		await expect(stepper.locator('p')).not.toHaveText(sentence ?? '');
	}
	await expect(stepper).toContainText('That was the last step.');
	await expect(stepper.getByRole('listitem')).toHaveCount(5);
	await stepper.getByRole('button', { name: /Reported/ }).press('Enter');
	await expect(answer.locator('.sent')).toContainText('POST');
	await expect(stepper).toContainText('The mock-up took the report and gave it a token.');

	await page.getByRole('tab', { name: 'Code', exact: true }).click();
	await page.getByRole('button', { name: 'Report another' }).click();
	await expect(page.getByRole('tab', { name: 'Form', exact: true })).toHaveAttribute(
		'aria-selected',
		'true'
	);
});

test('Back brings an answer back where it was left', async ({ page }) => {
	await openPlayground(page, OPEN_POTHOLES);
	const scroller = answerText(page);
	// The lines come one part after the other.
	await expect(scroller).toContainText('</service_requests>');
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

test('what opens and what failed has nothing that axe finds', async ({ page }) => {
	test.slow();
	await openPlayground(page, '#case/requests-open-potholes');
	await page.getByRole('button', { name: /checks? pass/ }).click();
	const expected = page.getByRole('dialog', { name: 'The case expects' });
	await expect(expected).toBeVisible();
	expect(await violations(expected)).toEqual([]);
	await page.keyboard.press('Escape');
	await page.getByRole('radio', { name: 'JSON', exact: true }).click();
	await expect(page.locator('[data-part=answer]')).toHaveAttribute('data-stale', 'true');
	expect(await violations(page)).toEqual([]);
	await page.goto('#case/report-full-csrowr-12');
	await expect(
		page.locator('[data-part=answer]').getByRole('heading', { name: 'No answer yet' })
	).toBeVisible();
	expect(await violations(page.locator('#response'))).toEqual([]);
	await page.getByRole('button', { name: 'Send' }).filter({ visible: true }).first().click();
	await expect(page.locator('[data-part=stepper]')).toBeVisible();
	expect(await violations(page.locator('#response'))).toEqual([]);
});
