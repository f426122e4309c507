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

const typeOf = (filename: string): string | null => {
	const ending = /\.(\w+)$/.exec(filename)?.[1]?.toLowerCase() ?? '';
	return Object.hasOwn(TYPES, ending) ? (TYPES[ending] ?? null) : null;
};

/** A text up to a sign that ends it, as curl takes one off a value of `-F`: in quotes or without. */
function wordAt(text: string, at: number, ends: string) {
	const quoted = /[ \t]*"((?:[^"\\]|\\["\\]|\\(?!["\\]))*)"([^;]*)/y;
	quoted.lastIndex = at;
	const [whole, inner, trailing = ''] = quoted.exec(text) ?? [];
	if (whole !== undefined && inner !== undefined) {
		const word = inner.replace(/\\(["\\])/g, '$1');
		return { word, end: at + whole.length, leftOut: trailing.trim() };
	}
	let end = at;
	while (end < text.length && !ends.includes(text.charAt(end))) end += 1;
	return { word: text.slice(at, end).trim(), end, leftOut: '' };
}

/** What curl makes of the text after `name=`: the value, its settings, and what it leaves out. */
function valueOf(text: string, ends: string) {
	const { word: value, end, leftOut } = wordAt(text, 0, ends);
	const settings = new Map<string, string>();
	const cut = leftOut === '' ? [] : [leftOut];
	/** Where the type begins while it goes on: it may hold semicolons itself, and no quotes. */
	let typeFrom: number | null = null;
	let at = end;
	while (text.charAt(at) === ';') {
		at += 1 + (/^\s*/.exec(text.slice(at + 1))?.[0].length ?? 0);
		const [whole = '', name = ''] =
			/^(type|filename|headers|encoder)=/i.exec(text.slice(at, at + 9)) ?? [];
		const setting = name.toLowerCase();
		const read = wordAt(text, at + whole.length, ';');
		if (setting === 'type') typeFrom ??= at + whole.length;
		else if (setting) typeFrom = null;
		at = read.end;
		if (typeFrom !== null) settings.set('type', text.slice(typeFrom, at).trim());
		else if (setting) settings.set(setting, read.word);
		else if (read.word) cut.push(read.word);
	}
	if (at < text.length) cut.push(text.slice(at + 1));
	return { value, settings, cut };
}

/** One `-F` as curl sends it, and what of its text curl does not send. */
export interface MadePart {
	part: FormPart;
	/** The pieces that curl leaves out, as written. */
	cut: readonly string[];
	/** Settings that a page cannot have: `encoder`, `headers`. */
	unheeded: readonly string[];
}

/**
 * One `-F`: a text, or a file whose content stays empty here; null without a name. Like curl it ends
 * a value at the first semicolon outside of quotes, and sends nothing of one that begins with `(`.
 */
export function formPart(text: string, isText: boolean): Made<MadePart> | null {
	const equals = text.indexOf('=');
	if (equals < 0) return null;
	const name = text.slice(0, equals);
	const given = text.slice(equals + 1);
	const plain: FormPart = { name, text: given, filename: null, type: null };
	if (isText) return { made: { part: plain, cut: [], unheeded: [] } };
	if (given.startsWith('(')) {
		return { made: { part: { ...plain, text: '' }, cut: [given], unheeded: [] } };
	}
	const mark = /^[@<]/.exec(given)?.[0] ?? '';
	const { value, settings, cut } = valueOf(given.slice(mark.length), mark === '@' ? ';,' : ';');
	const type = settings.get('type') ?? null;
	if (type !== null && !/^[^/ ]+\/[^;, \n]+/.test(type)) {
		return {
			problem: `curl refuses “type=${type.slice(0, 40)}”: a type has a slash in it, as in text/plain. Correct it.`
		};
	}
	const filename = settings.get('filename') ?? (mark === '@' ? lastName(value) : null);
	const guessed = filename === null ? null : typeOf(filename);
	const part: FormPart = {
		name,
		text: mark ? '' : value,
		filename,
		type: type ?? guessed ?? (mark === '@' ? 'application/octet-stream' : null)
	};
	const unheeded = ['encoder', 'headers'].filter((setting) => settings.has(setting));
	return { made: { part, cut, unheeded } };
}

const lastName = (path: string) => path.split(/[\\/]/).at(-1) ?? '';

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
