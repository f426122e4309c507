// The column of map and list: its legend, what it shows of each answer, and choosing a place.
import type { Page } from '@playwright/test';
import { violations } from './axe';
import { bringMapLibre, canvasOf, coloursIn } from './map-parts';
import { expect, openPlayground, test } from './playground';

const ALL = '#requests.xml?jurisdiction_id=toronto.ca';
const part = (page: Page, name: string) => page.locator(`[data-part=${name}]`);
const options = (page: Page) =>
	page.getByRole('listbox', { name: 'Service requests' }).getByRole('option');
const surface = (page: Page) => page.getByRole('region', { name: 'Map of service requests' });
/** An argument of the draft, as the address of the page has it. */
const ofDraft = (page: Page, name: string) =>
	new URL(page.url()).hash.match(new RegExp(`[?&]${name}=([^&]*)`))?.[1] ?? null;

test('the legend filters the map and the list', async ({ page }) => {
	await openPlayground(page, ALL);
	await expect(surface(page)).toBeVisible();
	const head = part(page, 'list').getByRole('heading');
	await expect(head).toHaveText('96 requests');
	const sent = page.url();
	const pothole = part(page, 'legend').getByRole('button', { name: 'Pothole' });
	await expect(pothole).toHaveAttribute('aria-pressed', 'true');
	await pothole.click();
	await expect(pothole).toHaveAttribute('aria-pressed', 'false');
	await expect(head).toHaveText(/^6\d of 96 shown\.$/);
	await expect(options(page).filter({ hasText: 'CSROWR-12' })).toHaveCount(0);
	await part(page, 'legend').getByRole('button', { name: 'Graffiti' }).click();
	await page.getByRole('checkbox', { name: /^Litter bin SWLMALB-02/ }).uncheck();
	await page.keyboard.press('Escape');
	await expect(
		part(page, 'legend').getByRole('button', { name: /Graffiti ?, 4 of 5/ })
	).toBeFocused();
	await expect(head).toHaveText(/^5\d of 96 shown\.$/);
	expect(page.url()).toBe(sent);
	expect(await violations(part(page, 'legend'))).toEqual([]);
	await part(page, 'list').getByRole('button', { name: 'Show all' }).click();
	await expect(head).toHaveText('96 requests');
});

test('the list is one tab stop; arrows choose, Enter asks for the chosen request', async ({
	page
}) => {
	await openPlayground(page, ALL);
	const list = page.getByRole('listbox', { name: 'Service requests' });
	await list.focus();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true');
	await expect(options(page).nth(1)).toContainText('Due');
	const id = /\d{12}/.exec((await options(page).nth(1).textContent()) ?? '')?.[0];
	await page.keyboard.press('End');
	await expect(options(page).last()).toBeInViewport({ ratio: 0.5 });
	await page.keyboard.press('Home');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(options(page)).toHaveCount(1);
	expect(page.url()).toContain(`#request?service_request_id=${id}`);
	await expect(list).toBeFocused();
});

for (const drawn of ['WebGL', 'SVG'] as const) {
	const tag = drawn === 'WebGL' ? '@webgl' : [];
	test(`a place is chosen with the keys alone, drawn with ${drawn}`, { tag }, async ({ page }) => {
		await page.goto('#submit.xml?jurisdiction_id=toronto.ca&service_code=CSROWR-12');
		const choose = page.getByRole('button', { name: 'Choose a place' });
		await choose.focus();
		await page.keyboard.press('Enter');
		await expect(surface(page)).toBeFocused();
		const card = page.getByRole('region', { name: 'The place at the crosshair' });
		await expect(card).toContainText('TORONTO CITY HALL at the crosshair');
		await expect(card).toContainText('43.65344, -79.38409');
		await expect(card).toContainText('Inside the city. No open report within 60 m.');
		expect(await violations(page)).toEqual([]);
		await page.keyboard.press('ArrowRight');
		// 32 pixels at zoom 14 are 32 / (512 · 2¹⁴) of the 360 degrees.
		const east = (-79.38409 + (32 * 360) / (512 * 2 ** 14)).toFixed(4);
		await expect(card).toContainText(east);
		// The arrow brought MapLibre, which has the focus of what was there before.
		if (drawn === 'WebGL') await expect(canvasOf(page)).toBeFocused();
		await expect(surface(page)).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(card).toHaveCount(0);
		expect(ofDraft(page, 'lat')).toBeNull();
		await choose.focus();
		await page.keyboard.press('Enter');
		await expect(card).toContainText('TORONTO CITY HALL');
		await page.keyboard.press('Enter');
		await expect(card).toHaveCount(0);
		await expect.poll(() => ofDraft(page, 'lat')).toBe('43.65344');
		expect(ofDraft(page, 'long')).toBe('-79.38409');
		await expect(page.locator(':focus')).toHaveAttribute('id', /lat/);
	});
}

