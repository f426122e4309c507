// What a parent page can make an embed do, and what an embed can do: nothing outside the mock-up.
import { answerText } from './answer-text';
import {
	hostAddress,
	document,
	element,
	embed,
	hostFixture,
	POLICY,
	HOST_ROOT,
	runEmbed,
	hostStatus,
	type OpenHost
} from './embed-host';
import { expect, isolatedTest, openPlayground, playgroundOf, test as base } from './playground';
import { showNav } from './shell';
import { expectStatus } from './status';

const test = base.extend<{ host: OpenHost }>({ host: hostFixture });
const isolated = isolatedTest.extend<{ host: OpenHost }>({ host: hostFixture });

test('neither messages to an embed nor the embed itself reach another server', async ({
	page,
	host
}) => {
	const server = await host('<p>The host.</p>');
	const other = `${server.url}v2/`;
	const link = `#requests?status=open&~endpoint=${other}`;
	await page.evaluate((link) => {
		const one = window.document.createElement('open311-playground');
		Object.assign(one, { id: 'one' });
		one.setAttribute('link', link);
		window.document.body.append(one);
	}, link);
	await expect(hostAddress(page, 'one')).toHaveValue(`${other}requests.xml?status=open`);
	await expect(hostStatus(page, 'one')).toHaveText('Ready');

	const outside = { kind: 'refused', reason: expect.stringMatching(/the mock-up alone/) };
	expect(await runEmbed(page, 'one')).toEqual(outside);
	expect(await runEmbed(page, 'one', `#services?~endpoint=${server.url}v3/`)).toEqual(outside);
	expect(await runEmbed(page, 'one', '#services?~endpoint=local')).toEqual(outside);
	expect(await runEmbed(page, 'one', '#requests?~path=..%2F..%2F..%2Fadmin')).toEqual(outside);

	await element(page, 'one').evaluate(
		(one, link) => one.setAttribute('link', link.replace('=open', '=closed')),
		link
	);
	await expect(hostAddress(page, 'one')).toHaveValue(`${other}requests.xml?status=closed`);
	await embed(page, 'one').getByRole('button', { name: /^Send/ }).click();
	await expect(
		embed(page, 'one').getByRole('heading', {
			name: /^An embedded playground asks the mock-up alone/
		})
	).toBeVisible();
	await expect(hostStatus(page, 'one')).toHaveText(/asks the mock-up alone, so nothing was sent/);
	await hostAddress(page, 'one').fill(`${server.url}v4/services.json`);
	await expect(embed(page, 'one').getByText(/Open it in full to use other servers/)).toBeVisible();
	await hostAddress(page, 'one').press('Enter');
	await expect(hostStatus(page, 'one')).toHaveText(/asks the mock-up alone, so nothing was sent/);

	expect(server.hits.filter(({ path }) => /\/v\d\//.test(path))).toEqual([]);
	expect(await playgroundOf(page, HOST_ROOT).strayRequests()).toEqual([]);
});

test('a hostile parent page is refused with reasons, and other windows are ignored', async ({
	page,
	host
}) => {
	const server = await host('<iframe id="plain"></iframe>', {
		pages: { 'other.html': document('<p>Another frame.</p>', '') }
	});
	const mine = new URL(server.url).origin;
	const open = (origin: string) =>
		page.evaluate(
			async (src) => {
				const frame = window.document.querySelector('iframe');
				const received: unknown[] = [];
				Object.assign(window, { received });
				window.addEventListener('message', ({ data }) => received.push(data));
				if (!frame) throw new Error('No frame.');
				const loaded = new Promise((resolve) =>
					frame.addEventListener('load', resolve, { once: true })
				);
				frame.src = src;
				await loaded;
			},
			`${HOST_ROOT}?embed=${encodeURIComponent(origin)}#case/services`
		);
	const said = (type: string) =>
		page.evaluate(
			(type) =>
				(
					window as unknown as { received: { type: string; reason?: string; id?: number }[] }
				).received
					.filter((message) => message.type === type)
					.map(({ reason, id }) => reason ?? id),
			type
		);
	const plain = page.locator('#plain').contentFrame();
	await open(mine);
	await expectStatus(plain, /^200 OK, 6 services/);
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
	// Only the link asked for the first answer.
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

	// Another window than the parent, with the right origin.
	await page.evaluate(async () => {
		const other = window.document.createElement('iframe');
		other.src = 'other.html';
		window.document.body.append(other);
		await new Promise((loaded) => other.addEventListener('load', loaded));
	});
	const embedded = page.frames().find((frame) => frame.url().startsWith(HOST_ROOT));
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

	// The parent window, with another origin than the one in the embed's address.
	await open('https://elsewhere.example');
	await expectStatus(plain, /^200 OK, 6 services/);
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
	expect(
		await page.evaluate(() => (window as unknown as { received: unknown[] }).received)
	).toEqual([]);
});

test('the element accepts messages from its own frame only', async ({ page, host }) => {
	await host('<open311-playground id="one" case="services"></open311-playground>', {
		pages: { 'other.html': document('<p>Another frame.</p>', '') }
	});
	await expect(hostStatus(page, 'one')).toHaveText(/^200 OK, 6 services/);
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
			// The right window with a wrong origin, and a wrong window with the right origin.
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
	// The frame itself may have sent another height meanwhile.
	expect(heard).toEqual([[], false]);
});

test.describe('on a host that allows no frame', () => {
	test.use({ permitted: /^frame-src: / });

	test('if the frame is blocked, a plain link stays; a sandbox is passed on', async ({
		page,
		host
	}) => {
		await host(
			`<open311-playground id="bare" case="services"></open311-playground>
		<open311-playground id="sandboxed" case="services" title="Services" sandbox="allow-scripts allow-same-origin"><a href="${HOST_ROOT}">Plain link</a></open311-playground>`,
			{ policy: POLICY.replace(/frame-src [^;]*/, "frame-src 'self'") }
		);
		await expect(element(page, 'bare')).toContainText('The playground could not be shown here.');
		await expect(
			element(page, 'bare').getByRole('link', { name: /^Open this request/ })
		).toHaveAttribute('href', `${HOST_ROOT}#case/services`);
		await expect(
			element(page, 'sandboxed').getByRole('link', { name: 'Plain link' })
		).toBeVisible();
		expect(await runEmbed(page, 'sandboxed')).toEqual({
			kind: 'refused',
			reason: 'The playground could not be loaded here.'
		});
		const frame = element(page, 'sandboxed').locator('iframe');
		await expect(frame).toHaveAttribute('sandbox', 'allow-scripts allow-same-origin');
		await expect(frame).toHaveAttribute('title', 'Services');
	});
});

test('an embed stores nothing on the device and uses nothing that is stored there', async ({
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
	await expectStatus(page, /asks the mock-up alone/);
	await page.goto('?embed&again#case/services');
	await expectStatus(page, /^200 OK, 6 services/);
	await page.getByRole('radio', { name: 'JSON' }).check();
	await page.getByRole('button', { name: 'Send request' }).click();
	await expect(answerText(page)).toContainText('"service_code":');
	expect(await stored()).toBe(before);
	await expect(page.getByRole('link', { name: 'Open in full' })).toHaveAttribute(
		'href',
		`${HOST_ROOT}#case/services.json`
	);

	await page.goto('.');
	await showNav(page, 'History');
	await expect(page.getByText(/^Nothing/)).toBeVisible();
});

isolated.describe('with service workers blocked', () => {
	isolated.use({ serviceWorkers: 'block' });

	isolated(
		'the embed answers by itself, and no request reaches a server',
		async ({ page, host }) => {
			await host('<open311-playground id="one" case="services"></open311-playground>');
			await expect(hostStatus(page, 'one')).toHaveText('200 OK, 6 services, answered by the page');
			expect(await runEmbed(page, 'one', { case: 'report-full-csrowr-12' })).toMatchObject({
				kind: 'answer',
				status: 200,
				answeredBy: 'page'
			});
			expect(await playgroundOf(page, HOST_ROOT).strayRequests()).toEqual([]);
		}
	);
});
