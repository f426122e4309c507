// Characters that a person does not see, or takes for others: the reader compares by what is seen, a
// server by what is there.

/**
 * What cannot be seen, or has no sign of its own in Unicode (private use, halves of a character), but for
 * the blanks and line breaks that people type.
 */
export const UNSEEN =
	/(?![\t\n\r])[\p{Cf}\p{Cc}\p{Co}\p{Cs}\p{DI}\p{Zl}\p{Zp}\u00A0\u2000-\u200A\u202F\u205F\u2800\u3000]/gu;

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
export const nameOfCharacter = (character: string) =>
	`${codePointOf(character)} ${NAMES[character] ?? ''}`.trim();

/**
 * Names the characters of a code or an identifier that cannot be seen, and those that look like the
 * Latin letters and digits beside them, each once: “U+200B ZERO WIDTH SPACE”, “С (U+0421, a Cyrillic
 * letter)”. Empty for none. Not meant for sentences, in which joiners and other scripts are at home.
 */
export function oddCharacters(text: string): string[] {
	const unseen = (text.match(UNSEEN) ?? []).map(nameOfCharacter);
	const alike = LATIN.test(text)
		? ALIKE.flatMap(([script, letters]) =>
				(text.match(letters) ?? []).map(
					(character) => `${character} (${codePointOf(character)}, a ${script})`
				)
			)
		: [];
	return [...new Set([...unseen, ...alike])];
}
