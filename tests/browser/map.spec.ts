// The map: markers, the pin and circle of the request, places by name, and basemaps.
import type { Page } from '@playwright/test';
import { bringMapLibre, canvasOf } from './map-parts';
import { expect, openPlayground, test } from './playground';

const REQUESTS = '#requests.xml?jurisdiction_id=toronto.ca';
const stage = (page: Page) => page.locator('[data-part=map]');
const pin = (page: Page) => page.getByRole('button', { name: /^Pin of the request/ });
const list = (page: Page) => page.getByRole('listbox', { name: 'Service requests' });
const chosenOption = (page: Page) => list(page).getByRole('option', { selected: true });

/** An argument of the draft, as the address of the page has it. */
const ofDraft = (page: Page, name: string) =>
	new URL(page.url()).hash.match(new RegExp(`[?&]${name}=([^&]*)`))?.[1] ?? null;

async function middleOf(page: Page) {
	const box = await stage(page).boundingBox();
	if (!box) throw new Error('The map has no place.');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

for (const drawn of ['WebGL', 'SVG'] as const) {
	const tag = drawn === 'WebGL' ? '@webgl' : [];
	test.describe(`drawn with ${drawn}`, { tag }, () => {
		const surface = (page: Page) => page.getByRole('region', { name: 'Map of service requests' });

		const draw = async (page: Page) => {
			await expect(surface(page)).toBeVisible();
			if (drawn === 'WebGL') await bringMapLibre(page);
		};

		test.afterEach(async ({ page }) => {
			await expect(canvasOf(page)).toHaveCount(drawn === 'WebGL' ? 1 : 0);
		});

		test('a click on a marker selects it, and so does Enter at the centre', async ({ page }) => {
			// The location of 101000000001: 296 Brunswick Ave.
			await openPlayground(page, `${REQUESTS}&~map=16/43.6655/-79.4076`);
			await draw(page);
			await surface(page).focus();
			await page.keyboard.press('Enter');
			await expect(chosenOption(page)).toContainText('101000000001');
			await expect(chosenOption(page)).toContainText('Road - Pot hole CSROWR-12');
			await expect(chosenOption(page)).toBeInViewport();
			await page.keyboard.press('Escape');
			await expect(chosenOption(page)).toHaveCount(0);
			const { x, y } = await middleOf(page);
			await expect(async () => {
				await page.mouse.move(x + 40, y);
				await page.mouse.move(x, y);
				await expect(stage(page).getByText('101000000001')).toBeVisible({ timeout: 1_000 });
				await page.mouse.click(x, y);
				await expect(chosenOption(page)).toContainText('101000000001', { timeout: 1_000 });
			}).toPass();
			await page.mouse.move(x + 60, y + 60);
			await expect(stage(page).getByText('101000000001')).toHaveCount(0);
		});

		test('the pin is dragged, pushed by keys and taken away', async ({ page }) => {
			const { errors } = await openPlayground(
				page,
				`${REQUESTS}&lat=43.66&long=-79.39&radius=1000&~map=13/43.66/-79.39`
			);
			await draw(page);
			await expect(pin(page)).toBeVisible();
			const long = () => Number(ofDraft(page, 'long'));
			// Waits until the pin has come to rest.
			await pin(page).hover();
			const box = await pin(page).boundingBox();
			if (!box) throw new Error('The pin has no place.');
			await page.mouse.down();
			await page.mouse.move(box.x + box.width / 2 + 60, box.y + box.height / 2, { steps: 4 });
			await page.mouse.up();
			// 60 pixels at zoom 13 are 60 / (512 · 2¹³) of the 360 degrees.
			const dragged = -79.39 + (60 * 360) / (512 * 2 ** 13);
			await expect.poll(() => Math.abs(long() - dragged)).toBeLessThan(0.0005);
			const before = long();
			await pin(page).focus();
			await page.keyboard.press('ArrowRight');
			await expect.poll(long).toBeCloseTo(before + (10 * 360) / (512 * 2 ** 13), 4);
			await page.getByRole('slider', { name: 'Radius of the search' }).focus();
			await page.keyboard.press('PageUp');
			await expect.poll(() => ofDraft(page, 'radius')).toBe('2000');
			await pin(page).focus();
			await page.keyboard.press('Delete');
			await expect(pin(page)).toHaveCount(0);
			await expect.poll(() => ofDraft(page, 'lat')).toBeNull();
			expect(errors).toEqual([]);
		});

		test('a circle can be drawn and searched, and its requests are shown', async ({ page }) => {
			const playground = await openPlayground(page, `${REQUESTS}&~map=12/43.655/-79.4`);
			await draw(page);
			await page.getByRole('button', { name: 'Search in a circle' }).click();
			const { x, y } = await middleOf(page);
			await page.mouse.move(x, y);
			await page.mouse.down();
			await page.mouse.move(x + 80, y, { steps: 4 });
			await page.mouse.up();
			// 80 pixels of 512 · 2¹² on a parallel of 40,075 km · cos 43.655°.
			const metres = (80 * 40_075_017 * Math.cos((43.655 * Math.PI) / 180)) / (512 * 2 ** 12);
			await expect.poll(() => Math.abs(Number(ofDraft(page, 'radius')) - metres)).toBeLessThan(20);
			await page.getByRole('button', { name: 'Send request' }).click();
			const options = list(page).getByRole('option');
			await expect(options.nth(39)).toHaveCount(0);
			await expect(playground.status).toHaveText(/^200 OK, [1-9]\d? service requests/);
			await expect(options.first()).toBeVisible();
		});
	});
}

test('from a table row to the map, to the text and back, with the keyboard only', async ({
	page
}) => {
	const { errors } = await openPlayground(
		page,
		`${REQUESTS}&service_code=CSROWR-12&status=open&~tab=table`
	);
	await page.getByRole('grid').focus();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	const id = await page
		.getByRole('row', { selected: true })
		.getByRole('rowheader')
		.first()
		.textContent();
	const row = page.getByRole('row', { selected: true });
	await expect(chosenOption(page)).toContainText(id ?? 'none');
	await expect(chosenOption(page)).toBeInViewport();

	// Tab until the list beside the map has the focus.
	for (let tabs = 0; tabs < 80; tabs++) {
		await page.keyboard.press('Tab');
		if (await list(page).evaluate((list) => list === document.activeElement)) break;
	}
	await expect(list(page)).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect(chosenOption(page)).not.toContainText(id ?? 'none');
	const second = (await chosenOption(page).textContent()) ?? '';
	await expect(row).toContainText(/\d{12}/.exec(second)?.[0] ?? 'none');
	await page.keyboard.press('ArrowUp');
	await expect(chosenOption(page)).toContainText(id ?? 'none');
	await expect(row).toContainText(id ?? 'none');
	expect(errors).toEqual([]);
});

test('an intersection is found by name and becomes the location of a report', async ({ page }) => {
	await openPlayground(page);
	await page.getByRole('link', { name: 'POST Service Request' }).click();
	const find = page.getByRole('combobox', { name: 'Find a corner or place' });
	await find.fill('queen street spadina');
	await expect(page.getByRole('option', { name: 'Queen St W & Spadina Ave' })).toBeVisible();
	await find.press('Enter');
	await expect(find).toHaveValue('Queen St W & Spadina Ave');
	await page.getByRole('button', { name: 'Use this place' }).click();
	await expect.poll(() => ofDraft(page, 'lat')).toMatch(/^43\.648/);
	await find.fill('no such corner at all');
	await expect(page.getByText('No corner, bridge, park or place matches.')).toBeVisible();
});

test('a request without a location is counted, listed, and says so', async ({ page }) => {
	await openPlayground(page, '.');
	await expect(page.getByText('1 has no location')).toBeVisible();
	const row = list(page).getByRole('option').filter({ hasText: 'No location' });
	await row.click();
	await expect(row).toHaveAttribute('aria-selected', 'true');
	await expect(row).toBeInViewport();
});

test(
	'no other server is asked for a basemap until the user chooses one',
	{ tag: '@webgl' },
	async ({ page }) => {
		const { foreign, errors } = await openPlayground(page);
		await expect(stage(page).locator('path.land')).toBeVisible();
		expect(foreign).toEqual([]);

		await page.route('https://tiles.openfreemap.org/**', (route) => {
			const { pathname } = new URL(route.request().url());
			const style = {
				version: 8,
				sources: { planet: { type: 'vector', url: 'https://tiles.openfreemap.org/planet' } },
				layers: [{ id: 'all', type: 'background', paint: { 'background-color': '#102030' } }]
			};
			if (pathname === '/styles/positron') return route.fulfill({ json: style });
			if (pathname !== '/planet') return route.fulfill({ body: '' });
			return route.fulfill({
				json: { tiles: ['https://tiles.openfreemap.org/t/{z}/{x}/{y}.pbf'], attribution: 'OSM' }
			});
		});
		await page.getByRole('button', { name: 'About this map' }).click();
		await expect(page.getByText('tiles.openfreemap.org')).toBeVisible();
		await page.getByRole('radio', { name: /^OpenFreeMap/ }).check();
		// The map itself credits the tiles.
		await expect(stage(page).locator('.credits')).toHaveText('OSM');
		// The style, where its tiles are, and the first of them.
		await expect.poll(() => foreign.length).toBeGreaterThanOrEqual(3);
		expect(foreign.every((url) => url.startsWith('https://tiles.openfreemap.org/'))).toBe(true);

		await page.route('https://tiles.versatiles.org/**', (route) => route.abort());
		// The choice fails at once and is reverted, so click instead of check.
		await page.getByRole('radio', { name: /^VersaTiles/ }).click();
		await expect(
			page.getByText(/^VersaTiles cannot be used: it could not be reached/)
		).toBeVisible();
		await expect(page.getByRole('radio', { name: /^Embedded/ })).toBeChecked();
		expect(errors.filter((words) => !words.includes('net::ERR_FAILED'))).toEqual([]);
	}
);
