// Another server: added by its discovery document, asked with its key, and explained when it does
// not answer. It is the mock-up over HTTP, at another origin than the page.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { createMockUp } from '../../mocks/hosts/mock-up';
import { createMockServer } from '../../mocks/hosts/server';
import { expect, openPlayground, test } from './playground';
import { chooseEndpoint, chooseItem, endpointButton, showNav } from './shell';

const KEY = 'kept-on-this-device-4711';

let server: Server;
let base: string;
const lines: string[] = [];

test.beforeAll(async () => {
	server = createMockServer(createMockUp(), (line) => lines.push(line));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/georeport/v2/`;
});

test.afterAll(() => {
	server.close();
	server.closeAllConnections();
});

const dialog = (page: Page) => page.getByRole('dialog');

/** Adds the server as a user would, and leaves it selected. */
async function addServer(page: Page, url: string, key = '') {
	await chooseEndpoint(page, 'Add a server…');
	await dialog(page).getByRole('textbox', { name: 'Base URL or discovery URL' }).fill(url);
	await dialog(page).getByLabel('api_key').fill(key);
}

test('a server is added by its discovery document, and its services are loaded', async ({
	page
}) => {
	const playground = await openPlayground(page);
	await addServer(page, `${base}discovery.xml`);
	await dialog(page).getByRole('button', { name: 'Read its discovery document' }).click();
	await expect(dialog(page).getByRole('radio').first()).toBeVisible();
	await dialog(page).getByRole('button', { name: 'Save and use' }).click();
	await expect(dialog(page)).toBeHidden();
	await page.getByRole('link', { name: 'GET Service Definition' }).click();
	await page.getByRole('combobox', { name: /^service_code/ }).click();
	await expect(page.getByRole('option', { name: /^CSROWR-12/ })).toBeVisible();
	await page.keyboard.press('Escape');
	await page.getByRole('link', { name: 'GET Service List' }).click();
	await playground.send(/^200 OK, 6 services, answered by a server/);
	await page.reload();
	await expect(endpointButton(page)).toContainText('127.0.0.1');
	await expect(playground.status).toHaveText('Ready');
});

test('a stored key is sent with a POST, and nowhere else', async ({ page }) => {
	const playground = await openPlayground(page);
	await addServer(page, base, KEY);
	await dialog(page).getByRole('button', { name: 'Save and use' }).click();
	await page.getByRole('link', { name: 'POST Service Request' }).click();
	await page.getByRole('combobox', { name: /^service_code/ }).fill('SWLMALB-02');
	await page.getByRole('button', { name: 'address', exact: true }).click();
	await page.getByRole('textbox', { name: /^address_string/ }).fill('Dufferin St & College St');
	const sent = page.waitForRequest((request) => request.method() === 'POST');
	await playground.send(/^200 OK, 1 service request, answered by a server/);
	expect((await sent).url()).toBe(`${base}requests.xml`);
	expect((await sent).postData()).toContain(`api_key=${KEY}`);

	await page.getByRole('tab', { name: 'HTTP', exact: true }).click();
	await expect(page.getByRole('tabpanel', { name: 'HTTP' })).toContainText('YOUR_API_KEY');
	await page.getByRole('tab', { name: 'Code', exact: true }).click();
	await expect(page.getByRole('tabpanel', { name: 'Code' })).toContainText('YOUR_API_KEY');
	await chooseItem(page, 'Use it', 'Export');
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save exchange as HAR' }).click();
	const har = await readFile(await (await download).path(), 'utf8');
	expect(har).toContain(`${base}requests.xml`);
	await page.keyboard.press('Escape');
	await showNav(page, 'History');
	await expect(
		page.getByRole('region', { name: 'History', exact: true }).getByRole('listitem')
	).toHaveCount(1);

	const kept = await page.evaluate(async () => {
		const all: unknown[] = [location.href, document.documentElement.outerHTML, history.state];
		for (const { name } of await indexedDB.databases()) {
			const opened = indexedDB.open(name ?? '');
			const database = await new Promise<IDBDatabase>((resolve) => {
				opened.onsuccess = () => resolve(opened.result);
			});
			for (const store of database.objectStoreNames) {
				const asked = database.transaction(store).objectStore(store).getAll();
				await new Promise((resolve) => (asked.onsuccess = resolve));
				all.push(asked.result);
			}
			database.close();
		}
		return JSON.stringify(all);
	});
	expect(kept).toContain('Dufferin');
	for (const text of [har, kept]) expect(text).not.toContain(KEY);
});

test('an unreachable server is explained, with the curl command', async ({ page }) => {
	const playground = await openPlayground(page);
	await addServer(page, 'http://127.0.0.1:9/open311/v2/');
	await dialog(page).getByRole('button', { name: 'Save and use' }).click();
	await page.getByRole('link', { name: 'GET Service List' }).click();
	await page.getByRole('button', { name: 'Send' }).filter({ visible: true }).click();
	const answer = page.getByRole('region', { name: 'Answer', exact: true });
	await expect(
		answer.getByRole('heading', { name: /^No answer from 127.0.0.1:9 on this computer/ })
	).toBeVisible();
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await answer.getByRole('button', { name: 'Copy as curl' }).click();
	await expect
		.poll(() => page.evaluate(() => navigator.clipboard.readText()))
		.toContain("curl -i 'http://127.0.0.1:9/open311/v2/services.xml'");
	await expect(playground.badge).toHaveAccessibleName('Answered by: nobody');
});

test('a request to a server that never answers can be cancelled', async ({ page }) => {
	await page.route('https://slow.example.org/**', () => {
		// Never answered.
	});
	const playground = await openPlayground(page);
	await addServer(page, 'https://slow.example.org/v2/');
	await dialog(page).getByRole('button', { name: 'Save and use' }).click();
	await page.getByRole('link', { name: 'GET Service List' }).click();
	await page.getByRole('button', { name: 'Send request' }).click();
	await page.getByRole('button', { name: 'Stop' }).click();
	await expect(playground.status).toHaveText(/cancelled/);
});

test('a server without CORS is distinguished from an unreachable one', async ({ page }) => {
	const closed = createServer((_, response) => response.end('<services/>'));
	closed.listen(0, '127.0.0.1');
	await once(closed, 'listening');
	await openPlayground(page);
	await addServer(page, `http://127.0.0.1:${(closed.address() as AddressInfo).port}/v2/`);
	await dialog(page).getByRole('button', { name: 'Save and use' }).click();
	await page.getByRole('link', { name: 'GET Service List' }).click();
	await page.getByRole('button', { name: 'Send' }).filter({ visible: true }).click();
	await expect(page.getByRole('region', { name: 'Answer', exact: true })).toContainText('CORS');
	closed.close();
	closed.closeAllConnections();
});
