// Checks every state of the page with axe, in light and in dark.
import type { Page } from '@playwright/test';
import { answerText } from './answer-text';
import { violations, violationsInOneTheme } from './axe';
import { bringMapLibre } from './map-parts';
import { expect, FEW, openPlayground, test as base, type Playground } from './playground';
import { chooseEndpoint, chooseItem, ENDPOINTS, panel, showNav } from './shell';
import { forEachStep } from './steps';
import { expectStatus } from './status';

const test = base.extend<{ playground: Playground }>({
	playground: async ({ page }, use) => {
		const playground = await openPlayground(page);
		await expect(answerText(page)).toBeVisible();
		await use(playground);
	}
});

const request = (page: Page) => page.locator('#request');
const response = (page: Page) => page.locator('#response');
const dialog = (page: Page) => page.getByRole('dialog').filter({ visible: true });
const field = (page: Page, name: string) =>
	page.getByRole('textbox', { name: new RegExp(`^${name}( required| extension)?$`) });

const METHODS = [
	'Service Discovery',
	'GET Service List',
	'GET Service Definition',
	'POST Service Request',
	'GET request_id from a token',
	'GET Service Requests',
	'GET Service Request'
];

test('the empty form of each method', async ({ page, playground }) => {
	await forEachStep(METHODS, String, async (method) => {
		await page.getByRole('link', { name: new RegExp(`${method}$`) }).click();
		await expect(page.getByRole('heading', { name: method, exact: true })).toBeVisible();
		await expect(playground.status).toHaveText(/^200|^Ready/);
		expect(await violationsInOneTheme(request(page))).toEqual([]);
	});
	// Every kind of field, and an answer, in both themes.
	expect(await violations(page)).toEqual([]);
	await page.getByRole('link', { name: 'POST Service Request' }).click();
	expect(await violations(page)).toEqual([]);
});

test('a report with questions, with problems, and its answer', async ({ page, playground }) => {
	await page.getByRole('link', { name: 'POST Service Request' }).click();
	await page.getByRole('combobox', { name: /^service_code/ }).fill('30102');
	await expect(page.getByText('Is the graffiti offensive or hate-related?')).toBeVisible();
	await field(page, 'lat').fill('43.7');
	await field(page, 'media_url').fill('no link');
	expect(await violations(request(page))).toEqual([]);
	await page.getByRole('combobox', { name: /^service_code/ }).fill('CSROWR-12');
	await expect(page.getByRole('radio', { name: 'Curb lane' })).toBeVisible();
	await playground.send(/^400 Bad Request/);
	expect(await violations(page)).toEqual([]);
});

test('links with invalid values, and with parts left out', async ({ page, playground }) => {
	await page.goto('#requests.xml?jurisdiction_id=toronto.ca&start_date=last+Tuesday&lat=north');
	await expect(field(page, 'lat')).toHaveValue('north');
	await playground.send(/^400 Bad Request/);
	expect(await violationsInOneTheme(page)).toEqual([]);
	await page.goto(`${FEW}&~tab=smell&~endpoint=nowhere`);
	await expect(page.getByRole('region', { name: 'About the link you opened' })).toBeVisible();
	expect(await violations(page)).toEqual([]);
	expect(playground.foreign).toEqual([]);
});

test('the introduction of a first visit; test cases that pass, and their answers', async ({
	page,
	playground
}) => {
	await page.goto('.');
	// Not only as it was built: the links below are the page's script's.
	await expectStatus(page, /^200 OK/);
	const intro = page.locator('[data-part=intro]');
	await expect(intro).toBeVisible();
	expect(await violations(intro)).toEqual([]);
	const titles = ['The last 90 days', 'Report a pothole with a photo', 'Many things wrong at once'];
	await forEachStep(titles, String, async (title) => {
		await playground.openCase(title);
		await playground.send(/^[24]00/);
		expect(await violationsInOneTheme(page)).toEqual([]);
	});
});

