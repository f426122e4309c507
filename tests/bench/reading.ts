// How long answers of many shapes take to read, for each byte and when they grow.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { ANSWER_SHAPES } from '../answer-shapes.ts';
import { median, printTable, shown, spread, type Figure, type MeasuredValues } from './figures.ts';
import type { ShapeRead, ShapeToRead } from './read-shape.ts';

/** To make an answer, and to read it, may take so many milliseconds each; then its shape is stopped. */
const LIMIT = 60_000;

const COUNTS = [1_000, 10_000] as const;

/** From this size on, in MB, a shape may take at most so many times Toronto's time a byte. */
const [LARGE, MOST_BY_BYTE] = [1, 3];

/** What ten times the size may take, in times. */
const MOST_BY_SIZE = 12;

/** Reads a shape in a process of its own, which can be stopped; null for what was stopped. */
async function read(shape: ShapeToRead): Promise<ShapeRead | null> {
	const execArgv = [...process.execArgv, '--expose-gc'];
	const child = fork(new URL('./read-shape.ts', import.meta.url), { execArgv });
	const ended = once(child, 'exit').then(([code]) => {
		throw new Error(`The process that reads ${shape.name} ended with ${code}.`);
	});
	child.send(shape);
	try {
		for (;;) {
			const signal = AbortSignal.timeout(LIMIT);
			const [read] = (await Promise.race([once(child, 'message', { signal }), ended])) as [
				ShapeRead | null
			];
			if (read) return read;
		}
	} catch (error) {
		if (!(error instanceof Error && error.name === 'AbortError')) throw error;
		return null;
	} finally {
		ended.catch(() => {});
		child.kill('SIGKILL');
	}
}

const timeOf = ({ reading, indenting }: ShapeRead) => reading + indenting;
const timeOfByte = (read: ShapeRead) => timeOf(read) / read.size;

/** How many times as much, run by run. */
const timesOf = (
	reads: readonly (ShapeRead | null)[],
	bases: readonly (ShapeRead | null)[],
	of: (read: ShapeRead) => number
): MeasuredValues =>
	reads.map((each, run) => {
		const base = bases[run];
		return each && base ? of(each) / of(base) : null;
	});

const marked = (times: MeasuredValues, most: number) =>
	`${spread(times)}${median(times) > most ? ' !' : '  '}`;

/** Reads every shape at 1,000 and 10,000 records; prints the table and returns the times. */
export async function measureReading(runs: number): Promise<Figure[]> {
	const shapes = (['xml', 'json'] as const).flatMap((format) => [
		{ name: 'Toronto', format },
		...ANSWER_SHAPES.filter((shape) => shape.format === format).map(({ name }) => ({
			name,
			format
		}))
	]);
	/** By shape and size, run by run. */
	const all = shapes.map(() => COUNTS.map((): (ShapeRead | null)[] => []));
	// In turn, so that whatever else the machine does befalls all alike.
	for (let run = 0; run < runs; run++) {
		for (const [at, shape] of shapes.entries()) {
			let wasStopped = false;
			for (const [size, count] of COUNTS.entries()) {
				const column = all[at]?.[size];
				// What was stopped is not tried again, nor what is larger.
				wasStopped ||= column?.includes(null) ?? false;
				const times = Math.max(...COUNTS) / count;
				const each: ShapeRead | null = wasStopped ? null : await read({ ...shape, count, times });
				wasStopped ||= each === null;
				column?.push(each);
			}
		}
	}

	const figures: Figure[] = [];
	const rows = shapes.flatMap(({ name, format }, at) =>
		COUNTS.map((count, size) => {
			const reads = all[at]?.[size] ?? [];
			const toronto = all[shapes.findIndex((shape) => shape.format === format)]?.[size] ?? [];
			const smaller = size > 0 ? (all[at]?.[size - 1] ?? []) : null;
			const megabytes = reads.find((each) => each)?.size ?? NaN;
			const valuesOf = (of: (read: ShapeRead) => number) => reads.map((each) => each && of(each));
			const reading = valuesOf((each) => each.reading);
			const indenting = valuesOf((each) => each.indenting);
			const byByte = valuesOf(timeOfByte);
			const byToronto = timesOf(reads, toronto, timeOfByte);
			const bySize = smaller && timesOf(reads, smaller, timeOf);
			const figure = (what: string, unit: Figure['unit'], values: MeasuredValues): Figure => ({
				name: `reading, ${format}, ${name}, ${count} records, ${what}`,
				unit,
				values
			});
			figures.push(
				figure('tree and records', 'ms', reading),
				figure('indenting', 'ms', indenting),
				figure('both', 'ms/MB', byByte),
				figure('both, by Toronto', '×', byToronto),
				...(bySize ? [figure('both, by a tenth of the size', '×', bySize)] : [])
			);
			return [
				`${name}, ${format}, ${count}`,
				shown(megabytes),
				spread(reading),
				spread(indenting),
				spread(byByte),
				// A stopped one may have been a small one.
				marked(byToronto, megabytes < LARGE ? Infinity : MOST_BY_BYTE),
				bySize ? marked(bySize, MOST_BY_SIZE) : ''
			];
		})
	);
	console.log(`\nReading in Node, ${runs} runs, ms of processor time`);
	console.log(
		`  ! marks a missed goal: at most ${MOST_BY_BYTE} times Toronto's time a byte from ${LARGE} MB on, at most ${MOST_BY_SIZE} times the time for ten times the size. Each size is read in a process of its own, and the small one so often that both read as many bytes. Stopped after ${LIMIT / 1_000} s.`
	);
	const heads = ['MB', 'tree and records', 'indenting', 'both a MB', 'by Toronto', 'by size'];
	printTable(['', ...heads], rows);
	return figures;
}
