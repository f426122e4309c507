/** A part of a line, in UTF-16 units from its beginning. */
export interface LinePart {
	from: number;
	to: number;
}

/** One field on a line of its own: what stands before its value, the value, and what closes it. */
const XML_FIELD = /^(\s*<[^<>]+>)([^<>]*)(<\/[^<>]+>)$/;
const JSON_FIELD = /^(\s*"(?:[^"\\]|\\.)*": )(\S+)()$/;

/** Longer lines are not looked at. */
const LONGEST = 2_000;

/**
 * Returns the parts of a line that are better not broken: a closing tag, and a value without spaces.
 * So a line breaks before its closing tag, else at spaces.
 */
export function unbrokenIn(line: string): LinePart[] {
	const [, before, value, closing] =
		(line.length <= LONGEST && (XML_FIELD.exec(line) ?? JSON_FIELD.exec(line))) || [];
	if (before === undefined || value === undefined || closing === undefined) return [];
	const [from, to] = [before.length, before.length + value.length];
	return [
		...(value !== '' && !/\s/.test(value) ? [{ from, to }] : []),
		...(closing === '' ? [] : [{ from: to, to: to + closing.length }])
	];
}
