// The two policies (design, section 9): the built page's own, and the stricter one for hosts.
// Violations in any test fail that test; these tests check that violations are detected.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { answerText } from './answer-text';
import { HOST_POLICY, PAGE_POLICY, TRUSTED_TYPES } from '../../src/worker/policies';
import { bringMapLibre, canvasOf } from './map-parts';
import { expect, FEW, isolatedTest, openPlayground, playgroundOf, test } from './playground';
import { startStaticServer } from './static-server';
import { chooseEndpoint, chooseItem, ENDPOINTS, openFromGallery, showNav } from './shell';
import { expectStatus } from './status';

const dialog = (page: Page) => page.getByRole('dialog').filter({ visible: true });

test('the built page has the policy before anything that it applies to', async ({ page }) => {
	await openPlayground(page);
	const head = page.locator('head > *');
	await expect(head.first()).toHaveAttribute('http-equiv', 'Content-Security-Policy');
	await expect(head.first()).toHaveAttribute('content', PAGE_POLICY);
	for (const part of ["'unsafe-", ' *', "'nonce-", "'strict-dynamic'", 'blob:']) {
		expect(PAGE_POLICY).not.toContain(part);
	}
});

test.describe('what the policy refuses', () => {
	test.use({ permitted: /./ });

	test('is refused and detected: markup, scripts, frames, forms, other policies', async ({
		page,
		violations
	}) => {
		await openPlayground(page);
		const outcomes = await page.evaluate(async (name) => {
			type Factory = { createPolicy(name: string, rules: object): unknown; defaultPolicy: unknown };
			const { trustedTypes } = window as unknown as { trustedTypes: Factory };
			const thrown = (act: () => unknown) => {
				try {
					act();
					return 'done';
				} catch (error) {
					return (error as Error).name;
				}
			};
			const folder = new URL('./', document.baseURI).href;
			const add = <Name extends keyof HTMLElementTagNameMap>(tag: Name, attributes: object) => {
				const element = Object.assign(document.createElement(tag), attributes);
				document.body.append(element);
				return element;
			};
			const outcomes = {
				defaultPolicy: trustedTypes.defaultPolicy,
				innerHTML: thrown(() => (document.createElement('div').innerHTML = '<b>')),
				parser: thrown(() => new DOMParser().parseFromString('<b>', 'text/html')),
				worker: thrown(() => new Worker(`${folder}service-worker.js`)),
				register: await navigator.serviceWorker.register(`${folder}other.js`).then(
					() => 'done',
					(error: Error) => error.name
				),
				evaluated: thrown(() => window.setTimeout('window.__pwned = 1')),
				source: thrown(() => (document.createElement('script').src = 'x.js')),
				object: thrown(() => (document.createElement('object').data = 'icon.svg')),
				another: thrown(() => trustedTypes.createPolicy('another', {})),
				byDefault: thrown(() => trustedTypes.createPolicy('default', {})),
				again: thrown(() => trustedTypes.createPolicy(name, {}))
			};
			add('iframe', { src: `${folder}icon.svg` });
			add('base', { href: 'https://evil.example/' });
			add('img', { src: 'http://pictures.example/x.png' });
			add('div', {}).setAttribute('style', 'color: red');
			add('form', { action: `${folder}index.html` }).submit();
			await fetch('http://other.example/').catch(() => {});
			await new Promise((resolve) => setTimeout(resolve, 200));
			return { ...outcomes, pwned: '__pwned' in window };
		}, TRUSTED_TYPES.script);
		const refused = 'TypeError';
		expect(outcomes).toEqual({
			defaultPolicy: null,
			innerHTML: refused,
			parser: refused,
			worker: refused,
			register: refused,
			evaluated: refused,
			source: refused,
			object: refused,
			another: refused,
			byDefault: refused,
			again: refused,
			pwned: false
		});
		const wanted = [
			'require-trusted-types-for',
			'trusted-types',
			'frame-src',
			'base-uri',
			'img-src',
			'style-src-attr',
			'form-action',
			'connect-src'
		];
		// Some are reported with a delay.
		const missing = () =>
			wanted.filter(
				(directive) => !violations.some((violation) => violation.startsWith(`${directive}:`))
			);
		await expect.poll(missing).toEqual([]);
	});
});

