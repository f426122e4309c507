import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { HITS_PATH, type Hit } from './static-server';
import { watchViolations } from './violations';

export { expect };

/**
 * Playwright's test, which also fails when a page does what its policy refuses: unless the test
 * brings that about itself, and says so with `permitted`.
 */
export const test = base.extend<{ permitted: RegExp | null; violations: string[] }>({
	permitted: [null, { option: true }],
	violations: [
		async ({ context, permitted }, use) => {
			const violations = await watchViolations(context);
			await use(violations);
			const unforeseen = violations.filter((violation) => !permitted?.test(violation));
			expect(unforeseen, 'violations of the page’s policy').toEqual([]);
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
		badge: page.getByText(/^answered by:/),
		status,
		async strayRequests() {
			const response = await page.request.get(new URL(HITS_PATH, root).href);
			const hits = (await response.json()) as Hit[];
			return hits.filter(({ path }) => MOCK_UP_PATH.test(path));
		},
		async openCase(title) {
			await page.getByRole('searchbox', { name: 'Filter the test cases' }).fill(title);
			await page.getByRole('button', { name: title }).first().click();
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
