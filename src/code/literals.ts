// Writes a text as a literal of each language. Each literal evaluates to the same text, character
// for character, whatever quotes, dollar signs, percent signs or control characters it contains.

/** Returns a text as a literal. */
export type Literal = (text: string) => string;

/** Control characters, and marks that hide or reverse the text after them. Code must show them. */
const UNSEEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const hex = (character: string) => character.charCodeAt(0).toString(16);
const fourDigits = (character: string) => `\\u${hex(character).padStart(4, '0')}`;
const braces = (character: string) => `\\u{${hex(character)}}`;

/**
 * Makes a writer for quoted literals that puts a backslash before `special` characters and escapes
 * invisible ones.
 */
const backslashed =
	(quote: string, special: RegExp, escape: (character: string) => string): Literal =>
	(text) =>
		quote +
		text
			.replace(special, '\\$&')
			.replace(UNSEEN, (character) => NAMED[character] ?? escape(character)) +
		quote;

const singleQuoted = backslashed("'", /[\\']/g, fourDigits);
const doubleQuoted = backslashed('"', /[\\"]/g, fourDigits);
const hasUnseen = (text: string) => text.search(UNSEEN) >= 0;

/** JavaScript, in single quotes. */
export const javascript: Literal = singleQuoted;

/** Python 3 `str`, in single quotes. */
export const python: Literal = singleQuoted;

/** Java, in double quotes. */
export const java: Literal = doubleQuoted;

/** C#, as a regular string. */
export const csharp: Literal = doubleQuoted;

/** Go, as an interpreted string. */
export const go: Literal = doubleQuoted;

/** Swift. Every backslash is doubled, so that `\(` does not interpolate. */
export const swift: Literal = backslashed('"', /[\\"]/g, braces);

/** Kotlin. Every `$` is escaped, so that nothing is interpolated. */
export const kotlin: Literal = backslashed('"', /[\\"$]/g, fourDigits);

const rubyDouble = backslashed('"', /[\\"#]/g, fourDigits);
const phpDouble = backslashed('"', /[\\"$]/g, braces);

/** Ruby: single quotes if possible, otherwise double quotes with `#` escaped. */
export const ruby: Literal = (text) => (hasUnseen(text) ? rubyDouble : singleQuoted)(text);

/** PHP 7 and later: single quotes if possible, otherwise double quotes with `$` escaped. */
export const php: Literal = (text) => (hasUnseen(text) ? phpDouble : singleQuoted)(text);

/**
 * Bash and zsh. Line feeds stay as they are between single quotes; other control characters need
 * `$'…'`, with `!` escaped against history expansion. An argument cannot contain NUL: remove it
 * first.
 */
export const bash: Literal = (text) => {
	if (!hasUnseen(text.replaceAll('\n', ''))) return `'${text.replaceAll("'", "'\\''")}'`;
	const utf8 = (character: string) =>
		Array.from(
			new TextEncoder().encode(character),
			(byte) => `\\${byte.toString(8).padStart(3, '0')}`
		).join('');
	return `$${backslashed("'", /[\\']/g, utf8)(text).replaceAll('!', '\\041')}`;
};

/**
 * PowerShell, which also reads typographic quotes as quotes: single quotes if possible, otherwise
 * double quotes with backticks.
 */
export const powershell: Literal = (text) => {
	if (!hasUnseen(text)) return `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
	const named: Record<string, string> = { '\n': '`n', '\r': '`r', '\t': '`t' };
	const escaped = text
		.replace(/[`$"\u201c-\u201e]/g, '`$&')
		.replace(UNSEEN, (character) => named[character] ?? `$([char]0x${hex(character)})`);
	return `"${escaped}"`;
};

/**
 * One argument at the Windows command prompt, quoted for the rules by which C programs split their
 * command line, and then for cmd. Plain double quotes do if there is no quote and no single `%`
 * inside; otherwise every character that is special to cmd gets a `^`, so that cmd neither sees
 * quotes nor a variable's name between two `%`. For pasting; in a batch file, also double every
 * `%`. An argument cannot contain line ends or NUL: remove them first.
 */
export const cmd: Literal = (text) => {
	const argument = `"${text.replace(/(?<!\\)(\\*)"/g, '$1$1\\"').replace(/(?<!\\)\\+$/, '$&$&')}"`;
	const isPlain = !text.includes('"') && !/%(?![0-9A-F]{2})/.test(text);
	return isPlain ? argument : argument.replace(/[()%!^"<>&|]/g, '^$&');
};

/** Splits a text after each line feed and returns each line as a literal. */
export const perLine = (text: string, literal: Literal): string[] =>
	(text.match(/[^\n]*\n|[^\n]+$/g) ?? ['']).map(literal);
