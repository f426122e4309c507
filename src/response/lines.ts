import { withCommas } from '../http/summary';

/** The beginning of a long text. */
export interface Beginning {
	text: string;
	/** How much it is, in words: `2,000`. */
	first: string;
	/** How much the whole text is, with the unit: `12,345 lines`. */
	of: string;
}

/** As many lines are shown of a text that has many more. */
const FIRST = 2_000;
/** From this number of lines on a text is cut. */
const MANY = 10_000;

/** As many UTF-16 units are shown of a text that is longer than `LONG`, though of few lines. */
const FIRST_UNITS = 1_000_000;
const LONG = 20_000_000;

/**
 * Returns the first 2,000 lines of a text of more than 10,000, or the first million characters of more
 * than 20 million; null for any shorter one.
 */
export function beginningOf(text: string): Beginning | null {
	let lines = 1;
	let end = 0;
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
		if (lines === FIRST) end = at;
		lines++;
	}
	const byLines = lines > MANY && end <= LONG;
	if (byLines) {
		return { text: text.slice(0, end), first: withCommas(FIRST), of: `${withCommas(lines)} lines` };
	}
	if (text.length <= LONG) return null;
	const of = `${withCommas(text.length)} characters`;
	return { text: text.slice(0, FIRST_UNITS), first: withCommas(FIRST_UNITS), of };
}