test('the request as code and as HTTP, the answer as it came and its headers, and an invalid address', async ({
	page,
	playground
}) => {
	await page.getByRole('tab', { name: 'Code', exact: true }).click();
	const code = page.getByRole('tabpanel', { name: 'Code' });
	await expect(code).toContainText('curl');
	expect(await violations(request(page))).toEqual([]);
	await page.getByRole('tab', { name: 'HTTP', exact: true }).click();
	await expect(page.getByRole('tabpanel', { name: 'HTTP' })).toContainText('GET /');
	expect(await violations(request(page))).toEqual([]);
	for (const [name, text] of [
		['Raw', '<service_requests>'],
		['Headers', 'text/xml; charset=utf-8']
	] as const) {
		await page.getByRole('tab', { name }).click();
		await expect(response(page).getByRole('tabpanel')).toContainText(text);
		expect(await violations(response(page))).toEqual([]);
	}
	const address = page.getByRole('textbox', { name: 'Address', exact: true });
	await address.fill("curl 'http://unclosed");
	await expect(address).toHaveAttribute('aria-invalid', 'true');
	expect(await violations(page)).toEqual([]);
	await expect(playground.status).toHaveText(/^200/);
});

test('the history: empty, with entries, comparing two, erasing all', async ({
	page,
	playground
}) => {
	await showNav(page, 'History');
	const history = panel(page, 'History');
	await expect(history).toContainText('Nothing yet.');
	expect(await violations(history)).toEqual([]);
	await showNav(page, 'Methods and cases');
	for (const status of ['closed', 'open']) {
		await page
			.getByRole('group', { name: /^status/ })
			.getByRole('checkbox', { name: status })
			.check();
		await page.getByRole('button', { name: 'Send request' }).click();
		await expect(playground.status).toHaveText(/^200 OK/);
	}
	await showNav(page, 'History');
	await expect(history.getByRole('listitem')).toHaveCount(2);
	for (const box of await history.getByRole('listitem').all()) {
		await box.getByRole('checkbox').check();
	}
	expect(await violations(page)).toEqual([]);
	await history.getByRole('button', { name: 'Compare the two' }).click();
	await expect(dialog(page).getByRole('heading', { name: 'Compare two answers' })).toBeVisible();
	await expect(dialog(page).locator('.cm-content').first()).toBeVisible();
	expect(await violations(dialog(page))).toEqual([]);
	await dialog(page).getByRole('button', { name: 'Close' }).click();
	await history.getByRole('button', { name: 'Erase all…' }).click();
	await expect(dialog(page).getByRole('button', { name: 'Erase all' })).toBeVisible();
	expect(await violations(dialog(page))).toEqual([]);
});

test('the palette with and without results, the shortcuts, the export and the link', async ({
	page,
	playground
}) => {
	await page.keyboard.press('Control+k');
	await expect(dialog(page).getByRole('option').first()).toBeVisible();
	expect(await violations(dialog(page))).toEqual([]);
	await page.keyboard.type('nothing is called that');
	await expect(dialog(page).getByRole('option')).toHaveCount(0);
	expect(await violations(dialog(page))).toEqual([]);
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Settings' }).click();
	await expect(page.getByRole('button', { name: 'Keyboard shortcuts' })).toBeVisible();
	expect(await violations(page)).toEqual([]);
	await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
	await expect(dialog(page).getByRole('table')).toBeVisible();
	expect(await violations(dialog(page))).toEqual([]);
	await page.keyboard.press('Escape');
	await expect(dialog(page)).toHaveCount(0);

	// Personal values are left out of both, which both say.
	await page.getByRole('link', { name: 'POST Service Request' }).click();
	await page.getByRole('combobox', { name: /^service_code/ }).fill('30102');
	await field(page, 'email').fill('a@example.org');
	await chooseItem(page, 'Use it', 'Export');
	await expect(page.getByRole('button', { name: 'Save request as .http' })).toBeVisible();
	expect(await violations(dialog(page))).toEqual([]);
	await page.keyboard.press('Escape');
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.getByRole('button', { name: 'Share' }).click();
	await expect(dialog(page)).toContainText('email');
	expect(await violations(dialog(page))).toEqual([]);
	expect(playground.errors).toEqual([]);
});

