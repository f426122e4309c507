// The page embedded by embed.js, in frames of a strict and hostile page at another origin.
import { answerText } from './answer-text';
import {
	hostAddress,
	element,
	embed,
	frameOf,
	hostFixture,
	ORIGIN,
	HOST_ROOT,
	runEmbed,
	set,
	hostStatus,
	THREE,
	type OpenHost
} from './embed-host';
import { expect, isolatedTest, openPlayground, playgroundOf, test as base } from './playground';
import { violations } from './axe';
import { chooseItem } from './shell';
import { LISTED } from '../listed';
import { expectStatus } from './status';

const test = base.extend<{ host: OpenHost }>({ host: hostFixture });

test('three embeds in a strict and hostile page show answers, each once it is near the viewport', async ({
	page,
	host
}) => {
	const { errors } = playgroundOf(page, HOST_ROOT);
	await host(THREE);
	await expect(hostStatus(page, 'list')).toHaveText(
		new RegExp(`^200 OK, ${LISTED} service requests, answered by the`)
	);
	await element(page, 'report').scrollIntoViewIfNeeded();
	await expect(embed(page, 'report').getByRole('region', { name: /^Code/ })).toContainText('curl');
	await expect(hostStatus(page, 'report')).toHaveText('Ready');

	await expect(element(page, 'wrong').locator('iframe')).toHaveCount(0);
	await expect(element(page, 'wrong').getByRole('link')).toHaveAttribute(
		'href',
		`${HOST_ROOT}#requests.json?status=open`
	);
	await element(page, 'wrong').scrollIntoViewIfNeeded();
	await expect(hostStatus(page, 'wrong')).toHaveText(/^400 Bad Request, 1 error/);
	await expect(answerText(embed(page, 'wrong'))).toContainText('jurisdiction_id');
	expect(errors).toEqual([]);
});

