// A key is sent to its own endpoint only. It does not appear in links, the history, exports or
// logs, and goes neither to other servers nor to the mock-up. This server repeats keys in its
// answers.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, openPlayground, isolatedTest as test } from './playground';
import { chooseEndpoint, chooseItem, ENDPOINTS, panel, showNav } from './shell';

const KEPT = 'kept-k3y/of+this-device';
const TYPED = 'typed-k3y&by=hand';

/** The encodings of a key that can appear in requests. */
const spellings = (key: string) => [
	key,
	encodeURIComponent(key),
	new URLSearchParams({ key }).toString().slice('key='.length),
	Buffer.from(key).toString('base64')
];
const KEYS = [KEPT, TYPED].flatMap(spellings);
const holdsKey = (text: string) => KEYS.some((key) => text.includes(key));

interface Heard {
	method: string;
	/** The whole request: URL, headers and body. */
	said: string;
}

const OPEN = {
	'Access-Control-Allow-Origin': '*',
	'Access-Control-Allow-Headers': '*',
	'Access-Control-Allow-Methods': '*',
	'Access-Control-Allow-Private-Network': 'true'
};

async function bodyOf(request: IncomingMessage) {
	let body = '';
	for await (const chunk of request) body += String(chunk);
	return body;
}

/** A server that refuses every report and repeats what it received, or redirects. */
async function listen(redirect: (method: string, url: string) => string | null = () => null) {
	const heard: Heard[] = [];
	const server: Server = createServer((request, response) => {
		void bodyOf(request).then((body) => {
			const { method = '', url = '', headers } = request;
			if (method === 'OPTIONS') return response.writeHead(204, OPEN).end();
			heard.push({ method, said: JSON.stringify([url, headers, body]) });
			const to = redirect(method, url);
			if (to)
				return response.writeHead(method === 'POST' ? 307 : 302, { ...OPEN, Location: to }).end();
			const key = new URLSearchParams(body).get('api_key') ?? '';
			const words = `The key ${key} is unknown. You sent: ${body}`;
			response
				.writeHead(method === 'POST' ? 403 : 200, {
					...OPEN,
					'Content-Type': 'application/json',
					'Access-Control-Expose-Headers': '*',
					'X-Your-Key': key
				})
				.end(method === 'POST' ? JSON.stringify([{ code: '403', description: words }]) : '[]');
		});
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2/`,
		heard,
		posts: () => heard.filter(({ method }) => method === 'POST'),
		close: () => {
			server.close();
			server.closeAllConnections();
		}
	};
}

const dialog = (page: Page) => page.getByRole('dialog').filter({ visible: true });
const status = (page: Page) => page.getByRole('status');

async function add(page: Page, url: string, key: string) {
	await chooseEndpoint(page, 'Add a server…');
	await dialog(page).getByRole('textbox', { name: 'Base URL or discovery URL' }).fill(url);
	await dialog(page).getByLabel('api_key').fill(key);
	await dialog(page).getByRole('button', { name: 'Save and use' }).click();
	await expect(dialog(page)).toHaveCount(0);
}

async function sendReport(page: Page, expected: RegExp) {
	await page.getByRole('button', { name: 'Send' }).filter({ visible: true }).first().click();
	await expect(status(page)).toHaveText(expected);
}

async function saved(page: Page, button: string) {
	await chooseItem(page, 'Use it', 'Export');
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: button }).click();
	const text = await readFile(await (await download).path(), 'utf8');
	await page.keyboard.press('Escape');
	return text;
}

/** Returns the contents of every database of the site, with bytes as text. */
const databases = (page: Page) =>
	page.evaluate(async () => {
		const all: unknown[] = [];
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
		return JSON.stringify(all, (_, value: unknown) =>
			value instanceof Uint8Array ? new TextDecoder().decode(value) : value
		);
	});

test('a stored and a typed key are sent to their endpoint, and appear in nothing else that leaves the page', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const logged: string[] = [];
	page.on('console', (message) => logged.push(message.text()));
	const own = await listen();
	const other = await listen();
	const toMockUp: string[] = [];
	context.on('request', (request) => {
		if (!/\/(open311test|georeport)\//.test(request.url())) return;
		toMockUp.push(request.url() + JSON.stringify(request.headers()) + (request.postData() ?? ''));
	});

	await openPlayground(page);
	await add(page, own.base, KEPT);
	await page.getByRole('link', { name: 'POST Service Request' }).click();
	await page.getByRole('button', { name: 'address', exact: true }).click();
	await page.getByRole('textbox', { name: /^address_string/ }).fill('Dufferin St & College St');
	await page.getByRole('radio', { name: 'JSON' }).check();
	await sendReport(page, /^403 /);
	const typeKey = async (key: string) => {
		const field = page.getByRole('textbox', { name: /^api_key/ });
		if (!(await field.isVisible())) await page.getByText(/^More arguments/).click();
		await field.fill(key);
	};
	await typeKey(TYPED);
	await sendReport(page, /^403 /);
	const [first, second] = own.posts().map(({ said }) => said);
	expect(first).toContain(encodeURIComponent(KEPT));
	expect(second).toContain(encodeURIComponent(TYPED));
	expect(second).not.toContain(encodeURIComponent(KEPT));
	for (const { method, said } of own.heard) expect(method === 'POST' || !holdsKey(said)).toBe(true);

	const given: Record<string, string> = {
		link: page.url(),
		har: await saved(page, 'Save exchange as HAR'),
		http: await saved(page, 'Save request as .http')
	};
	await page.getByRole('button', { name: 'Share' }).click();
	await expect(page.getByText('The link is copied.', { exact: true }).first()).toBeVisible();
	given.copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(given.copied).toContain('#submit');
	await chooseItem(page, 'Teach', 'Handout');
	const handout = page.getByRole('main', { name: 'Handout' });
	await expect(handout).toContainText('is unknown');
	given.handout = await handout.innerText();
	await handout.getByRole('button', { name: 'Back to the page' }).click();
	await showNav(page, 'History');
	const history = panel(page, 'History');
	await expect(history.getByRole('listitem')).toHaveCount(2);
	given.history = await history.innerText();
	given.databases = await databases(page);
	given.openapi = await (await page.request.get(new URL('openapi.json', page.url()).href)).text();
	expect(given.databases).toContain('Dufferin');
	expect(given.har).toContain(own.base);
	expect(given.link).toContain('submit');

	// With only the stored key, the code and the HTTP text show a placeholder for it.
	await showNav(page, 'Methods and cases');
	await typeKey('');
	await page.getByRole('tab', { name: 'HTTP', exact: true }).click();
	const wire = page.getByRole('tabpanel', { name: 'HTTP' });
	await expect(wire).toContainText('YOUR_API_KEY');
	given.wire = await wire.innerText();
	await page.getByRole('tab', { name: 'Code', exact: true }).click();
	const code = page.getByRole('tabpanel', { name: 'Code' });
	await expect(code).toContainText('YOUR_API_KEY');
	given.code = await code.innerText();
	await page.getByRole('tab', { name: 'Form', exact: true }).click();
	await typeKey(TYPED);

	// No other endpoint gets a key, whether selected, added or the mock-up.
	await add(page, other.base, '');
	await sendReport(page, /^403 /);
	expect(other.posts()).toHaveLength(1);
	for (const { said } of other.heard) expect(holdsKey(said)).toBe(false);
	await chooseEndpoint(page, ENDPOINTS.toronto);
	await page.getByRole('button', { name: 'Send' }).filter({ visible: true }).first().click();
	await expect(status(page)).toHaveText(/answered by the service worker/);
	expect(toMockUp.some((said) => said.includes('Dufferin'))).toBe(true);

	given.mockUp = toMockUp.join('\n');
	given.logs = logged.join('\n');
	for (const [name, text] of Object.entries(given)) {
		expect(holdsKey(text), `a key in: ${name}`).toBe(false);
	}
	own.close();
	other.close();
});

test('a redirect to another server does not pass the key on', async ({ page }) => {
	const other = await listen();
	const own = await listen((method) => (method === 'POST' ? `${other.base}requests.xml` : null));
	await openPlayground(page);
	await add(page, own.base, KEPT);
	await page.getByRole('link', { name: 'POST Service Request' }).click();
	await page.getByRole('button', { name: 'address', exact: true }).click();
	await page.getByRole('textbox', { name: /^address_string/ }).fill('Dufferin St & College St');
	await sendReport(page, /^127\.0\.0\.1:\d+ answered with a redirect/);
	expect(own.posts()).toHaveLength(1);
	expect(other.heard).toEqual([]);
	own.close();
	other.close();
});

test('a key typed into the address goes to no other server, and into no entry of the history', async ({
	page
}) => {
	const other = await listen();
	// Which services it has is asked without a key.
	const own = await listen((_, url) =>
		url.startsWith('/v2/requests') ? `${other.base}requests.json` : null
	);
	await openPlayground(page);
	const line = page.getByRole('textbox', { name: 'Address', exact: true });
	const states: string[] = [];
	/** Notes the entry of the history, once the address bar has what the request has. */
	const look = async (has: string) => {
		await expect.poll(() => page.evaluate(() => location.hash)).toContain(has);
		states.push(await page.evaluate(() => JSON.stringify([history.state, location.href])));
	};
	// The first time the server is turned to; from then on typing alone changes the request.
	await line.fill(`${own.base}requests.json?page=0&api_key=SECRET-key`);
	await line.press('Enter');
	await look('page=0');
	for (const [at, name] of ['api_key', 'apikey', 'token', 'X-Auth'].entries()) {
		await line.fill(`${own.base}requests.json?${name}=SECRET-key&page=${at + 1}`);
		await look(`page=${at + 1}`);
		await line.press('Enter');
		await expect
			.poll(() => own.heard.filter(({ said }) => said.includes('SECRET')).length)
			.toBe(at + 2);
		await expect(status(page)).toHaveText(/^127\.0\.0\.1:\d+ answered with a redirect/);
		await expect(page.getByText('the request carries a key')).toBeVisible();
		await look(`page=${at + 1}`);
	}
	expect(own.heard.filter(({ said }) => said.includes('SECRET'))).toHaveLength(5);
	expect(other.heard).toEqual([]);

	// Going back in this very page, the key is there again; a reload has forgotten it.
	await page.goBack();
	await expect(line).toHaveValue(/token=SECRET-key/);
	await look('page=3');
	await page.reload();
	await expect(line).toHaveValue(`${own.base}requests.json?page=3`);
	await look('page=3');

	// A link that has a key loses it at once.
	await page.goto('#requests?status=closed&api_key=SECRET-key');
	await expect(page.getByText('links carry no keys')).toBeVisible();
	await look('status=closed');
	for (const state of states) expect(state).not.toContain('SECRET');
	own.close();
	other.close();
});

test('a key that an answer spells in another way stays out of files', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const server = createServer((_, response) => {
		response.setHeader('Access-Control-Allow-Origin', '*').setHeader('Content-Type', 'text/xml');
		response.end(
			'<service_requests><request><service_request_id>1</service_request_id><lat>43</lat><long>-79</long>' +
				'<description>Key S3cret &#38; key: S3cret%20%26%20key</description><status>ab1</status></request></service_requests>'
		);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
	await openPlayground(page);
	const line = page.getByRole('textbox', { name: 'Address', exact: true });
	await line.fill(`${base}requests.xml?api_key=S3cret+%26+key&token=ab1`);
	await line.press('Enter');
	await expect(status(page)).toHaveText(/^200 OK, 1 service request/);
	await expect(page.getByText('The answer repeats a key')).toBeVisible();

	const download = async (click: () => Promise<void>) => {
		const begun = page.waitForEvent('download');
		await click();
		return readFile(await (await begun).path(), 'utf8');
	};
	const button = (name: string) => page.getByRole('button', { name, exact: true });
	const files = {
		har: await saved(page, 'Save exchange as HAR'),
		answer: await download(() => button('Download the answer').click()),
		copied: '',
		csv: '',
		geoJson: ''
	};
	await page
		.getByRole('button', { name: 'Copy the answer' })
		.or(button('Copy answer'))
		.first()
		.click();
	const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
	// The tests of a browser share a clipboard.
	await expect.poll(clipboard).toContain('<service_request_id>1<');
	files.copied = await clipboard();
	await page.getByRole('tab', { name: 'Table' }).click();
	files.csv = await download(() => button('Save as CSV').click());
	files.geoJson = await download(() => button('Save as GeoJSON').click());
	for (const [name, text] of Object.entries(files)) {
		expect(text, name).toContain('[left out]');
		expect(text, name).not.toMatch(/S3cret|ab1/);
	}
	server.close();
	server.closeAllConnections();
});