/** Uses the page from end to end, wherever code loads, a worker starts or elements are created. */
async function useEverything(page: Page, root: string) {
	const playground = await openPlayground(page, root);
	await bringMapLibre(page);
	const hasWorker = () => page.workers().some((worker) => worker.url().includes('maplibre'));
	await expect.poll(hasWorker).toBe(true);
	await page.getByRole('listbox').getByRole('option').first().click();
	await page.getByRole('button', { name: 'About this map' }).click();
	const about = page.getByRole('dialog', { name: 'About this map' });
	await expect(
		about.getByRole('link', { name: /Open Government Licence – Toronto/ })
	).toBeVisible();
	await page.keyboard.press('Escape');
	for (const name of ['Raw', 'Tree', 'Table', 'Compare', 'Headers', 'Pretty']) {
		await page.getByRole('tab', { name, exact: true }).click();
		await expect(page.locator('#response').getByRole('tabpanel')).toBeVisible();
	}
	await answerText(page).focus();
	await page.keyboard.press('Control+f');
	await expect(page.locator('.cm-search')).toBeVisible();
	for (const name of ['Code', 'HTTP', 'Form']) {
		await page.getByRole('tab', { name, exact: true }).click();
		await expect(page.getByRole('tabpanel', { name, exact: true })).toBeVisible();
	}
	await chooseItem(page, 'Teach', 'Lessons');
	await expect(page.getByRole('heading', { name: 'A first client for Open311' })).toBeVisible();
	await page.getByRole('button', { name: 'Leave the lesson' }).click();
	await showNav(page, 'Mock-up controls');
	await expect(page.getByRole('heading', { name: 'Mock-up controls' })).toBeVisible();
	await showNav(page, 'Methods and cases');
	await playground.openCase('Report a pothole by address');
	await playground.send(/^200 OK, 1 service request/);
	await openFromGallery(page, 'The six services');
	await expect(playground.status).toHaveText(/^200 OK, 6 services/);
	await showNav(page, 'History');
	const history = page.getByRole('region', { name: 'History', exact: true });
	await expect(history.getByRole('listitem')).toHaveCount(2);
	for (const at of [0, 1]) await history.getByRole('checkbox').nth(at).check();
	await history.getByRole('button', { name: 'Compare the two' }).click();
	await expect(dialog(page).locator('.cm-content').first()).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(dialog(page)).toHaveCount(0);
	await expect(history).toBeVisible();
	await showNav(page, 'Methods and cases');
	await page.keyboard.press('Control+k');
	await expect(dialog(page)).toBeVisible();
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: /^All \d+ test cases$/ }).click();
	await expect(dialog(page)).toBeVisible();
	await page.keyboard.press('Escape');
	await chooseEndpoint(page, 'Add a server…');
	await expect(dialog(page)).toBeVisible();
	await page.keyboard.press('Escape');
	await chooseItem(page, 'Use it', 'Export');
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save exchange as HAR' }).click();
	await download;
	await page.keyboard.press('Escape');
	await chooseItem(page, 'Teach', 'Handout');
	const handout = page.getByRole('main', { name: 'Handout' });
	await expect(handout.getByRole('img', { name: 'The link as a QR code' })).toBeVisible();
	await handout.getByRole('button', { name: 'Back to the page' }).click();
	return playground;
}

test('a large answer is parsed by a worker', async ({ page }) => {
	const row = '<request><service_request_id>1</service_request_id></request>\n';
	await page.route('http://127.0.0.1:3110/**', (route) =>
		route.fulfill({
			contentType: 'text/xml',
			body: `<service_requests>${row.repeat(5_000)}</service_requests>`
		})
	);
	await page.goto('#requests.xml?jurisdiction_id=toronto.ca&~endpoint=local');
	const started = page.waitForEvent('worker', (worker) => worker.url().includes('reader-worker'));
	await page.getByRole('button', { name: 'Send request' }).click();
	await started;
	await expectStatus(page, /^200 OK, 5,000 service requests/);
});

