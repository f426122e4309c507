/** Where a text was left: more exact than pixels, for lines are as high as the width makes them. */
export interface LeftAt {
	/** The first line of which something is in view, from 0. */
	line: number;
	/** How much of it is above the view, in CSS pixels. */
	above: number;
}

/** Where texts were left, by what keeps how far they are scrolled. */
export const LEFT_AT = new WeakMap<{ scrollTop: number }, LeftAt>();

/** Returns where a text is to be scrolled to; null for its beginning. */
export const leftAt = (kept: { scrollTop: number }): LeftAt | null =>
	kept.scrollTop > 0 ? (LEFT_AT.get(kept) ?? null) : null;
