// A new version waits and offers itself; two versions do not disturb each other; workers of other
// sites are replaced; the cached version works offline.
import { cp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { violations } from './axe';
import { WITHOUT_WEBGL } from './chromium';
import { badge, expectFirstAnswer, POTHOLE_COUNT, sendCase } from './main-journey';
import { expect, FEW, isolatedTest as base } from './playground';
import { skipWithoutBrowser } from './skip';
import { BUILT, copySite, versionIn } from './second-version';
import { startStaticServer, type StaticServerOptions } from './static-server';
import { LISTED } from '../listed';
import { expectStatus } from './status';
import { watchViolations } from './violations';

skipWithoutBrowser();

const WORKER = 'service-worker.js';

/** A web host whose files can be replaced with those of another version. */
interface Host {
	url: string;
	/** The version that was built. */
	first: string;
	/** Replaces all files with those of another version; no old file is left. */
	deploy: (version: string) => Promise<void>;
	/** Replaces the site's worker with another one. */
	putWorker: (script: string, name?: string) => Promise<void>;
	/** Answers requests for missing files with the page and status 200, as hosts of other apps do. */
	answerAllWithPages: () => void;
	/** Restores the site's own worker. */
	mend: () => Promise<void>;
}

const test = base.extend<{ host: Host }>({
	host: async ({ browserName: _ }, use, testInfo) => {
		const directory = testInfo.outputPath('site');
		await copySite(directory);
		const options: StaticServerOptions = { directory };
		const server = await startStaticServer(options);
		await use({
			url: server.url,
			first: await versionIn(directory),
			async deploy(version) {
				const next = testInfo.outputPath(`site of ${version}`);
				await copySite(next, version);
				// At once, as a browser may be asking meanwhile.
				await rename(directory, testInfo.outputPath(`site before ${version}`));
				await rename(next, directory);
			},
			answerAllWithPages: () => void (options.fallback = 'index.html'),
			putWorker: (script, name = WORKER) => writeFile(join(directory, name), script),
			mend: () => cp(join(BUILT, WORKER), join(directory, WORKER), { force: true })
		});
		await server.close();
	}
});

/** For what takes a tenth of a second, and not a whole one. */
const OFTEN = { intervals: [100] };

const versionOf = (page: Page) => page.locator('meta[name=version]').getAttribute('content');

/** Returns the versions in the cache for offline use, oldest first. */
const keptVersions = (page: Page) =>
	page.evaluate(async () => {
		const names = (await caches.keys()).filter((name) => name.startsWith('shell '));
		const whole = await Promise.all(
			names.map(async (name) => {
				const keys = await (await caches.open(name)).keys();
				return keys.some(({ url }) => url.endsWith('/')) ? [name.split(' ').at(-1)] : [];
			})
		);
		return whole.flat();
	});

async function open(context: BrowserContext, { url }: Host): Promise<Page> {
	const page = await context.newPage();
	await page.goto(url + FEW);
	return page;
}

/** Opens the page and waits until it is cached for offline use. */
async function openAndKeep(context: BrowserContext, host: Host): Promise<Page> {
	const page = await open(context, host);
	await expectFirstAnswer(page, 'service worker');
	await expect.poll(() => keptVersions(page), OFTEN).toEqual([host.first]);
	return page;
}

const lookForNews = (page: Page) =>
	page.evaluate(async () => {
		await (await navigator.serviceWorker.ready).update();
	});

const offer = (page: Page) => page.getByText('A new version of the playground is ready.');

test('a new version waits, offers itself, and takes over when the user agrees', async ({
	context,
	host
}) => {
	const page = await openAndKeep(context, host);
	const name = page.getByRole('textbox', { name: /^first_name/ });
	await sendCase(page, 'Report graffiti on private property', '200 OK, 1 service request');
	await name.fill('Grace');
	await host.deploy('2222222222222222');
	await lookForNews(page);
	await expect(offer(page)).toBeVisible();
	// Reloading is not consent: the previous version goes on, from its cache.
	await page.reload();
	await expect(offer(page)).toBeVisible();
	expect(await versionOf(page)).toBe(host.first);
	await sendCase(page, 'The last 90 days', `200 OK, ${LISTED + 1} .*by the service worker`);
	await sendCase(page, 'Report graffiti on private property', '200 OK, 1 service request');
	await name.fill('Grace');

	// The last typed text is not part of a link, and must still be there afterwards.
	await page.getByRole('button', { name: 'Use the new version' }).click();
	await expect.poll(() => versionOf(page), OFTEN).toBe('2222222222222222');
	await expect(name).toHaveValue('Grace');
	await expect(offer(page)).toHaveCount(0);
	await sendCase(page, 'The last 90 days', `200 OK, ${LISTED + 2} .*by the service worker`);
	await expect.poll(() => keptVersions(page), OFTEN).toEqual(['2222222222222222']);
});

test('“Later” keeps the page; the next first visit shows the new version', async ({
	context,
	host
}) => {
	const page = await openAndKeep(context, host);
	await host.deploy('2222222222222222');
	await lookForNews(page);
	await expect(offer(page)).toBeVisible();
	expect(await violations(page)).toEqual([]);
	await page.getByRole('button', { name: 'Later' }).click();
	await expect(offer(page)).toHaveCount(0);
	await sendCase(page, 'The six services', '200 OK, 6 services.*by the service worker');
	const waiting = await page.evaluate(
		async () => (await navigator.serviceWorker.ready).waiting?.state
	);
	expect(waiting).toBe('installed');
	const elsewhere = await context.newPage();
	await elsewhere.goto(new URL('/elsewhere', host.url).href);
	await page.close();
	await expect
		.poll(() =>
			elsewhere.evaluate(async (scope) => {
				const registration = await navigator.serviceWorker.getRegistration(scope);
				return registration?.waiting === null && registration.active?.state;
			}, host.url)
		)
		.toBe('activated');
	const again = await open(context, host);
	await expectFirstAnswer(again, 'service worker');
	expect(await versionOf(again)).toBe('2222222222222222');
	await expect.poll(() => keptVersions(again), OFTEN).toEqual(['2222222222222222']);
});

test(
	'two versions in two tabs share submissions, and the older one stays complete',
	{ tag: '@firefox' },
	async ({ context, host }) => {
		const older = await openAndKeep(context, host);
		await sendCase(older, 'Report a pothole by address', '200 OK, 1 service request');
		const newer = await open(context, host);
		await expect(badge(newer)).toHaveAccessibleName('Answered by: service worker');
		await host.deploy('2222222222222222');
		await lookForNews(newer);
		await newer.getByRole('button', { name: 'Use the new version' }).click();
		await expect.poll(() => versionOf(newer), OFTEN).toBe('2222222222222222');
		await expect(badge(newer)).toHaveAccessibleName('Answered by: service worker');

		await expect(older.getByText('Another tab has switched to a new version.')).toBeVisible();
		expect(await versionOf(older)).toBe(host.first);
		// Each submits a report; neither loses or duplicates the other's.
		await sendCase(newer, 'Report a pothole by coordinates', '200 OK, 1 .*by the service worker');
		// A tab behind another is drawn once a second.
		await older.bringToFront();
		await sendCase(older, 'Report a pothole by coordinates', '200 OK, 1 .*by the page');
		await newer.bringToFront();
		await sendCase(newer, 'The last 90 days', `200 OK, ${LISTED + 3} .*by the service worker`);
		await older.bringToFront();
		await sendCase(older, 'The last 90 days', `200 OK, ${LISTED + 3} .*by the page`);
		for (const tab of [newer, older]) {
			for (const id of ['101000900001', '101000900002', '101000900003']) {
				await expect(tab.getByRole('option').filter({ hasText: id })).toHaveCount(1);
			}
		}
		// A part that the older version has not needed yet, and that the host no longer has.
		await older.getByRole('button', { name: /^All \d+ test cases$/ }).click();
		await expect(older.getByRole('dialog')).toContainText('Run');
		await older.keyboard.press('Escape');
		await older.getByRole('button', { name: 'Reload this page' }).click();
		await expect.poll(() => versionOf(older), OFTEN).toBe('2222222222222222');
		await expect(badge(older)).toHaveAccessibleName('Answered by: service worker');
		await newer.close();
		await older.reload();
		await expect.poll(() => keptVersions(older), OFTEN).toEqual(['2222222222222222']);
	}
);

test('a host that refuses unknown file types is cached; in the middle of an update, no page with files of another version', async ({
	context,
	host
}, testInfo) => {
	await rm(testInfo.outputPath('site/manifest.webmanifest'));
	await rm(testInfo.outputPath('site/lessons.json'));
	const page = await openAndKeep(context, host);
	expect(await versionOf(page)).toBe(host.first);
	const html = testInfo.outputPath('old.html');
	await cp(testInfo.outputPath('site/index.html'), html);
	await host.deploy('2222222222222222');
	await cp(html, testInfo.outputPath('site/index.html'), { force: true });
	await lookForNews(page);
	await expect(offer(page)).toBeVisible();
	expect(await keptVersions(page)).toEqual([host.first]);
});

const FOREIGN = `
	self.oninstall = () => self.skipWaiting();
	self.onactivate = (event) => event.waitUntil(self.clients.claim());
	self.onfetch = (event) => {
		if (/open311test/.test(event.request.url)) event.respondWith(Response.json([]));
	};`;

const BROKEN = `
	self.oninstall = () => self.skipWaiting();
	self.onactivate = (event) => event.waitUntil(self.clients.claim());
	self.onfetch = (event) => event.respondWith(Promise.reject(new Error('broken')));`;

test(
	'a worker of another site on the same scope is replaced',
	{ tag: '@firefox' },
	async ({ context, host }) => {
		await host.putWorker(FOREIGN, 'foreign.js');
		const before = await context.newPage();
		await before.goto(new URL('openapi.json', host.url).href);
		await before.evaluate(async () => {
			await navigator.serviceWorker.register('foreign.js');
			await navigator.serviceWorker.ready;
		});
		await before.close();
		const page = await open(context, host);
		await expectStatus(page, /^200 OK, 5 service requests/);
		// It was ignored; once it is replaced, our worker answers.
		await expect
			.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.scriptURL))
			.toBe(new URL('service-worker.js', host.url).href);
		await sendCase(page, 'Open potholes', `200 OK, ${POTHOLE_COUNT} .*by the service worker`);
	}
);