test('adding a server: empty, with an error, with its discovery document; then no answer', async ({
	page,
	playground
}) => {
	await chooseEndpoint(page, 'Add a server…');
	const url = dialog(page).getByRole('textbox', { name: 'Base URL or discovery URL' });
	await expect(url).toBeVisible();
	expect(await violations(dialog(page))).toEqual([]);
	await url.fill('ftp://nowhere');
	await dialog(page).getByRole('button', { name: 'Save and use' }).click();
	await expect(dialog(page)).toBeVisible();
	expect(await violations(dialog(page))).toEqual([]);
	await url.fill(`${playground.root}georeport/v2/discovery.xml`);
	await dialog(page).getByRole('button', { name: 'Read its discovery document' }).click();
	await expect(dialog(page).getByRole('radio').first()).toBeVisible();
	expect(await violations(dialog(page))).toEqual([]);
	await url.fill('http://127.0.0.1:9/open311/v2/');
	await dialog(page).getByRole('button', { name: 'Save and use' }).click();
	await page.getByRole('link', { name: 'GET Service List' }).click();
	await page.getByRole('button', { name: 'Send' }).filter({ visible: true }).click();
	await expect(response(page).getByRole('heading', { name: /^No answer from 127/ })).toBeVisible();
	expect(await violations(response(page))).toEqual([]);
});

test('on a phone: each pane, the palette and a dialog', async ({ page, playground }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	for (const name of ['Start', 'Request', 'Answer', 'Map']) {
		await page.getByRole('tab', { name, exact: true }).click();
		await expect(page.getByRole('tab', { name, exact: true })).toHaveAttribute(
			'aria-selected',
			'true'
		);
		expect(await violationsInOneTheme(page)).toEqual([]);
	}
	await chooseItem(page, 'Menu', 'Settings');
	await expect(page.getByRole('button', { name: 'Reset the mock-up' })).toBeVisible();
	expect(await violationsInOneTheme(page)).toEqual([]);
	await page.keyboard.press('Escape');
	await page.keyboard.press('Control+k');
	await expect(dialog(page).getByRole('option').first()).toBeVisible();
	expect(await violationsInOneTheme(dialog(page))).toEqual([]);
	expect(playground.errors).toEqual([]);
});

test('an answer as a tree, filtered and with a filter error, as a table, and its conformance notes', async ({
	page,
	playground
}) => {
	await page.getByRole('radio', { name: 'JSON' }).click();
	await playground.send(/^200/);
	await page.getByRole('button', { name: /known deviations/ }).click();
	await page.getByRole('button', { name: 'Show next: number-for-text address_id' }).click();
	expect(await violations(response(page))).toEqual([]);
	await page.keyboard.press('Escape');

	await page.getByRole('tab', { name: 'Tree' }).click();
	await page.getByRole('treeitem').first().click();
	expect(await violations(response(page))).toEqual([]);
	const path = page.getByRole('textbox', { name: 'JSONPath' });
	await path.fill("$..[?@.status=='open'].lat");
	await expect(page.getByText(/^\d+ found\./)).toBeVisible();
	expect(await violations(response(page))).toEqual([]);
	await path.fill('lat');
	await expect(page.getByText(/^Not understood at character 1:/)).toBeVisible();
	expect(await violations(response(page))).toEqual([]);

	await page.getByRole('tab', { name: 'Table' }).click();
	await page.getByRole('grid').focus();
	await page.keyboard.press('ArrowDown');
	await page.getByRole('button', { name: 'status', exact: true }).click();
	expect(await violations(response(page))).toEqual([]);

	await page.getByRole('tab', { name: 'Compare' }).click();
	await page.getByRole('button', { name: /^3 Ids are numbers/ }).click();
	await expect(page.locator('[data-part=compare-right]')).toBeVisible();
	expect(await violations(response(page))).toEqual([]);
});

