// What must hold of everything the page shows: letters and targets large enough, nothing cut with
// spaced text or magnified, nothing wider than the window, what is chosen marked in forced colours.
import type { Page } from '@playwright/test';
import { coloursIn } from './map-parts';
import { painted, viewProblems, resize, sideways } from './measures';
import { expect, openPlayground, test } from './playground';
import { forEachStep } from './steps';
import { ALL, open, OVER, PANES, POTHOLES } from './views';

const part = (page: Page, name: string) => page.locator(`[data-part=${name}]`);
const rows = (page: Page) => page.locator('#map').getByRole('option');

/** The views that are most unlike each other in width. */
const SORTS = /^(a search|a report|the answer: (Compare|Table)|a refusal|a chosen request)$/;

const WIDTHS = [320, 390, 640, 900, 1024, 1240, 1280, 1440, 1920];

/** The widths at which the other tests look whether every view scrolls sideways. */
const ELSEWHERE = [390, 640, 1280];

test('nothing scrolls sideways at any width, first visit or not, and the header says “unofficial”', async ({
	page
}) => {
	test.slow();
	await openPlayground(page, '.');
	const unofficial = page.getByRole('banner').getByText('unofficial', { exact: true });
	const wide = async (widths: readonly number[]) => {
		const found: string[] = [];
		for (const width of widths) {
			await resize(page, [width, 720]);
			const by = await sideways(page);
			if (by > 0) found.push(`${by} px at ${width}`);
			if (!(await unofficial.isVisible())) found.push(`no “unofficial” at ${width}`);
		}
		await resize(page, [1280, 720]);
		return found;
	};
	expect(await wide(WIDTHS), 'a first visit').toEqual([]);
	const others = WIDTHS.filter((width) => !ELSEWHERE.includes(width));
	await forEachStep(
		PANES.filter(({ name }) => SORTS.test(name)),
		({ name }) => name,
		async (view) => {
			await open(page, view);
			expect(await wide(others)).toEqual([]);
		}
	);
});

const DESKTOP = [1280, 720] as const;
const PHONE = [390, 844] as const;
/** A desktop magnified twice. */
const MAGNIFIED = [640, 360] as const;

test('letters have 14 px, targets 24 or on a phone 44, and spaced text is whole, also magnified twice in one column', async ({
	page
}) => {
	test.slow();
	await resize(page, DESKTOP);
	await openPlayground(page, POTHOLES);
	const atFoot = page.getByRole('navigation', { name: 'Parts of the page' });
	await forEachStep(
		PANES,
		({ name }) => name,
		async (view) => {
			await open(page, view);
			expect(await viewProblems(page, 24), 'on a desktop').toEqual([]);
			await resize(page, PHONE);
			await atFoot.getByRole('tab', { name: view.part }).click();
			expect(await viewProblems(page, 44), 'on a phone').toEqual([]);
			await resize(page, MAGNIFIED);
			expect(await viewProblems(page, 24), 'magnified').toEqual([]);
			for (const name of ['#request', '#response', '#map']) {
				await page.locator(name).evaluate((part) => part.scrollIntoView());
				await expect(page.locator(name)).toBeInViewport();
			}
			await resize(page, DESKTOP);
		}
	);
});

for (const [size, least] of [
	[DESKTOP, 24],
	[PHONE, 44]
] as const) {
	test(`what opens over the page has letters of 14 px, targets of ${least}, and its spaced text whole at ${size[0]}`, async ({
		page
	}) => {
		test.slow();
		await resize(page, size);
		await openPlayground(page, POTHOLES);
		await forEachStep(
			OVER,
			({ name }) => name,
			async (view) => {
				await open(page, view);
				await painted(page);
				expect(await viewProblems(page, least)).toEqual([]);
			}
		);
	});
}

/** Of these elements, how many are marked with the system's colour of what is chosen. */
const highlighted = (page: Page, selector: string) =>
	page.locator(selector).evaluateAll((elements) => {
		const probe = document.createElement('i');
		probe.style.setProperty('background', 'Highlight');
		document.body.append(probe);
		const highlight = getComputedStyle(probe).backgroundColor;
		probe.remove();
		return elements
			.filter((element) => element.checkVisibility())
			.map((element) => getComputedStyle(element))
			.filter(({ backgroundColor, borderBottomColor, borderBottomWidth, boxShadow }) =>
				[backgroundColor, borderBottomWidth === '0px' ? '' : borderBottomColor, boxShadow].some(
					(colour) => colour.includes(highlight)
				)
			).length;
	});

test('in forced colours one of each kind is chosen, and the map keeps its colours', async ({
	page
}) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await openPlayground(page, `${ALL}&status=open&~selected=101000000111`);
	await open(page, { name: 'potholes', link: POTHOLES, status: /^200 OK, 10/, part: 'Answer' });
	await rows(page).nth(1).click();
	const kinds = {
		method: '[data-part=methods] a',
		case: '[data-part=cases] a',
		'view of the request': '[aria-label="Views of the request"] [role=tab]',
		'view of the answer': '[data-part=views] [role=tab]',
		format: '[data-part=bar] [role=radiogroup] label',
		row: '[data-part=list] [role=option]'
	};
	for (const [kind, selector] of Object.entries(kinds)) {
		await expect.poll(() => highlighted(page, selector), kind).toBe(1);
	}
	const colours = async () => coloursIn(page, await part(page, 'map').screenshot());
	await expect.poll(colours).toBeGreaterThanOrEqual(20);
});
