/** The longest line that fits on paper, in characters. */
const WIDEST = 400;

/** The start of a text, and how many lines and characters were left out. */
export interface Trimmed {
	text: string;
	lines: number;
}

/** Returns the first `most` lines of a text, with very long lines cut and every cut marked. */
export function firstLines(text: string, most: number): Trimmed {
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
