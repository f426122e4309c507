// Malicious answers, links and files are shown, and have no other effect.
import type { Page } from '@playwright/test';
import { answerText } from './answer-text';
import {
	HOSTILE_ANSWERS,
	HOSTILE_DEFINITION,
	HOSTILE_DISCOVERY,
	EVIL,
	HOSTILE_SERVICES,
	type HostileAnswer
} from './hostile';
import { expect, isolatedTest, openPlayground, test } from './playground';
import { chooseEndpoint, chooseItem, ENDPOINTS, panel, showNav } from './shell';
import { forEachStep } from './steps';
import { expectStatus } from './status';

const SERVER = 'http://127.0.0.1:3110/';
const LIST = '#requests?jurisdiction_id=toronto.ca&~endpoint=local&~tab=raw';

const response = (page: Page) => page.locator('#response');
const address = (page: Page) => page.getByRole('textbox', { name: 'Address', exact: true });
const dialog = (page: Page) => page.getByRole('dialog').filter({ visible: true });

interface Watched {
	/** Fails if anything but display resulted from what the page received since the last call. */
	expectHarmless(): Promise<void>;
}

/** Watches the page from before it opens; `permitted` are the hosts it may ask. */
async function watch(page: Page, permitted = /^(localhost|127\.0\.0\.1)$/): Promise<Watched> {
	const wrong: string[] = [];
	page.on('dialog', (opened) => {
		wrong.push(`dialog: ${opened.message()}`);
		void opened.dismiss();
	});
	page.on('popup', (popup) => wrong.push(`popup: ${popup.url()}`));
	page.on('pageerror', ({ message }) => wrong.push(`thrown: ${message}`));
	page.on('request', (request) => {
		const { protocol, hostname } = new URL(request.url());
		const isLocal = protocol === 'data:' || protocol === 'blob:';
		if (!isLocal && !permitted.test(hostname)) wrong.push(`asked: ${request.url()}`);
	});
	page.on('framenavigated', (frame) => {
		if (frame !== page.mainFrame()) wrong.push(`frame: ${frame.url()}`);
	});
	return {
		async expectHarmless() {
			const traces = await page.evaluate(() => {
				const plain: Record<string, unknown> = {};
				return {
					ran: '__pwned' in window || '__pwned' in plain,
					inherited: ['polluted', 'isAdmin'].filter((name) => name in plain),
					ofEveryObject: Object.keys(Object.prototype),
					markup: document.querySelectorAll(
						'iframe, object, embed, base, #app script, #app style, #app link, [onerror], [onload]'
					).length,
					links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
						.map(({ protocol }) => protocol)
						.filter((protocol) => !/^(https?|blob):$/.test(protocol)),
					cookie: document.cookie
				};
			});
			expect(traces).toEqual({
				ran: false,
				inherited: [],
				ofEveryObject: [],
				markup: 0,
				links: [],
				cookie: ''
			});
			expect(wrong.splice(0)).toEqual([]);
		}
	};
}

/** Answers every request to the local mock-up's address. */
const answer = (page: Page, answers: (path: string) => Parameters<Route['fulfill']>[0]) =>
	page.route(`${SERVER}**`, (route) =>
		route.fulfill({
			status: 200,
			...answers(new URL(route.request().url()).pathname)
		})
	);

type Route = Parameters<Parameters<Page['route']>[1]>[0];

const xml = (body: string) => ({ contentType: 'text/xml; charset=utf-8', body });

const VIEWS = ['Pretty', 'Tree', 'Table', 'Compare', 'Headers', 'Raw'];

/** Opens views of the answer, the last of them to stay, and chooses its first rows. */
async function lookAtAnswer(page: Page, views = VIEWS) {
	for (const name of views) {
		await page.getByRole('tab', { name, exact: true }).click();
		await expect(response(page).getByRole('tabpanel')).toBeVisible();
	}
	const rows = page.getByRole('listbox', { name: /^Service requests/ }).getByRole('option');
	for (const at of [0, 1, 2]) {
		const row = rows.nth(at);
		if (!(await row.isVisible())) break;
		await row.click();
		await expect(row).toHaveAttribute('aria-selected', 'true');
	}
}

