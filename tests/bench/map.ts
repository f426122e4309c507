// Measures the frames per second of the map during panning.
import type { Browser } from '@playwright/test';
import { answerOf } from './answers.ts';
import { spread, type Figure } from './figures.ts';
import { startAnswering } from './large-answers.ts';
import { NAMELESS, PATIENCE } from './measure.ts';
import * as ours from './our-page.ts';
import type { Peers } from './peers.ts';

/** The duration of panning, in seconds. */
const SECONDS = 4;

interface Panned {
	framesPerSecond: number;
	/** The longest time between two frames, in milliseconds. */
	longest: number;
	surface: string;
}

/** Sends the request, waits for the points, pans to and fro, and tells what was drawn; null for no map. */
async function panning(browser: Browser, url: string): Promise<Panned | null> {
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	await page.addInitScript(NAMELESS);
	await page.goto(url);
	await ours.ready(page);
	await ours.clickSend(page);
	await ours.awaitAnswer(page, PATIENCE);
	await page.waitForTimeout(6_000);
	const map = await ours.mapIn(page);
	if (!map) return null;
	const { x, y, surface } = map;
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
	return { framesPerSecond: (frames * 1000) / (now - from), longest: worst, surface };
}

/** Pans maps of 1,000 to 50,000 points; prints and returns the frames. */
export async function measureMap(
	peers: Peers,
	launch: () => Promise<Browser>,
	runs: number
): Promise<Figure[]> {
	const answering = await startAnswering(peers);
	const figures: Figure[] = [];
	for (const count of [1_000, 10_000, 50_000]) {
		answering.set('json', await answerOf('json', count));
		const panned: (Panned | null)[] = [];
		for (let run = 0; run < runs; run++) {
			const browser = await launch();
			panned.push(await panning(browser, answering.ours('json')));
			await browser.close();
		}
		const of = (what: 'framesPerSecond' | 'longest') => panned.map((each) => each && each[what]);
		const [frames, longest] = [of('framesPerSecond'), of('longest')];
		console.log(
			`\nMap, ${count} points, ${panned[0]?.surface ?? 'not there'}: ${spread(frames)} frames a second while panning, the longest frame ${spread(longest)} ms`
		);
		figures.push(
			{ name: `map, ${count} points, frames`, unit: 'frames/s', values: frames },
			{ name: `map, ${count} points, longest frame`, unit: 'ms', values: longest }
		);
	}
	answering.close();
	return figures;
}
