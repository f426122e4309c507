// Characters that a person does not see, or takes for others: the reader compares by what is seen, a
// server by what is there.

/** What cannot be seen, but for the blanks and line breaks that people type. */
const UNSEEN =
	/(?![\t\n\r])[\p{Cf}\p{Cc}\p{DI}\p{Zl}\p{Zp}\u00A0\u2000-\u200A\u202F\u205F\u2800\u3000]/gu;

/**
 * Unseen characters where writing needs them: in emoji, after the letter whose form they choose, and
 * between letters of scripts that join.
 */
const AT_HOME = [
	/\u{1F3F4}[\u{E0030}-\u{E007A}]+\u{E007F}/u,
	/[#*0-9]\uFE0F\u20E3/u,
	/\p{ExtPict}[\uFE0F\p{EMod}]?(?:\u200D\p{ExtPict}[\uFE0F\p{EMod}]?)*/u,
	/(?!\p{Script=Latin})[\p{L}\p{M}\p{S}][\u180B-\u180D\uFE00-\uFE0F\u{E0100}-\u{E01EF}](?!\p{VS})/u,
	/(?!\p{Script=Latin})[\p{L}\p{M}][\u200C\u200D](?=(?!\p{Script=Latin})[\p{L}\p{M}])/u
]
	.map(({ source }) => source)
	.join('|');

const PIECES = new RegExp(`(?:${AT_HOME})|(${UNSEEN.source})`, 'gu');

/** The names of those that are pasted most, as Unicode has them. */
const NAMES: Readonly<Record<string, string>> = {
	'\u00A0': 'NO-BREAK SPACE',
	'\u00AD': 'SOFT HYPHEN',
	'\u2009': 'THIN SPACE',
	'\u200A': 'HAIR SPACE',
	'\u200B': 'ZERO WIDTH SPACE',
	'\u200C': 'ZERO WIDTH NON-JOINER',
	'\u200D': 'ZERO WIDTH JOINER',
	'\u200E': 'LEFT-TO-RIGHT MARK',
	'\u200F': 'RIGHT-TO-LEFT MARK',
	'\u2028': 'LINE SEPARATOR',
	'\u2029': 'PARAGRAPH SEPARATOR',
	'\u202A': 'LEFT-TO-RIGHT EMBEDDING',
	'\u202B': 'RIGHT-TO-LEFT EMBEDDING',
	'\u202C': 'POP DIRECTIONAL FORMATTING',
	'\u202D': 'LEFT-TO-RIGHT OVERRIDE',
	'\u202E': 'RIGHT-TO-LEFT OVERRIDE',
	'\u202F': 'NARROW NO-BREAK SPACE',
	'\u2060': 'WORD JOINER',
	'\u2066': 'LEFT-TO-RIGHT ISOLATE',
	'\u2067': 'RIGHT-TO-LEFT ISOLATE',
	'\u2069': 'POP DIRECTIONAL ISOLATE',
	'\u3000': 'IDEOGRAPHIC SPACE',
	'\uFEFF': 'ZERO WIDTH NO-BREAK SPACE'
};

/** Letters and digits that look like Latin ones. */
const ALIKE: readonly (readonly [script: string, letters: RegExp])[] = [
	['Cyrillic letter', /\p{Script=Cyrillic}/gu],
	['Greek letter', /\p{Script=Greek}/gu],
	['full-width character', /[\uFF01-\uFF5E]/g]
];

const LATIN = /[A-Za-z0-9]/;

/** The number of a character as Unicode writes it: `U+200B`. */
export const codePointOf = (character: string): string =>
	`U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The number of a character and its name, where it is one of those that are pasted most. */
const nameOf = (character: string) => `${codePointOf(character)} ${NAMES[character] ?? ''}`.trim();

/**
 * Names the characters of a code or an identifier that cannot be seen, and those that look like the
 * Latin letters and digits beside them, each once: “U+200B ZERO WIDTH SPACE”, “С (U+0421, a Cyrillic
 * letter)”. Empty for none. Not meant for sentences, in which joiners and other scripts are at home.
 */
export function oddCharacters(text: string): string[] {
	const unseen = (text.match(UNSEEN) ?? []).map(nameOf);
	const alike = LATIN.test(text)
		? ALIKE.flatMap(([script, letters]) =>
				(text.match(letters) ?? []).map(
					(character) => `${character} (${codePointOf(character)}, a ${script})`
				)
			)
		: [];
	return [...new Set([...unseen, ...alike])];
}

/** A stretch of a text, or one character of it that cannot be seen. */
export interface TextPiece {
	text: string;
	/** The number of the unseen character and its name where it has a common one; null for a stretch. */
	unseen: { code: string; name: string } | null;
}

/**
 * Divides a text at the characters that cannot be seen or turn its direction, so that a view can mark
 * each; the pieces joined are the text. Those that emoji and joined scripts need are left in their
 * stretch, and so are typed blanks, tabs and line breaks.
 */
export function splitAtUnseen(text: string): TextPiece[] {
	const pieces: TextPiece[] = [];
	let from = 0;
	for (const { index, 1: character } of text.matchAll(PIECES)) {
		if (character === undefined) continue;
		if (index > from) pieces.push({ text: text.slice(from, index), unseen: null });
		const unseen = { code: codePointOf(character), name: nameOf(character) };
		pieces.push({ text: character, unseen });
		from = index + character.length;
	}
	if (from < text.length) pieces.push({ text: text.slice(from), unseen: null });
	return pieces;
}

/** Returns a text for a sentence, with the number of each unseen character in its place: `a[U+200B]b`. */
export const spellUnseen = (text: string): string =>
	splitAtUnseen(text)
		.map(({ text, unseen }) => (unseen ? `[${unseen.code}]` : text))
		.join('');