/** Has a worker take the address of ours, from a page that stays open and so keeps it in use. */
async function putBefore(context: BrowserContext, host: Host, script: string) {
	await host.putWorker(script);
	const before = await context.newPage();
	await before.goto(new URL('openapi.json', host.url).href);
	await before.evaluate(async () => {
		await navigator.serviceWorker.register('service-worker.js');
		await navigator.serviceWorker.ready;
	});
	return before;
}

/** Ours waits five seconds for the earlier one to name its version. */
async function expectReplaced(page: Page) {
	const servicesType = () =>
		page.evaluate(async () => {
			const path = 'open311test/ws/services.xml?jurisdiction_id=toronto.ca';
			return (await fetch(path).catch(() => null))?.headers.get('Content-Type');
		});
	await expect.poll(servicesType, { ...OFTEN, timeout: 30_000 }).toBe('text/xml; charset=utf-8');
	await page.reload();
	await expectStatus(page, /by the service worker/);
}

test('an earlier worker that breaks every answer is replaced', async ({ context, host }) => {
	const before = await putBefore(context, host, BROKEN);
	await host.mend();
	const page = await context.newPage();
	// The broken worker answers with an error for the page; the browser then checks for a newer one,
	// some seconds later unless update() is called.
	const opens = () =>
		page.goto(host.url).then(
			() => true,
			() => false
		);
	if (!(await opens())) {
		await before.evaluate(async () => (await navigator.serviceWorker.ready).update());
		await expect.poll(opens).toBe(true);
	}
	await expectReplaced(page);
});

