// Decodes bytes to text: RFC 7303 for XML, RFC 8259 for JSON.

/** A text, and how it was decoded. */
export interface Decoded {
	text: string;
	/** The name of the charset in the Encoding Standard, such as `utf-8`. */
	charset: string;
	/** What names the charset; `nothing` for UTF-8 by default. */
	namedBy: 'byte order mark' | 'Content-Type' | 'XML declaration' | 'nothing';
	/** Why the text may be wrong, in words; null if there is no doubt. */
	doubt: string | null;
}

const MARKS: readonly (readonly [bytes: readonly number[], charset: string])[] = [
	[[0xef, 0xbb, 0xbf], 'utf-8'],
	[[0xfe, 0xff], 'utf-16be'],
	[[0xff, 0xfe], 'utf-16le']
];

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

/**
 * Decodes a body. A byte order mark counts most, then the charset of the Content-Type, then that of
 * an XML declaration; the default is UTF-8. Throws nothing: an unknown charset is read as UTF-8,
 * invalid bytes become U+FFFD, and `doubt` says so.
 */
export function decode(bytes: Uint8Array, contentType: string | null): Decoded {
	const marked = MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1];
	const given = /charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? '')?.[1];
	const declared = declaredIn(bytes) ?? undefined;
	const [named, namedBy] = marked
		? ([marked, 'byte order mark'] as const)
		: given
			? ([given, 'Content-Type'] as const)
			: declared
				? ([declared, 'XML declaration'] as const)
				: (['utf-8', 'nothing'] as const);
	const decoder = decoderOf(named);
	if (!decoder) {
		return {
			text: new TextDecoder().decode(bytes),
			charset: 'utf-8',
			namedBy: 'nothing',
			doubt: `The ${namedBy} names the charset “${named}”, which no browser knows; the text is read as UTF-8.`
		};
	}
	const text = decoder.decode(bytes);
	const charset = decoder.encoding;
	const other = namedBy === 'Content-Type' && declared && decoderOf(declared)?.encoding;
	const doubt =
		text.includes('\uFFFD') && !isWhole(bytes, charset)
			? `Some bytes are no ${charset}; each stands as “\uFFFD”.`
			: other && other !== charset
				? `The Content-Type says ${charset}, the XML declaration ${declared}; the Content-Type wins.`
				: null;
	return { text, charset, namedBy, doubt };
}