test('a place says what will be wrong with it', async ({ page }) => {
	const choose = page.getByRole('button', { name: 'Choose a place' });
	const card = page.getByRole('region', { name: 'The place at the crosshair' });
	// 40 m north of the open pothole 101000000001.
	await page.goto(
		'#submit?jurisdiction_id=toronto.ca&service_code=CSROWR-12&lat=43.66586&long=-79.4076'
	);
	await choose.click();
	await expect(card).toContainText(
		/Would be cancelled as a duplicate of 101000000001, (39|40|41) m away\./
	);
	await expect(page.getByRole('region', { name: 'Open reports nearby' })).toContainText(
		'101000000001 Road - Pot hole'
	);
	await page.keyboard.press('Escape');
	await page.goto('#submit?jurisdiction_id=toronto.ca&service_code=CSROWR-12&lat=43.6&long=-79.3');
	await choose.click();
	await expect(card).toContainText('Outside the city: the mock-up would refuse the report.');
});

test('the column follows the answer, and says where its places are from another', async ({
	page
}) => {
	await openPlayground(page, `${ALL}&service_code=CSROWR-12&status=open`);
	const map = part(page, 'map');
	const list = part(page, 'list');
	await expect(surface(page)).toBeVisible();
	await page.goto('#services.xml?jurisdiction_id=toronto.ca');
	await expect(list).toContainText(
		'Service lists have no places The map still shows the 10 open potholes of your last search, one of them without a location.'
	);
	await expect(map.getByText(/^From GET Service Requests, \d\d:\d\d$/)).toBeVisible();
	expect(await violations(page.locator('#map'))).toEqual([]);
	await page.goto('#definition.xml?jurisdiction_id=toronto.ca&service_code=CSROWR-12');
	const preview = page.getByRole('region', { name: 'The form that this definition makes' });
	await expect(preview).toContainText('attribute[POTSIZE] required');
	await expect(preview.getByRole('listitem').filter({ hasText: 'YES' })).toHaveCount(1);
	await expect(surface(page)).toBeHidden();
	expect(await violations(page.locator('#map'))).toEqual([]);
	await page.goto(`${ALL}&service_code=CSROWR-12&status=open`);
	await expect(options(page)).toHaveCount(10);
	await expect(surface(page)).toBeVisible();
	await page.getByRole('radio', { name: 'JSON', exact: true }).click();
	await expect(map.getByText('From the answer before')).toBeVisible();
	await expect(list).toContainText('10 requests in the answer before');
	expect(await violations(page.locator('#map'))).toEqual([]);
	await page.getByRole('radio', { name: 'XML', exact: true }).click();
	await expect(map.getByText('From the answer before')).toHaveCount(0);
	await page.goto(
		'#requests.xml?jurisdiction_id=toronto.ca&status=open&service_code=CSROWR-12&start_date=2012-06-15T11:59:00-04:00'
	);
	await expect(list).toContainText(
		'No service requests match. The mock-up stands at 15 June 2012; try the last 90 days, or both statuses.'
	);
	await list.getByRole('button', { name: '90 days' }).click();
	await expect(options(page)).toHaveCount(10);
});

for (const drawn of ['WebGL', 'SVG'] as const) {
	const tag = drawn === 'WebGL' ? '@webgl' : [];
	const title = `in forced colours the map keeps its own and one row is marked, drawn with ${drawn}`;
	test(title, { tag }, async ({ page }) => {
		await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
		await openPlayground(page);
		await expect(surface(page)).toBeVisible();
		if (drawn === 'WebGL') await bringMapLibre(page);
		await options(page).nth(1).click();
		await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true');
		const grounds = await options(page).evaluateAll((rows) =>
			rows.map((row) => getComputedStyle(row).backgroundColor)
		);
		const [chosen, ...others] = [grounds[1], grounds[0], ...grounds.slice(2)];
		expect(new Set(others).size).toBe(1);
		expect(others).not.toContain(chosen);
		await expect
			.poll(async () => coloursIn(page, await part(page, 'map').screenshot()))
			.toBeGreaterThanOrEqual(20);
	});
}
