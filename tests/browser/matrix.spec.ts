// The main journey on every kind of host. The badge must be right, and no request for the mock-up
// may reach the web server.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type BrowserContext, type Page, type TestInfo } from '@playwright/test';
import { answerText } from './answer-text';
import { WITHOUT_WEBGL } from './chromium';
import {
	badge,
	byScript,
	expectFirstAnswer,
	mainJourney,
	POTHOLE_COUNT,
	sendCase,
	shortJourney,
	type Answerer
} from './main-journey';
import { expect, FEW, isolatedTest as base } from './playground';
import { chooseEndpoint, endpointButton } from './shell';
import { skipWithoutBrowser } from './skip';
import { copySite } from './second-version';
import { watchViolations } from './violations';
import { startStaticServer, type StaticServer, type StaticServerOptions } from './static-server';

skipWithoutBrowser();

const API = /\/(?:open311test|georeport)\//;

/** Serves folders like web hosts, until the end of the test. */
const test = base.extend<{ serve: (options?: StaticServerOptions) => Promise<StaticServer> }>({
	serve: async ({ browserName: _ }, use) => {
		const servers: StaticServer[] = [];
		await use(async (options) => {
			const server = await startStaticServer(options);
			servers.push(server);
			return server;
		});
		for (const { close } of servers) await close();
	}
});

const isChromium = (context: BrowserContext) =>
	context.browser()?.browserType().name() === 'chromium';

const clickIn = (context: BrowserContext) => (isChromium(context) ? undefined : byScript);

/** Records what really gave the API's answers that the pages of a context received. */
function witness(context: BrowserContext): () => Set<Answerer | 'server'> {
	const seen = new Set<Answerer | 'server'>();
	context.on('response', (response) => {
		const { pathname } = new URL(response.url());
		if (!API.test(pathname) || pathname.includes('/mock-up/')) return;
		seen.add(response.fromServiceWorker() ? 'service worker' : 'server');
	});
	return () => (seen.size === 0 ? new Set(['page'] as const) : seen);
}

/** Checks that no request for the mock-up reached the server, whatever the badge says. */
function expectNoStray({ hits }: StaticServer) {
	expect(hits.filter(({ path }) => API.test(path))).toEqual([]);
}

/** Opens a page of another site that shows the playground in a frame. */
async function framing(
	serve: (options?: StaticServerOptions) => Promise<StaticServer>,
	frame: string,
	testInfo: TestInfo
) {
	const folder = testInfo.outputPath('host');
	await mkdir(folder, { recursive: true });
	const html = `<!doctype html><title>A page with a frame</title>${frame}`;
	await writeFile(join(folder, 'index.html'), html);
	// Another name of this machine is another site.
	return serve({ directory: folder, base: '/', host: 'localhost' });
}

const hardReload = async (page: Page) => {
	const session = await page.context().newCDPSession(page);
	const loaded = page.waitForEvent('load');
	await session.send('Page.reload', { ignoreCache: true });
	await loaded;
};

test('a normal visit', { tag: '@webgl' }, async ({ page, context, serve }) => {
	const seen = witness(context);
	const server = await serve();
	await page.goto(server.url);
	await mainJourney(page, 'service worker');
	if (isChromium(context)) expect([...seen()]).toEqual(['service worker']);
	expectNoStray(server);
});

const UNUSUAL = '/d%C3%B6cs%20of%20ours/311/';

test('under an unusual path, and in a second tab with the first still open', async ({
	page,
	context,
	serve
}) => {
	const server = await serve({ base: decodeURIComponent(UNUSUAL) });
	const { href } = new URL(UNUSUAL, server.url);
	await page.goto(href + FEW);
	await expectFirstAnswer(page, 'service worker');
	const other = await context.newPage();
	await other.goto(href + FEW);
	await shortJourney(other, 'service worker');
	await sendCase(page, 'Open potholes', `200 OK, ${POTHOLE_COUNT + 1} .*by the service worker`);
	expectNoStray(server);
});

