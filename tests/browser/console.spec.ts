// What the page asks of the mock-up: simulated faults, rules, the clock, and one's own reports.
import type { Page } from '@playwright/test';
import { expect, openPlayground, test } from './playground';
import { openFromGallery, showNav } from './shell';

const faults = (page: Page) => page.getByRole('region', { name: 'Simulated faults' });

async function openConsole(page: Page) {
	const playground = await openPlayground(page);
	await showNav(page, 'Mock-up controls');
	await expect(page.getByRole('heading', { name: 'Mock-up controls' })).toBeVisible();
	return playground;
}

test('a fault is asked of the mock-up, shown, linked, and taken back', async ({ page }) => {
	const playground = await openConsole(page);
	const status = page.getByRole('combobox', { name: 'Status', exact: true });
	await status.selectOption('503');
	await expect(faults(page)).toContainText('code=503');
	await playground.send(/^503 Service Unavailable/);
	await expect(page).toHaveURL(/~mock:every=code(=|%3D)503/);
	await status.selectOption('');
	await expect(faults(page)).toHaveCount(0);
	await page.getByRole('combobox', { name: 'Fault' }).selectOption('truncate');
	await playground.send(/^200 OK, a body that cannot be read/);
	await expect(page.locator('#response')).toContainText('The document is cut off');
	const delay = page.getByRole('textbox', { name: 'Delay in ms' });
	await delay.fill('soon');
	await expect(page.getByText('This is not a delay')).toBeVisible();
	await delay.fill('20-40');
	await expect(faults(page)).toContainText('fault=truncate, delay=20-40');
	await page.reload();
	await expect(faults(page)).toContainText('fault=truncate, delay=20-40');
	await showNav(page, 'Mock-up controls');
	await page.getByRole('combobox', { name: 'Fault' }).selectOption('drop');
	await playground.send(/^The mock-up dropped the connection/);
	await faults(page).getByRole('button', { name: 'Turn off' }).click();
	await expect(faults(page)).toHaveCount(0);
	await playground.send(/^200 OK, 5 service requests/);
	// The browser itself reports the faults that were asked for.
	const asked = (words: string) => words.startsWith('Failed to load resource');
	expect(playground.errors.filter((words) => !asked(words))).toEqual([]);
});

test('one method has a fault and the others have not; the rules of production', async ({
	page
}) => {
	const playground = await openConsole(page);
	await page.getByRole('combobox', { name: 'For' }).selectOption('services');
	await page.getByRole('combobox', { name: 'Status', exact: true }).selectOption('404');
	await playground.send(/^200 OK, 5 service requests/);
	await showNav(page, 'Methods and cases');
	await page.getByRole('link', { name: 'GET Service List' }).click();
	await playground.send(/^404 Not Found/);
	await expect(faults(page)).toContainText('GET Service List: code=404');
	await faults(page).getByRole('button', { name: 'Turn off' }).click();
	await showNav(page, 'Mock-up controls');
	await page.getByRole('checkbox', { name: /^JSON is off/ }).check();
	await page.getByRole('radio', { name: 'JSON' }).check();
	await playground.send(/^404 Not Found/);
	await page.getByRole('radio', { name: 'XML' }).check();
	await playground.send(/^200 OK, 6 services/);
	await page.getByRole('checkbox', { name: /^A report needs an API key/ }).check();
	await showNav(page, 'Methods and cases');
	await openFromGallery(page, 'Report a pothole with a photo');
	await playground.send(/^403 Forbidden/);
});

test('the clock moves forward: a token gets its id, a request is closed', async ({ page }) => {
	const playground = await openConsole(page);
	await page.getByRole('combobox', { name: 'A token gives its id' }).selectOption('1d');
	await showNav(page, 'Methods and cases');
	await openFromGallery(page, 'Report a pothole with a photo');
	await playground.send(/^200 OK/);
	await page.goto('#token.xml?token=91000001&jurisdiction_id=toronto.ca&~mock:every=pending%3D1d');
	await expect(page.locator('#response')).toContainText('<service_request_id/>');
	await showNav(page, 'Mock-up controls');
	await page.getByRole('button', { name: '1 day on' }).click();
	await expect(page.locator('#response')).toContainText('101000900001');
	await expect(
		page.getByRole('button', { name: /clock: 16 June 2012, 12:00 · moved$/ })
	).toBeVisible();
	await page.goto(
		'#request.xml?service_request_id=101000900001&jurisdiction_id=toronto.ca&~mock:every=clock%3D%2B1d'
	);
	await expect(page.locator('#response')).toContainText('<status>open</status>');
	await page.getByRole('button', { name: '1 week on' }).click();
	await expect(page.locator('#response')).toContainText('<status>closed</status>');
	await page.getByRole('button', { name: /^The mock-up’s clock/ }).click();
	await page.getByRole('button', { name: 'Back to 15 June' }).click();
	await expect(playground.status).toHaveText(/^404 Not Found/);
});

test('submitted reports are listed, changed and deleted', async ({ page }) => {
	const playground = await openConsole(page);
	await expect(page.getByText('No reports yet.')).toBeVisible();
	await showNav(page, 'Methods and cases');
	await playground.openCase('Report a pothole with a photo');
	await playground.send(/^200 OK/);
	await page.goto('#request.xml?service_request_id=101000900001&jurisdiction_id=toronto.ca');
	await expect(page.locator('#response')).toContainText('<status>open</status>');
	await showNav(page, 'Mock-up controls');
	await page.getByRole('combobox', { name: 'State of 101000900001' }).selectOption('completed');
	await expect(page.locator('#response')).toContainText('<status>closed</status>');
	const description = page.getByRole('textbox', { name: 'Description of 101000900001' });
	await description.fill('Filled in');
	await description.press('Tab');
	await expect(page.locator('#response')).toContainText('Filled in');
	await page.getByRole('button', { name: 'Delete 101000900001' }).click();
	await expect(playground.status).toHaveText(/^404 Not Found/);
	await expect(page.getByText('No reports yet.')).toBeVisible();
	expect(playground.errors).toEqual([]);
});

test('a reset restores the first answer, byte for byte', async ({ page }) => {
	await openPlayground(page);
	const same = await page.evaluate(async () => {
		const list = () => fetch('georeport/v2/requests.xml').then((response) => response.text());
		const before = await list();
		const body = new URLSearchParams({
			service_code: 'SWLMALB-02',
			lat: '43.6534',
			long: '-79.3841'
		});
		for (const prefer of ['', 'clock=+3d', 'pending=1h', 'delay=1-5', 'fault=truncate']) {
			const headers = prefer ? { Prefer: prefer } : {};
			await fetch('georeport/v2/requests.xml', { method: 'POST', body, headers });
		}
		const changed = (await list()) !== before;
		await fetch('mock-up/submissions', { method: 'DELETE' });
		return [changed, (await list()) === before];
	});
	expect(same).toEqual([true, true]);
});
