/** How many letters differ between two texts, a swap of neighbours counting once. */
function distanceOf(a: string, b: string): number {
	let before: number[] = [];
	let row = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			next[j] = Math.min(
				(row[j] ?? 0) + 1,
				(next[j - 1] ?? 0) + 1,
				(row[j - 1] ?? 0) + (same ? 0 : 1),
				swapped ? (before[j - 2] ?? 0) + 1 : Infinity
			);
		}
		[before, row] = [row, next];
	}
	return row[b.length] ?? 0;
}

/** Longer texts are no misspelt names. */
const LONGEST = 60;

/**
 * The name that was probably meant: the nearest one if at most a third of its letters differ, upper
 * and lower case being the same; null where none is near.
 */
export function didYouMean(text: string, names: readonly string[]): string | null {
	if (text.length > LONGEST) return null;
	const ranked = names
		.map((name) => ({ name, distance: distanceOf(text.toLowerCase(), name.toLowerCase()) }))
		.sort((a, b) => a.distance - b.distance);
	const [nearest] = ranked;
	return nearest && nearest.distance <= Math.max(1, nearest.name.length / 3) ? nearest.name : null;
}
