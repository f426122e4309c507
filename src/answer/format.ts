import type { Format } from '../georeport/types';

/** How an HTML page begins, whatever its header says, after declarations, comments and blanks. */
const HTML = /<(?:!doctype\s+html|html)\b/iy;

/** Whether an HTML page begins here: each comment is passed over once, where a pattern would try all ways. */
function isHtml(beginning: string): boolean {
	let at = /^<\?xml[^>]*\?>/.exec(beginning)?.[0].length ?? 0;
	for (;;) {
		while (/\s/.test(beginning[at] ?? '')) at++;
		if (!beginning.startsWith('<!--', at)) break;
		const end = beginning.indexOf('-->', at + 4);
		if (end < 0) return false;
		at = end + 3;
	}
	HTML.lastIndex = at;
	return HTML.test(beginning);
}

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
		if (isHtml(beginning)) return null;
		return /html/i.test(header) && !GEOREPORT.test(beginning) ? null : 'xml';
	}
	if (/[/+]xml/i.test(header) && !/html/i.test(header)) return 'xml';
	return /[/+]json/i.test(header) ? 'json' : null;
}
