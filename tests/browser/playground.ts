import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { sharePage, type SharedPage } from './shared-page';
import { HITS_PATH, type Hit } from './static-server';
import { openCase } from './shell';
import { watchViolations } from './violations';

export { expect };

/** What every test is also asked: whether a page did what its policy refuses. */
interface Watched {
	/** The violations that the test brings about itself; no others may come. */
	permitted: RegExp | null;
	/** `directive: what was refused`, in order. */
	violations: string[];
}

function expectForeseen(violations: readonly string[], permitted: RegExp | null) {
	const unforeseen = violations.filter((violation) => !permitted?.test(violation));
	expect(unforeseen, 'violations of the page’s policy').toEqual([]);
}

/** Playwright's test, with a context of its own: for what depends on a first visit or its settings. */
export const isolatedTest = base.extend<Watched>({
	permitted: [null, { option: true }],
	violations: [
		async ({ context, permitted }, use) => {
			const violations = await watchViolations(context);
			await use(violations);
			expectForeseen(violations, permitted);
		},
		{ auto: true }
	]
});

/** The same on the page that all tests of a worker share, which is made fresh before each. */
export const test = base.extend<Watched, { shared: SharedPage }>({
	shared: [
		async ({ browser }, use, { project }) =>
			use(await sharePage(browser, project.use.baseURL ?? '')),
		{ scope: 'worker' }
	],
	page: async ({ shared }, use) => use(await shared.fresh()),
	context: async ({ page }, use) => use(page.context()),
	permitted: [null, { option: true }],
	violations: [
		async ({ shared, page: _, permitted }, use) => {
			await use(shared.violations);
			expectForeseen(shared.violations, permitted);
		},
		{ auto: true }
	]
});

/** The open page, as tests speak of it. */
export interface Playground {
	/** The folder the page lies in. */
	root: string;
	/** What threw in the page or was reported as an error, such as a violated policy. */
	errors: string[];
	/** Requests that left the page's origin. */
	foreign: string[];
	badge: Locator;
	status: Locator;
	/** Requests meant for the mock-up that reached the web server all the same. */
	strayRequests(): Promise<Hit[]>;
	/** Opens a test case by its title. */
	openCase(title: string): Promise<void>;
	/** Sends the request and waits for the answer's status line to be `status`. */
	send(status: string | RegExp): Promise<void>;
}

const MOCK_UP_PATH = /\/docs\/playground\/(?:open311test|georeport|mock-up)/;

/** The page's parts and what has gone wrong in it since now. */
export function playgroundOf(page: Page, root: string): Playground {
	const errors: string[] = [];
	const foreign: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	page.on('console', (message) => {
		// A browser reports every HTTP error status; answers that go wrong on purpose have one.
		if (
			message.type() === 'error' &&
			!/Failed to load resource.*status of 4/.test(message.text())
		) {
			errors.push(message.text());
		}
	});
	page.on('request', (request) => {
		if (new URL(request.url()).origin !== new URL(root).origin) foreign.push(request.url());
	});
	const status = page.getByRole('status');
	return {
		root,
		errors,
		foreign,
		badge: page.getByRole('button', { name: /^Answered by: / }),
		status,
		async strayRequests() {
			const response = await page.request.get(new URL(HITS_PATH, root).href);
			const hits = (await response.json()) as Hit[];
			return hits.filter(({ path }) => MOCK_UP_PATH.test(path));
		},
		async openCase(title) {
			await openCase(page, title);
		},
		async send(expected) {
			await page.getByRole('button', { name: 'Send' }).filter({ visible: true }).first().click();
			await expect(status).toHaveText(expected);
		}
	};
}

/** Opens the page and waits for its first answer. */
export async function openPlayground(page: Page, root?: string): Promise<Playground> {
	const url = root ?? '.';
	await page.goto(url);
	const playground = playgroundOf(page, new URL('./', page.url()).href);
	await expect(playground.status).toHaveText(/^200 OK, \d+ service requests/);
	return playground;
}
