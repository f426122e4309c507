import type { Format } from '../georeport/types';

/**
 * Returns the format of a body, by its Content-Type or else by its first character; null for
 * neither.
 */
export function formatOf(contentType: string | null, source: string): Format | null {
	if (/[/+]xml/i.test(contentType ?? '')) return 'xml';
	if (/[/+]json/i.test(contentType ?? '')) return 'json';
	if (/html/i.test(contentType ?? '')) return null;
	const first = source.trimStart()[0];
	return first === '<' ? 'xml' : first === '[' || first === '{' ? 'json' : null;
}
