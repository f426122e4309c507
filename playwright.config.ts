import { defineConfig } from '@playwright/test';
import { findChromium, WITHOUT_WEBGL } from './tests/browser/chromium.ts';
import {
	findFirefox,
	findShell,
	findWebKit,
	type OptionalBrowser
} from './tests/browser/optional-browsers.ts';

// Looks for browsers and installs none (`npm run browsers` does): editors read this file too. What
// is found is kept in the environment, which the workers inherit, so that they need not search again.
const install = false;
process.env.PLAYGROUND_CHROMIUM ??= await findChromium({ install }).catch(() => '');
process.env.PLAYGROUND_FIREFOX ??= JSON.stringify(await findFirefox({ install }));
process.env.PLAYGROUND_WEBKIT ??= JSON.stringify(await findWebKit({ install }));
const chromium = process.env.PLAYGROUND_CHROMIUM;
process.env.PLAYGROUND_SHELL ??= JSON.stringify(await findShell(chromium, { install }));
const shell = JSON.parse(process.env.PLAYGROUND_SHELL) as OptionalBrowser;
const executablePath = 'path' in shell ? shell.path : chromium;
const firefox = JSON.parse(process.env.PLAYGROUND_FIREFOX) as OptionalBrowser;

const port = process.env.PLAYGROUND_TEST_PORT ?? '4311';
const url = `http://localhost:${port}/docs/playground/`;

/**
 * Drives the built site in real browsers, served below a sub-path as a docs site would: all of it in
 * Chromium, without WebGL but for the tests tagged so; in Firefox what differs by browser, tagged so
 * too; in WebKit the main journey.
 */
export default defineConfig({
	testDir: 'tests/browser',
	testMatch: '*.spec.ts',
	outputDir: 'test-results/browser',
	globalSetup: 'tests/browser/need-chromium.ts',
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
		// The long ones first, so that no worker waits at the end.
		{
			name: 'firefox',
			testMatch: ['matrix.spec.ts', 'updates.spec.ts'],
			grep: /@firefox/,
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
		{ name: 'webkit', testMatch: 'webkit.spec.ts' },
		{
			name: 'webgl',
			testIgnore: 'webkit.spec.ts',
			grep: /@webgl/,
			// Drawn in software: on a busy machine the first picture of a map takes its time.
			timeout: 120_000,
			expect: { timeout: 45_000 },
			use: { browserName: 'chromium', launchOptions: { executablePath } }
		},
		{
			name: 'chromium',
			testIgnore: 'webkit.spec.ts',
			grepInvert: /@webgl/,
			use: {
				browserName: 'chromium',
				launchOptions: { executablePath, args: [WITHOUT_WEBGL] }
			}
		}
	],
	webServer: {
		command: `node --import tsx tests/browser/static-server.ts --port ${port}`,
		url,
		reuseExistingServer: false
	}
});
