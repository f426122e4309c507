// The page as a guest: in frames of a strict and hostile page at another origin, made by embed.js.
import { mkdir, writeFile } from 'node:fs/promises';
import type { Frame, Page } from '@playwright/test';
import type { Open311Parts } from '../../src/embed/api';
import { violations } from './axe';
import { expect, openPlayground, playgroundOf, test as base } from './playground';
import { startStaticServer, type StaticServer } from './static-server';

/** The test server's: the playground lies in a folder of it. */
const ORIGIN = `http://localhost:${process.env.PLAYGROUND_TEST_PORT ?? '4311'}`;
const ROOT = `${ORIGIN}/docs/playground/`;

/** Nothing inline, nothing from elsewhere but the playground's script and frame. */
const POLICY = [
	"default-src 'none'",
	`script-src 'self' ${ORIGIN}`,
	"style-src 'self'",
	`frame-src 'self' ${ORIGIN}`,
	"base-uri 'none'"
].join('; ');

const HOSTILE = `* { all: unset !important; display: block !important; }
head, head * { display: none !important; }
html * { border: 5px solid rgb(255, 0, 0) !important; color: rgb(255, 0, 0) !important;
	font: 40px/2 fantasy !important; background: rgb(255, 255, 0) !important; }
.far { height: 4000px !important; }`;

const document = (body: string, head = `<script src="${ROOT}embed.js" defer></script>`) =>
	`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
	<link rel="stylesheet" href="host.css">${head}</head><body>${body}</body></html>`;

/** Starts a site of another origin with these pages, and whatever else it is given. */
async function hostOf(
	directory: string,
	pages: Record<string, string>,
	policy = POLICY
): Promise<StaticServer> {
	await mkdir(directory, { recursive: true });
	const files = { 'host.css': HOSTILE, ...pages };
	for (const [name, text] of Object.entries(files)) await writeFile(`${directory}/${name}`, text);
	return startStaticServer({
		directory,
		base: '/',
		headers: { 'Content-Security-Policy': policy }
	});
}

/** `host` opens a page of a site that is made for the test and goes away with it. */
const test = base.extend<{
	host: (
		body: string,
		more?: { policy?: string; pages?: Record<string, string> }
	) => Promise<StaticServer>;
}>({
	host: async ({ page }, use, testInfo) => {
		const servers: StaticServer[] = [];
		await use(async (body, { policy, pages = {} } = {}) => {
			const directory = testInfo.outputPath('host');
			const server = await hostOf(directory, { 'index.html': document(body), ...pages }, policy);
			servers.push(server);
			await page.goto(server.url);
			return server;
		});
		for (const server of servers) await server.close();
	}
});

const element = (page: Page, name: string) => page.locator(`#${name}`);
const embed = (page: Page, name: string) => element(page, name).locator('iframe').contentFrame();
const status = (page: Page, name: string) => embed(page, name).getByRole('status');
const address = (page: Page, name: string) =>
	embed(page, name).getByRole('textbox', { name: 'Address', exact: true });

async function frameOf(page: Page, name: string): Promise<Frame> {
	const handle = await element(page, name).locator('iframe').elementHandle();
	const frame = await handle?.contentFrame();
	if (!frame) throw new Error(`#${name} has no frame.`);
	return frame;
}

const run = (page: Page, name: string, request?: string | Open311Parts) =>
	page.evaluate(
		async ([name, request]) => {
			const element = window.document.querySelector(`open311-playground#${name}`);
			if (!(element && 'run' in element)) throw new Error('No element.');
			return (element as HTMLElementTagNameMap['open311-playground']).run(request);
		},
		[name, request] as const
	);

const set = (page: Page, name: string, request: string | Open311Parts) =>
	page.evaluate(
		([name, request]) => {
			const element = window.document.querySelector(`open311-playground#${name}`);
			(element as HTMLElementTagNameMap['open311-playground']).set(request);
		},
		[name, request] as const
	);

const THREE = `<p id="mine">Words of the host.</p>
	<open311-playground id="list" case="requests"><a href="${ROOT}">Plain link</a></open311-playground>
	<open311-playground id="report" case="report-address-csrowr-12" view="code,answer"></open311-playground>
	<p class="far">Far.</p>
	<open311-playground id="wrong" link="#requests.json?status=open"></open311-playground>`;

