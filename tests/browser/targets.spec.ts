// The room that the page gives its work, measured at each size.
import type { Page } from '@playwright/test';
import { answerText } from './answer-text';
import { CASES } from '../../mocks/cases';
import type { TestCase } from '../../src/cases/expectation';
import { fieldsSeen, heightOf, linesSeen, resize, seen, unevenness } from './measures';
import { expect, openPlayground, test } from './playground';
import { forEachStep } from './steps';
import { ALL, POTHOLES, REPORT } from './views';
import { expectStatus } from './status';

const part = (page: Page, name: string) => page.locator(`[data-part=${name}]`);
const rows = (page: Page) => page.locator('#map').getByRole('option');
const answerLines = (page: Page) => part(page, 'body').locator('[data-line]');

/** One measure: its name, and what fails if it does not hold. */
type Measure = readonly [name: string, holds: () => Promise<void>];

const measure = (all: readonly Measure[]) =>
	forEachStep(
		all,
		([name]) => name,
		([, holds]) => holds()
	);

/** Goes to a link on the page that is open, and waits for its answer. */
async function follow(page: Page, link: string, status: RegExp) {
	await page.goto(link);
	await expectStatus(page, status);
}

/** Every measure of the answer's status line, at answers that are good and that are not. */
const statusLines = (page: Page) =>
	forEachStep(
		[
			[POTHOLES, '200 OK'],
			[`${ALL.replace('.xml', '.json')}&status=open`, '200 OK'],
			['#case/wrong-get-bad-date', '400 Bad Request'],
			['#case/request-not-found', '404 Not Found']
		] as const,
		([link]) => link,
		async ([link, words]) => {
			await follow(page, link, new RegExp(`^${words}`));
			const status = part(page, 'status');
			await expect(status).toContainText(words);
			// The verdicts are there, which come last.
			await expect(status.getByRole('button').last()).toContainText(/v2|deviations/);
			await expect.poll(() => unevenness(status)).toBeLessThan(2);
			await expect
				.poll(() => status.evaluate((line) => line.scrollWidth - line.clientWidth))
				.toBe(0);
		}
	);

/** The rows of the page, the map and its list. */
const frame = (page: Page, leastMap: number): Measure[] => [
	['header 48', async () => expect(await heightOf(page.getByRole('banner'))).toBe(48)],
	['bar 48', async () => expect(await heightOf(part(page, 'bar'))).toBe(48)],
	[
		'footer 28 at most',
		async () => expect(await heightOf(page.getByRole('contentinfo'))).toBeLessThanOrEqual(28)
	],
	[
		`map ${leastMap} at least, the list below it with a row in view`,
		async () => {
			const map = await part(page, 'map').boundingBox();
			const list = await part(page, 'list').boundingBox();
			expect(map?.height).toBeGreaterThanOrEqual(leastMap);
			expect(list?.y).toBeGreaterThanOrEqual((map?.y ?? 0) + (map?.height ?? 0));
			await expect.poll(async () => (await seen(rows(page))).length).toBeGreaterThanOrEqual(1);
		}
	]
];

test('at 1280 by 720 the form, the answer and the map have their room', async ({ page }) => {
	test.slow();
	await resize(page, [1280, 720]);
	const { errors } = await openPlayground(page, POTHOLES);
	await expect(answerText(page)).toBeVisible();
	await expect(rows(page)).toHaveCount(10);
	await measure([
		...frame(page, 360),
		[
			'methods, cases, history and controls seen',
			async () => {
				const links = [
					'[data-part=methods] a',
					'[data-part=cases] a',
					'#nav-history, #nav-console'
				];
				const counts = () =>
					Promise.all(links.map(async (each) => (await seen(page.locator(each))).length));
				await expect.poll(counts).toEqual([7, 8, 2]);
			}
		],
		[
			'five fields of a search',
			() => expect.poll(() => fieldsSeen(page)).toBeGreaterThanOrEqual(5)
		],
		[
			'twenty lines of the answer',
			() => expect.poll(() => linesSeen(answerLines(page))).toBeGreaterThanOrEqual(20)
		],
		['status on one line', () => statusLines(page)],
		[
			'five fields of a report',
			async () => {
				await follow(page, REPORT, /^Ready/);
				await expect(page.getByRole('radio', { name: 'Curb lane' })).toBeVisible();
				await expect.poll(() => fieldsSeen(page)).toBeGreaterThanOrEqual(5);
			}
		],
		[
			'fifteen lines on both sides of a comparison',
			async () => {
				await follow(page, `${ALL}&service_code=CSROWR-12&status=open&~tab=both`, /^200/);
				await expect(part(page, 'compare-right')).toContainText('"service_request_id"');
				for (const side of ['left', 'right']) {
					const lines = part(page, `compare-${side}`).locator('.row');
					await expect.poll(() => linesSeen(lines), side).toBeGreaterThanOrEqual(15);
				}
			}
		],
		[
			'no argument of the longest test cases is cut in the bar',
			async () => expect(await cutAddresses(page)).toEqual([])
		]
	]);
	expect(errors).toEqual([]);
});

/** The twenty test cases at the top by a length. */
const longest = (lengthOf: (testCase: TestCase) => number) =>
	CASES.toSorted((one, other) => lengthOf(other) - lengthOf(one)).slice(0, 20);

/** What is cut first: the longest of single arguments, and of all together. */
const LONG_CASES = new Set([
	...longest(({ draft }) =>
		Math.max(...Object.entries(draft.values).map(([name, value]) => `${name}${value}`.length), 0)
	),
	...longest(({ draft }) => JSON.stringify(draft.values).length)
]);

/** The test cases of whose address something is cut in the bar. */
const cutAddresses = (page: Page) =>
	page.evaluate(
		async (ids) => {
			const frame = () => new Promise((done) => requestAnimationFrame(() => done(null)));
			const found: string[] = [];
			for (const id of ids) {
				location.hash = `case/${id}`;
				await new Promise((done) => addEventListener('hashchange', done, { once: true }));
				await frame();
				await frame();
				const bar = document.querySelector('[data-part=bar]');
				const parts = [...(bar?.querySelectorAll('textarea, .shown') ?? [])];
				if (parts.length < 2 || parts.some((each) => each.scrollWidth > each.clientWidth)) {
					found.push(id);
				}
			}
			return found;
		},
		[...LONG_CASES].map(({ id }) => id)
	);

test('at 1440 by 900 a first visit has its introduction, and the map its room', async ({
	page
}) => {
	test.slow();
	await resize(page, [1440, 900]);
	await openPlayground(page, '.');
	const intro = part(page, 'intro');
	await measure([
		[
			'introduction 96 at most',
			async () => {
				expect(await heightOf(intro)).toBeGreaterThan(60);
				expect(await heightOf(intro)).toBeLessThanOrEqual(96);
			}
		],
		...frame(page, 420),
		[
			'none once it was closed',
			async () => {
				await page.getByRole('button', { name: 'Close the introduction' }).click();
				await page.reload();
				await expectStatus(page, /^200 OK/);
				await expect(intro).toHaveCount(0);
			}
		],
		['status on one line', () => statusLines(page)]
	]);
});
