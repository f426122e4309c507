// What answers under which conditions: the service worker if there can be one, otherwise the page.
import { cp, readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { answerText } from './answer-text';
import { expect, FEW, isolatedTest, openPlayground, playgroundOf, test } from './playground';
import { startStaticServer } from './static-server';
import { LISTED } from '../listed';
import { expectStatus } from './status';

const FIRST_ANSWER = /^200 OK, \d+ service requests, answered by the service worker/;

const devtools = (page: Page) => page.context().newCDPSession(page);

test('a hard reload with two tabs open leaves both with answers', async ({ page, context }) => {
	const first = await openPlayground(page);
	const other = await context.newPage();
	const second = await openPlayground(other);
	const session = await devtools(page);
	const reloaded = page.waitForEvent('load');
	await session.send('Page.reload', { ignoreCache: true });
	await reloaded;
	// The page answers by itself where a busy machine takes over two seconds to wake the worker.
	await expectStatus(
		page,
		/^200 OK, \d+ service requests, answered by the (?:page|service worker)/
	);
	const controller = () => page.evaluate(() => navigator.serviceWorker.controller?.scriptURL);
	await expect.poll(controller).toContain('service-worker.js');
	await first.send(FIRST_ANSWER);
	await second.send(FIRST_ANSWER);
});

isolatedTest(
	'the fixed answers are files, for programs that read from a static host',
	async ({ playwright }) => {
		const server = await startStaticServer({ directory: 'dist' });
		const program = await playwright.request.newContext();
		const text = async (path: string) => (await program.get(server.url + path)).text();
		expect(await text('open311test/ws/requests/101000000002.xml')).toContain(
			'<expected_datetime>2012-08-20T20:59:00-04:00</expected_datetime>'
		);
		const rows = JSON.parse(await text('georeport/v2/requests.json')) as unknown[];
		expect(rows).toHaveLength(LISTED);
		expect(JSON.parse(await text('open311test/ws/services.json'))).toHaveLength(6);
		expect(JSON.parse(await text('open311test/ws/tokens/9000011.json'))).toEqual([
			{ service_request_id: 101000000111, token: '9000011' }
		]);
		expect((await program.get(`${server.url}georeport/v2/tokens/9000011.json`)).status()).toBe(404);
		expect(await text('georeport/v2/requests.xml')).toContain('do not apply to it');
		expect(await text('openapi.json')).not.toContain('\t');
		await program.dispose();
		await server.close();
	}
);

test('the licences of all that is bundled lie beside the page, which links them', async ({
	page,
	playwright
}) => {
	await openPlayground(page);
	const link = page.getByRole('link', { name: 'Licences' }).filter({ visible: true });
	await expect(link).toHaveAttribute('href', 'licences.txt');
	const server = await startStaticServer({ directory: 'dist' });
	const program = await playwright.request.newContext();
	const text = await (await program.get(`${server.url}licences.txt`)).text();
	expect(text).toMatch(
		/^Toronto Open311 Playground, and all that is bundled into it\n\n-+\n\nMIT License/
	);
	// Of the page, its styles and fonts, the map's worker, the service worker, and what the bundler adds.
	for (const name of ['svelte', '@codemirror/view', 'maplibre-gl', 'msw', 'idb', 'vite']) {
		expect(text).toContain(`\n\n${name} `);
	}
	expect(text).toContain('@fontsource/ibm-plex-sans');
	expect(text).toContain('SIL OPEN FONT LICENSE Version 1.1');
	expect(text).toContain('Open Government\nLicence - Toronto');
	expect(text).not.toContain('Bundled dependencies');
	expect(await (await program.get(`${server.url}service-worker.js`)).text()).toContain(
		'licences.txt'
	);
	await program.dispose();
	await server.close();
});

isolatedTest('a script that is lost once is asked for again', async ({ page }) => {
	const lose = /\/assets\/first-screen-.*\.js$/;
	await page.route(lose, (route) => route.abort('connectionreset'), { times: 1 });
	const lost = page.waitForEvent('requestfailed');
	await page.goto(FEW);
	expect((await lost).url()).toMatch(lose);
	await expectStatus(page, FIRST_ANSWER);
});

isolatedTest('without a network the page that says so stays', async ({ page, context }) => {
	let pages = 0;
	page.on('domcontentloaded', () => (pages += 1));
	await page.route(/\/assets\/first-screen-.*\.js$/, async (route) => {
		await context.setOffline(true);
		await route.abort('internetdisconnected');
	});
	await page.goto('.');
	await expect(page.getByText('A file that it is made of could not be loaded')).toBeVisible();
	expect(pages).toBe(1);
});

test('a URL of the API opens in a new tab and shows XML', async ({ page, context }) => {
	const playground = await openPlayground(page);
	const tab = await context.newPage();
	const response = await tab.goto(
		`${playground.root}open311test/ws/requests.xml?jurisdiction_id=toronto.ca&status=open`
	);
	expect(response?.fromServiceWorker()).toBe(true);
	expect(response?.headers()['content-type']).toBe('text/xml; charset=utf-8');
	expect(await response?.text()).toContain('<service_request_id>101000000001</service_request_id>');
	await expect(tab.locator('body, svg, service_requests').first()).toContainText('101000000001');
	const unknown = await tab.goto(`${playground.root}open311test/ws/nothing.json`);
	expect(unknown?.status()).toBe(404);
	expect(await playground.strayRequests()).toEqual([]);
});

test('two tabs share submissions, and a reset applies to both', async ({ page, context }) => {
	const playground = await openPlayground(page);
	await playground.openCase('Report a pothole by address');
	await playground.send(/^200 OK, 1 service request/);
	const other = await openPlayground(await context.newPage());
	await other.openCase('Report a pothole by coordinates');
	await other.send(/^200 OK, 1 service request/);
	// A tab behind another is drawn once a second.
	await page.bringToFront();
	await playground.openCase('The last 90 days');
	await playground.send(FIRST_ANSWER);
	const submitted = page.getByRole('option').filter({ hasText: '1010009' });
	await expect(submitted).toHaveCount(2);
	await page.getByRole('button', { name: 'Settings' }).click();
	await page.getByRole('button', { name: 'Reset the mock-up' }).click();
	await page.keyboard.press('Escape');
	await expect(playground.status).toContainText('The mock-up is reset');
	await playground.send(FIRST_ANSWER);
	await expect(submitted).toHaveCount(0);
});

isolatedTest(
	'a worker or server that answers in the mock-up’s place is ignored',
	async ({ page }, testInfo) => {
		const directory = testInfo.outputPath('site');
		await cp('dist', directory, { recursive: true });
		await writeFile(
			`${directory}/service-worker.js`,
			`self.onactivate = (event) => event.waitUntil(self.clients.claim());
		self.onmessage = (event) => event.ports[0]?.postMessage('pong');
		self.onfetch = (event) => {
			if (/open311test/.test(event.request.url)) event.respondWith(Response.json([]));
		};`
		);
		const server = await startStaticServer({ directory });
		const playground = playgroundOf(page, server.url);
		await page.goto(server.url + FEW);
		await expect(playground.status).toHaveText(
			/^200 OK, \d+ service requests, answered by the page/
		);
		await server.close();
	}
);

isolatedTest(
	'a worker that developer tools bypass is detected before anything is sent',
	async ({ page }) => {
		const server = await startStaticServer();
		const playground = playgroundOf(page, server.url);
		await page.goto(server.url + FEW);
		await expect(playground.status).toHaveText(FIRST_ANSWER);
		await playground.openCase('Report a pothole by address');
		// Everything that the form needs has loaded, so nothing is pending when the worker is bypassed.
		await expect(page.getByText('Where on the road is it?')).toBeVisible();
		await expect(page.locator('[data-part=form] .service-box')).toContainText(
			'Report minor pothole damage'
		);
		const session = await devtools(page);
		await session.send('Network.enable');
		await session.send('Network.setBypassServiceWorker', { bypass: true });
		await playground.send(/^200 OK, 1 service request, answered by the page/);
		const asked = server.hits.filter(({ path }) => /open311test|georeport/.test(path));
		expect(asked).toEqual([]);
		await server.close();
	}
);

isolatedTest('a request whose URL leaves the mock-up by “..” is not sent', async ({ page }) => {
	const server = await startStaticServer();
	await page.goto(`${server.url}#requests?~path=..%2F..%2Fadmin`);
	const playground = playgroundOf(page, server.url);
	await playground.send(/^404 Not Found, .*answered by the page/);
	expect(server.hits.filter(({ path }) => path.includes('admin'))).toEqual([]);
	await server.close();
});

test('clearing the site’s data loses the submissions, not the mock-up', async ({ page }) => {
	const playground = await openPlayground(page);
	await playground.openCase('Report a pothole by address');
	await playground.send(/^200 OK, 1 service request/);
	const session = await devtools(page);
	await session.send('Storage.clearDataForOrigin', {
		origin: new URL(playground.root).origin,
		storageTypes: 'indexeddb'
	});
	await playground.send(/^200 OK, 1 service request/);
	await expect(answerText(page)).toContainText('<token>91000001</token>');
});

isolatedTest(
	'a new deployment that was opened but not cached still opens offline',
	async ({ page, context }, testInfo) => {
		const directory = testInfo.outputPath('site');
		await cp('dist', directory, { recursive: true });
		const server = await startStaticServer({ directory });
		const kept = () =>
			page.evaluate(async () => {
				const counts = (await caches.keys()).map(
					async (name) => (await (await caches.open(name)).keys()).length
				);
				return Math.max(0, ...(await Promise.all(counts)));
			});
		await page.goto(server.url + FEW);
		await expectStatus(page, FIRST_ANSWER);
		await expect.poll(kept).toBeGreaterThan(10);
		const build = await page.evaluate(
			async () => (await caches.keys())[0]?.split(' ').at(-1) ?? ''
		);
		const script = `${directory}/service-worker.js`;
		await writeFile(script, (await readFile(script, 'utf8')).replaceAll(build, 'another'));
		await page.evaluate(async () => {
			const registration = await navigator.serviceWorker.ready;
			await registration.update();
		});
		await expect
			.poll(() =>
				page.evaluate(async () => {
					const registration = await navigator.serviceWorker.ready;
					return registration.waiting?.state;
				})
			)
			.toBe('installed');
		// The new worker takes over once no page of the old one is open; a page outside its scope sees
		// it.
		const watcher = await context.newPage();
		await watcher.goto(new URL('/elsewhere', server.url).href);
		await page.close();
		await expect
			.poll(() =>
				watcher.evaluate(async (scope) => {
					const registration = await navigator.serviceWorker.getRegistration(scope);
					return registration?.waiting === null && registration.active?.state;
				}, server.url)
			)
			.toBe('activated');
		await server.close();
		const again = await context.newPage();
		await again.goto(server.url);
		// The cached page is of the previous version, so it does not trust the new worker.
		await expectStatus(again, /^200 OK.*answered by the page/);
	}
);

test('each fault affects requests that ask for it, and no later ones', async ({ page }) => {
	await openPlayground(page);
	const seen = await page.evaluate(async () => {
		const ask = async (prefer: string) => {
			try {
				const url = 'georeport/v2/requests/101000000001.xml';
				const response = await fetch(url, { headers: prefer ? { Prefer: prefer } : {} });
				const text = await response.text();
				return [response.status, response.headers.get('Content-Type'), text.length, text] as const;
			} catch {
				return 'lost' as const;
			}
		};
		const before = await ask('');
		const all = {
			drop: await ask('fault=drop'),
			truncate: (await ask('fault=truncate')).slice(0, 3),
			type: (await ask('fault=type, delay=5-10')).slice(0, 2),
			html: (await ask('fault=html')).slice(0, 2),
			malformed: (await ask('fault=malformed')).slice(0, 2),
			refused: await Promise.all(
				[400, 403, 404, 500, 503].map(async (code) => (await ask(`code=${code}`))[0])
			),
			late: await (async () => {
				const begun = performance.now();
				await ask('delay=80');
				return performance.now() - begun >= 75;
			})(),
			never: await Promise.race([
				ask('delay=never'),
				new Promise((resolve) => setTimeout(() => resolve('waits'), 400))
			])
		};
		const after = await ask('');
		return { all, same: String(before) === String(after), length: before[2] };
	});
	expect(seen.same).toBe(true);
	expect(seen.all).toEqual({
		drop: 'lost',
		truncate: [200, 'text/xml; charset=utf-8', Math.ceil(Number(seen.length) / 2)],
		type: [200, 'text/plain; charset=utf-8'],
		html: [502, 'text/html; charset=utf-8'],
		malformed: [200, 'text/xml; charset=utf-8'],
		refused: [400, 403, 404, 500, 503],
		late: true,
		never: 'waits'
	});
});