test('an answer that is an HTML page, in every tab', async ({ page }) => {
	await page.route('http://127.0.0.1:3110/**', (route) =>
		route.fulfill({ status: 502, contentType: 'text/html', body: '<!doctype html><p>Bad & worse' })
	);
	await page.goto('#requests.xml?jurisdiction_id=toronto.ca&~endpoint=local');
	await page.getByRole('button', { name: 'Send request' }).click();
	await expectStatus(page, /^502/);
	const [asItCame, noTree] = ['Bad & worse', 'neither XML nor JSON'];
	const tabs = {
		Pretty: asItCame,
		Raw: asItCame,
		Tree: noTree,
		Table: noTree,
		Compare: noTree,
		Headers: 'text/html'
	};
	await forEachStep(Object.entries(tabs), String, async ([name, text]) => {
		await page.getByRole('tab', { name, exact: true }).click();
		await expect(response(page).getByRole('tabpanel')).toContainText(text);
		expect(await violationsInOneTheme(response(page))).toEqual([]);
	});
	expect(await violations(response(page))).toEqual([]);
});

for (const drawn of ['WebGL', 'SVG'] as const) {
	const tag = drawn === 'WebGL' ? '@webgl' : [];
	// What is on the map is the same, so both themes are checked only where it is drawn as SVG.
	const look = drawn === 'WebGL' ? violationsInOneTheme : violations;
	test(
		`the map drawn with ${drawn}: a chosen request, a pin, a place found`,
		{ tag },
		async ({ page }) => {
			await openPlayground(
				page,
				'#requests.xml?jurisdiction_id=toronto.ca&lat=43.6677&long=-79.3948&radius=1500&~selected=101000000023'
			);
			await expect(
				page
					.getByRole('listbox', { name: 'Service requests' })
					.getByRole('option', { selected: true })
			).toContainText('101000000023');
			if (drawn === 'WebGL') await bringMapLibre(page);
			const pin = page.getByRole('button', { name: /^Pin of the request at 43.6677/ });
			await expect(pin).toBeVisible();
			// Until the map has come to rest, the handle lies on the pin.
			const handle = page.getByRole('slider', { name: 'Radius of the search' });
			await expect
				.poll(async () => {
					const [from, to] = [await pin.boundingBox(), await handle.boundingBox()];
					return from && to ? to.x - from.x : 0;
				})
				.toBeGreaterThan(48);
			expect(await look(page.locator('#map'))).toEqual([]);
			const find = page.getByRole('combobox', { name: 'Find a corner or place' });
			await find.fill('queen spadina');
			await expect(page.getByRole('option', { name: 'Queen St W & Spadina Ave' })).toBeVisible();
			expect(await look(page.locator('#map'))).toEqual([]);
			await find.press('Enter');
			await expect(page.getByRole('button', { name: 'Use this place' })).toBeVisible();
			await page.getByRole('button', { name: 'About this map' }).click();
			await expect(page.getByRole('dialog', { name: 'About this map' })).toContainText(
				drawn === 'WebGL' ? 'Embedded: comes with the page' : 'This browser offers no WebGL 2'
			);
			expect(await violations(page)).toEqual([]);
		}
	);
}

test('an answer that is not as expected, compared line by line', async ({ page }) => {
	await page.route('http://127.0.0.1:3110/**', (route) =>
		route.fulfill({ contentType: 'text/xml', body: '<service_requests/>' })
	);
	await openPlayground(page, '#case/requests');
	await chooseEndpoint(page, ENDPOINTS.local);
	await page.getByRole('button', { name: 'Send request' }).click();
	await page.getByRole('button', { name: /checks? fails?$/ }).click();
	expect(await violationsInOneTheme(page)).toEqual([]);
	await page.getByRole('button', { name: 'Compare line by line' }).click();
	await expect(dialog(page).locator('.cm-content').first()).toBeVisible();
	expect(await violations(dialog(page))).toEqual([]);
});

/** Opens the runner with few of its 158 cards, which are all of one kind. */
async function openRunner(page: Page, cards: string) {
	await page.getByRole('button', { name: /^All \d+ test cases$/ }).click();
	await dialog(page).getByRole('searchbox', { name: 'Filter the gallery' }).fill(cards);
	const gallery = dialog(page).getByRole('region', { name: 'Gallery' });
	await expect(gallery.getByRole('button', { name: /^Open: / }).nth(10)).toHaveCount(0);
	await expect(gallery.getByRole('button', { name: /^Open: / }).first()).toBeVisible();
}

