/**
 * `npm run browsers`: installs the browsers that the tests need and this machine lacks. Exits with
 * 1 if there is no Chromium in the end; tests in Firefox and WebKitGTK are skipped without them, and
 * take longer without the headless shell of Chromium.
 */
import { findChromium } from './chromium.ts';
import { findFirefox, findShell, findWebKit } from './optional-browsers.ts';

const install = true;
try {
	const chromium = await findChromium({ install });
	console.log(`Chromium: ${chromium}`);
	for (const [name, find] of [
		['Its headless shell', (leave) => findShell(chromium, leave)],
		['Firefox', findFirefox],
		['WebKitGTK', findWebKit]
	] as const satisfies [string, typeof findFirefox][]) {
		const found = await find({ install });
		console.log(`${name}: ${'path' in found ? found.path : found.missing}`);
	}
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
