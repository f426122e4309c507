// The first screens side by side: when and for how many bytes, and how many times the others' ours takes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { createMockUp } from '../../mocks/hosts/mock-up.ts';
import { median, printTable, ratio, spread, type Figure } from './figures.ts';
import { load, RECIPES, type Contender, type MeasuredLoad, type Recipe } from './first-screen.ts';
import * as ours from './our-page.ts';
import { servePeers, SITE } from './peer-pages.ts';
import type { Peers } from './peers.ts';

/** Where the generated description says that the mock-up answers. */
const DESCRIBED = 'http://127.0.0.1:3110/';

/** What the discovery document, the answer to the first operation described, alone says. */
const DISCOVERED = 'The mock-up needs no key.';

const OURS: Contender = {
	name: 'ours',
	path: 'ours/',
	visible: ['<service_request_id>', ours.ANSWER],
	clicks: [ours.SEND],
	asks: '/requests\\.xml',
	sending: ours.SENDING,
	answer: ['<service_request_id>', ours.ANSWER]
};

/** Ours first: it is compared with the others. */
const contendersOf = ({ swagger, scalar }: Peers, beside: string | null): readonly Contender[] => [
	OURS,
	...(beside === null ? [] : [{ ...OURS, name: 'the other build', path: 'beside/' }]),
	{
		name: swagger.name,
		path: 'swagger.html',
		visible: ['/discovery', '.opblock-summary-control'],
		clicks: [
			['GET', '.opblock-summary-control'],
			['Try it out', 'button'],
			['Execute', 'button']
		],
		asks: '/discovery',
		sending: [],
		answer: [DISCOVERED, '.live-responses-table']
	},
	{
		name: scalar.name,
		path: 'scalar.html',
		visible: ['Service Discovery', 'aside a'],
		clicks: [
			['Test Request', 'button'],
			['Send', 'button']
		],
		asks: '/discovery',
		sending: [],
		answer: [DISCOVERED, '.response-section-content']
	}
];

const TIMES = ['visible', 'works', 'interactive', 'blocked'] as const;
const SIZES = {
	sentUntilVisible: 'until visible',
	sentUntilWorks: 'until it works',
	sentUntilInteractive: 'until interactive',
	sentToWorker: 'of it to its worker'
} as const;

/** A row for each contender, and below them how many times each of the others ours takes. */
function print(
	title: string,
	heads: readonly string[],
	rows: readonly (readonly Figure[])[],
	names: readonly string[]
) {
	console.log(`\n${title}`);
	const [own = [], ...others] = rows.map((row) => row.map(({ values }) => median(values)));
	printTable(
		['', ...heads],
		[
			...rows.map((row, at) => [names[at] ?? '', ...row.map(({ values }) => spread(values))]),
			...others.map((other, at) => [
				`ours by ${names[at + 1]}`,
				...other.map((value, column) => ratio(own[column] ?? NaN, value))
			])
		]
	);
}

/**
 * Opens ours and the peers from an empty cache, in turn, so that whatever else the machine does befalls
 * all alike. `beside` is the folder of another build of ours, null for none. Prints the comparison of
 * each recipe and returns its figures.
 */
export async function compareFirstScreens(
	peers: Peers,
	launch: () => Promise<Browser>,
	recipes: readonly (keyof typeof RECIPES)[],
	runs: number,
	beside: string | null
): Promise<Figure[]> {
	const mockUp = createMockUp();
	const described = readFileSync(join(SITE, 'openapi.json'), 'utf8');
	const host = await servePeers(peers, {
		beside,
		openApi: (url) => described.replaceAll(DESCRIBED, url),
		answer: (url) => mockUp.answer(new Request(url))
	});
	const contenders = contendersOf(peers, beside);
	// The first turn fills the memory of the host and of the machine.
	for (const contender of contenders) await load(launch, host, contender, RECIPES.full);

	const measured: Figure[] = [];
	for (const recipe of recipes.map((name): Recipe => RECIPES[name])) {
		const loads = contenders.map((): MeasuredLoad[] => []);
		for (let run = 0; run < runs; run++) {
			for (const [at, contender] of contenders.entries()) {
				loads[at]?.push(await load(launch, host, contender, recipe));
			}
		}
		const figuresOf = (columns: readonly (keyof MeasuredLoad)[], unit: Figure['unit']) =>
			contenders.map(({ name }, at) =>
				columns.map((column): Figure => ({
					name: `first screen, ${recipe.name}, ${column}, ${name}`,
					unit,
					values: (loads[at] ?? []).map((loaded) => loaded[column])
				}))
			);
		const times = figuresOf(TIMES, 'ms');
		const sizes = figuresOf(Object.keys(SIZES) as (keyof typeof SIZES)[], 'kB');
		const names = contenders.map(({ name }) => name);
		print(`First screen ${recipe.title}, ${runs} runs, ms`, TIMES, times, names);
		print('  sent, kB', Object.values(SIZES), sizes, names);
		measured.push(...times.flat(), ...sizes.flat());
	}
	host.close();
	return measured;
}