test('a soft reload, a hard one, and a worker that the browser stopped', async ({
	page,
	context,
	serve
}) => {
	const server = await serve();
	const list = (count: number) =>
		sendCase(page, 'Open potholes', `200 OK, ${count} .*by the service worker`);
	await page.goto(server.url + FEW);
	await expectFirstAnswer(page, 'service worker');
	await page.reload();
	await shortJourney(page, 'service worker');

	await hardReload(page);
	await sendCase(page, 'The six services', '200 OK, 6 services.*by the service worker');
	await sendCase(page, 'Report a pothole by address', '200 OK, 1 .*by the service worker');
	await list(POTHOLE_COUNT + 2);

	// What the page still loads goes through the worker; it must not be stopped in between.
	await expect(answerText(page)).toBeVisible();
	const session = await context.newCDPSession(page);
	await session.send('ServiceWorker.enable');
	await session.send('ServiceWorker.stopAllWorkers');
	await sendCase(page, 'Report a pothole by address', '200 OK, 1 .*by the service worker');
	await list(POTHOLE_COUNT + 3);
	expectNoStray(server);
});

test('a host without the worker’s script', async ({ page, context, serve }, testInfo) => {
	const directory = testInfo.outputPath('site');
	await copySite(directory);
	await rm(join(directory, 'service-worker.js'));
	const seen = witness(context);
	const server = await serve({ directory });
	await page.goto(server.url + FEW);
	await shortJourney(page, 'page');
	expect([...seen()]).toEqual(['page']);
	expectNoStray(server);
});

test.describe('with service workers blocked', () => {
	test.use({ serviceWorkers: 'block' });

	test('service workers blocked', async ({ page, context, serve }) => {
		const seen = witness(context);
		const server = await serve();
		await page.goto(server.url + FEW);
		await mainJourney(page, 'page');
		expect([...seen()]).toEqual(['page']);
		expectNoStray(server);
	});
});

test.describe('with a browser of its own', () => {
	const executablePath = process.env.PLAYGROUND_CHROMIUM ?? '';

	test('plain http on a name that is not localhost', async ({ serve }) => {
		const server = await serve();
		const args = [WITHOUT_WEBGL, '--host-resolver-rules=MAP playground.example 127.0.0.1'];
		const browser = await chromium.launch({ executablePath, args });
		try {
			const context = await browser.newContext();
			const violations = await watchViolations(context);
			const page = await context.newPage();
			const seen = witness(context);
			await page.goto(server.url.replace('127.0.0.1', 'playground.example') + FEW);
			await shortJourney(page, 'page');
			expect([...seen()]).toEqual(['page']);
			expectNoStray(server);
			expect(violations).toEqual([]);
		} finally {
			await browser.close();
		}
	});

	/** Opens an address as users do who chose these settings; what is shown there may store nothing. */
	async function withoutStorage(
		settings: object,
		url: string,
		use: (page: Page) => Promise<void>,
		where = (page: Page) => page.mainFrame()
	) {
		const profile = await mkdtemp(join(tmpdir(), 'profile-'));
		await mkdir(join(profile, 'Default'));
		await writeFile(join(profile, 'Default/Preferences'), JSON.stringify({ profile: settings }));
		const context = await chromium.launchPersistentContext(profile, {
			executablePath,
			args: [WITHOUT_WEBGL]
		});
		try {
			const violations = await watchViolations(context);
			const page = await context.newPage();
			await page.goto(url);
			const denied = await where(page).evaluate(() => {
				try {
					return localStorage.length < 0;
				} catch {
					return true;
				}
			});
			expect(denied).toBe(true);
			await use(page);
			expect(violations).toEqual([]);
		} finally {
			await context.close();
			await rm(profile, { recursive: true });
		}
	}

	test('storage denied', async ({ serve }) => {
		const server = await serve();
		// All cookies and site data are blocked.
		const settings = { default_content_setting_values: { cookies: 2 } };
		await withoutStorage(settings, server.url + FEW, (page) => shortJourney(page, 'page'));
		expectNoStray(server);
	});

	test('a frame of another site that may store nothing', async ({ serve }, testInfo) => {
		const server = await serve();
		const host = await framing(serve, frame(server.url + FEW), testInfo);
		// Cookies and site data of other sites are blocked.
		const settings = { cookie_controls_mode: 1, block_third_party_cookies: true };
		await withoutStorage(
			settings,
			host.url,
			(page) => shortJourney(page.frameLocator('iframe'), 'page'),
			(page) => page.frames()[1] ?? page.mainFrame()
		);
		expectNoStray(server);
	});

	test('storage full', async ({ page, context, serve }) => {
		const server = await serve();
		const session = await context.newCDPSession(page);
		const { origin } = new URL(server.url);
		await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
		await page.goto(server.url + FEW);
		await shortJourney(page, 'service worker');
		expectNoStray(server);
	});
});

