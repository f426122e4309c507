import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { CASES } from '../../mocks/cases/index';
import type { DialectName } from '../../src/georeport/dialect';
import type { HttpRequest } from '../../src/georeport/request';
import { runCase, type RawAnswer } from '../../src/cases/run-case';
import { dialectEndpoint } from '../contract/mock-up';
import { expect, openPlayground, test } from './playground';

type Ask = (request: HttpRequest) => Promise<RawAnswer>;

/** Runs every case in both formats, and gives a line for each claim that did not hold. */
async function failuresOf(dialect: DialectName, root: string, ask: Ask) {
	const reset = { method: 'DELETE', url: `${root}mock-up/submissions`, headers: {}, body: null };
	const failures: string[] = [];
	for (const testCase of CASES) {
		for (const format of ['xml', 'json'] as const) {
			await ask(reset);
			const steps = await runCase(testCase, dialect, format, dialectEndpoint(dialect, root), ask);
			for (const { verdicts } of steps) {
				for (const { passed, line } of verdicts) {
					if (!passed) failures.push(`${testCase.id} ${format}: ${line}`);
				}
			}
		}
	}
	return failures;
}

const fetchInPage = (page: Page) => (request: HttpRequest) =>
	page.evaluate(async ({ url, method, headers, body }) => {
		const response = await fetch(url, { method, headers, body });
		if (!response.headers.has('X-Mock-Up'))
			throw new Error(`${url} was not answered by the mock-up`);
		return {
			status: response.status,
			contentType: response.headers.get('Content-Type'),
			text: await response.text()
		};
	}, request);

/** Asks the engine that the page falls back to, as the built site ships it. */
async function askEngine(page: Page): Promise<Ask> {
	const chunk = readdirSync('dist/assets').find((name) => /^mock-up-.*\.js$/.test(name));
	const url = new URL(`assets/${chunk}`, page.url()).href;
	const engine = await page.evaluateHandle(async (url) => {
		const { createMockUp } = await import(url);
		return createMockUp();
	}, url);
	return (request) =>
		engine.evaluate(async (mockUp, { url, method, headers, body }) => {
			const response = await mockUp.answer(
				new Request(url, { method, headers, body, credentials: 'omit' })
			);
			return {
				status: response.status,
				contentType: response.headers.get('Content-Type'),
				text: await response.text()
			};
		}, request);
}

for (const dialect of ['toronto', 'standard'] as const) {
	test(`every case holds in the service worker, ${dialect} dialect`, async ({ page }) => {
		test.setTimeout(120_000);
		const playground = await openPlayground(page);
		const ask = fetchInPage(page);
		expect(await failuresOf(dialect, playground.root, ask)).toEqual([]);
		expect(await playground.strayRequests()).toEqual([]);
	});
}

test.describe('without service workers', () => {
	test.use({ serviceWorkers: 'block' });
	for (const dialect of ['toronto', 'standard'] as const) {
		test(`every case holds inside the page, ${dialect} dialect`, async ({ page }) => {
			test.setTimeout(120_000);
			const playground = await openPlayground(page);
			const ask = await askEngine(page);
			expect(await failuresOf(dialect, playground.root, ask)).toEqual([]);
			expect(await playground.strayRequests()).toEqual([]);
		});
	}
});
