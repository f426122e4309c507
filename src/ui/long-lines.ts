/** A longer line, in UTF-16 units, cannot be wrapped without long work. */
export const LONG_LINE = 10_000;

/** Returns the length of a text's longest line, in UTF-16 units. */
export function longestLine(text: string): number {
	let longest = 0;
	for (let from = 0; from < text.length;) {
		const end = text.indexOf('\n', from);
		const to = end < 0 ? text.length : end;
		longest = Math.max(longest, to - from);
		from = to + 1;
	}
	return longest;
}
