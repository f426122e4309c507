// The frame of the page: its columns, the menus of the header, every layout.
import type { Page } from '@playwright/test';
import { heightOf, widthOf } from './measures';
import { expect, openPlayground, test } from './playground';
import { chooseItem, openFromGallery } from './shell';
import { expectStatus } from './status';

const intro = (page: Page) => page.locator('[data-part=intro]');
const clock = (page: Page) => page.getByRole('button', { name: /^The mock-up’s clock: / });

test('a first visit has the introduction until it is closed', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await openPlayground(page, '.');
	await expect(page.getByText('answered by', { exact: true })).toBeVisible();
	await page.getByRole('button', { name: 'Close the introduction' }).click();
	await expect(intro(page)).toHaveCount(0);
	await page.reload();
	await expectStatus(page, /^200 OK/);
	await expect(intro(page)).toHaveCount(0);
	await chooseItem(page, 'Use it', 'Introduction');
	await page.getByRole('button', { name: /^See open potholes/ }).click();
	await expect(intro(page)).toHaveCount(0);
	await expectStatus(page, /^200 OK, 10 service requests/);
	await expect(page.locator('#map').getByRole('listbox').filter({ visible: true })).toBeFocused();
});

test('the columns keep their widths', async ({ page }) => {
	await page.setViewportSize({ width: 1280, height: 720 });
	await openPlayground(page, './#case/requests-open-potholes');
	await expect(page.getByRole('link', { name: 'Open potholes' })).toHaveAttribute(
		'aria-current',
		'true'
	);
	const columns = ['#start', '#request', '#response', '#map'].map((id) => page.locator(id));
	const widths = () => Promise.all(columns.map(widthOf));
	const width = (id: string) => expect.poll(() => widthOf(page.locator(id)), id);
	await expect.poll(widths).toEqual([200, 308, expect.closeTo(454, 0), 316]);

	const line = page.getByRole('separator', { name: 'Width of the request' });
	await line.press('ArrowRight');
	await width('#request').toBe(324);
	await line.press('Home');
	await line.press('ArrowLeft');
	await width('#request').toBe(280);
	await line.press('End');
	await width('#response').toBeGreaterThanOrEqual(400);
	await page.reload();
	await expectStatus(page, /^200 OK/);
	await width('#request').toBeGreaterThan(330);
	await line.dblclick({ position: { x: 1, y: 24 } });
	await width('#request').toBe(308);

	// The answer takes all the room, and gives it back where a column is wanted.
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('dialog')).toBeVisible();
	await page.keyboard.type('maximise the answer');
	await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(/maximise/i);
	await page.keyboard.press('Enter');
	const rail = page.getByRole('button', { name: /^Map and list/ });
	await expect(rail).toHaveText(/Map and list\s*10/);
	await expect.poll(() => widthOf(rail)).toBe(40);
	await expect(page.locator('#request')).toBeHidden();
	await rail.click();
	await expect(page.locator('#map')).toBeFocused();
	await expect.poll(widths).toEqual([200, 308, expect.closeTo(454, 0), 316]);
});