/** Opens every view of the request, the history (of `sent` answers), the handout and the exports. */
async function lookAround(page: Page, sent: number) {
	for (const name of ['Code', 'HTTP', 'Form']) {
		await page.getByRole('tab', { name, exact: true }).click();
		await expect(page.getByRole('tabpanel', { name, exact: true })).toBeVisible();
	}
	await showNav(page, 'History');
	const entries = panel(page, 'History');
	await expect(entries.getByRole('listitem')).toHaveCount(sent);
	for (const at of [0, 1]) await entries.getByRole('checkbox').nth(at).check();
	await entries.getByRole('button', { name: 'Compare the two' }).click();
	await expect(dialog(page)).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(dialog(page)).toHaveCount(0);
	await entries.getByRole('button', { name: /^Open/ }).last().click();
	await showNav(page, 'Methods and cases');
	await chooseItem(page, 'Use it', 'Export');
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save exchange as HAR' }).click();
	await (await download).path();
	await page.keyboard.press('Escape');
	await chooseItem(page, 'Teach', 'Handout');
	const handout = page.getByRole('main', { name: 'Handout' });
	await expect(handout).toBeVisible();
	await handout.getByRole('button', { name: 'Back to the page' }).click();
}

/** Checks that the page still works: the mock-up is asked, and answers. */
async function expectAlive(page: Page) {
	await page.goto('#case/services');
	await chooseEndpoint(page, ENDPOINTS.toronto);
	await page.getByRole('button', { name: 'Send request' }).click();
	await expectStatus(page, /^200 OK, 6 services/);
}

const nameOf = ({ name, format }: HostileAnswer) => `${name} (${format})`;

for (const format of ['xml', 'json'] as const) {
	test(`malicious answers are shown, without other effects (${format})`, async ({ page }) => {
		test.setTimeout(240_000);
		const answers = HOSTILE_ANSWERS.filter((each) => each.format === format);
		const type = format === 'json' ? 'application/json' : 'text/xml; charset=utf-8';
		let given = answers[0];
		const watched = await watch(page);
		await answer(page, () => ({
			status: given?.status ?? 200,
			body: given?.body ?? '',
			headers: { 'Content-Type': type, ...given?.headers }
		}));
		await page.goto(LIST.replace('requests', `requests.${format}`));
		let sent = 0;
		const send = async () => {
			sent += 1;
			const answered = page.waitForResponse(`${SERVER}**`);
			await page.getByRole('button', { name: 'Send request' }).click();
			await answered;
		};
		await forEachStep(answers, nameOf, async (next) => {
			given = next;
			await send();
			await expect(page.getByRole('status')).toHaveText(new RegExp(`^${next.status ?? 200} `), {
				timeout: 40_000
			});
			await expect(answerText(response(page))).toContainText(next.seen);
			// What the others show does not depend on the format.
			await lookAtAnswer(page, format === 'xml' ? VIEWS : ['Tree', 'Table', 'Raw']);
			if (next.alsoKept) {
				await send();
				await lookAround(page, sent);
			}
			await watched.expectHarmless();
		});
		await expectAlive(page);
		await watched.expectHarmless();
	});
}

test('the rows of the list show markup as text', async ({ page }) => {
	const watched = await watch(page);
	const [first] = HOSTILE_ANSWERS;
	await answer(page, () => xml(first?.body ?? ''));
	await page.goto(LIST);
	await page.getByRole('button', { name: 'Send request' }).click();
	const chosen = page.getByRole('listbox').getByRole('option', { selected: true });
	await page.getByRole('listbox').getByRole('option').first().click();
	await expect(chosen).toContainText('<script>window.__pwned=1</script>');
	for (let at = 0; at < 12; at++) await page.keyboard.press('ArrowDown');
	await expect(chosen).toContainText('valueOf');
	await watched.expectHarmless();
});

test('malicious services and definitions become forms of plain text', async ({ page }) => {
	const watched = await watch(page);
	await answer(page, (path) =>
		xml(/services\.xml$/.test(path) ? HOSTILE_SERVICES : HOSTILE_DEFINITION)
	);
	const playground = await openPlayground(page);
	await chooseEndpoint(page, ENDPOINTS.local);
	await page.getByRole('link', { name: 'POST Service Request' }).click();
	const service = page.getByRole('combobox', { name: /^service_code/ });
	for (const code of [EVIL, '__proto__', 'constructor', 'A/../../B?c#d']) {
		await service.fill(code);
		await expect(page.getByText(`singlevaluelist: <script>`).first()).toBeVisible();
	}
	const form = page.getByRole('tabpanel', { name: 'Form' });
	for (const box of await form.getByRole('checkbox').all()) await box.check();
	for (const box of await form.getByRole('radio').all()) await box.check();
	await page.getByRole('tab', { name: 'Code', exact: true }).click();
	await expect(page.getByRole('tabpanel', { name: 'Code' })).toContainText('__proto__');
	await page.getByRole('tab', { name: 'Form', exact: true }).click();
	await playground.send(/^200 OK/);
	await page.getByRole('link', { name: /GET Service List$/ }).click();
	await playground.send(/^200 OK, 8 services/);
	await lookAtAnswer(page);
	await page.getByRole('link', { name: /GET Service Definition$/ }).click();
	await page.getByRole('combobox', { name: /^service_code/ }).fill(EVIL);
	await playground.send(/^200 OK/);
	await lookAtAnswer(page);
	await page.keyboard.press('Control+k');
	await dialog(page).getByRole('combobox').fill('script');
	await page.keyboard.press('Escape');
	await expectAlive(page);
	await watched.expectHarmless();
});