test('no style leaks in or out', async ({ page, host }) => {
	await host(THREE);
	const all = () =>
		element(page, 'mine').evaluate((mine) => {
			const style = getComputedStyle(mine);
			return Object.fromEntries([...style].map((name) => [name, style.getPropertyValue(name)]));
		});
	const before = await all();
	await expect(hostStatus(page, 'list')).toHaveText(/^200 OK/);
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

test('an embed is as high as its content, unless its author sets a height', async ({
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
	await expect(hostStatus(page, 'grows')).toHaveText(/^200 OK, 6 services/);
	await expect(answerText(embed(page, 'grows'))).toContainText('</services>');
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
	await expect(hostStatus(page, 'fixed')).toHaveText(/^200 OK, 6 services/);
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

test('the parent page can set, run and receive results; a set sends nothing', async ({
	page,
	host
}) => {
	// The page listens before there is anything to hear, so that it hears all of it.
	const listen = `window.heard = [];
		for (const name of ['open311-result', 'open311-refused'])
			document.addEventListener(name, ({ detail }) => window.heard.push(detail.kind));`;
	await host(
		'<script src="listen.js"></script><open311-playground id="one" case="services"></open311-playground>',
		{ pages: { 'listen.js': listen } }
	);
	await expect(hostStatus(page, 'one')).toHaveText(/^200 OK, 6 services/);
	await set(page, 'one', { method: 'requests', format: 'json', values: { status: 'open' } });
	await expect(hostAddress(page, 'one')).toHaveValue(/requests\.json\?status=open$/);
	await expect(hostStatus(page, 'one')).toHaveText(/^200 OK, 6 services/);
	await expect(answerText(embed(page, 'one'))).toContainText('CSROWR-12');

	expect(await runEmbed(page, 'one')).toMatchObject({
		kind: 'answer',
		status: 400,
		contentType: 'application/json; charset=utf-8',
		link: '#requests.json?status=open'
	});
	const list = await runEmbed(page, 'one', '#services.json?jurisdiction_id=toronto.ca');
	expect(list).toMatchObject({ kind: 'answer', status: 200 });
	expect(JSON.parse(list.kind === 'answer' ? list.body : '')).toHaveLength(6);

	const report = await runEmbed(page, 'one', { case: 'report-full-csrowr-12' });
	expect(report).toMatchObject({
		kind: 'answer',
		status: 200,
		contentType: 'text/xml; charset=utf-8'
	});
	expect(report.kind === 'answer' && report.body).toContain('<token>91000001</token>');
	expect(report.kind === 'answer' && report.link).toBe('#case/report-full-csrowr-12');

	expect(await runEmbed(page, 'one', '#submit?api_key=planted')).toEqual({
		kind: 'refused',
		reason: expect.stringMatching(/links carry no keys/)
	});
	expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([
		'answer', // to the case that it opened with
		'answer',
		'answer',
		'answer',
		'refused'
	]);
});

test('changing an attribute opens another link, without an entry in the host’s history', async ({
	page,
	host
}) => {
	await host('<open311-playground id="one" case="services" theme="dark"></open311-playground>');
	await expect(hostStatus(page, 'one')).toHaveText(/^200 OK, 6 services/);
	const steps = await page.evaluate(() => history.length);
	const sheet = embed(page, 'one').locator('html');
	await expect(sheet).toHaveCSS('color-scheme', 'dark');
	await element(page, 'one').evaluate((one) => {
		one.setAttribute('case', 'requests-page');
		one.setAttribute('theme', 'light');
	});
	await expect(hostStatus(page, 'one')).toHaveText(/^200 OK, 5 service requests/);
	await expect(sheet).toHaveCSS('color-scheme', 'light');
	await embed(page, 'one').getByRole('radio', { name: 'JSON' }).check();
	await embed(page, 'one').getByRole('button', { name: 'Send request' }).click();
	await expect(answerText(embed(page, 'one'))).toContainText('"service_request_id":');
	expect(await page.evaluate(() => history.length)).toBe(steps);
});

test('Tab moves the focus into an embed, through it and out again', async ({ page, host }) => {
	await host(`<button id="before">Before</button>
		<open311-playground id="one" case="services" view="answer"></open311-playground>
		<button id="after">After</button>`);
	await expect(hostStatus(page, 'one')).toHaveText(/^200 OK, 6 services/);
	await page.locator('#before').focus();
	await page.keyboard.press('Tab');
	await expect(hostAddress(page, 'one')).toBeFocused();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await expect(embed(page, 'one').getByRole('radio', { name: 'XML' })).toBeFocused();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Control+Enter');
	await expect(answerText(embed(page, 'one'))).toContainText('"service_code":');
	const at = () => page.evaluate(() => window.document.activeElement?.id);
	const inside = await frameOf(page, 'one');
	/** What has the focus; null while it is on its way between the host and the embed's own process. */
	const focused = async () => {
		const place = await inside.evaluate(() => {
			const all = [...window.document.querySelectorAll('*')];
			return window.document.hasFocus() ? all.indexOf(window.document.activeElement!) : null;
		});
		const id = await at();
		return (id === 'one') === (place !== null) ? `${id} ${place}` : null;
	};
	/** Presses a key until this has the focus, each time once the focus has moved. */
	const pressUntil = async (key: string, id: string) => {
		for (let pressed = 0; (await at()) !== id && pressed < 40; pressed++) {
			const before = await focused();
			await page.keyboard.press(key);
			await expect
				.poll(async () => {
					const now = await focused();
					return now !== null && now !== before;
				})
				.toBe(true);
		}
		expect(await at()).toBe(id);
	};
	await pressUntil('Tab', 'after');
	await page.keyboard.press('Shift+Tab');
	await expect(embed(page, 'one').getByRole('link', { name: 'Open in full' })).toBeFocused();
	await pressUntil('Shift+Tab', 'before');
});

test('the demo page shows three embeds, exchanges messages with one, and styles none', async ({
	page
}) => {
	const playground = playgroundOf(page, HOST_ROOT);
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

test('the copied HTML shows the request in another page', async ({ page, context, host }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: ORIGIN });
	const { openCase, send } = await openPlayground(page, HOST_ROOT);
	await openCase('The six services');
	await send(/^200 OK, 6 services/);
	await chooseItem(page, 'Use it', 'Embed it');
	await page.getByRole('button', { name: 'Copy HTML' }).click();
	await expect(page.getByText('The HTML is copied.').first()).toBeVisible();
	await host(await page.evaluate(() => navigator.clipboard.readText()));
	const copied = page.locator('open311-playground iframe').contentFrame();
	await expectStatus(copied, /^200 OK, 6 services/);
	await expect(page.getByRole('link', { name: /^Open this request/ })).toBeHidden();
});

isolatedTest.describe('without JavaScript', () => {
	isolatedTest.use({ javaScriptEnabled: false });

	isolatedTest('the demo page’s embeds are plain links', async ({ page }) => {
		await page.goto('embed-demo.html');
		await expect(page.getByRole('link', { name: 'Potholes, in the playground' })).toBeVisible();
	});
});

test('the minimal preset shows the request, its status and its answer alone', async ({ page }) => {
	await page.setViewportSize({ width: 750, height: 440 });
	await page.goto('?embed&preset=minimal#case/requests-potholes');
	const status = page.locator('[data-part=status]');
	await expect(status).toContainText(/^\s*200 OK\s+\d+ ms · \d+\.\d kB\s+\d+ service requests/);
	await expect(answerText(page)).toContainText('<service_requests>');
	await expect(page.getByRole('tab')).toHaveText(['Answer', 'Form', 'Code', 'Map']);
	await expect(page.locator('footer')).toContainText('Open Government Licence – Toronto');
	await expect(page.getByRole('link', { name: 'Open in the playground' })).toHaveAttribute(
		'href',
		/#case\/requests-potholes$/
	);
	await page.getByRole('tab', { name: 'Code' }).click();
	await expect(page.getByRole('region', { name: /^Code/ })).toContainText('curl');
	await page.setViewportSize({ width: 320, height: 440 });
	await page.getByRole('tab', { name: 'Answer' }).click();
	await expect(answerText(page)).toBeVisible();
	await expect
		.poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
		.toBeLessThanOrEqual(0);
	expect(await violations(page)).toEqual([]);
});
