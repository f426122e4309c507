/** The longest line that fits on paper before it is cut. */
const WIDEST = 400;

/** The beginning of a text, and how many lines and characters were left out. */
export interface Trimmed {
	text: string;
	lines: number;
}

/** The first `most` lines of a text, each cut where it is very long, with a mark at every cut. */
export function trimmed(text: string, most: number): Trimmed {
	const lines = text.replace(/\n+$/, '').split('\n');
	const shown = lines
		.slice(0, most)
		.map((line) =>
			line.length > WIDEST
				? `${line.slice(0, WIDEST)} … [${line.length - WIDEST} more characters]`
				: line
		);
	return { text: shown.join('\n'), lines: Math.max(0, lines.length - most) };
}
