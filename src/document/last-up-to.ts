/** The index of the last of `count` ascending numbers that is not above a limit; -1 for none. */
export function lastUpTo(
	count: number,
	limit: number,
	numberAt: (index: number) => number
): number {
	let [low, high] = [0, count];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (numberAt(middle) <= limit) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}