test('three embeds in a strict and hostile page answer, each once it comes near', async ({
	page,
	host
}) => {
	const { errors } = playgroundOf(page, ROOT);
	await host(THREE);
	await expect(status(page, 'list')).toHaveText(/^200 OK, 96 service requests, answered by the/);
	await element(page, 'report').scrollIntoViewIfNeeded();
	await expect(embed(page, 'report').getByRole('region', { name: /^Code/ })).toContainText('curl');
	await expect(status(page, 'report')).toHaveText('Ready');

	await expect(element(page, 'wrong').locator('iframe')).toHaveCount(0);
	await expect(element(page, 'wrong').getByRole('link')).toHaveAttribute(
		'href',
		`${ROOT}#requests.json?status=open`
	);
	await element(page, 'wrong').scrollIntoViewIfNeeded();
	await expect(status(page, 'wrong')).toHaveText(/^400 Bad Request, 1 error/);
	await expect(embed(page, 'wrong').locator('.cm-content')).toContainText('jurisdiction_id');
	expect(errors).toEqual([]);
});

test('no style gets in or out', async ({ page, host }) => {
	await host(THREE);
	const all = () =>
		element(page, 'mine').evaluate((mine) => {
			const style = getComputedStyle(mine);
			return Object.fromEntries([...style].map((name) => [name, style.getPropertyValue(name)]));
		});
	const before = await all();
	await expect(status(page, 'list')).toHaveText(/^200 OK/);
	expect(await all()).toEqual(before);
	expect(before).toMatchObject({ 'border-top-color': 'rgb(255, 0, 0)', 'font-size': '40px' });
	expect(
		await page.evaluate(() => [
			window.document.styleSheets.length,
			window.document.adoptedStyleSheets.length,
			Object.keys(window).filter((name) => /open311/i.test(name))
		])
	).toEqual([1, 0, []]);

	const frame = element(page, 'list').locator('iframe');
	await expect(frame).toHaveCSS('border-top-width', '1px');
	await expect(frame).not.toHaveCSS('border-top-color', 'rgb(255, 0, 0)');
	const inside = embed(page, 'list').getByRole('button', { name: 'Send request' });
	await expect(inside).toHaveCSS('font-family', /^"IBM Plex Sans"/);
	await expect(inside).not.toHaveCSS('color', 'rgb(255, 0, 0)');
});

test('an embed is as high as what it shows, unless its author gives it a height', async ({
	page,
	host
}) => {
	await host(`<open311-playground id="grows" case="services"></open311-playground>
		<open311-playground id="fixed" case="services" height="420"></open311-playground>`);
	const heights = async (name: string) => {
		const frame = await frameOf(page, name);
		const shown = await frame.evaluate(() => {
			const { scrollHeight, clientHeight } = window.document.documentElement;
			return { scrollHeight, clientHeight };
		});
		const box = await element(page, name).locator('iframe').boundingBox();
		return { ...shown, outside: box?.height };
	};
	await expect(status(page, 'grows')).toHaveText(/^200 OK, 6 services/);
	const fits = async () => {
		const { scrollHeight, clientHeight, outside } = await heights('grows');
		return scrollHeight === clientHeight && outside === clientHeight + 2;
	};
	await expect.poll(fits).toBe(true);
	const { outside: low = 0 } = await heights('grows');
	await embed(page, 'grows').getByRole('tab', { name: 'Map' }).click();
	await embed(page, 'grows').getByRole('tab', { name: 'Form' }).click();
	await expect.poll(async () => (await heights('grows')).outside).toBeLessThan(low);
	await expect.poll(fits).toBe(true);

	await element(page, 'fixed').scrollIntoViewIfNeeded();
	await expect(status(page, 'fixed')).toHaveText(/^200 OK, 6 services/);
	expect((await heights('fixed')).outside).toBe(420);
	await page.setViewportSize({ width: 320, height: 640 });
	await expect.poll(fits).toBe(true);
	for (const name of ['grows', 'fixed']) {
		const frame = await frameOf(page, name);
		const wide = () =>
			frame.evaluate(() => {
				const { scrollWidth, clientWidth } = window.document.documentElement;
				return scrollWidth - clientWidth;
			});
		await expect.poll(wide).toBe(0);
	}
});

