/**
 * `npm run bench`: measures, prints tables and keeps the figures in a file; asserts nothing.
 *
 *     npm run bench -- first-screen reading   some of the parts alone
 *     npm run bench -- --runs 3               how often each thing is measured
 *     npm run bench -- --recipe slow          first screens in one of two ways: full, slow
 *     npm run bench -- --beside old-dist      first screens also of another build, in turn with this one
 *     npm run bench -- --compare old.json     afterwards also old, new, and new by old
 *     npm run bench -- --compare old.json --with new.json   compares and measures nothing
 *
 * What needs a browser builds the page first, unless PLAYGROUND_DIST names a built one.
 */
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findChromium } from '../browser/chromium.ts';
import {
	comparisonRows,
	printTable,
	readResults,
	writeResults,
	type Figure,
	type Results
} from './figures.ts';
import { RECIPES } from './first-screen.ts';
import { compareFirstScreens } from './first-screens.ts';
import { compareLargeAnswers } from './large-answers.ts';
import { measureMap } from './map.ts';
import { measureMockUp } from './mock-up.ts';
import { fetchPeers } from './peers.ts';
import { measureReading } from './reading.ts';

const PARTS = ['first-screen', 'answers', 'reading', 'map', 'mock-up'] as const;
type Part = (typeof PARTS)[number];

/** Where the figures are kept. */
const FILE = 'test-results/bench.json';

const { positionals, values } = parseArgs({
	allowPositionals: true,
	options: {
		runs: { type: 'string' },
		recipe: { type: 'string' },
		beside: { type: 'string' },
		compare: { type: 'string' },
		with: { type: 'string' }
	}
});

function refuse(words: string): never {
	console.error(words);
	process.exit(2);
}

const unknown = positionals.find((part) => !PARTS.some((known) => known === part));
if (unknown !== undefined) refuse(`${unknown} is no part. The parts are ${PARTS.join(', ')}.`);
const isWanted = (part: Part) => positionals.length === 0 || positionals.includes(part);

const asked = values.runs === undefined ? null : Number(values.runs);
if (asked !== null && !(Number.isInteger(asked) && asked > 0)) {
	refuse(`--runs ${values.runs} is not a whole number from 1 on.`);
}
/** A large answer keeps a peer busy for minutes: once is enough, unless more is asked for. */
const [often, seldom] = [asked ?? 5, asked ?? 1];

const names = Object.keys(RECIPES) as (keyof typeof RECIPES)[];
const recipes = names.filter((name) => values.recipe === undefined || name === values.recipe);
if (recipes.length === 0) refuse(`${values.recipe} is no recipe. They are ${names.join(', ')}.`);

if (values.with !== undefined && values.compare === undefined) {
	refuse('--with needs --compare, the file to compare it with.');
}
function resultsIn(file: string): Results {
	try {
		return readResults(file);
	} catch (error) {
		refuse(`${file} cannot be compared: ${error instanceof Error ? error.message : error}`);
	}
}

// Read first: a missing file is better told before measuring than after.
const old = values.compare === undefined ? null : resultsIn(values.compare);

async function measure(): Promise<{ figures: Figure[]; versions: Record<string, string> }> {
	const figures: Figure[] = [];
	const versions: Record<string, string> = {
		node: process.version,
		system: `${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model.trim()}`
	};
	if (isWanted('reading')) figures.push(...(await measureReading(often)));
	if (isWanted('mock-up')) figures.push(...(await measureMockUp(often)));
	if (!(['first-screen', 'answers', 'map'] as const).some(isWanted)) return { figures, versions };

	if (process.env.PLAYGROUND_DIST === undefined) {
		const vite = 'node_modules/vite/bin/vite.js';
		execFileSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { stdio: 'inherit' });
	}
	const peers = fetchPeers();
	const executablePath = await findChromium({ install: false });
	const launch = () => chromium.launch({ executablePath });
	const browser = await launch();
	versions.browser = browser.version();
	await browser.close();
	for (const { name, version } of Object.values(peers)) versions[name] = version;

	if (isWanted('answers')) figures.push(...(await compareLargeAnswers(peers, launch, seldom)));
	if (isWanted('map')) figures.push(...(await measureMap(peers, launch, seldom)));
	if (isWanted('first-screen')) {
		figures.push(
			...(await compareFirstScreens(peers, launch, recipes, often, values.beside ?? null))
		);
	}
	return { figures, versions };
}

const results =
	values.with === undefined
		? { measured: new Date().toISOString(), ...(await measure()) }
		: resultsIn(values.with);
if (values.with === undefined) {
	writeResults(FILE, results);
	console.log(
		`\n${Object.entries(results.versions)
			.map((pair) => pair.join(' '))
			.join(', ')}`
	);
	console.log(`The figures are in ${FILE}.`);
}
if (old) {
	console.log(`\nOld: ${old.measured}, new: ${results.measured}`);
	printTable(['', 'old', 'new', 'new by old'], comparisonRows(old, results));
}
process.exit(0);
