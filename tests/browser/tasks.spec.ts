// The four tasks of the introduction from a first visit, counted in actions: a click or a press of a
// key each. The focus never falls out of the page meanwhile.
import type { Locator, Page } from '@playwright/test';
import { expect, isolatedTest, openPlayground, test } from './playground';
import { resize, type Size } from './measures';
import { expectStatus } from './status';

/** Whether the focus is on something, where a person with a keyboard goes on. */
const hasFocus = (page: Page) => page.evaluate(() => document.activeElement !== document.body);

/** A first visit, which counts its actions. */
async function firstVisit(page: Page, size: Size) {
	await resize(page, size);
	await openPlayground(page, '.');
	let actions = 0;
	return {
		/** Presses a button, and does not go on before the focus is somewhere. */
		press: async (locator: Locator) => {
			await locator.filter({ visible: true }).first().click();
			actions += 1;
			await expect.poll(() => hasFocus(page), `focus after action ${actions}`).toBe(true);
		},
		actions: () => actions
	};
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

for (const [device, size] of [
	['desktop', [1280, 720]],
	['phone', [390, 844]]
] as const) {
	const isPhone = device === 'phone';

	test(`on a ${device} the open potholes are seen with 3 actions`, async ({ page }) => {
		const visit = await firstVisit(page, size);
		await visit.press(button(page, /^See open potholes/));
		const list = page.getByRole('listbox', { name: 'Service requests' });
		await expect(list.getByRole('option')).toHaveCount(10);
		await expect(list).toContainText('101000000236');
		await expect(list).toBeInViewport();
		await expect(page.getByRole('region', { name: 'Map of service requests' })).toBeInViewport();
		expect(visit.actions()).toBeLessThanOrEqual(3);
	});

	test(`on a ${device} a report is sent and seen open on the map with 8 actions`, async ({
		page
	}) => {
		const visit = await firstVisit(page, size);
		await visit.press(button(page, /^Report one/));
		await visit.press(button(page, /^Use this place/));
		await visit.press(page.getByText('Curb lane', { exact: true }));
		await visit.press(page.getByText('Yes', { exact: true }));
		await visit.press(button(page, /^Send report/));
		await visit.press(button(page, /^Ask for its id/));
		await visit.press(button(page, /^See its status/));
		if (isPhone) await visit.press(page.getByRole('tab', { name: 'Map', exact: true }));
		const row = page.getByRole('listbox', { name: 'Service requests' }).getByRole('option');
		await expect(row).toHaveText(/101000900001\s*open/);
		await expect(row).toBeInViewport();
		await expect(page.locator('[data-part=map] path.marker.pothole.open').last()).toBeInViewport();
		expect(visit.actions()).toBeLessThanOrEqual(8);
	});

	test(`on a ${device} code that runs is copied with 3 actions`, async ({ page, context }) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		const visit = await firstVisit(page, size);
		await visit.press(button(page, /^Write my client/));
		await expect(page.getByRole('combobox', { name: 'Language' })).toBeFocused();
		await expect(page.getByText('Run npm run mock first')).toBeVisible();
		await visit.press(button(page, 'Copy the code'));
		await expect
			.poll(() => page.evaluate(() => navigator.clipboard.readText()))
			.toBe(
				"curl -i 'http://127.0.0.1:3110/open311test/ws/requests.xml?jurisdiction_id=toronto.ca'\n"
			);
		expect(visit.actions()).toBeLessThanOrEqual(3);
	});

	test(`on a ${device} the first lesson begins with 2 actions`, async ({ page }) => {
		const visit = await firstVisit(page, size);
		await visit.press(button(page, /^Teach it/));
		await visit.press(page.getByRole('menuitem', { name: /^Lessons/ }));
		await expect(page.getByRole('region', { name: 'Lesson' })).toContainText('Find the endpoints');
		expect(visit.actions()).toBeLessThanOrEqual(2);
	});
}

/** Goes on with the Tab key until this has the focus; fails where it cannot be reached. */
async function tabTo(page: Page, locator: Locator) {
	await expect(locator).toBeVisible();
	const isReached = () => locator.evaluate((element) => element === document.activeElement);
	for (let presses = 0; presses < 100; presses++) {
		if (await isReached()) return;
		await page.keyboard.press('Tab');
	}
	await expect(locator, 'reached with 100 presses of Tab').toBeFocused();
}

isolatedTest.describe('on a slow line', () => {
	// Playwright delays nothing that a service worker fetches.
	isolatedTest.use({ serviceWorkers: 'block' });

	isolatedTest('who has chosen a place is led to the form once it has come', async ({ page }) => {
		const form = page.waitForEvent('requestfinished', (request) =>
			/\/form-.*\.js$/.test(request.url())
		);
		let chosen = () => {};
		const isChosen = new Promise<void>((resolve) => (chosen = resolve));
		await page.route(/\/assets\/form-.*\.js$/, async (route) => {
			await isChosen;
			await route.continue();
		});
		await openPlayground(page, '.');
		await button(page, 'Report one place, two questions').click();
		await button(page, /^Use this place/).click();
		const lat = page.getByRole('textbox', { name: /^lat/ });
		await expect(lat).toHaveCount(0);
		chosen();
		await form;
		await expect(lat).toBeFocused();
	});
});

test('a report takes six choices with the keyboard alone, and no typing', async ({ page }) => {
	const { errors } = await openPlayground(page, '.');
	let choices = 0;
	const choose = async (locator: Locator, key = 'Enter') => {
		await tabTo(page, locator);
		await page.keyboard.press(key);
		choices += 1;
		await expect.poll(() => hasFocus(page), `focus after choice ${choices}`).toBe(true);
	};
	await choose(button(page, 'Report one place, two questions'));
	await expect(page.getByRole('region', { name: 'Map of service requests' })).toBeFocused();
	await choose(button(page, /^Use this place/));
	await expect(page.getByRole('textbox', { name: /^lat/ })).toBeFocused();
	for (const answer of ['Curb lane', 'Yes']) {
		const radio = page.getByRole('radio', { name: answer, exact: true });
		await expect(radio).not.toBeChecked();
		await choose(radio, 'Space');
		await expect(radio).toBeChecked();
	}
	await page.keyboard.press('Control+Enter');
	choices += 1;
	const ask = button(page, /^Ask for its id/);
	await choose(ask);
	expect(choices).toBe(6);
	// The next step has the place, and the focus, of the one that was taken.
	await expect(button(page, /^See its status/)).toBeFocused();
	await page.keyboard.press('Enter');
	await expectStatus(page, /^200 OK, 1 service request/);
	await expect(page.locator('#map').getByRole('option')).toHaveText(/101000900001\s*open/);
	expect(errors).toEqual([]);
});
