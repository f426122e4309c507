// Where a text stops being JSON. JavaScript engines do not agree on telling it, and often do not.

const TOKEN =
	// eslint-disable-next-line no-control-regex
	/[ \t\n\r]*(?:([[\]{},:])|("(?:[^"\\\0-\x1f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

type Wants = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end';

/** The offset of the first character that cannot stand where it does; its length for valid JSON. */
export function endOfJson(source: string): number {
	const open: string[] = [];
	let wants: Wants = 'value';
	let done = 0;
	while (done < source.length) {
		TOKEN.lastIndex = done;
		const match = TOKEN.exec(source);
		if (match === null) break;
		const [whole, mark, string] = match;
		const next = after(wants, mark ?? (string === undefined ? 'scalar' : 'string'), open);
		if (next === null) return done + whole.length - whole.trimStart().length;
		wants = next;
		done += whole.length;
	}
	return done + (/^[ \t\n\r]*/.exec(source.slice(done))?.[0].length ?? 0);
}

/** What is wanted after a token, or null if it is out of place; `open` holds the open brackets. */
function after(wants: Wants, token: string, open: string[]): Wants | null {
	const inside = open.at(-1);
	if (wants === ':') return token === ':' ? 'value' : null;
	if (wants === 'key' || wants === 'key or }') {
		if (token === 'string') return ':';
		if (token !== '}' || wants === 'key') return null;
	} else if (wants === ', or end') {
		if (token === ',' && inside) return inside === '[' ? 'value' : 'key';
		if (token !== (inside === '[' ? ']' : '}') || !inside) return null;
	} else if (token === '[' || token === '{') {
		open.push(token);
		return token === '[' ? 'value or ]' : 'key or }';
	} else if (token === 'string' || token === 'scalar') {
		return ', or end';
	} else if (token !== ']' || wants === 'value') {
		return null;
	}
	open.pop();
	return ', or end';
}