test('the runner of the test cases, before a run, after it, and with a failed case that is open', async ({
	page,
	playground
}) => {
	await page.route('http://127.0.0.1:3110/**', (route) =>
		route.fulfill({ contentType: 'text/xml', body: '<services/>' })
	);
	await openRunner(page, 'services');
	expect(await violations(dialog(page))).toEqual([]);
	await dialog(page).getByRole('combobox', { name: 'Which' }).selectOption('group:discover');
	await dialog(page).getByRole('button', { name: 'Run', exact: true }).click();
	await expect(dialog(page).getByText(/^[1-9]\d* passed, 0 failed, 0 skipped\.$/)).toBeVisible();
	expect(await violations(dialog(page))).toEqual([]);
	expect(playground.errors).toEqual([]);
	await dialog(page).getByRole('button', { name: 'Close', exact: true }).click();
	await chooseEndpoint(page, ENDPOINTS.local);
	await openRunner(page, 'services');
	await dialog(page).getByRole('button', { name: 'Run', exact: true }).click();
	await expect(
		dialog(page).getByRole('button', { name: 'Show in the answer' }).first()
	).toBeVisible();
	await dialog(page).locator('summary').filter({ hasText: 'Checks' }).first().click();
	expect(await violations(dialog(page))).toEqual([]);
	expect(playground.foreign.length).toBeGreaterThan(0);
});

test('the console with simulated faults and submitted reports', async ({ page, playground }) => {
	await playground.openCase('Report a pothole with a photo');
	await playground.send(/^200/);
	await showNav(page, 'Mock-up controls');
	await expect(page.getByRole('button', { name: 'Delete 101000900001' })).toBeVisible();
	await page.getByRole('button', { name: '1 week on' }).click();
	await page.getByRole('combobox', { name: 'Status', exact: true }).selectOption('503');
	await page.getByRole('textbox', { name: 'Delay in ms' }).fill('soon');
	await expect(page.getByRole('region', { name: 'Simulated faults' })).toBeVisible();
	expect(await violations(page)).toEqual([]);
});

test('the lessons, their bar, the stage, both handouts and the steps to production', async ({
	page,
	playground
}) => {
	await chooseItem(page, 'Teach', 'Lessons');
	await expect(page.getByRole('heading', { name: 'A first client for Open311' })).toBeVisible();
	expect(await violations(page)).toEqual([]);
	await playground.send(/^200/);
	await expect(page.getByText('Not yet.', { exact: true })).toBeVisible();
	expect(await violations(page.getByRole('region', { name: 'Lesson' }))).toEqual([]);
	await page.keyboard.press('F8');
	const stage = page.getByRole('main', { name: 'Stage' });
	await expect(stage).toBeVisible();
	for (const [scene, part] of [
		['1', '.argument-form'],
		['2', '[data-part=body]'],
		['3', '[data-part=list]']
	] as const) {
		await page.keyboard.press(scene);
		await expect(stage.locator(part)).toBeVisible();
		expect(await violations(stage)).toEqual([]);
	}
	await page.keyboard.press('F8');
	await chooseItem(page, 'Teach', 'Handout');
	const handout = page.getByRole('main', { name: 'Handout' });
	await expect(handout.locator('.map path.marker').first()).toBeVisible();
	expect(await violations(page)).toEqual([]);
	await handout.getByRole('button', { name: 'Back to the page' }).click();
	await page.getByRole('button', { name: 'Handout of the lesson' }).click();
	await expect(handout.getByRole('heading', { name: '1. Find the endpoints' })).toBeVisible();
	expect(await violations(handout)).toEqual([]);
	await handout.getByRole('button', { name: 'Back to the page' }).click();
	await chooseItem(page, 'Use it', 'From mock-up to production');
	await expect(dialog(page).getByRole('heading', { name: '6. Approval' })).toBeVisible();
	expect(await violations(dialog(page))).toEqual([]);
});
