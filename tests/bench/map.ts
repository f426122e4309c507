// Measures the frames per second of the map during panning.
import type { Browser } from '@playwright/test';
import { NAMELESS } from './measure.ts';

/** The duration of panning, in seconds. */
const SECONDS = 4;

/** Sends the request, waits for the points, pans to and fro, and returns the result as text. */
export async function panning(browser: Browser, url: string): Promise<string> {
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	await page.addInitScript(NAMELESS);
	await page.goto(url);
	await page.locator('canvas.maplibregl-canvas').waitFor();
	await page.getByRole('button', { name: 'Send request' }).click();
	await page.getByRole('status').filter({ hasText: /^200/ }).waitFor({ timeout: 60_000 });
	await page.waitForTimeout(6_000);
	const box = await page.locator('[data-part=map]').boundingBox();
	if (!box) return 'there is no map';
	const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
	await page.evaluate(() => {
		const counted = { frames: 0, from: performance.now(), worst: 0 };
		(window as unknown as { counted: typeof counted }).counted = counted;
		let last = counted.from;
		const count = (now: number) => {
			counted.frames++;
			counted.worst = Math.max(counted.worst, now - last);
			last = now;
			requestAnimationFrame(count);
		};
		requestAnimationFrame(count);
	});
	await page.mouse.move(x, y);
	await page.mouse.down();
	const until = Date.now() + SECONDS * 1000;
	for (let step = 0; Date.now() < until; step++) {
		await page.mouse.move(x + 80 * Math.sin(step / 12), y + 60 * Math.cos(step / 9));
	}
	await page.mouse.up();
	const { frames, from, worst, now } = await page.evaluate(() => ({
		...(window as unknown as { counted: { frames: number; from: number; worst: number } }).counted,
		now: performance.now()
	}));
	const rate = (frames * 1000) / (now - from);
	return `${rate.toFixed(0)} frames a second while panning, the longest frame ${worst.toFixed(0)} ms`;
}
