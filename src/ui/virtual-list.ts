/** The rows of a long list to render: from `from` up to, but not including, `to`. */
export interface Window {
	from: number;
	to: number;
}

/** Lists up to this long are drawn whole, so that find in page and copying reach all of them. */
export const DRAWN_WHOLE = 200;

/** How many rows are rendered beyond those in view, on either side. */
const MARGIN = 12;

/**
 * Returns the rows near the view of a list of `count` rows. `scrolled`, `height` and `rowHeight`,
 * which is the same for every row, are in CSS pixels.
 */
export function windowOf(
	count: number,
	scrolled: number,
	height: number,
	rowHeight: number
): Window {
	if (count <= DRAWN_WHOLE) return { from: 0, to: count };
	const first = Math.floor(Math.max(0, scrolled) / rowHeight) - MARGIN;
	const last = Math.ceil((Math.max(0, scrolled) + height) / rowHeight) + MARGIN;
	const from = Math.max(0, Math.min(first, count - 1));
	return { from, to: Math.max(from, Math.min(count, last)) };
}

/**
 * Returns the scroll position that brings row `at` into view below a heading of `covered` pixels;
 * null if it is in view.
 */
export function scrollTo(
	at: number,
	rowHeight: number,
	view: { scrollTop: number; clientHeight: number },
	covered = 0
): number | null {
	const top = at * rowHeight;
	if (top < view.scrollTop) return top;
	const bottom = top + rowHeight + covered;
	return bottom > view.scrollTop + view.clientHeight ? bottom - view.clientHeight : null;
}

/**
 * Returns a function that keeps the selected row of a list in view, also when the height of the
 * list changes, until the user scrolls away. `covered` is the height of the heading above the rows,
 * in CSS pixels.
 */
export function follower(rowHeight: number, covered = 0) {
	/** The row that was in view at the last call, and the height of the list then. */
	let [seen, height] = [-1, 0];
	return (at: number, view: { scrollTop: number; clientHeight: number }) => {
		const wayTo = (clientHeight: number) =>
			scrollTo(at, rowHeight, { scrollTop: view.scrollTop, clientHeight }, covered);
		const wasLeft = at === seen && wayTo(height) !== null;
		const top = at < 0 || wasLeft ? null : wayTo(view.clientHeight);
		if (top !== null) view.scrollTop = top;
		// A list without layout does not scroll, so the next call tries again.
		if (!wasLeft) seen = wayTo(view.clientHeight) === null ? at : -1;
		height = view.clientHeight;
	};
}

/** How many rows each key moves in a list; the selection stops at the ends. */
export const STEPS: Readonly<Record<string, number>> = {
	ArrowDown: 1,
	ArrowUp: -1,
	PageDown: 10,
	PageUp: -10,
	Home: -Infinity,
	End: Infinity
};
