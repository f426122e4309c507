// Large answers in our viewer, in Swagger UI and in Scalar.
import type { Browser, Page } from '@playwright/test';
import type { Format } from '../../src/georeport/types.ts';
import { answerOf, FIRST_ID } from './answers.ts';
import { median, printTable, ratio, spread, type Figure } from './figures.ts';
import { measure, type Measured } from './measure.ts';
import * as ours from './our-page.ts';
import { servePeers } from './peer-pages.ts';
import type { Peers } from './peers.ts';

/** Where the page's "Local mock-up" is asked. */
const LOCAL_PORT = 3110;

const openApi = (url: string, format: Format) => ({
	openapi: '3.0.3',
	info: { title: 'Open311', version: '2' },
	servers: [{ url }],
	paths: {
		[`/requests.${format}`]: {
			get: {
				summary: 'GET Service Requests',
				responses: {
					200: { description: 'Service requests.', content: { [`application/${format}`]: {} } }
				}
			}
		}
	}
});

const TYPES: Readonly<Record<Format, string>> = {
	xml: 'text/xml; charset=utf-8',
	json: 'application/json'
};

/** Serves all playgrounds, and one answer to whatever request for it. */
export async function startAnswering(peers: Peers) {
	let answer: { format: Format; text: string } = { format: 'xml', text: '' };
	const host = await servePeers(peers, {
		port: LOCAL_PORT,
		swaggerOptions: `, docExpansion: 'full', tryItOutEnabled: true`,
		openApi: (url) => JSON.stringify(openApi(url.slice(0, -1), answer.format)),
		answer: (url) =>
			Promise.resolve(
				new URL(url).pathname.endsWith(`/requests.${answer.format}`)
					? new Response(answer.text, { headers: { 'Content-Type': TYPES[answer.format] } })
					: null
			)
	});
	return {
		url: host.url,
		ours: (format: Format) => `${host.url}ours/${ours.localRequest(format)}`,
		set: (format: Format, text: string) => void (answer = { format, text }),
		close: host.close
	};
}

/** A playground: where it is, where it shows an answer, how it is asked. */
interface Playground {
	name: string;
	url: (format: Format) => string;
	where: string;
	ready: (page: Page) => Promise<void>;
	ask: (page: Page) => Promise<void>;
}

const playgroundsOf = (
	{ swagger, scalar }: Peers,
	answering: Awaited<ReturnType<typeof startAnswering>>
): readonly Playground[] => [
	{
		name: 'ours',
		url: answering.ours,
		where: ours.ANSWER,
		ready: ours.ready,
		ask: ours.clickSend
	},
	{
		name: swagger.name,
		url: () => `${answering.url}swagger.html`,
		where: '.responses-wrapper',
		ready: (page) => page.locator('.execute').waitFor(),
		ask: (page) => page.locator('.execute').click()
	},
	{
		name: scalar.name,
		url: () => `${answering.url}scalar.html`,
		where: 'body',
		ready: (page) =>
			page
				.getByRole('button', { name: /Test Request/ })
				.first()
				.click(),
		ask: (page) => page.getByRole('button', { name: /^Send/ }).first().click()
	}
];

const COLUMNS = {
	firstPaint: 'first paint',
	blockedBefore: 'blocked until',
	blocked: 'blocked in all',
	longestAfter: 'longest after'
} as const satisfies Record<keyof Measured, string>;

/** Shows answers of 1,000 and 10,000 records in each playground; prints and returns the times. */
export async function compareLargeAnswers(
	peers: Peers,
	launch: () => Promise<Browser>,
	runs: number
): Promise<Figure[]> {
	const answering = await startAnswering(peers);
	const playgrounds = playgroundsOf(peers, answering);
	const columns = Object.keys(COLUMNS) as (keyof Measured)[];
	const all: Figure[] = [];
	for (const format of ['xml', 'json'] as const) {
		for (const count of [1_000, 10_000]) {
			const text = await answerOf(format, count);
			answering.set(format, text);
			const measured = playgrounds.map((): Measured[] => []);
			for (let run = 0; run < runs; run++) {
				for (const [at, { url, where, ready, ask }] of playgrounds.entries()) {
					const browser = await launch();
					measured[at]?.push(await measure(browser, url(format), [FIRST_ID, where], ready, ask));
					await browser.close();
				}
			}
			const rows = playgrounds.map(({ name }, at) =>
				columns.map((column): Figure => ({
					name: `answers, ${format}, ${count} records, ${COLUMNS[column]}, ${name}`,
					unit: 'ms',
					values: (measured[at] ?? []).map((each) => each[column])
				}))
			);
			const [own = []] = rows.map((row) => row.map(({ values }) => median(values)));
			console.log(
				`\n${count} records, ${format.toUpperCase()}, ${(text.length / 1e6).toFixed(1)} MB, ms`
			);
			printTable(
				['', ...Object.values(COLUMNS), 'first paint by ours', 'blocked by ours'],
				rows.map((row, at) => [
					playgrounds[at]?.name ?? '',
					...row.map(({ values }) => spread(values)),
					...(at === 0
						? []
						: [0, 2].map((column) =>
								ratio(median(row[column]?.values ?? []), Math.max(own[column] ?? NaN, 1))
							))
				])
			);
			all.push(...rows.flat());
		}
	}
	answering.close();
	return all;
}
