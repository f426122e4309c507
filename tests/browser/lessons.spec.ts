// The lessons; the stage; the handout; the steps to production.
import type { Page } from '@playwright/test';
import { expect, isolatedTest, openPlayground, test } from './playground';
import { chooseItem } from './shell';

const bar = (page: Page) => page.getByRole('region', { name: 'Lesson' });

const foot = (page: Page) => page.getByRole('group', { name: 'Steps of the lesson' });
const next = (page: Page) => foot(page).getByRole('button', { name: 'Next step' });
const verdict = (page: Page) => page.locator('[data-part="verdict"]');

/** What the page has said so far to those who hear it, from now on. */
async function hear(page: Page): Promise<() => Promise<string[]>> {
	await page.evaluate(() => {
		const said: string[] = [];
		Object.assign(globalThis, { said });
		const region = document.querySelector('[role="status"]');
		if (!region) throw new Error('Nothing is said here.');
		new MutationObserver((changes) => {
			for (const { addedNodes } of changes) {
				for (const node of addedNodes) {
					const isSaid = node instanceof Element && node.getAttribute('aria-live') !== 'off';
					if (isSaid && node.textContent) said.push(node.textContent.trim());
				}
			}
		}).observe(region, { childList: true });
	});
	return () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
}

async function begin(page: Page) {
	const playground = await openPlayground(page);
	await chooseItem(page, 'Teach', 'Lessons');
	await expect(bar(page)).toContainText('A first client for Open311');
	await expect(bar(page)).toContainText('0 of 23 done');
	return playground;
}

/** The step of the list that one is at. */
const here = (page: Page) => bar(page).locator('[aria-current="step"]');

test('a lesson stands beside the page: each step is checked, linked, read out once, and never loses the focus', async ({
	page
}) => {
	test.slow();
	const playground = await begin(page);
	const said = await hear(page);
	await expect(here(page)).toContainText('Find the endpoints');
	await expect(page.getByRole('group', { name: 'Next steps' })).toHaveCount(0);

	// Too early: Next says why, and stays.
	await next(page).press('Enter');
	await expect(here(page)).toContainText('Find the endpoints');
	await expect(next(page)).toHaveAttribute('aria-disabled', 'true');
	await expect(next(page)).toHaveAccessibleDescription('Step 1 is not done.');

	// Help, the request, its verdict, and on.
	await bar(page).getByRole('button', { name: 'Hint' }).press('Enter');
	await expect(bar(page)).toContainText('Service Discovery is the first of the methods.');
	await bar(page).getByRole('button', { name: 'Fill it in' }).press('Enter');
	await page.keyboard.press('Control+Enter');
	await expect(verdict(page)).toContainText('Done: ');
	await expect(bar(page)).toContainText('1 of 23 done');
	await next(page).press('Enter');
	await expect(here(page)).toContainText('List the services');
	await expect(next(page)).toBeFocused();
	const second = 'Step 2 of 23: List the services.';
	await expect
		.poll(async () => (await said()).filter((each) => each.startsWith(second)))
		.toHaveLength(1);
	expect((await said()).filter((each) => each.startsWith('Done: '))).toHaveLength(1);

	// The methods are one press away, and the lesson comes back after a choice.
	await page.getByRole('button', { name: 'Methods and cases' }).press('Enter');
	await page.getByRole('link', { name: /GET Service Definition$/ }).press('Enter');
	await expect(here(page)).toContainText('List the services');
	await expect(page.getByRole('button', { name: 'Methods and cases' })).toBeFocused();

	// A link opens a step. What is wrong is told with the record that shows it.
	await page.goto(
		'./#requests?jurisdiction_id=toronto.ca&service_code=CSROWR-12&status=open,closed&~lesson=4'
	);
	await expect(here(page)).toContainText('Search');
	await expect(verdict(page)).toContainText(
		'Not yet. 32 potholes came, and 22 are closed: the step asks for open ones.'
	);
	await verdict(page).getByRole('button', { name: 'Show one' }).click();
	await expect(page.getByRole('option', { selected: true })).toContainText('closed');
	await page.getByRole('checkbox', { name: 'closed' }).uncheck();
	await expect(verdict(page)).toHaveText('Send the changed request to have it checked.');
	await page.keyboard.press('Control+Enter');
	await expect(verdict(page)).toContainText('Done: all 10 are open potholes.');
	await foot(page).getByRole('button', { name: 'Skip it' }).press('Enter');
	await expect(here(page)).toContainText('Read JSON');
	await expect(page).toHaveURL(/~lesson=5/);
	await page.goBack();
	await expect(here(page)).toContainText('Search');

	// From the list to the last step, its program, and the closing page.
	await bar(page)
		.getByRole('button', { name: /Write a first client$/ })
		.press('Enter');
	await expect(here(page)).toBeFocused();
	await bar(page).getByRole('button', { name: 'Program' }).press('Enter');
	await expect(page.getByRole('dialog')).toContainText('fetch(');
	await page.keyboard.press('Escape');
	await foot(page).getByRole('button', { name: 'Skip it' }).press('Enter');
	await expect(bar(page)).toContainText('You find an endpoint and its services');
	await expect(next(page)).toBeFocused();
	await expect(next(page)).toHaveAccessibleDescription('The lesson ends here.');

	await page.reload();
	await expect(here(page)).toContainText('You have a client for Open311');
	const handout = bar(page).getByRole('button', { name: 'Handout of the lesson' });
	await handout.press('Enter');
	await page.getByRole('button', { name: 'Back to the page' }).press('Enter');
	await expect(handout).toBeFocused();

	await bar(page).getByRole('checkbox', { name: 'Reset the mock-up too' }).check();
	await bar(page).getByRole('button', { name: 'Start over' }).press('Enter');
	await expect(bar(page)).toContainText('0 of 23 done');
	await bar(page).getByRole('button', { name: 'Leave the lesson' }).press('Enter');
	await expect(bar(page)).toHaveCount(0);
	await expect(page.locator('#start a:focus')).toHaveCount(1);
	await expect(page).not.toHaveURL(/~lesson/);
	expect(playground.errors).toEqual([]);
});

