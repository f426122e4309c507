// Saves the records of an answer as files, without the keys and contact details that it repeats.
import { toCsv } from '../export/csv';
import { toGeoJson } from '../export/geojson';
import type { Tree } from '../document/tree';
import type { ExchangeView } from '../explorer/exchange-view.svelte';
import { hiding, secretsOf } from '../georeport/secrets';
import type { ServiceRequest } from '../georeport/types';
import type { Exchange } from '../http/exchange';
import { saveFile } from '../ui/save-file';
import { cellsOf, columnsOf, rowNodesOf } from './table-rows';

const redactionFor = (exchange: Exchange) => hiding(secretsOf(exchange, { personal: false }));

/** Saves rows of an exchange's answer as a table with all their columns. */
export function saveRowsAsCsv(
	exchange: Exchange,
	tree: Tree,
	columns: readonly string[],
	rows: readonly number[]
): void {
	const redact = redactionFor(exchange);
	const cells = rows.map((row) => cellsOf(tree, row, columns).map(redact));
	saveFile('records.csv', 'text/csv; charset=utf-8; header=present', toCsv(columns, cells));
}

/** Saves service requests of an exchange's answer as points. */
export function saveRequestsAsGeoJson(
	exchange: Exchange,
	serviceRequests: readonly ServiceRequest[]
): void {
	const text = redactionFor(exchange)(toGeoJson(serviceRequests));
	saveFile('service-requests.geojson', 'application/geo+json', text);
}

/** Saves the records of an answer, in its order; nothing where it has no document. */
export function saveRecordsAsCsv({ exchange, reading }: ExchangeView): void {
	if (!reading?.tree) return;
	const { tree, records } = reading;
	const rows = records.length > 0 ? records : rowNodesOf(tree);
	saveRowsAsCsv(exchange, tree, columnsOf(tree, rows), rows);
}
