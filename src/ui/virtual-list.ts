/** Which rows of a long list are drawn: from one, up to but not with another. */
export interface Window {
	from: number;
	to: number;
}

/** Lists up to this long are drawn whole, so that find in page and copying reach all of them. */
export const DRAWN_WHOLE = 200;

/** How many rows beyond the ones in view are drawn on either side. */
const MARGIN = 12;

/**
 * The rows of a list of `count` that are near the view: `scrolled` and `height` in CSS pixels, as
 * is `rowHeight`, the same for every row.
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
 * How far to scroll so that row `at` is in view below `covered` pixels of heading; null if it is
 * there already.
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
 * What keeps the chosen row of a list in view, also when the list gets another height, until a
 * person scrolls away from it. `covered` is the height of the heading over the rows.
 */
export function follower(rowHeight: number, covered = 0) {
	/** The row that was in view when last looked, and the height of the list then. */
	let [seen, height] = [-1, 0];
	return (at: number, view: { scrollTop: number; clientHeight: number }) => {
		const wayTo = (clientHeight: number) =>
			scrollTo(at, rowHeight, { scrollTop: view.scrollTop, clientHeight }, covered);
		const wasLeft = at === seen && wayTo(height) !== null;
		const top = at < 0 || wasLeft ? null : wayTo(view.clientHeight);
		if (top !== null) view.scrollTop = top;
		// A list that is not laid out yet does not scroll: it is tried again.
		if (!wasLeft) seen = wayTo(view.clientHeight) === null ? at : -1;
		height = view.clientHeight;
	};
}

/** How many rows each key goes on in a list; beyond its ends it stays at the last. */
export const STEPS: Readonly<Record<string, number>> = {
	ArrowDown: 1,
	ArrowUp: -1,
	PageDown: 10,
	PageUp: -10,
	Home: -Infinity,
	End: Infinity
};
