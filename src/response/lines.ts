/** The beginning of a long text. */
export interface Beginning {
	text: string;
	/** How many lines it has. */
	lines: number;
	/** How many the whole text has. */
	of: number;
}

/** As many lines are shown of a text that has many more. */
const FIRST = 2_000;
/** From this number of lines on a text is cut. */
const MANY = 10_000;

/** Returns the first 2,000 lines of a text of more than 10,000; null for any shorter one. */
export function beginningOf(text: string): Beginning | null {
	let lines = 1;
	let end = 0;
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
		if (lines === FIRST) end = at;
		lines++;
	}
	return lines > MANY ? { text: text.slice(0, end), lines: FIRST, of: lines } : null;
}
