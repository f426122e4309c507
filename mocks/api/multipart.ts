// Reads multipart/form-data (RFC 7578) leniently. GeoReport v2 does not have it, but several of its
// clients send it, with boundaries that stricter readers refuse.
import { FORM_PAIRS, TOO_MANY_PAIRS } from './bounds';

/** The fields of a multipart body, and the names of those that had a file with content. */
export interface MultipartForm {
	values: [name: string, value: string][];
	files: string[];
}

const parameter = (header: string, name: string) =>
	new RegExp(`[;\\s]${name}="((?:[^"\\\\]|\\\\.)*)"`, 'i').exec(header)?.[1] ??
	new RegExp(`[;\\s]${name}=([^;\\s"]+)`, 'i').exec(header)?.[1];

/**
 * Reads a multipart body, given its text and its Content-Type. Drops the content of files, and
 * ignores an empty file. Returns a text if the body is wrong, which says why.
 */
export function readMultipart(body: string, contentType: string): MultipartForm | string {
	const boundary = parameter(contentType, 'boundary');
	if (!boundary) return 'The Content-Type names no boundary. Let your HTTP library set it.';
	const literal = boundary.replace(/[^\w]/g, '\\$&');
	const delimiter = new RegExp(`\\r?\\n--${literal}(?=--|[ \\t]*(?:\\r?\\n|$))`);
	const parts = `\r\n${body}`.split(delimiter, FORM_PAIRS + 3).slice(1);
	if (parts.length > FORM_PAIRS + 1) return TOO_MANY_PAIRS;
	if (!parts.at(-1)?.startsWith('--')) {
		return 'The multipart body is cut off: its closing boundary is missing. Send it whole.';
	}
	const form: MultipartForm = { values: [], files: [] };
	for (const part of parts.slice(0, -1)) {
		const gap = /\r?\n\r?\n/.exec(part);
		const header = gap ? part.slice(0, gap.index) : '';
		const name = parameter(header, 'name');
		if (gap === null || name === undefined) {
			return 'A part of the multipart body has no name. Each needs Content-Disposition: form-data; name="…".';
		}
		const content = part.slice(gap.index + gap[0].length);
		if (!/[;\s]filename\*?=/i.test(header)) {
			form.values.push([name, content]);
		} else if (content !== '') {
			form.files.push(name);
		}
	}
	return form;
}
