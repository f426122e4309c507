// The frame around request, answer and map, as tests work it.
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { CASES } from '../../mocks/cases/index';

/** Where the playground is shown: a tab, or a frame of another page. */
export type PageOrFrame = Page | FrameLocator;

/** What the endpoints that the page brings are called. */
export const ENDPOINTS = {
	toronto: 'Toronto mock-up',
	standard: 'Toronto mock-up, standard dialect',
	local: 'Local mock-up (npm run mock)'
} as const;

/** The button that names the endpoint in use. */
export const endpointButton = (view: PageOrFrame) =>
	view.getByRole('button', { name: /^Endpoint: / });

/** Chooses an endpoint by its name, or another item of the list. */
export async function chooseEndpoint(view: PageOrFrame, name: string): Promise<void> {
	await endpointButton(view).click();
	const text = view.getByText(name, { exact: true });
	await view.getByRole('option').filter({ has: text }).click();
}

/** Chooses an item of a menu of the header by the beginning of its name. */
export async function chooseItem(view: PageOrFrame, menu: string, item: string): Promise<void> {
	await view.getByRole('button', { name: menu, exact: true }).click();
	await view.getByRole('menuitem', { name: new RegExp(`^${item}`) }).click();
}

/** Shows the history, the mock-up's controls, or again the methods and cases. */
export async function showNav(
	view: PageOrFrame,
	what: 'History' | 'Mock-up controls' | 'Methods and cases'
): Promise<void> {
	await view.getByRole('button', { name: what }).filter({ visible: true }).first().click();
	if (what !== 'Methods and cases') await expect(panel(view, what)).toBeVisible();
}

/** The panel of the history or of the mock-up's controls. */
export const panel = (view: PageOrFrame, name: 'History' | 'Mock-up controls'): Locator =>
	view.getByRole('region', { name, exact: true });

/** Opens a test case from all of them, by its title. */
export async function openFromGallery(view: PageOrFrame, title: string): Promise<void> {
	await view.getByRole('button', { name: /^All \d+ test cases$/ }).click();
	await view
		.getByRole('dialog')
		.getByRole('button', { name: `Open: ${title}` })
		.first()
		.click();
}

/**
 * Opens a test case of the default endpoint by its title: by its link, which is cheap. The page may still
 * be loading the cases then, so this waits until its form has the case.
 */
export async function openCase(view: PageOrFrame, title: string): Promise<void> {
	const testCase = CASES.find((each) => each.title === title);
	if (!testCase) throw new Error(`No test case is called “${title}”.`);
	await view.locator('html').evaluate(
		(_, hash) =>
			new Promise<void>((opened, failed) => {
				if (location.hash === hash) failed(new Error(`The page is at ${hash} already.`));
				window.addEventListener('popstate', () => opened(), { once: true });
				location.hash = hash;
			}),
		`#case/${testCase.id}`
	);
	await view.locator(`.case > h3:text-is(${JSON.stringify(title)})`).waitFor({ state: 'attached' });
}
