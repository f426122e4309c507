import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/browser/chromium.ts';
import {
	findFirefox,
	findWebKit,
	type OptionalBrowser
} from './tests/browser/optional-browsers.ts';

// Kept in the environment, which the workers inherit, so that they need not search again.
process.env.PLAYGROUND_CHROMIUM ??= await findChromium();
process.env.PLAYGROUND_FIREFOX ??= JSON.stringify(await findFirefox());
process.env.PLAYGROUND_WEBKIT ??= JSON.stringify(await findWebKit());
const firefox = JSON.parse(process.env.PLAYGROUND_FIREFOX) as OptionalBrowser;

const port = process.env.PLAYGROUND_TEST_PORT ?? '4311';
const url = `http://localhost:${port}/docs/playground/`;

/**
 * Drives the built site in real browsers, served below a sub-path as a docs site would: all of it in
 * Chromium, what depends on the host also in Firefox, the main journey also in WebKit.
 */
export default defineConfig({
	testDir: 'tests/browser',
	testMatch: '*.spec.ts',
	outputDir: 'test-results/browser',
	// A map drawn in software on a busy machine takes its time.
	timeout: 60_000,
	expect: { timeout: 15_000 },
	retries: 0,
	fullyParallel: true,
	workers: 2,
	forbidOnly: Boolean(process.env.CI),
	reporter: [
		['list'],
		['json', { outputFile: process.env.BROWSER_REPORT ?? 'test-results/browser.json' }]
	],
	use: { baseURL: url, trace: 'off', screenshot: 'off' },
	projects: [
		{
			name: 'chromium',
			testIgnore: 'webkit.spec.ts',
			use: {
				browserName: 'chromium',
				launchOptions: { executablePath: process.env.PLAYGROUND_CHROMIUM }
			}
		},
		{
			name: 'firefox',
			testMatch: ['matrix.spec.ts', 'updates.spec.ts'],
			use: {
				browserName: 'firefox',
				// Debian's Firefox, driven by WebDriver BiDi.
				channel: 'moz-firefox',
				launchOptions: {
					executablePath: 'path' in firefox ? firefox.path : '',
					// As a person's Firefox has it; the driver would let files read each other.
					firefoxUserPrefs: { 'security.fileuri.strict_origin_policy': true }
				}
			}
		},
		{ name: 'webkit', testMatch: 'webkit.spec.ts' }
	],
	webServer: {
		command: `node --import tsx tests/browser/static-server.ts --port ${port}`,
		url,
		reuseExistingServer: false
	}
});
