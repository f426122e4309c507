// Compares the first screens: bytes by type, times, and the ratios of the others to ours.
import type { Browser } from '@playwright/test';
import { startServer } from '../../mocks/hosts/server.ts';
import { firstAnswer, load, type FirstScreen, type Opened } from './first-screen.ts';
import { PATIENCE } from './measure.ts';
import { hostOfPeers, openers } from './openers.ts';
import type { Peer } from './peers.ts';
import type { Sent } from './web-host.ts';

/** The number of measured loads of each page, after one that warms up the host. */
const RUNS = 5;

const KINDS: Readonly<Record<string, string>> = { '.js': 'JS', '.css': 'CSS', '.woff2': 'fonts' };
/** Files that only a map needs. */
const MAP = /maplibre|MapPane|basemap/;

const COLUMNS = ['JS', 'CSS', 'fonts', 'other'] as const;

type Encoding = 'gzip' | 'brotli';

interface Run extends FirstScreen {
	answered: number | null;
}

/** Loads that were not done in time count as longer than all others. */
function median(values: readonly (number | null)[]): number {
	const sorted = values.map((value) => value ?? Infinity).sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Infinity;
}

const bytes = (sent: readonly Sent[], encoding: Encoding) =>
	sent.reduce((sum, file) => sum + file[encoding], 0);

const kB = (size: number) =>
	(Number.isFinite(size) ? `${(size / 1000).toFixed(1)} kB` : '–').padStart(11);

const ms = (time: number) =>
	(Number.isFinite(time) ? `${Math.round(time)} ms` : `stopped at ${PATIENCE / 1000} s`).padStart(
		16
	);

function ratio(theirs: number, ours: number): string {
	if (!Number.isFinite(ours) || Number.isNaN(theirs)) return '–';
	const times = (Number.isFinite(theirs) ? theirs : PATIENCE) / Math.max(ours, 1);
	return `${Number.isFinite(theirs) ? '' : 'over '}${times.toFixed(2)} ×`;
}

/** Prints a table of numbers; every row after the first ends with its ratios to the first. */
function print(
	title: string,
	heads: readonly string[],
	rows: readonly { name: string; cells: readonly string[]; compared: readonly number[] }[],
	width: number
) {
	console.log(`\n${title}`);
	console.log(`  ${''.padEnd(20)}${heads.map((head) => head.padStart(width)).join('')}`);
	const [ours] = rows;
	for (const { name, cells, compared } of rows) {
		const ratios = compared.map((value, at) => ratio(value, ours?.compared[at] ?? Infinity));
		console.log(
			`  ${name.padEnd(20)}${cells.join('')}${compared === ours?.compared ? '' : `   ${ratios.join(', ')}`}`
		);
	}
}

/** Returns the run with the median number of bytes, because runs differ a little. */
function middle(runs: readonly Run[], part: (run: Run) => readonly Sent[]): readonly Sent[] {
	const sorted = runs.map(part).sort((a, b) => bytes(a, 'gzip') - bytes(b, 'gzip'));
	return sorted[Math.floor(sorted.length / 2)] ?? [];
}

function printBytes(title: string, measured: Measured, part: (run: Run) => readonly Sent[]) {
	const rows = measured.map(({ name, runs }) => {
		const sent = middle(runs, part);
		const sizes = COLUMNS.map((column) =>
			bytes(
				sent.filter(({ type }) => (KINDS[type] ?? 'other') === column),
				'gzip'
			)
		);
		// If none was done in time there is nothing to compare.
		const none = sent.length === 0;
		const whole = none ? [NaN, NaN] : [bytes(sent, 'gzip'), bytes(sent, 'brotli')];
		return { name, cells: [...whole, ...sizes].map(kB), compared: whole };
	});
	print(title, ['gzip', 'brotli', ...COLUMNS.map((column) => `${column}, gz`)], rows, 11);
}

type Measured = readonly { name: string; runs: Run[] }[];

async function measureAll(
	opened: readonly Opened[],
	one: (opened: Opened) => Promise<Run>
): Promise<Measured> {
	const measured = opened.map(({ name }) => ({ name, runs: [] as Run[] }));
	// In turn, so that other load on the machine affects all alike; the first turn warms up.
	for (let turn = 0; turn <= RUNS; turn++) {
		for (const [at, each] of opened.entries()) {
			const run = await one(each);
			if (turn > 0) measured[at]?.runs.push(run);
		}
	}
	return measured;
}

/** Opens ours and the peers with an empty cache, and prints the comparison. */
export async function compareFirstScreens(
	peers: { swagger: Peer; scalar: Peer },
	launch: () => Promise<Browser>
) {
	const mockUp = await startServer();
	const host = await hostOfPeers(peers, mockUp.url);
	const fresh = async <Result>(work: (browser: Browser) => Promise<Result>) => {
		const browser = await launch();
		return work(browser).finally(() => browser.close());
	};
	const measured = await measureAll(openers(peers), async (opened) => ({
		...(await fresh((browser) => load(browser, host, opened))),
		answered: await fresh((browser) => firstAnswer(browser, host, opened))
	}));
	host.close();
	await mockUp.close();

	console.log(`\nFirst screen from an empty cache, without a network delay, median of ${RUNS}`);
	printBytes('Asked for until it can be used', measured, ({ usableSent }) => usableSent);
	printBytes('Asked for until it is interactive', measured, ({ sent }) => sent);
	const [ours = []] = measured.map(({ runs }) => runs);
	const map = middle(ours, ({ sent }) => sent.filter(({ path }) => MAP.test(path)));
	const kept = middle(ours, ({ kept }) => kept);
	console.log(`  of ours ${kB(bytes(map, 'gzip')).trim()} are the map, which the others have not;`);
	console.log(
		`  besides, its worker kept ${kB(bytes(kept, 'gzip')).trim()} to do without a network`
	);
	const rows = measured.map(({ name, runs }) => {
		const compared = [
			median(runs.map(({ usable }) => usable)),
			median(runs.map(({ interactive }) => interactive)),
			median(runs.map(({ blocked }) => blocked)),
			median(runs.map(({ answered }) => answered))
		];
		return { name, cells: compared.map(ms), compared };
	});
	print(
		'Time from the navigation',
		['can be used', 'interactive', 'of that blocked', 'first answer'],
		rows,
		16
	);
}
