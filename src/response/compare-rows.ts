// Sets two documents beside each other line by line, with gaps where a line has no partner.
import { comparingDialects } from '../document/compare-dialects';
import { comparingFormats } from '../document/compare-formats';
import { REST, type Comparing, type Difference, type Pairs } from '../document/pairs';
import { kindOf, type Tree } from '../document/tree';
import { differenceInWords, groupKeyOf } from './compare-words';

/** A document as it is shown: its nodes, and where they are in the text. */
export interface ComparedText {
	tree: Tree;
	text: string;
	from: Int32Array;
	to: Int32Array;
}

/** One row of both sides. Lines count from 0; null is a gap. */
export interface CompareRow {
	first: number | null;
	second: number | null;
	/** The number of the difference that is here, from 1; null for none. */
	difference: number | null;
}

/** One kind of difference, at all rows where it is. */
export interface DifferenceGroup {
	number: number;
	words: string;
	/** The wire names of the fields that differ so. */
	fields: readonly string[];
	/** The rows where it is, in their order. */
	rows: readonly number[];
}

/** Two documents beside each other. */
export interface Comparison {
	rows: readonly CompareRow[];
	groups: readonly DifferenceGroup[];
	/** The row of each line of the first document, and of the second. */
	firstRows: readonly number[];
	secondRows: readonly number[];
}

/** Where the lines of a text begin, for the line of a position by bisection. */
class LineIndex {
	readonly #starts: number[] = [0];

	constructor(text: string) {
		for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
			this.#starts.push(at + 1);
		}
	}

	get count(): number {
		return this.#starts.length;
	}

	lineAt(position: number): number {
		let [low, high] = [0, this.#starts.length - 1];
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.#starts[middle] ?? 0) <= position) low = middle;
			else high = middle - 1;
		}
		return low;
	}
}

/** The first and the last line of a node. */
function linesOf({ from, to }: Omit<ComparedText, 'tree'>, index: LineIndex, node: number) {
	const start = index.lineAt(from[node] ?? 0);
	return { start, end: index.lineAt(Math.max(from[node] ?? 0, (to[node] ?? 0) - 1)) };
}

/** The line of the second text that belongs to each of the first; -1 for none. */
function* partnersOf(
	first: ComparedText,
	second: ComparedText,
	[firstIndex, secondIndex]: readonly [LineIndex, LineIndex],
	pairs: Pairs
): Comparing<Int32Array> {
	const partners = new Int32Array(firstIndex.count).fill(-1);
	for (let node = 0; node < first.tree.size; node++) {
		if (node % REST === 0) yield;
		const other = pairs.secondOf.get(node);
		if (other === undefined || kindOf(first.tree, node) === 'text') continue;
		const ours = linesOf(first, firstIndex, node);
		const theirs = linesOf(second, secondIndex, other);
		if (partners[ours.start] === -1) partners[ours.start] = theirs.start;
		if (ours.end > ours.start && theirs.end > theirs.start && partners[ours.end] === -1) {
			partners[ours.end] = theirs.end;
		}
	}
	return partners;
}

/** The longest choice of lines whose partners come in the same order, as flags. */
function inOrder(partners: Int32Array): Uint8Array {
	const chosen = new Uint8Array(partners.length);
	/** The line that ends the best run of each length, and the line before each line. */
	const ends: number[] = [];
	const before = new Int32Array(partners.length).fill(-1);
	for (let line = 0; line < partners.length; line++) {
		const partner = partners[line] ?? -1;
		if (partner < 0) continue;
		let [low, high] = [0, ends.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((partners[ends[middle] ?? 0] ?? 0) < partner) low = middle + 1;
			else high = middle;
		}
		if (low > 0) before[line] = ends[low - 1] ?? -1;
		ends[low] = line;
	}
	for (let line = ends.at(-1) ?? -1; line >= 0; line = before[line] ?? -1) chosen[line] = 1;
	return chosen;
}

function alignedRows(partners: Int32Array, secondCount: number): CompareRow[] {
	const rows: CompareRow[] = [];
	const chosen = inOrder(partners);
	let next = 0;
	for (let line = 0; line < partners.length; line++) {
		const partner = partners[line] ?? -1;
		if (!chosen[line]) {
			rows.push({ first: line, second: null, difference: null });
			continue;
		}
		for (; next < partner; next++) rows.push({ first: null, second: next, difference: null });
		rows.push({ first: line, second: partner, difference: null });
		next = partner + 1;
	}
	for (; next < secondCount; next++) rows.push({ first: null, second: next, difference: null });
	return rows;
}

/**
 * Sets two documents beside each other by what corresponds in them. Yields now and then, so that
 * whoever runs it can do other work or give up.
 */
export function* aligning(first: ComparedText, second: ComparedText): Comparing<Comparison> {
	const comparing = first.tree.format === second.tree.format ? comparingDialects : comparingFormats;
	return yield* setBeside(first, second, yield* comparing(first.tree, second.tree));
}

/**
 * Sets two documents beside each other, by their pairs or, without, line beside line with no difference
 * named. Yields as `aligning` does.
 */
export function* setBeside(
	first: ComparedText,
	second: ComparedText,
	pairs: Pairs | null
): Comparing<Comparison> {
	const indexes = [new LineIndex(first.text), new LineIndex(second.text)] as const;
	const [firstIndex, secondIndex] = indexes;
	const partners = pairs
		? yield* partnersOf(first, second, indexes, pairs)
		: Int32Array.from({ length: firstIndex.count }, (_, line) =>
				line < secondIndex.count ? line : -1
			);
	yield;
	const rows = alignedRows(partners, secondIndex.count);
	yield;
	const [firstRows, secondRows]: [number[], number[]] = [[], []];
	for (const [at, row] of rows.entries()) {
		if (row.first !== null) firstRows[row.first] = at;
		if (row.second !== null) secondRows[row.second] = at;
	}

	const rowOf = ([ours, theirs]: Difference['places'][number]): number | undefined =>
		ours !== null
			? firstRows[linesOf(first, firstIndex, ours).start]
			: theirs !== null
				? secondRows[linesOf(second, secondIndex, theirs).start]
				: undefined;
	const isFormats = first.tree.format !== second.tree.format;
	const byKey = new Map<string, { fields: Set<string>; rows: Set<number> }>();
	for (const difference of pairs?.differences ?? []) {
		const key = groupKeyOf(difference, isFormats);
		const group = byKey.get(key) ?? { fields: new Set<string>(), rows: new Set<number>() };
		byKey.set(key, group);
		group.fields.add(difference.field);
		yield;
		for (const place of difference.places) {
			const row = rowOf(place);
			if (row !== undefined) group.rows.add(row);
		}
	}
	const found = [...byKey]
		.map(([key, group]) => ({
			words: differenceInWords(key, isFormats),
			fields: [...group.fields].filter(Boolean),
			rows: [...group.rows].sort((a, b) => a - b)
		}))
		.sort((a, b) => (a.rows[0] ?? Infinity) - (b.rows[0] ?? Infinity));
	const groups = found.map((group, at) => ({ number: at + 1, ...group }));
	for (const { number, rows: places } of groups) {
		for (const at of places) {
			const row = rows[at];
			if (row) row.difference ??= number;
		}
	}
	return { rows, groups, firstRows, secondRows };
}
