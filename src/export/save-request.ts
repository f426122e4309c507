// Saves the request of the page, or its last exchange, as a file.
import { baseFor } from '../code/bases';
import type { Explorer } from '../explorer/explorer.svelte';
import { shareable } from '../georeport/privacy';
import { hiding, secretsOf } from '../georeport/secrets';
import { toHttpRequest } from '../georeport/request';
import type { ServiceRequest } from '../georeport/types';
import type { Exchange } from '../http/exchange';
import { saveFile } from '../ui/save-file';

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

/**
 * Saves the service requests of an answer as a table with a column for each field that one of them
 * has. Keys that the answer repeats are replaced, and contact details unless `personal`. Resolves and
 * rejects as `saveHar` does.
 */
export async function saveCsv(
	exchange: Exchange,
	serviceRequests: readonly ServiceRequest[],
	personal = false
): Promise<string> {
	const { toCsv } = await import('./csv');
	const rows = serviceRequests.map((row) => new Map(Object.entries(row)));
	const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
	const redact = hiding(secretsOf(exchange, { personal }));
	const cells = rows.map((row) => columns.map((column) => redact(String(row.get(column) ?? ''))));
	return save(
		'service-requests.csv',
		'text/csv; charset=utf-8; header=present',
		toCsv(columns, cells)
	);
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