test('an earlier worker that never answers a message is replaced, however late and busy', async ({
	context,
	host
}) => {
	const before = await putBefore(context, host, FOREIGN);
	const page = await open(context, host);
	await expectStatus(page, /^200 OK, 5 service requests/);
	const replaced = page.evaluate(
		() =>
			new Promise<void>((resolve) => {
				navigator.serviceWorker.addEventListener('controllerchange', () => resolve());
			})
	);
	// Keep it busy while ours asks to take over, then stop: Chromium replaces no worker that is always
	// busy.
	await before.evaluate(() => {
		const asking = setInterval(() => void fetch('open311test/ws/services.xml').catch(() => {}), 10);
		setTimeout(() => clearInterval(asking), 8_000);
	});
	await host.mend();
	await before.evaluate(async () => (await navigator.serviceWorker.ready).update());
	await replaced;
	await expectReplaced(page);
});

test('a first visit by a link that sends nothing is cached too', async ({ context, host }) => {
	const page = await context.newPage();
	await page.goto(`${host.url}#case/report-address-csrowr-12`);
	await expect.poll(() => keptVersions(page), OFTEN).toEqual([host.first]);
});

test('visitors who only saw embeds get no copy of any version', async ({ context, host }) => {
	const page = await context.newPage();
	await page.goto(`${host.url}?embed#case/services`);
	await expectStatus(page, /^200 OK, 6 services/);
	await host.deploy('2222222222222222');
	await lookForNews(page);
	const state = () =>
		page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state);
	await expect.poll(state).toBe('installed');
	expect(await keptVersions(page)).toEqual([]);
});

