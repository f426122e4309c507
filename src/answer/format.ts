import type { Format } from '../georeport/types';

/** How an HTML page begins, whatever is said of it. */
const HTML = /^(?:<\?xml[^>]*\?>|<!--[\s\S]{0,1000}?-->|\s)*<(?:!doctype\s+html|html)\b/i;

/** How XML begins where HTML is announced: with its declaration, or an element of GeoReport v2. */
const GEOREPORT =
	/^<(?:\?xml\s|(?:discovery|services|service_definition|service_requests|errors)\b)/;

/** As much of a body as shows what it is, in UTF-16 units. */
const BEGINNING = 4000;

/**
 * Returns the format of a body: by how it begins, else by its Content-Type; null for neither. An
 * HTML page is neither, whatever its header says.
 */
export function formatOf(contentType: string | null, source: string): Format | null {
	const beginning = source.slice(0, BEGINNING).trimStart();
	const first = beginning[0];
	const header = contentType ?? '';
	if (first === '[' || first === '{') return 'json';
	if (first === '<') {
		if (HTML.test(beginning)) return null;
		return /html/i.test(header) && !GEOREPORT.test(beginning) ? null : 'xml';
	}
	if (/[/+]xml/i.test(header) && !/html/i.test(header)) return 'xml';
	return /[/+]json/i.test(header) ? 'json' : null;
}