test('a malicious discovery document offers no endpoint to use', async ({ page }) => {
	const watched = await watch(page);
	await answer(page, () => xml(HOSTILE_DISCOVERY));
	await openPlayground(page);
	await chooseEndpoint(page, 'Add a server…');
	await dialog(page).getByRole('textbox', { name: 'Base URL or discovery URL' }).fill(SERVER);
	await dialog(page).getByRole('button', { name: 'Read its discovery document' }).click();
	await expect(dialog(page)).toContainText('<script>window.__pwned=1</script>');
	const usable = await dialog(page)
		.getByRole('radio')
		.evaluateAll((radios) =>
			radios
				.map((radio) => (radio as HTMLInputElement).value)
				.filter((value) => /^\w+:/.test(value))
		);
	expect(usable.filter((url) => !/^https?:/.test(url) || url.includes('@'))).toEqual([]);
	for (const link of await dialog(page).getByRole('link').all()) {
		expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
	}
	await page.keyboard.press('Escape');
	await expectAlive(page);
	await watched.expectHarmless();
});

test('the runner lists failed checks, without other effects, if every answer is malicious', async ({
	page
}) => {
	test.setTimeout(120_000);
	const watched = await watch(page);
	const [first] = HOSTILE_ANSWERS;
	await answer(page, (path) =>
		/services\.xml$/.test(path)
			? xml(HOSTILE_SERVICES)
			: /services/.test(path)
				? xml(HOSTILE_DEFINITION)
				: /discovery/.test(path)
					? xml(HOSTILE_DISCOVERY)
					: xml(first?.body ?? '')
	);
	await openPlayground(page);
	await chooseEndpoint(page, ENDPOINTS.local);
	await page.getByRole('button', { name: /^All \d+ test cases$/ }).click();
	// Each result is drawn in the cards that are shown.
	await dialog(page).getByRole('searchbox', { name: 'Filter the gallery' }).fill('service');
	await dialog(page).getByRole('combobox', { name: 'Formats' }).selectOption('xml');
	for (const group of ['discover', 'define']) {
		await dialog(page).getByRole('combobox', { name: 'Which' }).selectOption(`group:${group}`);
		await dialog(page).getByRole('button', { name: 'Run', exact: true }).click();
		await expect(
			dialog(page).getByText(/^\d+ passed, [1-9]\d* failed, \d+ skipped\.$/)
		).toBeVisible({ timeout: 60_000 });
		await expect(dialog(page).getByRole('region', { name: group, exact: true })).toBeVisible();
		await watched.expectHarmless();
	}
	await dialog(page).getByRole('button', { name: 'Show in the answer' }).first().click();
	await lookAtAnswer(page);
	await watched.expectHarmless();
});

const q = encodeURIComponent;

const LINKS = [
	`#requests?status=${q(EVIL)}&description=${q(EVIL)}&~selected=${q(EVIL)}&~tab=${q(EVIL)}&~map=${q(EVIL)}`,
	`#requests?__proto__=polluted&constructor=1&constructor.prototype.polluted=1&__proto__[polluted]=1&prototype=x`,
	`#submit?service_code=__proto__&attribute[__proto__]=1&attribute[constructor]=2&description=${q(EVIL)}&media_url=${q('javascript:window.__pwned=1')}`,
	`#__proto__?a=1`,
	`#constructor.xml?__proto__=1`,
	`#case/__proto__`,
	`#case/${q(EVIL)}`,
	`#requests?~endpoint=${q('javascript:window.__pwned=1')}`,
	`#requests?~endpoint=${q('https://user:password@evil.example/')}&~discovery=${q('data:text/xml,x')}`,
	`#requests?~endpoint=__proto__&~mock:every=${q(EVIL)}&~mock:__proto__=code%3D500`,
	`#requests?%`,
	`#request?service_request_id=${q('../../../../../../evil.html?#')}`,
	`#definition?service_code=${q('../../..//evil.example/x')}`,
	`#requests?~path=${q('//evil.example/{format}')}&~header:__proto__=x&~header:X-Evil=${q('a\r\nb: c')}`,
	`#${q(EVIL)}`,
	`#${'requests?status=open&'.repeat(20_000)}`
];