test('the page around sets, runs and hears results; a set sends nothing', async ({
	page,
	host
}) => {
	await host('<open311-playground id="one" case="services"></open311-playground>');
	await expect(status(page, 'one')).toHaveText(/^200 OK, 6 services/);
	await page.evaluate(() => {
		const heard: string[] = [];
		Object.assign(window, { heard });
		for (const name of ['open311-result', 'open311-refused'] as const) {
			window.document.addEventListener(name, (event) =>
				heard.push((event as CustomEvent<{ kind: string }>).detail.kind)
			);
		}
	});
	await set(page, 'one', { method: 'requests', format: 'json', values: { status: 'open' } });
	await expect(address(page, 'one')).toHaveValue(/requests\.json\?status=open$/);
	await expect(status(page, 'one')).toHaveText(/^200 OK, 6 services/);
	await expect(embed(page, 'one').locator('.cm-content')).toContainText('CSROWR-12');

	expect(await run(page, 'one')).toMatchObject({
		kind: 'answer',
		status: 400,
		contentType: 'application/json; charset=utf-8',
		link: '#requests.json?status=open'
	});
	const list = await run(page, 'one', '#services.json?jurisdiction_id=toronto.ca');
	expect(list).toMatchObject({ kind: 'answer', status: 200 });
	expect(JSON.parse(list.kind === 'answer' ? list.body : '')).toHaveLength(6);

	const report = await run(page, 'one', { case: 'report-full-csrowr-12' });
	expect(report).toMatchObject({
		kind: 'answer',
		status: 200,
		contentType: 'text/xml; charset=utf-8'
	});
	expect(report.kind === 'answer' && report.body).toContain('<token>91000001</token>');
	expect(report.kind === 'answer' && report.link).toBe('#case/report-full-csrowr-12');

	expect(await run(page, 'one', '#submit?api_key=planted')).toEqual({
		kind: 'refused',
		reason: expect.stringMatching(/links carry no keys/)
	});
	expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([
		'answer',
		'answer',
		'answer',
		'refused'
	]);
});

test('an attribute that changes opens another link, and is no step of the host’s history', async ({
	page,
	host
}) => {
	await host('<open311-playground id="one" case="services" theme="dark"></open311-playground>');
	await expect(status(page, 'one')).toHaveText(/^200 OK, 6 services/);
	const steps = await page.evaluate(() => history.length);
	const sheet = embed(page, 'one').locator('html');
	await expect(sheet).toHaveCSS('color-scheme', 'dark');
	await element(page, 'one').evaluate((one) => {
		one.setAttribute('case', 'requests-page');
		one.setAttribute('theme', 'light');
	});
	await expect(status(page, 'one')).toHaveText(/^200 OK, 5 service requests/);
	await expect(sheet).toHaveCSS('color-scheme', 'light');
	await embed(page, 'one').getByRole('radio', { name: 'JSON' }).check();
	await embed(page, 'one').getByRole('button', { name: 'Send request' }).click();
	await expect(embed(page, 'one').getByText('application/json; charset=utf-8')).toBeVisible();
	expect(await page.evaluate(() => history.length)).toBe(steps);
});

