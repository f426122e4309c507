import { cellsOf } from '../document/table';
import type { Tree } from '../document/tree';
import { decimalOf } from '../georeport/location';

/** A column to sort by, and which way. */
export interface Sorting {
	column: string;
	descending: boolean;
}

const DATE_TIME = /^\d{4}-\d\d-\d\dT/;
const words = new Intl.Collator('en', { numeric: true });

/** A whole number with more digits than a number of JavaScript keeps. */
const LONG_INTEGER = /^\d{16,}$/;

/** A cell as it is compared: numbers and date-times by what they mean. */
function keyOf(cell: string): string | number {
	if (LONG_INTEGER.test(cell)) return cell;
	const number = decimalOf(cell);
	if (number !== null) return number;
	const instant = DATE_TIME.test(cell) ? Date.parse(cell) : NaN;
	return Number.isNaN(instant) ? cell : instant;
}

function compare(a: string | number, b: string | number): number {
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
	return words.compare(String(a), String(b));
}

/** The rows in order of a column, those without a text last; in the answer's order for null. */
export function sortedRows(
	tree: Tree,
	rows: readonly number[],
	sorting: Sorting | null
): readonly number[] {
	if (!sorting) return rows;
	const { column, descending } = sorting;
	const keyed = rows.map((row) => ({ row, key: keyOf(cellsOf(tree, row, [column])[0] ?? '') }));
	const sign = descending ? -1 : 1;
	keyed.sort((a, b) => {
		if ((a.key === '') !== (b.key === '')) return a.key === '' ? 1 : -1;
		return sign * compare(a.key, b.key);
	});
	return keyed.map(({ row }) => row);
}
