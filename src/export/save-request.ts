// Saves the request of the page, or its last exchange, as a file.
import { baseFor } from '../code/bases';
import type { Explorer } from '../explorer/explorer.svelte';
import { shareable } from '../georeport/privacy';
import { hiding, secretsOf } from '../georeport/secrets';
import { toHttpRequest } from '../georeport/request';
import type { ServiceRequest } from '../georeport/types';
import type { Exchange } from '../http/exchange';
import { saveFile } from '../ui/save-file';
import type { CsvOptions } from './csv';

/**
 * Saves an exchange as HAR, with contact details only if `personal`. Resolves with the name of the
 * file; rejects if the code for it cannot be loaded.
 */
export async function saveHar(exchange: Exchange, personal = false): Promise<string> {
	const { toHar } = await import('./har');
	const text = `${JSON.stringify(toHar([exchange], { personal }), null, '\t')}\n`;
	return save('open311-exchange.har', 'application/json', text);
}

/**
 * Saves the request as a `.http` file, with contact details only if `personal`. Other programs
 * cannot reach the mock-up in the page, so the file uses the local one. Resolves and rejects as
 * `saveHar`.
 */
export async function saveHttpFile(
	{ draft, endpoint, method, testCase }: Explorer,
	personal = false
): Promise<string> {
	const { toHttpFile } = await import('./http-file');
	const request = toHttpRequest(shareable(draft, personal).draft, baseFor(endpoint, null));
	const text = toHttpFile(request, testCase?.title ?? method.title);
	return save('open311-request.http', 'text/plain', text);
}

/** How records are saved as a table. */
export interface TableOptions extends CsvOptions {
	/** Whether contact details that the answer repeats stay. */
	personal?: boolean;
	/** The nodes of the rows, in their order; left out, all records of the answer. */
	rows?: readonly number[];
}

/**
 * Saves the records of an answer as a table with a column for each field that one of them has, as
 * sent. Keys that the answer repeats are replaced, and contact details unless `personal`. Resolves and
 * rejects as `saveHar` does; an answer without a document has no records.
 */
export async function saveCsv(
	exchange: Exchange,
	{ personal = false, forSpreadsheets, rows }: TableOptions
): Promise<string> {
	const [{ toCsv }, { cellsOf, columnsOf, rowNodesOf }] = await Promise.all([
		import('./csv'),
		import('../document/table')
	]);
	const { outcome } = exchange;
	const { tree = null, records = [] } = outcome.kind === 'response' ? outcome.response.reading : {};
	const nodes = rows ?? (records.length > 0 || !tree ? records : rowNodesOf(tree));
	const columns = tree ? columnsOf(tree, nodes) : [];
	const redact = hiding(secretsOf(exchange, { personal }));
	const cells = nodes.map((row) => (tree ? cellsOf(tree, row, columns).map(redact) : []));
	const text = toCsv(columns, cells, { forSpreadsheets });
	return save('records.csv', 'text/csv; charset=utf-8; header=present', text);
}

/** Saves the service requests of an answer as points, redacted as by `saveCsv`; resolves as that. */
export async function saveGeoJson(
	exchange: Exchange,
	serviceRequests: readonly ServiceRequest[],
	personal = false
): Promise<string> {
	const { toGeoJson } = await import('./geojson');
	const redact = hiding(secretsOf(exchange, { personal }));
	const text = redact(toGeoJson(serviceRequests));
	return save('service-requests.geojson', 'application/geo+json', text);
}

function save(name: string, type: string, text: string): string {
	saveFile(name, type, text);
	return name;
}
