// What a run of the bench measured: kept in a file, and compared with an earlier one.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The values of one thing, one of each run; null for a run that was stopped for taking too long. */
export type MeasuredValues = readonly (number | null)[];

/** One thing that was measured. */
export interface Figure {
	/** Part, recipe or size, what was measured, and of what; the same in every run of the bench. */
	name: string;
	unit: 'ms' | 'kB' | 'ms/MB' | 'answers/s' | '%' | 'frames/s' | '×';
	values: MeasuredValues;
}

/** All of one run. */
export interface Results {
	/** When it began, in UTC. */
	measured: string;
	/** Versions of what was measured and of what it ran on, by their names. */
	versions: Readonly<Record<string, string>>;
	figures: readonly Figure[];
}

/** A stopped run took longer than any other. */
const ascending = (values: MeasuredValues) =>
	values.map((value) => value ?? Infinity).sort((a, b) => a - b);

/** The middle value, between the two middle ones of an even number; Infinity if that was stopped. */
export function median(values: MeasuredValues): number {
	const sorted = ascending(values);
	const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
	return low === undefined || high === undefined
		? NaN
		: low + (high === low ? 0 : (high - low) / 2);
}

/** A number to three digits or so; "stopped" for Infinity. */
export function shown(value: number): string {
	if (Number.isNaN(value)) return '–';
	if (!Number.isFinite(value)) return 'stopped';
	return value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);
}

/** The median, and the least and the greatest value of more than one. */
export function spread(values: MeasuredValues): string {
	const sorted = ascending(values);
	const [least = NaN, most = NaN] = [sorted[0], sorted.at(-1)];
	const middle = shown(median(values));
	return sorted.length < 2 ? middle : `${middle} (${shown(least)}–${shown(most)})`;
}

/** How many times `base` a value is; a dash where either was stopped. */
export function ratio(value: number, base: number): string {
	const times = value / base;
	return Number.isFinite(times) && Number.isFinite(base) ? `${times.toFixed(2)} ×` : '–';
}

/** Prints rows of texts under heads: the first column to the left, numbers to the right. */
export function printTable(heads: readonly string[], rows: readonly (readonly string[])[]): void {
	const widths = heads.map((head, at) =>
		Math.max(head.length, ...rows.map((row) => (row[at] ?? '').length))
	);
	for (const row of [heads, ...rows]) {
		const cells = row.map((cell, at) =>
			at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)
		);
		console.log(`  ${cells.join('   ').trimEnd()}`);
	}
}

/** Keeps the results of a run in a file, in place of those of the run before. */
export function writeResults(file: string, results: Results): void {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, `${JSON.stringify(results, null, '\t')}\n`);
}

/** The results of an earlier run. Throws where the file is missing or is no such file. */
export function readResults(file: string): Results {
	const results = JSON.parse(readFileSync(file, 'utf8')) as Results;
	if (!Array.isArray(results.figures)) throw new Error('It holds no figures of the bench.');
	return results;
}

/** The rows of a comparison: what both runs measured, old, new, and the new median by the old. */
export function comparisonRows(old: Results, current: Results): string[][] {
	return current.figures.flatMap(({ name, unit, values }) => {
		const before = old.figures.find((figure) => figure.name === name);
		if (!before) return [];
		const times = ratio(median(values), median(before.values));
		return [[`${name}, ${unit}`, spread(before.values), spread(values), times]];
	});
}