test('opened from disk: the page says what to do', async ({ page }) => {
	await page.goto(pathToFileURL(resolve(process.env.PLAYGROUND_DIST ?? 'dist', 'index.html')).href);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'The Toronto Open311 Playground cannot start here'
	);
	await expect(page.getByText('It was opened as a file.')).toBeVisible();
	await expect(page.getByText('python3 -m http.server 8000')).toBeVisible();
	await expect(badge(page)).toHaveCount(0);
});

const frame = (url: string, more = '') => `<iframe ${more} src="${url}" width="1280" height="800">`;

test(
	'a sandboxed frame, on a host that lets everyone read',
	{ tag: '@webgl' },
	async ({ page, context, serve }, testInfo) => {
		const server = await serve({ headers: { 'Access-Control-Allow-Origin': '*' } });
		const sandboxed = frame(server.url, 'sandbox="allow-scripts"');
		const host = await framing(serve, sandboxed, testInfo);
		await page.goto(host.url);
		const inside = page.frameLocator('iframe');
		await shortJourney(inside, 'page', clickIn(context));
		// The sandbox forbids forms too, so the page itself takes what is filled in, and closes its dialogs.
		await chooseEndpoint(inside, 'Add a server…');
		const dialog = inside.getByRole('dialog');
		await dialog
			.getByRole('textbox', { name: 'Base URL or discovery URL' })
			.fill(`${server.url}v2/`);
		await dialog.getByRole('button', { name: 'Save and use' }).click();
		await expect(dialog).toHaveCount(0);
		await expect(endpointButton(inside)).toContainText('127.0.0.1');
		await inside.getByRole('button', { name: /^All \d+ test cases$/ }).click();
		await dialog.getByRole('button', { name: 'Close', exact: true }).click();
		await expect(dialog).toHaveCount(0);
		expectNoStray(server);
	}
);

test('a sandboxed frame, elsewhere: the page says what to do', async ({
	page,
	serve
}, testInfo) => {
	const server = await serve();
	const sandboxed = frame(server.url, 'sandbox="allow-scripts"');
	const host = await framing(serve, sandboxed, testInfo);
	await page.goto(host.url);
	const inside = page.frameLocator('iframe');
	await expect(inside.getByRole('heading', { level: 1 })).toHaveText(
		'The Toronto Open311 Playground cannot start here'
	);
	await expect(inside.getByRole('link', { name: server.url })).toBeVisible();
	await expect(inside.getByText('Access-Control-Allow-Origin: *')).toBeVisible();
	await expect(badge(inside)).toHaveCount(0);
});

test('a frame of another site', { tag: '@firefox' }, async ({ page, context, serve }, testInfo) => {
	const seen = witness(context);
	const server = await serve();
	const host = await framing(serve, frame(server.url), testInfo);
	await page.goto(host.url);
	const inside = page.frameLocator('iframe');
	await expect(badge(inside)).toHaveAccessibleName(/^Answered by: (?:service worker|page)$/);
	// Browsers differ in what they let a third-party frame store, so the badge decides what to
	// expect.
	const said = (await badge(inside).getAttribute('aria-label'))?.replace(
		'Answered by: ',
		''
	) as Answerer;
	await mainJourney(inside, said, clickIn(context));
	if (isChromium(context)) expect([...seen()]).toEqual([said]);
	expectNoStray(server);
});

test.describe('with a strict host', () => {
	test.use({ permitted: /^worker-src: / });

	test(
		'a policy of the host that allows no workers',
		{ tag: ['@webgl', '@firefox'] },
		async ({ page, serve }) => {
			const server = await serve({
				headers: { 'Content-Security-Policy': "connect-src 'self'; worker-src 'none'" }
			});
			await page.goto(server.url + FEW);
			await mainJourney(page, 'page');
			expectNoStray(server);
		}
	);
});

test('a host that is gone after the first visit', async ({ page, context, serve }) => {
	const server = await serve();
	await page.goto(server.url + FEW);
	await expectFirstAnswer(page, 'service worker');
	await expect
		.poll(() =>
			page.evaluate(async () => {
				const [name] = await caches.keys();
				const keys = name ? await (await caches.open(name)).keys() : [];
				return keys.some(({ url }) => url === document.baseURI.replace(/#.*/, ''));
			})
		)
		.toBe(true);
	const { url } = server;
	await server.close();
	await page.reload();
	await shortJourney(page, 'service worker');
	const other = await context.newPage();
	await other.goto(url);
	await expect(badge(other)).toHaveAccessibleName('Answered by: service worker');
});
