import type { Format } from '../georeport/types';

/** How an HTML page begins, whatever its header says. */
const HTML = /<(?:!doctype\s+html|html)\b/iy;

/** How XML begins where HTML is announced: with an element of GeoReport v2, or the type of one. */
const GEOREPORT =
	/<(?:!DOCTYPE\s+)?(?:discovery|services|service_definition|service_requests|errors)\b/y;

/** Where a document begins, after its declaration, comments and blanks; its end where no comment ends. */
function startOf(beginning: string): number {
	let at = /^<\?xml[^>]*\?>/.exec(beginning)?.[0].length ?? 0;
	for (;;) {
		while (/\s/.test(beginning[at] ?? '')) at++;
		if (!beginning.startsWith('<!--', at)) return at;
		// Each comment is passed over once, where a pattern would try all ways.
		const end = beginning.indexOf('-->', at + 4);
		if (end < 0) return beginning.length;
		at = end + 3;
	}
}

function standsAt(pattern: RegExp, text: string, at: number): boolean {
	pattern.lastIndex = at;
	return pattern.test(text);
}

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
		const at = startOf(beginning);
		if (standsAt(HTML, beginning, at)) return null;
		const isXml = /^<\?xml\s/.test(beginning) || standsAt(GEOREPORT, beginning, at);
		return /html/i.test(header) && !isXml ? null : 'xml';
	}
	if (/[/+]xml/i.test(header) && !/html/i.test(header)) return 'xml';
	return /[/+]json/i.test(header) ? 'json' : null;
}
