import { test } from '@playwright/test';
import type { OptionalBrowser } from './optional-browsers';

/** Returns why the browser of a project is missing; null if it is not. */
export function whyMissing(browser: 'FIREFOX' | 'WEBKIT'): string | null {
	const found = JSON.parse(process.env[`PLAYGROUND_${browser}`] ?? '{}') as OptionalBrowser;
	return 'missing' in found ? found.missing : null;
}

/** Skips the tests of a file, with the reason, if the browser is not on this machine. */
export function skipWithoutBrowser() {
	const missing = whyMissing('FIREFOX');
	test.skip(
		({ browserName }) => browserName === 'firefox' && missing !== null,
		missing ?? 'is there'
	);
}