isolatedTest(
	'in a sandboxed frame the page answers and draws its map without a worker',
	{ tag: '@webgl' },
	async ({ page }) => {
		const server = await startStaticServer({ headers: { 'Access-Control-Allow-Origin': '*' } });
		const outer = createServer((_, response) =>
			response
				.writeHead(200, { 'Content-Type': 'text/html' })
				.end(
					`<iframe sandbox="allow-scripts" width="1280" height="800" src="${server.url}"></iframe>`
				)
		).listen(0, '127.0.0.1');
		await once(outer, 'listening');
		const thrown: string[] = [];
		page.on('pageerror', ({ message }) => thrown.push(message));
		await page.goto(`http://127.0.0.1:${(outer.address() as AddressInfo).port}/`);
		const frame = page.frameLocator('iframe');
		await expectStatus(frame, /^200 OK.*answered by the page/);
		await expect(frame.locator('[data-part=map] .surface path').first()).toBeVisible();
		await frame.locator('[data-part=map] .surface').click({ position: { x: 40, y: 40 } });
		await frame.getByRole('button', { name: 'About this map' }).click();
		await expect(frame.getByRole('dialog', { name: 'About this map' })).toContainText(
			'This page stands in a sandboxed frame, where WebGL has no worker, so the map is drawn as SVG.'
		);
		await expect(frame.locator('canvas.maplibregl-canvas')).toHaveCount(0);
		expect(thrown).toEqual([]);
		outer.close();
		outer.closeAllConnections();
		await server.close();
	}
);

isolatedTest.describe('on a host that sends the stricter policy', () => {
	isolatedTest.use({
		permitted:
			/^(connect-src: (http:\/\/127\.0\.0\.1:3110|https:\/\/(311|tiles))|img-src: https:\/\/pictures)/
	});

	isolatedTest(
		'nothing violates the page’s policy or the host’s, and requests to other servers are explained',
		{ tag: '@webgl' },
		async ({ page, violations }) => {
			const server = await startStaticServer({
				headers: {
					'Content-Security-Policy': HOST_POLICY,
					'X-Content-Type-Options': 'nosniff'
				}
			});
			const { errors, foreign, badge, status } = await useEverything(page, server.url + FEW);
			await expect(badge).toHaveAccessibleName('Answered by: service worker');
			expect(violations).toEqual([]);
			expect(errors).toEqual([]);
			expect(foreign).toEqual([]);

			const answer = page.getByRole('region', { name: 'Answer', exact: true });
			for (const [address, host] of [
				['http://127.0.0.1:3110/georeport/v2/services.xml', '127.0.0.1:3110'],
				['https://311.example.org/v2/services.xml', '311.example.org']
			] as const) {
				await page.getByRole('textbox', { name: 'Address', exact: true }).fill(address);
				await page.getByRole('textbox', { name: 'Address', exact: true }).press('Enter');
				const policy = 'The page’s own policy (Content-Security-Policy)';
				const heading = `${policy} does not let it ask ${host}.`;
				await expect(answer.getByRole('heading', { name: heading, exact: true })).toBeVisible();
				await expect(answer).toContainText('Nothing was sent.');
				await expect(answer).toContainText('who hosts the page may allow less');
			}

			await page.getByRole('button', { name: 'About this map' }).click();
			await page.getByRole('radio', { name: /^OpenFreeMap/ }).click();
			await expect(page.getByText(/^OpenFreeMap cannot be used: .*policy/)).toBeVisible();
			await expect(canvasOf(page)).toBeVisible();
			await page.keyboard.press('Escape');

			expect(foreign).toEqual([]);
			const drawn = await page.evaluate(
				() =>
					new Promise((resolve) => {
						const picture = new Image();
						picture.onload = () => resolve('drawn');
						picture.onerror = () => resolve('stopped');
						picture.src = 'https://pictures.example/pothole.jpg';
					})
			);
			expect(drawn).toBe('stopped');
			await expect
				.poll(() => violations)
				.toContain('img-src: https://pictures.example/pothole.jpg');

			await chooseEndpoint(page, ENDPOINTS.standard);
			await page.getByRole('button', { name: 'Send request' }).click();
			await expect(status).toHaveText(/^200 OK, 6 services/);
			await server.close();
		}
	);

	isolatedTest.describe('and where there can be no service worker', () => {
		isolatedTest.use({ serviceWorkers: 'block' });

		isolatedTest('the page answers', async ({ page }) => {
			const server = await startStaticServer({
				headers: { 'Content-Security-Policy': HOST_POLICY }
			});
			const playground = playgroundOf(page, server.url);
			await page.goto(server.url);
			await expect(playground.status).toHaveText(
				/^200 OK, \d+ service requests, answered by the page/
			);
			await playground.openCase('Report a pothole by address');
			await playground.send(/^200 OK, 1 service request, answered by the page/);
			await server.close();
		});
	});
});
