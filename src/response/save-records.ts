import { toCsv } from '../export/csv';
import type { Tree } from '../document/tree';
import type { ExchangeView } from '../explorer/exchange-view.svelte';
import { saveFile } from '../ui/save-file';
import { cellsOf, columnsOf, rowNodesOf } from './table-rows';

/** Saves rows of an answer as a table with all their columns. */
export const saveRowsAsCsv = (tree: Tree, columns: readonly string[], rows: readonly number[]) =>
	saveFile(
		'records.csv',
		'text/csv; charset=utf-8; header=present',
		toCsv(
			columns,
			rows.map((row) => cellsOf(tree, row, columns))
		)
	);

/** Saves the records of an answer, in its order; nothing where it has no document. */
export function saveRecordsAsCsv({ reading }: ExchangeView): void {
	if (!reading?.tree) return;
	const { tree, records } = reading;
	const rows = records.length > 0 ? records : rowNodesOf(tree);
	saveRowsAsCsv(tree, columnsOf(tree, rows), rows);
}
