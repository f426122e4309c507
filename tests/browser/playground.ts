import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { sharePage, type SharedPage } from './shared-page';
import { HITS_PATH, type Hit } from './static-server';
import { openCase } from './shell';
import { watchViolations } from './violations';
import { expectStatus } from './status';

export { expect };

/** What every test also checks: whether a page violated its policy. */
interface Watched {
	/** Matches the violations that a test causes on purpose; any other fails it. */
	permitted: RegExp | null;
	/** `directive: what was refused`, in order. */
	violations: string[];
}

function expectForeseen(violations: readonly string[], permitted: RegExp | null) {
	const unforeseen = violations.filter((violation) => !permitted?.test(violation));
	expect(unforeseen, 'violations of the page’s policy').toEqual([]);
}

/** Playwright's test with a new context, for what depends on a first visit or on its settings. */
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

/** The same with the page that all tests of a worker share, reset before each. */
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

/** The open page, with the parts that tests use. */
export interface Playground {
	/** The URL of the folder that the page is in. */
	root: string;
	/** Errors thrown or logged in the page, such as policy violations. */
	errors: string[];
	/** Requests to other origins than the page's. */
	foreign: string[];
	badge: Locator;
	status: Locator;
	/** Resolves to the requests for the mock-up that reached the web server. */
	strayRequests(): Promise<Hit[]>;
	/** Opens a test case by its title. */
	openCase(title: string): Promise<void>;
	/** Sends the request, once no answer is awaited any more, and waits for this status line. */
	send(status: string | RegExp): Promise<void>;
}

const MOCK_UP_PATH = /\/docs\/playground\/(?:open311test|georeport|mock-up)/;

/** Returns the page's parts, and records its errors from now on. */
export function playgroundOf(page: Page, root: string): Playground {
	const errors: string[] = [];
	const foreign: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	page.on('console', (message) => {
		// Browsers report every HTTP error status, also those of answers with intended errors.
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
			// A case or method that was just chosen sends by itself, and the button then soon stops it.
			await expect(status).not.toHaveText(/^\s*Sending…/);
			await page.getByRole('button', { name: 'Send' }).filter({ visible: true }).first().click();
			await expectStatus(page, expected);
		}
	};
}

/**
 * A link to five service requests. A first visit shows 96, in 10,000 elements, which cost each look at
 * the page five times as much.
 */
export const FEW = '#requests.xml?jurisdiction_id=toronto.ca&page=1&page_size=5';

/** Opens the page, at a link if one is passed, and waits for its first answer. */
export async function openPlayground(page: Page, root = FEW): Promise<Playground> {
	await page.goto(root);
	const playground = playgroundOf(page, new URL('./', page.url()).href);
	await expectStatus(page, /^200 OK, \d+ service requests/);
	return playground;
}
