// Reads multipart/form-data (RFC 7578). GeoReport v2 does not have it, but real clients send it.
import type { FilePart } from './request';

/** The fields and the files of a multipart body, in order. */
export interface Parts {
	pairs: [string, string][];
	files: FilePart[];
}

const unquoted = (text: string) =>
	text.replace(/%(22|0D|0A)/gi, (escape) => decodeURIComponent(escape));

/**
 * Splits a multipart body into its parts. Returns null unless it is whole, its fields come before
 * its files, and a draft can reproduce the headers of every part.
 */
export function multipartParts(type: string, body: string): Parts | null {
	const [, quoted, bare] =
		/^\s*multipart\/form-data\s*;\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))\s*$/i.exec(type) ?? [];
	const boundary = quoted ?? bare;
	if (!boundary) return null;
	const [start, ...sections] = `\r\n${body}`.split(`\r\n--${boundary}`);
	const end = sections.pop();
	if (start !== '' || (end !== '--' && end !== '--\r\n')) return null;

	const parts: Parts = { pairs: [], files: [] };
	for (const section of sections) {
		const [, name, filename, contentType, text = ''] =
			/^\r\nContent-Disposition: form-data; name="([^"\r\n]*)"(?:; filename="([^"\r\n]*)")?(?:\r\nContent-Type: ([^\r\n]*))?\r\n\r\n(.*)$/is.exec(
				section
			) ?? [];
		if (name === undefined) return null;
		if (filename !== undefined && contentType !== undefined) {
			parts.files.push({
				name: unquoted(name),
				filename: unquoted(filename),
				type: contentType,
				text
			});
		} else if (filename === undefined && contentType === undefined && parts.files.length === 0) {
			parts.pairs.push([unquoted(name), text]);
		} else return null;
	}
	return parts;
}
