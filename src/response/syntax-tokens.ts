import type { Format } from '../georeport/types';

/** A stretch of a line, and how it is coloured: as a token of the page's syntax colours, or plain. */
export type SyntaxToken = readonly [
	text: string,
	kind: 'name' | 'string' | 'number' | 'quiet' | null
];

/** More of a line than anybody scrolls to. */
const LONGEST = 2_000;

const XML =
	/(<!--.*?-->|<\?.*?\?>|<!.*?>)|(<\/?)([^\s<>/]+)([^<>]*?)(\/?>)|(&#?\w+;)|([^<&]+|[<&])/g;
const ATTRIBUTE = /([^\s=]+)(\s*=\s*)("[^"]*"|'[^']*')|(.)/g;
const JSON_ =
	/("(?:[^"\\]|\\.)*")(\s*:)|("(?:[^"\\]|\\.)*"?)|(-?\d[\d.eE+-]*|true|false|null)|([{}[\],:\s]+)|(.)/g;

/** Divides one line of XML or JSON into what is coloured alike; any other text is one plain token. */
export function tokensOf(line: string, format: Format | null): SyntaxToken[] {
	const text = line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
	const tokens: SyntaxToken[] = [];
	if (format === 'xml') {
		for (const [, quiet, open, name, rest, close, entity, plain] of text.matchAll(XML)) {
			if (quiet !== undefined) tokens.push([quiet, 'quiet']);
			else if (entity !== undefined) tokens.push([entity, 'string']);
			else if (plain !== undefined) tokens.push([plain, null]);
			else {
				tokens.push([open ?? '', 'quiet'], [name ?? '', 'name']);
				for (const [, attribute, sign, value, other] of (rest ?? '').matchAll(ATTRIBUTE)) {
					if (other !== undefined) tokens.push([other, 'quiet']);
					else
						tokens.push([attribute ?? '', 'name'], [sign ?? '', 'quiet'], [value ?? '', 'string']);
				}
				tokens.push([close ?? '', 'quiet']);
			}
		}
		return tokens;
	}
	if (format === null) return [[text, null]];
	for (const [, name, colon, string, number, quiet, other] of text.matchAll(JSON_)) {
		if (name !== undefined) tokens.push([name, 'name'], [colon ?? '', 'quiet']);
		else if (string !== undefined) tokens.push([string, 'string']);
		else if (number !== undefined) tokens.push([number, 'number']);
		else if (quiet !== undefined) tokens.push([quiet, 'quiet']);
		else tokens.push([other ?? '', null]);
	}
	return tokens;
}
