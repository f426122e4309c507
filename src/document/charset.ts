// How bytes become text: RFC 7303 for XML, RFC 8259 for JSON. The bytes stay the truth.

/** A text and how it was read from bytes. */
export interface Decoded {
	text: string;
	/** The charset's name as the Encoding Standard writes it, such as `utf-8`. */
	charset: string;
	/** What names the charset; nothing does where it is UTF-8 because all else is silent. */
	namedBy: 'byte order mark' | 'Content-Type' | 'XML declaration' | 'nothing';
	/** Why the text may not be what was meant, in words; null where it is sure. */
	doubt: string | null;
}

const MARKS: readonly (readonly [bytes: readonly number[], charset: string])[] = [
	[[0xef, 0xbb, 0xbf], 'utf-8'],
	[[0xfe, 0xff], 'utf-16be'],
	[[0xff, 0xfe], 'utf-16le']
];

/** How far into a document its XML declaration may reach. */
const DECLARATION = 200;

function decoderOf(charset: string): TextDecoder | null {
	try {
		return new TextDecoder(charset);
	} catch {
		return null;
	}
}

/** The encoding that an XML declaration at the very beginning names. */
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
 * Decodes a body. A byte order mark wins over the Content-Type's charset, that over an XML
 * declaration's, and UTF-8 stands in for all. Never throws: a charset nobody knows is read as
 * UTF-8, bytes that do not fit become U+FFFD, and `doubt` says so.
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
