import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/browser/chromium.ts';

// Kept in the environment, which the workers inherit, so that they need not search again.
process.env.PLAYGROUND_CHROMIUM ??= await findChromium();

const port = process.env.PLAYGROUND_TEST_PORT ?? '4311';
const url = `http://localhost:${port}/docs/playground/`;

/** Drives the built site in a real Chromium, served below a sub-path as a docs site would. */
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
			use: {
				browserName: 'chromium',
				launchOptions: { executablePath: process.env.PLAYGROUND_CHROMIUM }
			}
		}
	],
	webServer: {
		command: `node --import tsx tests/browser/static-server.ts --port ${port}`,
		url,
		reuseExistingServer: false
	}
});
