// Ten ways to turn from the request that was answered: no verdict and no map of the answer before is
// ever shown as if it were of the request on the page, not for one frame.
import type { Page } from '@playwright/test';
import { expect, openPlayground, test } from './playground';
import { chooseEndpoint, ENDPOINTS, showNav } from './shell';
import { forEachStep } from './steps';
import { POTHOLES } from './views';
import { expectStatus } from './status';

/** What a frame of the page says of the request and of the answer. */
interface Frame {
	/** The request on the page, with the clock and the faults it would be sent with. */
	draft: string;
	/** The request that the answer says it is of; null for no answer. */
	sent: string | null;
	isStale: boolean;
	verdicts: string[];
}

/** Notes every frame that differs from the one before, from now on. */
const watch = (page: Page) =>
	page.evaluate(() => {
		const frames: string[] = [];
		const words = (selector: string) => document.querySelector(selector)?.textContent?.trim() ?? '';
		const look = () => {
			const answer = document.querySelector('[data-part=answer]');
			const address = document.querySelector<HTMLTextAreaElement>('[data-part=bar] textarea');
			const frame = JSON.stringify({
				draft: `${words('[data-part=bar] .verb')} ${address?.value}`,
				sent: answer?.querySelector('.sent')?.getAttribute('title') ?? null,
				isStale: answer?.hasAttribute('data-stale') ?? false,
				verdicts: [...(answer?.querySelectorAll('[data-part=status] .chip.text') ?? [])].map(
					(chip) => chip.textContent?.replaceAll(/\s+/g, ' ').trim()
				)
			});
			if (frame !== frames.at(-1)) frames.push(frame);
			requestAnimationFrame(look);
		};
		look();
		Object.assign(window, { frames });
	});

/**
 * The frames since they were last taken, with the one that is drawn next: a busy machine draws it
 * long after the page's text can be read.
 */
const takeFrames = (page: Page) =>
	page.evaluate(async () => {
		// The look of this frame was asked for before, and comes first.
		await new Promise((drawn) => requestAnimationFrame(drawn));
		const { frames } = window as unknown as { frames: string[] };
		return frames.splice(0).map((frame) => JSON.parse(frame) as Frame);
	});

const answer = (page: Page) => page.locator('[data-part=answer]');
const map = (page: Page) => page.locator('[data-part=map]');
const list = (page: Page) => page.locator('[data-part=list]');
const verdicts = (page: Page) => page.locator('[data-part=status]').getByRole('button');

/** The answer before is marked as such everywhere, and the case is named only as what was changed. */
async function expectStale(page: Page) {
	await expect(answer(page)).toHaveAttribute('data-stale', 'true');
	await expect(answer(page)).toContainText('This answer is from before your change.');
	await expect(verdicts(page)).toHaveCount(0);
	await expect(page.locator('[data-part=next]')).toHaveCount(0);
	await expect(map(page).getByText('From the answer before')).toBeVisible();
	await expect(list(page)).toContainText('10 requests in the answer before');
	await expect(page.locator('[data-part=cases] [aria-current]')).toHaveCount(0);
}

/** The answer is of this request, and the map of that answer. */
async function expectCurrent(page: Page, path: RegExp, requests: number) {
	await expect(answer(page).locator('.sent')).toHaveAttribute('title', path);
	await expect(answer(page)).not.toHaveAttribute('data-stale');
	await expect(list(page)).toContainText(`${requests} requests`);
	await expect(map(page).getByText(/^From /)).toHaveCount(0);
}