test('nothing an embed is told, or does itself, reaches another server', async ({ page, host }) => {
	const server = await host('<p>The host.</p>');
	const other = `${server.url}v2/`;
	const link = `#requests?status=open&~endpoint=${other}`;
	await page.evaluate((link) => {
		const one = window.document.createElement('open311-playground');
		Object.assign(one, { id: 'one' });
		one.setAttribute('link', link);
		window.document.body.append(one);
	}, link);
	await expect(address(page, 'one')).toHaveValue(`${other}requests.xml?status=open`);
	await expect(status(page, 'one')).toHaveText('Ready');

	const outside = { kind: 'refused', reason: expect.stringMatching(/the mock-up alone/) };
	expect(await run(page, 'one')).toEqual(outside);
	expect(await run(page, 'one', `#services?~endpoint=${server.url}v3/`)).toEqual(outside);
	expect(await run(page, 'one', '#services?~endpoint=local')).toEqual(outside);
	expect(await run(page, 'one', '#requests?~path=..%2F..%2F..%2Fadmin')).toEqual(outside);

	await element(page, 'one').evaluate(
		(one, link) => one.setAttribute('link', link.replace('=open', '=closed')),
		link
	);
	await expect(address(page, 'one')).toHaveValue(`${other}requests.xml?status=closed`);
	await embed(page, 'one').getByRole('button', { name: /^Send/ }).click();
	await expect(embed(page, 'one').getByRole('heading', { name: 'No answer' })).toBeVisible();
	await expect(status(page, 'one')).toHaveText(/asks the mock-up alone, so nothing was sent/);
	await address(page, 'one').fill(`${server.url}v4/services.json`);
	await expect(embed(page, 'one').getByText(/Open it in full to ask others/)).toBeVisible();
	await address(page, 'one').press('Enter');
	await expect(status(page, 'one')).toHaveText(/asks the mock-up alone, so nothing was sent/);

	expect(server.hits.filter(({ path }) => /\/v\d\//.test(path))).toEqual([]);
	expect(await playgroundOf(page, ROOT).strayRequests()).toEqual([]);
});

test('a hostile page around is refused in words, and a stranger is not heard', async ({
	page,
	host
}) => {
	const server = await host('<iframe id="plain"></iframe>', {
		pages: { 'other.html': document('<p>Another frame.</p>', '') }
	});
	const mine = new URL(server.url).origin;
	const open = (origin: string) =>
		page.evaluate(
			(src) => {
				const frame = window.document.querySelector('iframe');
				const told: unknown[] = [];
				Object.assign(window, { told });
				window.addEventListener('message', ({ data }) => told.push(data));
				if (frame) frame.src = src;
			},
			`${ROOT}?embed=${encodeURIComponent(origin)}#case/services`
		);
	const said = (type: string) =>
		page.evaluate(
			(type) =>
				(window as unknown as { told: { type: string; reason?: string; id?: number }[] }).told
					.filter((message) => message.type === type)
					.map(({ reason, id }) => reason ?? id),
			type
		);
	const plain = page.locator('#plain').contentFrame();
	await open(mine);
	await expect(plain.getByRole('status')).toHaveText(/^200 OK, 6 services/);
	await page.evaluate(() => {
		const embed = window.frames[0];
		const say = (data: unknown) => embed?.postMessage(data, '*');
		for (const data of [null, 'run', 7, [], { type: 'run', id: 1 }, new Map()]) say(data);
		say({ open311Playground: 9, type: 'run', id: 1 });
		say({ open311Playground: 1, type: 'run' });
		say({ open311Playground: 1, type: 'eval', id: 2 });
		say({ open311Playground: 1, type: 'set', link: `#requests?q=${'a'.repeat(20_000)}`, id: 3 });
		say({ open311Playground: 1, type: 'set', link: '#requests?~endpoint=https://evil.example/' });
		say(JSON.parse('{"open311Playground":1,"__proto__":{"type":"run","id":4}}'));
		say({ open311Playground: 1, type: 'run', id: 5 });
	});
	// The first answer was asked for by the link alone.
	await expect.poll(() => said('result')).toEqual([null, 5]);
	expect(await said('refused')).toEqual([
		'This embed speaks version 1 alone.',
		'A run needs an id.',
		'The type is one of set and run.',
		'A link has at most 20,000 characters. Shorten the request.',
		'An embed asks the mock-up alone: a link cannot add a server to it.',
		'The type is one of set and run.'
	]);
	await expect(plain.getByRole('textbox', { name: 'Address', exact: true })).toHaveValue(
		/services\.xml\?jurisdiction_id=toronto\.ca$/
	);

	// Another window than the one around, of the right origin.
	await page.evaluate(async () => {
		const other = window.document.createElement('iframe');
		other.src = 'other.html';
		window.document.body.append(other);
		await new Promise((loaded) => other.addEventListener('load', loaded));
	});
	const embedded = page.frames().find((frame) => frame.url().startsWith(ROOT));
	const stranger = page.frames().find((frame) => frame.url().endsWith('other.html'));
	if (!embedded || !stranger) throw new Error('A frame is missing.');
	const heardInside = () =>
		embedded.evaluate(() => {
			const heard = new Promise((resolve) => window.addEventListener('message', resolve));
			Object.assign(window, { heard });
		});
	const whenHeard = () =>
		embedded.evaluate(async () => {
			await (window as unknown as { heard: Promise<unknown> }).heard;
		});
	const forged = { open311Playground: 1, type: 'run', id: 6, link: '#requests' };
	await heardInside();
	await stranger.evaluate((data) => window.parent.frames[0]?.postMessage(data, '*'), forged);
	await whenHeard();
	await expect(plain.getByRole('textbox', { name: 'Address', exact: true })).toHaveValue(
		/services\.xml/
	);

	// The window around, of another origin than the one that the embed's address names.
	await open('https://elsewhere.example');
	await expect(plain.getByRole('status')).toHaveText(/^200 OK, 6 services/);
	const again = page.frames().find((frame) => frame.url().includes('elsewhere'));
	if (!again) throw new Error('The frame is missing.');
	await again.evaluate(() => {
		const heard = new Promise((resolve) => window.addEventListener('message', resolve));
		Object.assign(window, { heard });
	});
	await page.evaluate((data) => window.frames[0]?.postMessage(data, '*'), forged);
	await again.evaluate(async () => {
		await (window as unknown as { heard: Promise<unknown> }).heard;
	});
	await expect(plain.getByRole('textbox', { name: 'Address', exact: true })).toHaveValue(
		/services\.xml/
	);
	expect(await page.evaluate(() => (window as unknown as { told: unknown[] }).told)).toEqual([]);
});

test('the element hears its own frame alone', async ({ page, host }) => {
	await host('<open311-playground id="one" case="services"></open311-playground>', {
		pages: { 'other.html': document('<p>Another frame.</p>', '') }
	});
	await expect(status(page, 'one')).toHaveText(/^200 OK, 6 services/);
	const heard = await element(page, 'one').evaluate(async (one) => {
		const heard: string[] = [];
		for (const name of ['open311-ready', 'open311-result', 'open311-refused'] as const) {
			one.addEventListener(name, () => heard.push(name));
		}
		const other = window.document.createElement('iframe');
		other.src = 'other.html';
		window.document.body.append(other);
		await new Promise((loaded) => other.addEventListener('load', loaded));
		const forged = [
			{ open311Playground: 1, type: 'size', height: 3333 },
			{ open311Playground: 1, type: 'ready' },
			{ open311Playground: 1, type: 'result', id: 1, result: { kind: 'answer' } }
		];
		for (const data of forged) window.postMessage(data, '*');
		const frame = one.shadowRoot?.querySelector('iframe');
		for (const data of forged) {
			// The right window with a wrong origin, and a wrong window with the right one.
			const origin = new URL(frame?.src ?? '').origin;
			window.dispatchEvent(
				new MessageEvent('message', {
					data,
					source: frame?.contentWindow ?? null,
					origin: 'https://evil.example'
				})
			);
			window.dispatchEvent(
				new MessageEvent('message', { data, source: other.contentWindow, origin })
			);
		}
		await new Promise((last) => {
			window.addEventListener('message', ({ data }) => data === 'last' && last(data));
			window.postMessage('last', '*');
		});
		return [heard, frame?.height === '3333'];
	});
	// The frame itself may have told another height meanwhile.
	expect(heard).toEqual([[], false]);
});

test('the keyboard goes into an embed, through it and out again', async ({ page, host }) => {
	await host(`<button id="before">Before</button>
		<open311-playground id="one" case="services" view="answer"></open311-playground>
		<button id="after">After</button>`);
	await expect(status(page, 'one')).toHaveText(/^200 OK, 6 services/);
	await page.locator('#before').focus();
	await page.keyboard.press('Tab');
	await expect(address(page, 'one')).toBeFocused();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Control+Enter');
	await expect(embed(page, 'one').getByText('application/json; charset=utf-8')).toBeVisible();
	const at = () => page.evaluate(() => window.document.activeElement?.id);
	let pressed = 0;
	for (; (await at()) !== 'after' && pressed < 40; pressed++) await page.keyboard.press('Tab');
	expect(await at()).toBe('after');
	await page.keyboard.press('Shift+Tab');
	await expect(embed(page, 'one').getByRole('link', { name: 'Open in full' })).toBeFocused();
	for (; (await at()) !== 'before' && pressed < 80; pressed++)
		await page.keyboard.press('Shift+Tab');
	expect(await at()).toBe('before');
});

test.describe('where the host allows no frame', () => {
	test.use({ permitted: /^frame-src: / });

	test('where the frame is kept away a plain link stays; a sandbox is passed on', async ({
		page,
		host
	}) => {
		await host(
			`<open311-playground id="bare" case="services"></open311-playground>
		<open311-playground id="told" case="services" title="Services" sandbox="allow-scripts allow-same-origin"><a href="${ROOT}">Plain link</a></open311-playground>`,
			{ policy: POLICY.replace(/frame-src [^;]*/, "frame-src 'self'") }
		);
		await expect(element(page, 'bare')).toContainText('The playground could not be shown here.');
		await expect(
			element(page, 'bare').getByRole('link', { name: /^Open this request/ })
		).toHaveAttribute('href', `${ROOT}#case/services`);
		await expect(element(page, 'told').getByRole('link', { name: 'Plain link' })).toBeVisible();
		expect(await run(page, 'told')).toEqual({
			kind: 'refused',
			reason: 'The playground could not be loaded here.'
		});
		const frame = element(page, 'told').locator('iframe');
		await expect(frame).toHaveAttribute('sandbox', 'allow-scripts allow-same-origin');
		await expect(frame).toHaveAttribute('title', 'Services');
	});
});

test('an embed keeps nothing on the device and uses nothing that is kept there', async ({
	page
}) => {
	const kept = {
		id: 'https://311.example.org/v2/',
		name: 'Kept',
		kind: 'added',
		dialect: null,
		url: 'https://311.example.org/v2/',
		discoveryUrl: 'https://311.example.org/v2/',
		jurisdiction: '',
		apiKey: 'kept-on-this-device-4711'
	};
	await openPlayground(page);
	await page.evaluate(
		(kept) => localStorage.setItem('/docs/playground/:endpoints', JSON.stringify([kept])),
		kept
	);
	const stored = () => page.evaluate(() => JSON.stringify(localStorage));
	const before = await stored();

	await page.goto(`?embed#submit?service_code=CSROWR-12&~endpoint=${kept.url}`);
	await expect(page.getByRole('tab', { name: 'Form', exact: true })).toBeVisible();
	await page.getByRole('tab', { name: 'Code' }).click();
	const code = page.getByRole('region', { name: /^Code/ });
	await expect(code).toContainText('311.example.org');
	await expect(code).not.toContainText('YOUR_API_KEY');
	await page.getByRole('combobox', { name: 'Language' }).selectOption({ index: 3 });
	await page.getByRole('button', { name: /^Send/ }).click();
	await expect(page.getByRole('status')).toHaveText(/asks the mock-up alone/);
	await page.goto('?embed&again#case/services');
	await expect(page.getByRole('status')).toHaveText(/^200 OK, 6 services/);
	await page.getByRole('radio', { name: 'JSON' }).check();
	await page.getByRole('button', { name: 'Send request' }).click();
	await expect(page.getByText('application/json; charset=utf-8')).toBeVisible();
	expect(await stored()).toBe(before);
	await expect(page.getByRole('link', { name: 'Open in full' })).toHaveAttribute(
		'href',
		`${ROOT}#case/services.json`
	);

	await page.goto('.');
	await page.getByRole('tab', { name: 'History' }).click();
	await expect(page.getByText(/^Nothing/)).toBeVisible();
});

test.describe('with the policy bypassed for axe', () => {
	test.use({ bypassCSP: true });

	for (const view of ['answer', 'form', 'code', 'map']) {
		test(`axe finds nothing wrong with an embed that shows the ${view}`, async ({ page }) => {
			await page.goto(`?embed&view=${view},answer,form,code,map#case/requests-page`);
			await expect(page.getByRole('status')).toHaveText(/^200 OK, 5 service requests/);
			const tab = page.getByRole('tab', { name: view }).first();
			await expect(tab).toHaveAttribute('aria-selected', 'true');
			if (view === 'answer') await expect(page.locator('.cm-content')).toBeVisible();
			if (view === 'map') await expect(page.locator('canvas.maplibregl-canvas')).toBeVisible();
			expect(await violations(page)).toEqual([]);
		});
	}

	test('axe finds nothing wrong with the demo page', async ({ page }) => {
		await page.goto('embed-demo.html');
		await expect(page.locator('open311-playground iframe').first()).toBeVisible();
		expect(await violations(page)).toEqual([]);
	});
});

test('the demo page shows three embeds, talks to one, and changes none by its styles', async ({
	page
}) => {
	const playground = playgroundOf(page, ROOT);
	await page.goto('embed-demo.html');
	const all = page.locator('open311-playground');
	const inside = (at: number) => all.nth(at).locator('iframe').contentFrame();
	await expect(inside(0).getByRole('status')).toHaveText(/^200 OK, \d+ service requests/);
	await page.getByRole('button', { name: 'Ask for the open ones' }).click();
	await expect(page.locator('output')).toHaveText(
		/^200, \d+ service requests, text\/xml; charset=utf-8, answered by the service worker\.$/
	);
	await expect(inside(0).getByRole('textbox', { name: 'Address', exact: true })).toHaveValue(
		/service_code=CSROWR-12&status=open$/
	);
	await all.nth(1).scrollIntoViewIfNeeded();
	await inside(1).getByRole('button', { name: /^Send/ }).click();
	await expect(inside(1).getByRole('status')).toHaveText(/^200 OK, 1 service request/);
	await all.nth(2).scrollIntoViewIfNeeded();
	await expect(inside(2).getByRole('status')).toHaveText(/^400 Bad Request/);
	await page.getByRole('checkbox').check();
	await expect(page.getByRole('heading', { level: 1 })).toHaveCSS('text-transform', 'uppercase');
	await expect(inside(2).getByRole('button', { name: /^Send/ })).toHaveCSS(
		'text-transform',
		'none'
	);
	expect(playground.errors).toEqual([]);
	expect(await playground.strayRequests()).toEqual([]);
});

test('the HTML that the page copies shows its request in another page', async ({
	page,
	context,
	host
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: ORIGIN });
	const { openCase, send } = await openPlayground(page, ROOT);
	await openCase('The six services');
	await send(/^200 OK, 6 services/);
	await page.getByRole('button', { name: 'Export' }).click();
	await page.getByRole('button', { name: 'Copy HTML to embed it' }).click();
	await expect(page.getByText('The HTML is copied.')).toBeVisible();
	await host(await page.evaluate(() => navigator.clipboard.readText()));
	const copied = page.locator('open311-playground iframe').contentFrame();
	await expect(copied.getByRole('status')).toHaveText(/^200 OK, 6 services/);
	await expect(page.getByRole('link', { name: /^Open this request/ })).toBeHidden();
});

test.describe('with service workers blocked', () => {
	test.use({ serviceWorkers: 'block' });

	test('the embed answers by itself, and no request reaches a server', async ({ page, host }) => {
		await host('<open311-playground id="one" case="services"></open311-playground>');
		await expect(status(page, 'one')).toHaveText('200 OK, 6 services, answered by the page');
		expect(await run(page, 'one', { case: 'report-full-csrowr-12' })).toMatchObject({
			kind: 'answer',
			status: 200,
			answeredBy: 'page'
		});
		expect(await playgroundOf(page, ROOT).strayRequests()).toEqual([]);
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the demo page’s embeds are plain links', async ({ page }) => {
		await page.goto('embed-demo.html');
		await expect(page.getByRole('link', { name: 'Potholes, in the playground' })).toBeVisible();
	});
});
