// The lessons with the keyboard only; the stage; the handout; the steps to production.
import type { Locator, Page } from '@playwright/test';
import { expect, isolatedTest, openPlayground, test } from './playground';
import { chooseItem } from './shell';

const bar = (page: Page) => page.getByRole('region', { name: 'Lesson' });

/** Presses Tab until the target has the focus, then the key, like a user without a mouse. */
async function press(page: Page, target: Locator, key = 'Enter') {
	await expect(target).toBeVisible();
	await target.focus();
	await expect(target).toBeFocused();
	await page.keyboard.press(key);
}

async function begin(page: Page) {
	const playground = await openPlayground(page);
	await press(page, page.getByRole('button', { name: 'Teach', exact: true }));
	await press(page, page.getByRole('menuitem', { name: /^Lessons/ }));
	await expect(page.getByRole('heading', { name: 'A first client for Open311' })).toBeVisible();
	await press(page, page.getByRole('button', { name: 'Begin' }));
	await expect(bar(page)).toContainText('1 of 23');
	return playground;
}

const TITLES = [
	'Find the endpoints',
	'List the services',
	'Read what a report must answer',
	'Search',
	'Read JSON',
	'Report a pothole with a photo',
	'Follow the token',
	'Read its status',
	'Find it on the map',
	'Report where nothing is asked',
	'Meet a token that waits',
	'Ask again later',
	'Take an id at once',
	'Look back further than 90 days',
	'Ask for one day in Toronto',
	'Join on the code, not the name',
	'Read ids that are numbers',
	'Read a request without a place',
	'Handle a refusal',
	'Handle what is not there',
	'Handle a bad key',
	'Cope with a server in trouble',
	'Write a first client'
];

test('every lesson can be done with the keyboard, and progress is kept', async ({ page }) => {
	test.slow();
	const playground = await begin(page);
	for (const [at, title] of TITLES.entries()) {
		await expect(bar(page).getByRole('heading', { name: title })).toBeVisible();
		await expect(bar(page)).toContainText('Send a request.');
		await press(page, bar(page).getByText('Hint'));
		const switching = bar(page).getByRole('button', { name: /^Switch to / });
		if (['Take an id at once', 'Look back further than 90 days'].includes(title)) {
			await press(page, switching);
		}
		await expect(switching).toHaveCount(0);
		await press(page, bar(page).getByRole('button', { name: 'Fill it in' }));
		await page.keyboard.press('Control+Enter');
		if (title === 'Find it on the map') {
			await expect(bar(page)).toContainText(
				'Not yet. No request is chosen: the step asks for 101000900001.'
			);
			await press(page, page.getByRole('listbox', { name: /service requests/i }), 'Home');
		}
		await expect(bar(page)).toContainText('✓ Done: ');
		await press(page, bar(page).getByRole('button', { name: 'Next' }));
		if (at < TITLES.length - 1) {
			await expect(bar(page)).toContainText(`${at + 2} of ${TITLES.length}`);
		}
	}
	await expect(bar(page)).toContainText('You have a client for Open311');
	await page.reload();
	await expect(bar(page)).toContainText('You have a client for Open311');
	await press(page, bar(page).getByRole('button', { name: 'Previous' }));
	await expect(bar(page)).toContainText('✓ Done.');
	await press(page, bar(page).getByRole('button', { name: 'Leave' }));
	await expect(bar(page)).toHaveCount(0);
	await chooseItem(page, 'Teach', 'Lessons');
	await expect(page.getByText('23 of 23 steps done')).toBeVisible();
	expect(playground.errors.filter((words) => !words.includes('503'))).toEqual([]);
});

test('a wrong request gets a message about what is missing', async ({ page }) => {
	const playground = await begin(page);
	await page.getByRole('link', { name: /GET Service List$/ }).click();
	await playground.send(/^200 OK, 6 services/);
	await expect(bar(page)).toContainText(
		'Not yet. You sent GET Service List: the step asks for Service Discovery.'
	);
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
			await expect(bar(page)).toContainText('1 of 1 Only');
			await chooseItem(page, 'Teach', 'Lessons');
			await expect(page.getByRole('heading', { name: 'Mine' })).toBeVisible();
			const source = page.getByRole('textbox', { name: 'Another lesson' });
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
	const size = (locator: Locator) =>
		locator.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
	expect(await size(stage.getByRole('heading', { level: 1 }))).toBe(44);
	expect(await size(stage.locator('.goal'))).toBe(26);
	expect(await size(stage.locator('[data-part=body]'))).toBe(22);
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
	await page.keyboard.press('Escape');
	await expect(stage).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Settings' })).toBeVisible();
	await expect(page.locator('#response')).toBeFocused();
	await expect(page).not.toHaveURL(/~stage/);
});

test('a handout has the request, curl, the trimmed answer, the map and a QR code of the link', async ({
	page
}) => {
	const { errors } = await openPlayground(page);
	await chooseItem(page, 'Teach', 'Handout');
	const handout = page.getByRole('main', { name: 'Handout' });
	await expect(handout.getByRole('heading', { level: 1 })).toHaveText('The last 90 days');
	await expect(handout).toContainText('GET ');
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