const SITUATIONS: readonly { name: string; run: (page: Page) => Promise<void> }[] = [
	{
		name: 'another case',
		run: async (page) => {
			await page.getByRole('link', { name: 'The six services' }).click();
			await expect(answer(page).locator('.sent')).toHaveAttribute('title', /services\.xml/);
			await expect(map(page).getByText(/^From GET Service Requests, \d\d:\d\d$/)).toBeVisible();
		}
	},
	{
		name: 'another method',
		run: async (page) => {
			await page.getByRole('link', { name: 'POST Service Request' }).click();
			await expect(answer(page).getByRole('heading', { name: 'No answer yet' })).toBeVisible();
			await expect(verdicts(page)).toHaveCount(0);
			await expect(map(page).getByText(/^From GET Service Requests, \d\d:\d\d$/)).toBeVisible();
		}
	},
	{
		name: 'a pasted request',
		run: async (page) => {
			await page
				.getByRole('textbox', { name: 'Address', exact: true })
				.fill(
					"curl 'http://127.0.0.1:3110/open311test/ws/requests.xml?jurisdiction_id=toronto.ca&status=closed'"
				);
			await expectStale(page);
		}
	},
	{
		name: 'another endpoint',
		run: async (page) => {
			await chooseEndpoint(page, ENDPOINTS.local);
			await expectStale(page);
		}
	},
	{
		name: 'Back',
		run: async (page) => {
			await page.getByRole('link', { name: 'The six services' }).click();
			await expectStatus(page, /6 services/);
			await page.goBack();
			await expectCurrent(page, /requests\.xml\?.*&status=open$/, 10);
			await expect(verdicts(page)).toHaveText([/checks pass/, /v2/]);
		}
	},
	{
		name: 'faults turned off',
		run: async (page) => {
			await showNav(page, 'Mock-up controls');
			await page.getByRole('combobox', { name: 'Status', exact: true }).selectOption('503');
			await expectStale(page);
			await page.keyboard.press('Escape');
			await page.getByRole('button', { name: 'Send request' }).click();
			await expectStatus(page, /^503/);
			await expect(map(page).getByText(/^From GET Service Requests/)).toBeVisible();
			await page.getByRole('button', { name: 'Simulated faults: on' }).click();
			await page.getByRole('dialog').getByRole('button', { name: 'Turn off' }).click();
			await expectCurrent(page, /requests\.xml/, 10);
			await expect(answer(page)).toContainText('200 OK');
		}
	},
	{
		name: 'the clock moved',
		run: async (page) => {
			await page.getByRole('button', { name: /^The mock-up’s clock/ }).click();
			await page.getByRole('button', { name: '1 week on' }).click();
			await expectCurrent(page, /requests\.xml/, 4);
			await expect(answer(page)).toContainText('Not judged: the clock was moved');
			await page.getByRole('button', { name: 'Back to 15 June' }).click();
			await expectCurrent(page, /requests\.xml/, 10);
			await page.keyboard.press('Escape');
		}
	},
	{
		name: 'another format',
		run: async (page) => {
			await page.getByRole('radio', { name: 'JSON', exact: true }).click();
			await expectStale(page);
		}
	},
	{
		name: 'another dialect',
		run: async (page) => {
			await chooseEndpoint(page, ENDPOINTS.standard);
			await expectStale(page);
		}
	},
	{
		name: 'an edit, and undoing it',
		run: async (page) => {
			await page.getByRole('checkbox', { name: 'closed' }).check();
			await expectStale(page);
			await page.getByRole('checkbox', { name: 'closed' }).uncheck();
			await expectCurrent(page, /requests\.xml/, 10);
			await expect(verdicts(page)).toHaveText([/checks pass/, /v2/]);
		}
	}
];

test('no verdict and no map of another exchange is shown as current', async ({ page }) => {
	test.slow();
	await page.setViewportSize({ width: 1440, height: 900 });
	const { errors } = await openPlayground(page, POTHOLES);
	await watch(page);
	await forEachStep(
		SITUATIONS,
		({ name }) => name,
		async ({ run }) => {
			await page.goto('#discovery.xml');
			await expectStatus(page, /^200 OK, \d endpoints/);
			await page.goto(POTHOLES);
			await expectCurrent(page, /requests\.xml\?.*&status=open$/, 10);
			await expect(verdicts(page)).toHaveText([/checks pass/, /v2/]);
			await takeFrames(page);
			await run(page);
			const frames = await takeFrames(page);
			expect(frames.length).toBeGreaterThan(1);
			// A pasted command is no request until it was read.
			const untrue = frames.filter(
				({ draft, sent, isStale, verdicts }) =>
					!draft.startsWith('GET curl') &&
					sent !== null &&
					sent !== draft &&
					(!isStale || verdicts.length > 0)
			);
			expect(untrue).toEqual([]);
		}
	);
	// The local mock-up does not run, and the 503 is wanted.
	expect(errors.filter((words) => !/503|ERR_CONNECTION_REFUSED/.test(words))).toEqual([]);
});
