// How many answers a second the mock-up gives in Node, and what share of the time each step takes.
import { createCity, FIXED_CLOCK, fromSeed } from '../../mocks/city/city.ts';
import type { CityRequest } from '../../mocks/city/city-request.ts';
import { queryArguments } from '../../mocks/api/arguments.ts';
import { TORONTO } from '../../mocks/api/dialect.ts';
import { respond } from '../../mocks/api/respond.ts';
import { search } from '../../mocks/api/search.ts';
import { REQUESTS } from '../../mocks/data/requests.ts';
import { createMockUp } from '../../mocks/hosts/mock-up.ts';
import { memoryStore } from '../../mocks/store/store.ts';
import { median, printTable, shown, spread, type Figure, type MeasuredValues } from './figures.ts';
import { processorTime } from './processor-time.ts';

/** Each run takes turns between the steps, this often and for so many milliseconds each. */
const [TURNS, SLICE] = [10, 30];

/** How many rows each answer holds. */
const ANSWERED = 60;

const SEEDS = REQUESTS.map(fromSeed);

/** The seeded rows again and again, each under an id of its own. */
const rowsOf = (count: number): CityRequest[] =>
	Array.from({ length: count }, (_, at) => ({
		...(SEEDS[at % SEEDS.length] as CityRequest),
		service_request_id: String(300_000_000_000 + at)
	}));

/** A step, and how long it was done how often. */
interface Timed {
	step: () => unknown;
	time: number;
	times: number;
}

/**
 * Milliseconds of processor time of each step; in turns, so that whatever else the machine does befalls
 * all alike.
 */
async function timesOf<Name extends string>(
	steps: Readonly<Record<Name, () => unknown>>
): Promise<Record<Name, number>> {
	const timed = Object.entries<() => unknown>(steps).map(([name, step]): [string, Timed] => [
		name,
		{ step, time: 0, times: 0 }
	]);
	for (let turn = 0; turn < TURNS; turn++) {
		for (const [, each] of timed) {
			const [start, had] = [performance.now(), processorTime()];
			for (let now = start; now - start < SLICE; now = performance.now()) {
				await each.step();
				each.times++;
			}
			each.time += processorTime() - had;
		}
	}
	const means = timed.map(([name, { time, times }]) => [name, time / times]);
	return Object.fromEntries(means) as Record<Name, number>;
}

/** Asks a mock-up of its own rows and of 20,000 for 60 of them; prints and returns rates and shares. */
export async function measureMockUp(runs: number): Promise<Figure[]> {
	const figures: Figure[] = [];
	const rows: string[][] = [];
	for (const city of [SEEDS, rowsOf(20_000)]) {
		for (const format of ['xml', 'json'] as const) {
			const url = `http://localhost/${TORONTO.path}requests.${format}?jurisdiction_id=toronto.ca&page_size=${ANSWERED}`;
			const mockUp = createMockUp({ rows: city });
			const toronto = createCity(city, memoryStore(), () => FIXED_CLOCK);
			const asked = queryArguments(url);
			const found = await search(toronto, asked, TORONTO);
			const steps = {
				whole: async () => (await mockUp.answer(new Request(url))).text(),
				parsing: () => queryArguments(url),
				work: () => search(toronto, asked, TORONTO),
				writing: () => respond(found, TORONTO, format).text()
			};
			if (found.kind !== 'requests' || found.requests.length !== ANSWERED) {
				throw new Error(`The mock-up found no ${ANSWERED} rows.`);
			}
			// The engine compiles what is run often: the first run counts for nothing.
			await timesOf(steps);
			const times: Record<keyof typeof steps, number>[] = [];
			for (let run = 0; run < runs; run++) times.push(await timesOf(steps));
			const shareOf = (step: keyof typeof steps): MeasuredValues =>
				times.map((each) => (100 * each[step]) / each.whole);
			const name = `${ANSWERED} of ${city.length} rows, ${format}`;
			const rate = times.map(({ whole }) => 1_000 / whole);
			const shares = (['parsing', 'work', 'writing'] as const).map((step): Figure => ({
				name: `mock-up, ${name}, ${step}`,
				unit: '%',
				values: shareOf(step)
			}));
			const rest = 100 - shares.reduce((sum, { values }) => sum + median(values), 0);
			rows.push([
				name,
				spread(rate),
				...shares.map(({ values }) => shown(median(values))),
				shown(rest)
			]);
			figures.push({ name: `mock-up, ${name}`, unit: 'answers/s', values: rate }, ...shares);
		}
	}
	console.log(`\nThe mock-up in Node, GET Service Requests, ${runs} runs`);
	printTable(
		[
			'',
			'answers a second of processor time',
			'parsing, %',
			'work, %',
			'writing, %',
			'routing and the rest, %'
		],
		rows
	);
	return figures;
}