test('malicious links open as far as they are valid', async ({ page }) => {
	test.setTimeout(120_000);
	const watched = await watch(page);
	await forEachStep(
		LINKS,
		(link) => link.slice(0, 60),
		async (link) => {
			await page.goto(link);
			// The page starts with one and navigates to the others.
			if (LINKS.indexOf(link) < 3) await page.reload();
			await expect(address(page)).not.toHaveValue('');
			await expect(page.getByRole('status')).not.toHaveText('');
			for (const name of link.includes('=') ? ['Code', 'HTTP', 'Form'] : []) {
				await page.getByRole('tab', { name, exact: true }).click();
				await expect(page.getByRole('tabpanel', { name, exact: true })).toBeVisible();
			}
			await watched.expectHarmless();
		}
	);
	await expectAlive(page);
	await watched.expectHarmless();
});

test('a malicious curl command is parsed, not run', async ({ page }) => {
	const watched = await watch(page);
	await openPlayground(page);
	for (const command of [
		`curl "$(touch /tmp/x)" '${SERVER}requests.xml?__proto__=1&status=${EVIL}'`,
		`curl -d '${EVIL.replaceAll("'", '')}' -H '__proto__: 1' -H 'constructor: x' http://127.0.0.1:3110/open311test/ws/requests.xml`,
		`curl 'javascript:window.__pwned=1' -o /etc/passwd -K /etc/passwd`,
		`curl -F '__proto__=1' -F 'constructor=@/etc/passwd' ${SERVER}open311test/ws/requests.xml; rm -rf /`
	]) {
		await address(page).fill(command);
		await address(page).press('Enter');
		await expect(address(page)).toBeVisible();
	}
	await expectAlive(page);
	await watched.expectHarmless();
});

isolatedTest.describe('a malicious lesson', () => {
	// A worker's own fetch does not see a file that only the test serves.
	isolatedTest.use({ serviceWorkers: 'block' });

	isolatedTest('is text, step by step', async ({ page }) => {
		const watched = await watch(page);
		const cut = (length: number) => EVIL.slice(0, length);
		const lesson = {
			title: cut(120),
			steps: [
				{
					title: cut(120),
					goal: `${EVIL} $__proto__ $constructor`,
					hint: EVIL,
					look: cut(400),
					code: [cut(200)],
					open: { method: 'requests', values: { jurisdiction_id: 'toronto.ca', status: EVIL } },
					check: {
						method: 'requests',
						values: { status: { like: 'open', words: cut(200) } },
						expect: { status: 200 }
					}
				}
			],
			closing: { title: cut(120), learnt: [cut(300)], next: [{ words: cut(300), link: '?a' }] }
		};
		await page.route('**/evil.json', (route) => route.fulfill({ json: lesson }));
		await openPlayground(page, '?lessons=evil.json');
		const bar = page.getByRole('region', { name: 'Lesson' });
		await expect(bar.getByText('<script>window.__pwned=1</script>').first()).toBeVisible();
		await bar.getByText('Hint').click();
		await bar.getByText('Program').click();
		await expect(page.getByRole('dialog')).toContainText('<script>');
		await page.keyboard.press('Escape');
		await bar.getByRole('button', { name: 'Fill it in' }).click();
		await page.keyboard.press('Control+Enter');
		await expect(page.getByRole('status')).toHaveText(/^\d{3} /);
		await expect(page.locator('[data-part="verdict"]')).toContainText(
			'Not yet. status was <script>'
		);
		await page.getByRole('button', { name: 'Skip it' }).click();
		await expect(bar.getByRole('link')).toContainText('<script>');
		await watched.expectHarmless();
	});

	isolatedTest('is refused with its own words, and not loaded from elsewhere', async ({ page }) => {
		const watched = await watch(page);
		const body = `{"__proto__": {"polluted": true}, ${JSON.stringify(EVIL)}: 1, "title": "A", "steps": []}`;
		await page.route('**/evil.json', (route) =>
			route.fulfill({ contentType: 'application/json', body })
		);
		await openPlayground(page, '?lessons=evil.json');
		const bar = page.getByRole('region', { name: 'Lesson' });
		await expect(bar).toContainText('__proto__ is not a key of a lesson.');
		await expect(bar).toContainText('["<script>window.__pwned=1</script> ');
		await watched.expectHarmless();
		await page.goto(`?lessons=${q('https://evil.example/lesson.json')}`);
		await expect(bar).toContainText('is not on this site');
		await watched.expectHarmless();
	});
});
