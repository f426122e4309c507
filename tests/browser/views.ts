// All that the page can show, as tests go through it.
import { expect, type Page } from '@playwright/test';
import { chooseEndpoint, chooseItem, showNav } from './shell';
import { expectStatus } from './status';

/** Something the page can show, and how a page that is open gets there. */
export interface OpenedView {
	name: string;
	/** The link to what it is about; none for what is there without one. */
	link: string;
	status: RegExp;
	/** The part that a phone shows it in. */
	part: 'Start' | 'Request' | 'Answer' | 'Map';
	show?: (page: Page) => Promise<void>;
	/** Whether it changes the request, so that the next view opens its link again. */
	changes?: true;
}

export const POTHOLES = '#case/requests-open-potholes';
export const ALL = '#requests.xml?jurisdiction_id=toronto.ca';
export const REPORT = '#submit.xml?jurisdiction_id=toronto.ca&service_code=CSROWR-12';

const tab = (name: string) => (page: Page) => page.getByRole('tab', { name, exact: true }).click();
const item = (menu: string, name: string) => async (page: Page) => {
	const isSmall = await page.getByRole('button', { name: 'Menu', exact: true }).isVisible();
	await chooseItem(page, isSmall ? 'Menu' : menu, name);
	await expect(page.getByRole('dialog').filter({ visible: true }).first()).toBeVisible();
};

const requests = (
	name: string,
	part: OpenedView['part'],
	show?: OpenedView['show'],
	link = POTHOLES
): OpenedView => ({
	name,
	link,
	status: /^200/,
	part,
	...(show && { show })
});

/** The views of request, answer and map. */
export const PANES: readonly OpenedView[] = [
	requests('a search', 'Request', tab('Form')),
	requests('all of its arguments', 'Request', undefined, `${ALL}&page=1&page_size=5`),
	requests('the request as code', 'Request', tab('Code')),
	requests('the request as HTTP', 'Request', tab('HTTP')),
	{ name: 'a report', link: REPORT, status: /^Ready/, part: 'Request', show: tab('Form') },
	...['Raw', 'Tree', 'Table', 'Compare', 'Headers', 'Pretty'].map((name) =>
		requests(`the answer: ${name}`, 'Answer', tab(name))
	),
	{ name: 'a refusal', link: '#case/wrong-get-bad-date', status: /^400/, part: 'Answer' },
	requests(
		'a chosen request',
		'Map',
		undefined,
		`${ALL}&service_code=CSROWR-12&status=open&~selected=101000000111`
	),
	requests(
		'a definition as a form',
		'Map',
		undefined,
		'#definition.xml?jurisdiction_id=toronto.ca&service_code=CSROWR-12'
	),
	requests(
		'an answer without places',
		'Map',
		undefined,
		'#services.xml?jurisdiction_id=toronto.ca'
	),
	{
		name: 'an answer from before a change',
		link: POTHOLES,
		status: /^200/,
		part: 'Request',
		changes: true,
		show: async (page) => {
			await page.getByRole('radio', { name: 'JSON', exact: true }).check();
			const atFoot = page.getByRole('tab', { name: 'Answer', exact: true });
			if (await atFoot.isVisible()) await atFoot.click();
			await expect(page.locator('[data-part=answer]')).toHaveAttribute('data-stale', 'true');
		}
	}
];

/** What opens over the page. */
export const OVER: readonly OpenedView[] = [
	requests('the clock', 'Start', (page) =>
		page
			.getByRole('button', { name: /^The mock-up’s clock/ })
			.filter({ visible: true })
			.first()
			.click()
	),
	requests('the history', 'Start', (page) => showNav(page, 'History')),
	requests('the controls of the mock-up', 'Start', (page) => showNav(page, 'Mock-up controls')),
	requests('what is checked', 'Answer', (page) =>
		page.getByRole('button', { name: /checks? pass/ }).click()
	),
	requests('all test cases', 'Start', async (page) => {
		await page.getByRole('button', { name: /^All \d+ test cases$/ }).click();
		await expect(page.getByRole('dialog').getByText('The six services').first()).toBeVisible();
	}),
	requests('the palette', 'Start', async (page) => {
		await page.keyboard.press('Control+k');
		await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
	}),
	requests('the export', 'Answer', item('Use it', 'Export')),
	requests('the way to production', 'Answer', item('Use it', 'From mock-up to production')),
	requests('what the page is', 'Start', async (page) => {
		await page
			.getByRole('button', { name: 'About', exact: true })
			.or(page.getByRole('link', { name: 'About', exact: true }))
			.filter({ visible: true })
			.first()
			.click();
		await expect(page.getByRole('dialog').getByRole('heading').first()).toBeVisible();
	}),
	requests('a new server', 'Start', async (page) => {
		const menu = page.getByRole('button', { name: 'Menu', exact: true });
		if (await menu.isVisible()) {
			await chooseItem(page, 'Menu', 'Endpoint');
			await page.getByRole('option', { name: 'Add a server…' }).click();
		} else await chooseEndpoint(page, 'Add a server…');
		await expect(page.getByRole('heading', { name: 'Add a server' })).toBeVisible();
	})
];

/** Keeps in the page which link is open; returns whether it was before. */
const isAt = (page: Page, link: string) =>
	page.evaluate((link) => {
		const kept = window as { openLink?: string };
		const before = kept.openLink;
		kept.openLink = link;
		return before === link;
	}, link);

/** Shows a view, from whatever the page shows; the link is not opened twice in a row. */
export async function open(
	page: Page,
	{ link, status, part, show, changes }: OpenedView
): Promise<void> {
	await page.keyboard.press('Escape');
	const back = page.getByRole('button', { name: 'Methods and cases' });
	if (await back.isVisible()) await back.click();
	if (!(await isAt(page, link)) || !show) {
		await page.goto(link);
		await expectStatus(page, status);
	}
	const atFoot = page.getByRole('navigation', { name: 'Parts of the page' });
	if (await atFoot.isVisible()) await atFoot.getByRole('tab', { name: part }).click();
	await show?.(page);
	if (changes) await isAt(page, '');
}
