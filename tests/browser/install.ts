/**
 * `npm run browsers`: installs the browsers that the tests need and this machine lacks. Exits with
 * 1 if there is no Chromium in the end; tests in Firefox and WebKitGTK are skipped without them.
 */
import { findChromium } from './chromium.ts';
import { findFirefox, findWebKit } from './optional-browsers.ts';

const install = true;
try {
	console.log(`Chromium: ${await findChromium({ install })}`);
	for (const [name, find] of [
		['Firefox', findFirefox],
		['WebKitGTK', findWebKit]
	] as const) {
		const found = await find({ install });
		console.log(`${name}: ${'path' in found ? found.path : found.missing}`);
	}
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
