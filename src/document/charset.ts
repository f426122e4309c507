// Decodes bytes to text: RFC 7303 for XML, RFC 8259 for JSON.

/** A text, and how it was decoded. */
export interface Decoded {
	text: string;
	/** The name of the charset in the Encoding Standard, such as `utf-8`. */
	charset: string;
	/** What names the charset; `nothing` for UTF-8 by default. */
	namedBy: 'byte order mark' | 'first bytes' | 'Content-Type' | 'XML declaration' | 'nothing';
	/** Whether the bytes begin with a byte order mark; the text does not. */
	marked: boolean;
	/** The encoding in an XML declaration, as written; null for none. */
	declared: string | null;
	/** The first bytes that are no text in this charset; null where all are. */
	undecodable: Undecodable | null;
	/** Why the text may be wrong, in words; null if there is no doubt. */
	doubt: string | null;
}

/** Where bytes are no text. */
interface Undecodable {
	/** The position in the text of the first U+FFFD that stands for them, in UTF-16 units. */
	at: number;
	/** The position of the first such byte, from 0; null outside of UTF-8. */
	byte: number | null;
	/** The bytes there, at most four, such as `E9 20`; empty outside of UTF-8. */
	bytes: string;
}

const MARKS: readonly (readonly [bytes: readonly number[], charset: string])[] = [
	[[0xef, 0xbb, 0xbf], 'utf-8'],
	[[0xfe, 0xff], 'utf-16be'],
	[[0xff, 0xfe], 'utf-16le']
];

/** What XML and JSON can begin with: all of ASCII. */
const BEGINNINGS = '<[{"-0123456789tfn \t\r\n';

/**
 * Returns what the first bytes of XML or JSON cannot but be, where nothing marks them: appendix F of XML
 * 1.0, section 3 of RFC 4627. Null for bytes that show nothing.
 */
function shownBy([first = 0, second = 0, third = 0, fourth = 0]: Uint8Array): string | null {
	const begins = (byte: number) => byte > 0 && BEGINNINGS.includes(String.fromCharCode(byte));
	if (begins(first) && second === 0) return third === 0 && fourth === 0 ? null : 'utf-16le';
	if (first === 0 && begins(second)) return 'utf-16be';
	return begins(first) && second < 0x80 ? 'one byte' : null;
}

/** Returns the charset that the first bytes prove if it is not the one named; else null. */
function shownInstead(bytes: Uint8Array, said: string): string | null {
	const shown = shownBy(bytes);
	if (shown === 'one byte') return said.startsWith('utf-16') ? 'utf-8' : null;
	return shown === said ? null : shown;
}

/** A parameter of a Content-Type: RFC 9110, section 5.6.6. */
const PARAMETER = /;\s*([^\s;="]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)/g;

/** Returns the charset that a Content-Type names, without quotes; null for none. */
export function charsetIn(contentType: string | null): string | null {
	for (const [, name = '', value = ''] of (contentType ?? '').matchAll(PARAMETER)) {
		if (name.toLowerCase() === 'charset') return value.replaceAll('"', '').trim() || null;
	}
	return null;
}

/** The longest XML declaration, in bytes. */
const DECLARATION = 200;

function decoderOf(charset: string): TextDecoder | null {
	try {
		return new TextDecoder(charset);
	} catch {
		return null;
	}
}

/** Returns the encoding in an XML declaration at the very beginning; null for none. */
function declaredIn(bytes: Uint8Array): string | null {
	const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION));
	return /^<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(beginning)?.[1] ?? null;
}

function isWhole(bytes: Uint8Array, charset: string): boolean {
	try {
		new TextDecoder(charset, { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}

const hex = (bytes: Uint8Array) =>
	[...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');

/** How many bytes follow a leading byte of UTF-8, and between what the first of them lies: RFC 3629. */
function followers(lead: number): readonly [count: number, least: number, most: number] {
	if (lead >= 0xc2 && lead <= 0xdf) return [1, 0x80, 0xbf];
	if (lead === 0xe0) return [2, 0xa0, 0xbf];
	if (lead === 0xed) return [2, 0x80, 0x9f];
	if (lead >= 0xe1 && lead <= 0xef) return [2, 0x80, 0xbf];
	if (lead === 0xf0) return [3, 0x90, 0xbf];
	if (lead >= 0xf1 && lead <= 0xf3) return [3, 0x80, 0xbf];
	return lead === 0xf4 ? [3, 0x80, 0x8f] : [0, 0, 0];
}

/** The position of the first byte that is no UTF-8; -1 for none. */
function firstInvalid(bytes: Uint8Array): number {
	const isFollower = (at: number, least = 0x80, most = 0xbf) => {
		const byte = bytes[at] ?? 0;
		return byte >= least && byte <= most;
	};
	for (let at = 0; at < bytes.length;) {
		if ((bytes[at] ?? 0) < 0x80) {
			at++;
			continue;
		}
		const [count, least, most] = followers(bytes[at] ?? 0);
		if (count === 0 || !isFollower(at + 1, least, most)) return at;
		for (let more = 2; more <= count; more++) if (!isFollower(at + more)) return at;
		at += count + 1;
	}
	return -1;
}

function undecodableIn(bytes: Uint8Array, charset: string, text: string): Undecodable | null {
	if (!text.includes('\uFFFD') || isWhole(bytes, charset)) return null;
	const byte = charset === 'utf-8' ? firstInvalid(bytes) : -1;
	if (byte < 0) return { at: text.indexOf('\uFFFD'), byte: null, bytes: '' };
	const before = new TextDecoder().decode(bytes.subarray(0, byte));
	return { at: before.length, byte, bytes: hex(bytes.subarray(byte, byte + 4)) };
}

/**
 * Decodes a body. What its bytes show counts most, a byte order mark or UTF-16 without one, then the
 * charset of the Content-Type, then that of an XML declaration; the default is UTF-8. Throws nothing: an
 * unknown charset is read as UTF-8, invalid bytes become U+FFFD, and `doubt` says so.
 */
export function decode(bytes: Uint8Array, contentType: string | null): Decoded {
	const mark = MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1];
	const given = charsetIn(contentType);
	const declared = declaredIn(mark === 'utf-8' ? bytes.subarray(3) : bytes);
	const [named, by]: [string, Decoded['namedBy']] =
		given !== null
			? [given, 'Content-Type']
			: declared !== null
				? [declared, 'XML declaration']
				: ['utf-8', 'nothing'];
	const decoder = decoderOf(named);
	const said = decoder?.encoding ?? 'utf-8';
	const shown = mark ? null : shownInstead(bytes, said);
	const charset = mark ?? shown ?? said;
	const text = new TextDecoder(charset).decode(bytes);
	const undecodable = undecodableIn(bytes, charset, text);
	const known = { text, charset, marked: mark !== undefined, declared, undecodable };
	if (!mark && !shown && !decoder) {
		return {
			...known,
			namedBy: 'nothing',
			doubt: `The ${by} names the charset “${named}”, which no browser knows; the text is read as UTF-8.`
		};
	}
	const namedBy = mark ? 'byte order mark' : shown ? 'first bytes' : by;
	const other = namedBy === 'Content-Type' && declared && decoderOf(declared)?.encoding;
	const doubt = undecodable
		? `Some bytes are no ${charset}; each stands as “\uFFFD”.`
		: shown && by !== 'nothing'
			? `The ${by} says ${named}, but the first bytes are ${charset}; the text is read so.`
			: other && other !== charset
				? `The Content-Type says ${charset}, the XML declaration ${declared}; the Content-Type wins.`
				: null;
	return { ...known, namedBy, doubt };
}
