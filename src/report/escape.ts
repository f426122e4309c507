// How text that somebody else wrote goes into a report, so that it cannot break it.

/** Escapes text for XML 1.0, for contents and attributes; U+FFFD stands for what XML forbids. */
export const xmlText = (text: string): string =>
	text
		.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll('\n', '&#10;');

/**
 * Returns text as one line in which a terminal finds nothing to obey: control characters, those that
 * turn the direction of writing, and halves of a character are written as `\u{1B}`.
 */
export const oneLine = (text: string): string =>
	text
		.replace(/\s+/g, ' ')
		.trim()
		.replace(
			/[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu,
			(character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`
		);

/** Escapes text for Markdown, as one line that also fits into a cell of a table. */
export const markdownText = (text: string): string =>
	oneLine(text).replace(/[\\|`*_~&<>[\]]/g, '\\$&');