test('on a phone the step is a strip above every part, and the list is with the methods', async ({
	page
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('./?lessons=lessons.json#case/requests?~lesson=2');
	await expect(bar(page)).toContainText('2 of 23 List the services');
	await bar(page).getByRole('button', { name: 'Fill it in' }).click();
	await expect(page.getByRole('tabpanel', { name: 'Request' })).toBeVisible();
	await page.getByRole('button', { name: 'Send request' }).click();
	await expect(page.getByRole('tabpanel', { name: 'Answer' })).toBeVisible();
	await expect(verdict(page)).toContainText('Done: ');
	await next(page).click();
	await expect(bar(page)).toContainText('3 of 23 Read what a report must answer');
	await expect(next(page)).toBeFocused();

	const fold = bar(page).getByRole('button', { name: 'Fold the step' });
	await fold.click();
	await expect(next(page)).toHaveCount(0);
	await bar(page).getByRole('button', { name: 'Unfold the step' }).click();
	const all = bar(page).getByRole('button', { name: 'All steps' });
	await all.press('Enter');
	const list = page.getByRole('tabpanel', { name: 'Start' });
	await expect(list.locator('[aria-current="step"]')).toBeFocused();
	await list.getByRole('button', { name: /Read JSON$/ }).press('Enter');
	await expect(all).toBeFocused();
	await expect(bar(page)).toContainText('5 of 23 Read JSON');
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(overflow).toBe(0);
	await bar(page).getByRole('button', { name: 'Leave the lesson' }).press('Enter');
	await expect(bar(page)).toHaveCount(0);
	await expect(page.getByRole('tab', { name: 'Request' })).toBeFocused();
	await expect(page).not.toHaveURL(/lessons/);
});

isolatedTest.describe('a custom lesson', () => {
	// A worker's own fetch does not see a file that only the test serves.
	isolatedTest.use({ serviceWorkers: 'block' });

	isolatedTest(
		'another lesson comes from a file of the site, a broken one says what is wrong',
		async ({ page }) => {
			const lesson = {
				title: 'Mine',
				steps: [{ title: 'Only', goal: 'List.', hint: '–', check: { expect: { status: 200 } } }]
			};
			await page.route('**/mine.json', (route) => route.fulfill({ json: lesson }));
			await page.route('**/broken.json', (route) =>
				route.fulfill({ json: { title: 'A', steps: [{}] } })
			);
			await openPlayground(page, '?lessons=mine.json');
			await expect(page.getByRole('heading', { name: 'Mine' })).toBeVisible();
			await expect(bar(page).getByRole('button', { name: 'Only' })).toBeVisible();
			await expect(bar(page)).toContainText('0 of 1 done');
			await bar(page).getByText('Another lesson').click();
			const source = page.getByRole('textbox', { name: 'File' });
			await source.fill('broken.json');
			await page.getByRole('button', { name: 'Load', exact: true }).click();
			await expect(page.getByRole('alert')).toHaveText(
				'broken.json is not a lesson yet. steps[0].title is missing. steps[0].goal is missing. steps[0].hint is missing. And 1 more.'
			);
			await source.fill('https://elsewhere.example/lesson.json');
			await page.getByRole('button', { name: 'Load', exact: true }).click();
			await expect(page.getByRole('alert')).toContainText('is not on this site');
		}
	);
});

test('on the stage the step, the request and its lit answer are read from afar, and keys turn all of it', async ({
	page
}) => {
	await page.setViewportSize({ width: 1280, height: 720 });
	await begin(page);
	await page.keyboard.press('F8');
	const stage = page.getByRole('main', { name: 'Stage' });
	await expect(stage).toContainText('Step 1 of 23');
	await expect(stage.getByRole('heading', { level: 1 })).toHaveCSS('font-size', '44px');
	await expect(stage.locator('.goal')).toHaveCSS('font-size', '26px');
	await expect(stage.locator('[data-part=body]')).toHaveCSS('font-size', '22px');
	await expect(page.getByRole('button', { name: 'Settings' })).toBeHidden();

	// A clicker turns the steps, which begin with the request.
	await page.keyboard.press('PageDown');
	await expect(stage).toContainText('Step 2 of 23');
	await page.keyboard.press('PageUp');
	await expect(stage).toContainText('Step 1 of 23');
	for (const step of [2, 3, 4]) {
		await page.keyboard.press('PageDown');
		await expect(stage).toContainText(`Step ${step} of 23`);
	}
	await stage.getByRole('button', { name: 'Fill it in' }).click();
	await stage.getByRole('button', { name: 'Send request' }).click();
	await expect(stage).toContainText('Done: all 10 are open potholes.');
	await expect(stage.locator('.url')).toContainText('&status=open');
	await expect(stage.locator('[data-line].lit').first()).toHaveText('<status>open</status>');
	await page.keyboard.press('3');
	await expect(stage.getByRole('listbox')).toBeVisible();
	await expect(stage).toBeFocused();

	// What is open closes first; the keys can be switched off, and be shown to the room.
	await page.keyboard.press('q');
	const code = page.getByRole('dialog', { name: 'Follow along' });
	await expect(code).toContainText('This link works on this computer only');
	await page.keyboard.press('Escape');
	await expect(code).toHaveCount(0);
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('dialog', { name: 'Find a command' })).toBeVisible();
	await page.keyboard.press('Escape');
	await stage.getByRole('button', { name: 'Keys' }).click();
	await page.getByRole('checkbox', { name: 'Use these keys' }).uncheck();
	await page.getByRole('checkbox', { name: 'Show the keys I press' }).check();
	await page.keyboard.press('Escape');
	await expect(stage).toBeVisible();
	await page.keyboard.press('2');
	await expect(stage.getByRole('radio', { name: 'Map 3' })).toBeChecked();
	await page.keyboard.press('Tab');
	await expect(page.locator('p[aria-hidden] kbd')).toHaveText('Tab');
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(overflow).toBe(0);

	// The address leads back to the scene, and leaving restores the page.
	await expect(page).toHaveURL(/~stage=3/);
	await page.reload();
	await expect(stage.getByRole('radio', { name: 'Map 3' })).toBeChecked();
	await expect(stage.getByRole('listbox')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(stage).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Settings' })).toBeVisible();
	await expect(page.locator('#response')).toBeFocused();
	await expect(page).not.toHaveURL(/~stage/);
});

test('a handout has the request, curl, the trimmed answer, the map and a QR code of the link', async ({
	page
}) => {
	const { errors } = await openPlayground(page, '.');
	await chooseItem(page, 'Teach', 'Handout');
	const handout = page.getByRole('main', { name: 'Handout' });
	await expect(handout.getByRole('heading', { level: 1 })).toHaveText('The last 90 days');
	await expect(handout).toContainText(
		/GET \/docs\/playground\/open311test\/ws\/requests\.xml\?jurisdiction_id=toronto\.ca HTTP\/1\.1\s*Host: localhost/
	);
	await expect(handout).toContainText(
		/curl .*http:\/\/127\.0\.0\.1:3110\/open311test\/ws\/requests\.xml/
	);
	await expect(handout).toContainText(/✂ [\d,]+ more lines are left out here\./);
	await expect(handout.getByRole('img', { name: 'The link as a QR code' })).toBeVisible();
	await expect(handout.locator('.map path.marker').first()).toBeVisible();
	const pdf = await page.pdf({ format: 'Letter' });
	expect(pdf.length).toBeGreaterThan(20_000);
	await handout.getByRole('button', { name: 'Back to the page' }).click();
	await expect(handout).toHaveCount(0);
	await expect(page.getByRole('banner')).toBeVisible();
	expect(errors).toEqual([]);
});

test('the way to production has the City’s six steps', async ({ page }) => {
	await openPlayground(page);
	await chooseItem(page, 'Use it', 'From mock-up to production');
	const dialog = page.getByRole('dialog', { name: 'From mock-up to production' });
	await expect(dialog.getByRole('heading', { level: 3 })).toHaveText([
		'1. Information',
		'2. Develop',
		'3. Test',
		'4. Request a key',
		'5. Supply the app',
		'6. Approval'
	]);
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
});
