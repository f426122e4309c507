/**
 * `npm run browsers`: installs what the browser tests drive and this machine lacks. Ends with 1 if
 * there is no Chromium in the end; Firefox and WebKitGTK may be missing, their tests are skipped.
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