test('the header: menus by keyboard, the endpoint, the clock and simulated faults', async ({
	page
}) => {
	const playground = await openPlayground(page, './#case/requests-open-potholes');
	const use = page.getByRole('button', { name: 'Use it' });
	await use.focus();
	await page.keyboard.press('ArrowDown');
	await expect(page.getByRole('menuitem', { name: /^Code for this request/ })).toBeFocused();
	await page.keyboard.press('e');
	await page.keyboard.press('e');
	await expect(page.getByRole('menuitem', { name: /^Export/ })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(use).toBeFocused();

	await clock(page).click();
	await page.getByRole('button', { name: '1 week on' }).click();
	await expect(clock(page)).toHaveAccessibleName(
		'The mock-up’s clock: 22 June 2012, 12:00 · moved'
	);
	await expect(playground.status).toHaveText(/^200 OK, 4 service requests/);
	await page.getByRole('button', { name: 'Back to 15 June' }).click();
	await expect(playground.status).toHaveText(/^200 OK, 10 service requests/);
	await page.getByRole('button', { name: 'All mock-up controls' }).click();
	await page.getByRole('combobox', { name: 'Status', exact: true }).selectOption('503');
	await page.keyboard.press('Escape');
	await expect(page.locator('#nav-console')).toBeFocused();
	await playground.send(/^503/);
	const faults = page.getByRole('button', { name: 'Simulated faults: on' });
	expect(await heightOf(page.getByRole('banner'))).toBe(48);
	await faults.click();
	await page.getByRole('dialog').getByRole('button', { name: 'Turn off' }).click();
	await expect(playground.status).toHaveText(/^200 OK, 10 service requests/);
	await expect(faults).toHaveCount(0);

	const endpoint = page.getByRole('button', { name: 'Endpoint: Toronto mock-up', exact: true });
	await endpoint.press('Enter');
	await expect(page.getByRole('option', { name: /^Toronto mock-up Inside/ })).toBeFocused();
	await page.keyboard.press('End');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Add a server' })).toBeVisible();
	expect(playground.errors.filter((words) => !words.includes('503'))).toEqual([]);
});

test('a narrower window has a drawer, and the map over the answer', async ({ page }) => {
	await page.setViewportSize({ width: 1024, height: 768 });
	await openPlayground(page, './#case/requests-open-potholes');
	await expect(page.getByRole('button', { name: 'Share' })).toBeHidden();
	await chooseItem(page, 'Use it', 'Share');
	await expect(page.getByRole('dialog', { name: 'Share this page' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('button', { name: 'Use it' })).toBeFocused();
	const methods = page.getByRole('button', { name: 'Methods', exact: true });
	await methods.click();
	await expect(page.getByRole('link', { name: 'GET Service Discovery' })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(methods).toBeFocused();
	const rail = page.getByRole('button', { name: /^Map and list/ });
	const before = await widthOf(page.locator('#response'));
	await rail.click();
	await expect(rail).toHaveAttribute('aria-expanded', 'true');
	await expect(page.locator('#map')).toBeVisible();
	await expect.poll(() => widthOf(page.locator('#response'))).toBe(before);
	await rail.click();
	await expect(page.locator('#map')).toBeHidden();
});

test('magnified twice the page is one column, and it scrolls', async ({ page }) => {
	await page.setViewportSize({ width: 640, height: 360 });
	await openPlayground(page, './#case/requests-open-potholes');
	const tops = await page
		.locator('#request, #response, #map')
		.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
	expect(tops).toHaveLength(3);
	expect(tops).toEqual(tops.toSorted((a, b) => a - b));
	for (const name of ['Answer', 'Map and list']) {
		await page.getByRole('link', { name, exact: true }).click();
		const part = page.locator(name === 'Answer' ? '#response' : '#map');
		await expect(part).toBeFocused();
		await expect(part).toBeInViewport();
	}
	await page.getByRole('button', { name: 'Methods', exact: true }).click();
	await page.getByRole('link', { name: 'The six services' }).click();
	await expectStatus(page, /^200 OK, 6 services/);
	await expect(page.getByRole('navigation', { name: 'API' })).toBeHidden();
});

test('a phone begins with the tasks', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await openPlayground(page, '.');
	await expect(page.getByRole('tab', { selected: true })).toHaveText(/Start/);
	await expect(page.getByRole('button', { name: /^Report one/ })).toBeInViewport();
	await expect(clock(page)).toBeInViewport();
	await page.getByRole('button', { name: /^History/ }).click();
	await expect(page.getByRole('region', { name: 'History' })).toBeVisible();
	await page.keyboard.press('Escape');
	await openFromGallery(page, 'The six services');
	await expect(page.getByRole('tab', { name: 'Request' })).toHaveAttribute('aria-selected', 'true');
	await page.getByRole('tab', { name: 'Answer' }).click();
	await expect(page.getByRole('tabpanel', { name: 'Answer' })).toContainText('<services>');
});

test('the keyboard has links past what comes first, grips on the lines, and never loses its place', async ({
	page
}) => {
	await openPlayground(page, './#case/requests-open-potholes');
	await expect(page).toHaveTitle('Open potholes – Toronto Open311 Playground');
	for (const [at, [name, id]] of (
		[
			['Skip to the request', '#request'],
			['Skip to the answer', '#response'],
			['Skip to the map and list', '#map']
		] as const
	).entries()) {
		await page.locator('body').evaluate(() => (document.activeElement as HTMLElement).blur());
		await page.getByRole('link', { name: 'Skip to the request' }).focus();
		for (let presses = 0; presses < at; presses++) await page.keyboard.press('Tab');
		await expect(page.getByRole('link', { name })).toBeFocused();
		await expect(page.getByRole('link', { name })).toBeInViewport();
		await page.keyboard.press('Enter');
		await expect(page.locator(id)).toBeFocused();
	}
	const grips = page.getByRole('separator');
	await expect(grips).toHaveCount(3);
	for (const grip of await grips.all()) {
		expect([await widthOf(grip), await heightOf(grip)]).toEqual([24, 48]);
	}
	await page.getByRole('link', { name: 'GET Service List' }).click();
	await expect(page).toHaveTitle('GET Service List – Toronto Open311 Playground');

	// What goes away takes no focus with it.
	const focused = () => page.evaluate(() => document.activeElement?.localName);
	await chooseItem(page, 'Teach', 'Lessons');
	await expect(page.getByRole('region', { name: 'Lesson' }).locator(':focus')).toHaveCount(1);
	await page.getByRole('button', { name: 'Leave the lesson' }).press('Enter');
	await expect(page.getByRole('region', { name: 'Lesson' })).toHaveCount(0);
	await expect.poll(focused).not.toBe('body');
	await chooseItem(page, 'Teach', 'Handout');
	await page.getByRole('button', { name: 'Back to the page' }).press('Enter');
	await expect(page.locator('#request')).toBeVisible();
	await expect.poll(focused).not.toBe('body');
});
