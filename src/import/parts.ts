// Bodies as curl makes them of its options: https://curl.se/docs/manpage.html#-d and #-F.

/** A part of a request, or why it cannot be had, in words. */
export type Made<T> = { made: T } | { problem: string };

/** Said of everything that curl would have read from a disk. */
export const fromFile = (option: string, path: string): string =>
	`${option} takes its text from the file ${path}, which a page cannot read. Put the text itself there and paste the command again.`;

/** A text as forms encode it: what curl writes as %20, they write as +, and servers read both. */
const formEncoded = (text: string) => new URLSearchParams([['', text]]).toString().slice(1);

/** One `--data-urlencode`: `content`, `=content`, `name=content`; from a file it cannot be had. */
export function encodedData(option: string, text: string): Made<string> {
	// The first = decides, also after an @.
	const equals = text.indexOf('=');
	if (equals >= 0) {
		const name = text.slice(0, equals);
		const content = formEncoded(text.slice(equals + 1));
		return { made: name ? `${name}=${content}` : content };
	}
	const at = text.indexOf('@');
	return at < 0
		? { made: formEncoded(text) }
		: { problem: fromFile(`${option} ${text.slice(0, at + 1)}`, text.slice(at + 1)) };
}

/** A part of a multipart body. */
export interface FormPart {
	name: string;
	text: string;
	filename: string | null;
	type: string | null;
}

/** What curl guesses from the end of a file's name. */
const TYPES: Readonly<Record<string, string>> = {
	gif: 'image/gif',
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	png: 'image/png',
	svg: 'image/svg+xml',
	txt: 'text/plain',
	htm: 'text/html',
	html: 'text/html',
	pdf: 'application/pdf',
	xml: 'application/xml'
};

const typeOf = (filename: string) =>
	TYPES[/\.(\w+)$/.exec(filename)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream';

const unquoted = (text: string) =>
	/^"(?:[^"\\]|\\[^])*"$/.test(text) ? text.slice(1, -1).replace(/\\(["\\])/g, '$1') : text;

/** A value of `-F` and the `;name=value` that curl reads off its end. */
function valueOf(text: string): { value: string; more: Map<string, string> } {
	const more = new Map<string, string>();
	const [, quoted, rest] = /^("(?:[^"\\]|\\[^])*")[ \t]*((?:;[^]*)?)$/.exec(text) ?? [];
	const tail = quoted === undefined ? text : (rest ?? '');
	const end = tail.search(/;[ \t]*(?:type|filename|encoder|headers)=/i);
	const value = quoted ?? (end < 0 ? text : text.slice(0, end));
	const settings =
		end < 0 ? [] : tail.slice(end).matchAll(/;[ \t]*(\w+)=("(?:[^"\\]|\\[^])*"|[^;]*)/g);
	for (const [, name = '', setting = ''] of settings) {
		more.set(name.toLowerCase(), unquoted(setting.trim()));
	}
	return { value: unquoted(value), more };
}

/** One `-F`: a text, or a file whose content stays empty here; null without a name. */
export function formPart(text: string, isText: boolean): FormPart | null {
	const equals = text.indexOf('=');
	if (equals < 0) return null;
	const name = text.slice(0, equals);
	const given = text.slice(equals + 1);
	if (isText) return { name, text: given, filename: null, type: null };
	const mark = /^[@<]/.exec(given)?.[0] ?? '';
	const { value, more } = valueOf(given.slice(mark.length));
	const type = more.get('type') ?? null;
	if (mark === '@') {
		const filename = more.get('filename') ?? value.split(/[\\/]/).at(-1) ?? '';
		return { name, text: '', filename, type: type ?? typeOf(filename) };
	}
	return {
		name,
		text: mark ? '' : value,
		filename: more.get('filename') ?? null,
		type: type ?? (more.has('filename') ? 'application/octet-stream' : null)
	};
}

const inQuotes = (text: string) =>
	`"${text.replace(/["\r\n]/g, (character) => encodeURIComponent(character))}"`;

/** A multipart/form-data body (RFC 7578) and its Content-Type. */
export function multipart(parts: readonly FormPart[]): { type: string; body: string } {
	let boundary = 'open311-form';
	while (parts.some(({ text }) => text.includes(boundary))) boundary += '-x';
	const written = parts.map(({ name, text, filename, type }) => {
		const file = filename === null ? '' : `; filename=${inQuotes(filename)}`;
		const typed = type === null ? '' : `\r\nContent-Type: ${type.replace(/[\r\n]/g, ' ')}`;
		return `--${boundary}\r\nContent-Disposition: form-data; name=${inQuotes(name)}${file}${typed}\r\n\r\n${text}\r\n`;
	});
	return {
		type: `multipart/form-data; boundary=${boundary}`,
		body: `${written.join('')}--${boundary}--\r\n`
	};
}
