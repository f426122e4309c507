/**
 * `npm run bench`: measures large answers in our viewer, in Swagger UI and in Scalar, many points
 * on the map, and the first screens, all in one run on one machine. Prints times and ratios, and
 * asserts nothing. `npm run bench -- first-screen` runs one part; the others are `answers` and
 * `map`.
 */
import { chromium, type Browser, type Page } from '@playwright/test';
import { findChromium } from '../browser/chromium.ts';
import { startStaticServer } from '../browser/static-server.ts';
import { answerOf, FIRST_ID } from './answers.ts';
import { compareFirstScreens } from './first-screens.ts';
import { startHost, type Host } from './host.ts';
import { panning } from './map.ts';
import { measure, PATIENCE, type Measured } from './measure.ts';
import { fetchPeers } from './peers.ts';

/** The port of the page's "Local mock-up". */
const LOCAL_PORT = 3110;
const OURS = '#requests.FORMAT?jurisdiction_id=toronto.ca&~endpoint=local';

const only = process.argv.slice(2);
const wanted = (name: string) => only.length === 0 || only.includes(name);

const peers = fetchPeers();
const site = await startStaticServer();
const host = await startHost(peers, wanted('answers') || wanted('map') ? LOCAL_PORT : 0);
const executablePath = await findChromium({ install: false });
const launch = () => chromium.launch({ executablePath });

/** The playgrounds: their pages, where they show an answer, and how to send the request. */
const CONTENDERS = [
	{
		name: 'ours',
		url: (format: string) => site.url + OURS.replace('FORMAT', format),
		where: '#response',
		ready: async (page: Page) => {
			await page.getByRole('status').filter({ hasText: 'Ready' }).waitFor();
			await page.locator('canvas.maplibregl-canvas').waitFor();
		},
		ask: (page: Page) => page.getByRole('button', { name: 'Send request' }).click()
	},
	{
		name: `${peers.swagger.name} ${peers.swagger.version}`,
		url: () => `${host.url}swagger.html`,
		where: '.responses-wrapper',
		ready: (page: Page) => page.locator('.execute').waitFor(),
		ask: (page: Page) => page.locator('.execute').click()
	},
	{
		name: `${peers.scalar.name} ${peers.scalar.version}`,
		url: () => `${host.url}scalar.html`,
		where: 'body',
		ready: (page: Page) =>
			page
				.getByRole('button', { name: /Test Request/ })
				.first()
				.click(),
		ask: (page: Page) => page.getByRole('button', { name: /^Send/ }).first().click()
	}
];

const ms = (value: number | null) =>
	(value === null ? `stopped at ${PATIENCE / 1000} s` : `${Math.round(value)} ms`).padStart(16);

const ratio = (theirs: number | null, ours: number | null) =>
	ours === null || theirs === null ? '' : `${(theirs / Math.max(ours, 1)).toFixed(1)} ×`;

function print(name: string, measured: Measured, ours: Measured) {
	console.log(
		`  ${name.padEnd(20)}${ms(measured.firstPaint)}${ms(measured.blockedBefore)}${ms(measured.blocked)}${ms(measured.longestAfter)}` +
			(measured === ours
				? ''
				: `   ${ratio(measured.firstPaint, ours.firstPaint)} to first paint, ${ratio(measured.blocked, ours.blocked)} blocked`)
	);
}

async function compare(host: Host, format: 'xml' | 'json', count: number) {
	host.answer = { format, text: await answerOf(format, count) };
	const size = (host.answer.text.length / 1e6).toFixed(1);
	console.log(`\n${count} records, ${format.toUpperCase()}, ${size} MB`);
	console.log(
		`  ${''.padEnd(20)}${'first paint'.padStart(16)}${'blocked until'.padStart(16)}${'blocked in all'.padStart(16)}${'longest after'.padStart(16)}`
	);
	let ours: Measured | null = null;
	for (const { name, url, where, ready, ask } of CONTENDERS) {
		const browser: Browser = await launch();
		const measured = await measure(browser, url(format), [FIRST_ID, where], ready, ask);
		await browser.close();
		ours ??= measured;
		print(name, measured, ours);
	}
}

if (wanted('answers')) {
	for (const format of ['xml', 'json'] as const) {
		for (const count of [1_000, 10_000]) await compare(host, format, count);
	}
}
if (wanted('map')) {
	for (const count of [1_000, 10_000, 50_000]) {
		host.answer = { format: 'json', text: await answerOf('json', count) };
		const browser = await launch();
		const frames = await panning(browser, site.url + OURS.replace('FORMAT', 'json'));
		await browser.close();
		console.log(`\nMap, ${count} points: ${frames}`);
	}
}
host.close();
if (wanted('first-screen')) await compareFirstScreens(peers, launch);
await site.close();
process.exit(0);
