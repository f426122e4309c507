// A text as a literal of each language. Pasted into that language, every one of them must give the
// text back to the last character, whatever quotes, dollars, percents or controls it holds.

/** Writes a text as a literal. */
export type Literal = (text: string) => string;

/** Controls, and marks that hide or turn round the text after them: code must show all it holds. */
const UNSEEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const hex = (character: string) => character.charCodeAt(0).toString(16);
const fourDigits = (character: string) => `\\u${hex(character).padStart(4, '0')}`;
const braces = (character: string) => `\\u{${hex(character)}}`;

/** A literal between quotes, with backslashes before what is `special` and escapes for the unseen. */
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

/** JavaScript, between single quotes. */
export const javascript: Literal = singleQuoted;

/** Python 3 `str`, between single quotes. */
export const python: Literal = singleQuoted;

/** Java, between double quotes. */
export const java: Literal = doubleQuoted;

/** C#, a regular string. */
export const csharp: Literal = doubleQuoted;

/** Go, an interpreted string. */
export const go: Literal = doubleQuoted;

/** Swift: with every backslash doubled, `\(` interpolates nothing. */
export const swift: Literal = backslashed('"', /[\\"]/g, braces);

/** Kotlin: no `$` is left to interpolate. */
export const kotlin: Literal = backslashed('"', /[\\"$]/g, fourDigits);

const rubyDouble = backslashed('"', /[\\"#]/g, fourDigits);
const phpDouble = backslashed('"', /[\\"$]/g, braces);

/** Ruby: between single quotes where that can be, else double with no `#{` left to interpolate. */
export const ruby: Literal = (text) => (hasUnseen(text) ? rubyDouble : singleQuoted)(text);

/** PHP 7 and later: between single quotes where that can be, else double with no `$` left. */
export const php: Literal = (text) => (hasUnseen(text) ? phpDouble : singleQuoted)(text);

/**
 * Bash and zsh. Line feeds stay between single quotes, where they read best; other controls need
 * `$'…'`, with `!` escaped against history expansion. NUL cannot be in an argument: leave it out.
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
 * PowerShell, which also takes typographic quotes for quotes. Between single quotes where that can
 * be, else between double quotes with backticks.
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
 * One argument at the Windows command prompt, first for the rules by which a C program splits its
 * command line, then for cmd itself. With no quote and no stray `%` inside, plain double quotes do;
 * else every character that cmd looks at gets a `^`, so that cmd never believes itself inside
 * quotes and finds no variable's name between two `%`. For pasting, not for a batch file, where `%`
 * must be doubled. Line ends and NUL cannot be in an argument: leave them out.
 */
export const cmd: Literal = (text) => {
	const argument = `"${text.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')}"`;
	const isPlain = !text.includes('"') && !/%(?![0-9A-F]{2})/.test(text);
	return isPlain ? argument : argument.replace(/[()%!^"<>&|]/g, '^$&');
};

/** A text cut after each line feed, each piece a literal, so that a body reads as it is laid out. */
export const perLine = (text: string, literal: Literal): string[] =>
	(text.match(/[^\n]*\n|[^\n]+$/g) ?? ['']).map(literal);
