/** A piece of code, and the page's syntax colour that it has; null for none of its own. */
export type CodeToken = readonly [
	text: string,
	kind: 'name' | 'string' | 'number' | 'quiet' | null
];

/** Longer code, such as one with a large body, is one plain token. */
const LONGEST = 20_000;

/** Remarks, texts, numbers and what is called; the command at the start counts as called. */
const CODE =
	/((?<=^|\s)(?:#|\/\/|::)\s.*$)|("(?:[^"\\\n]|\\.)*"|'[^'\n]*')|(?<![\w.-])(\d+(?:\.\d+)?)(?![\w-])|(^(?<![\s\S])[\w-]+|[A-Za-z_]\w*(?=\())|([\w.-]+|\s+|.)/gm;

/**
 * Divides a code sample, in whichever language, into what is coloured alike. Joined, the pieces are
 * the code.
 */
export function codeTokens(code: string): CodeToken[] {
	if (code.length > LONGEST) return [[code, null]];
	const tokens: CodeToken[] = [];
	for (const [text, remark, string, number, name] of code.matchAll(CODE)) {
		if (remark !== undefined) tokens.push([text, 'quiet']);
		else if (string !== undefined) tokens.push([text, 'string']);
		else if (number !== undefined) tokens.push([text, 'number']);
		else if (name !== undefined) tokens.push([text, 'name']);
		else {
			const last = tokens.at(-1);
			if (last?.[1] === null) tokens[tokens.length - 1] = [last[0] + text, null];
			else tokens.push([text, null]);
		}
	}
	return tokens;
}
