/** The arrow keys that move back and on in a row or a column of controls. */
const ARROWS = {
	row: ['ArrowLeft', 'ArrowRight'],
	column: ['ArrowUp', 'ArrowDown']
} as const;

/**
 * The index that a key moves the focus to, from `index` in a row or column of `count` controls. It
 * goes round at both ends. Null if the key moves nothing, or there is nothing to move to.
 */
export function indexAfterKey(
	key: string,
	index: number,
	count: number,
	direction: keyof typeof ARROWS
): number | null {
	if (count === 0) return null;
	if (key === 'Home') return 0;
	if (key === 'End') return count - 1;
	const [back, on] = ARROWS[direction];
	if (key !== back && key !== on) return null;
	return (index + (key === on ? 1 : count - 1)) % count;
}

/**
 * The index of the next label after `index` that begins with a letter, going round; null if none
 * does, or if the key is not a single character.
 */
export function indexAfterLetter(
	key: string,
	index: number,
	labels: readonly string[]
): number | null {
	if ([...key].length !== 1 || key === ' ') return null;
	const letter = key.toLowerCase();
	for (let step = 1; step <= labels.length; step++) {
		const at = (index + step) % labels.length;
		if (labels[at]?.toLowerCase().startsWith(letter)) return at;
	}
	return null;
}