test('a host that answers with a page for every missing file does no harm', async ({
	context,
	host
}, testInfo) => {
	const page = await openAndKeep(context, host);
	await host.deploy('2222222222222222');
	host.answerAllWithPages();
	await lookForNews(page);
	await expect(offer(page)).toBeVisible();
	// A part that the older page has not needed yet.
	await page.getByRole('button', { name: /^All \d+ test cases$/ }).click();
	await expect(page.getByRole('dialog')).toContainText('Run');
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Use the new version' }).click();
	await expect.poll(() => versionOf(page), OFTEN).toBe('2222222222222222');
	await expectFirstAnswer(page, 'service worker');
	await expect.poll(() => keptVersions(page), OFTEN).toEqual(['2222222222222222']);
	// A file of the next version is missing, and nothing may be cached in its place.
	await host.deploy('3333333333333333');
	const [late = ''] = (await readdir(testInfo.outputPath('site/assets'))).filter((name) =>
		name.startsWith('runner-')
	);
	await rm(testInfo.outputPath('site/assets', late));
	await lookForNews(page);
	await expect(offer(page)).toBeVisible();
	expect(await keptVersions(page)).toEqual(['2222222222222222']);
});

test('the page can be installed', async ({ host }) => {
	// The headless shell installs nothing.
	const executablePath = process.env.PLAYGROUND_CHROMIUM ?? '';
	const browser = await chromium.launch({ executablePath, args: [WITHOUT_WEBGL] });
	try {
		const context = await browser.newContext();
		const refused = await watchViolations(context);
		const page = await openAndKeep(context, host);
		const session = await context.newCDPSession(page);
		const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
		// The only error is that every page of a test is in private mode.
		expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
		expect(refused).toEqual([]);
	} finally {
		await browser.close();
	}
});
