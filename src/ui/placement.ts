/** The least distance from the edges of the window, and from the button, in px. */
const MARGIN = 8;
const GAP = 4;

/** A size in px. */
interface Size {
	width: number;
	height: number;
}

/** A box in px, from the top left corner of the window. */
export interface Box extends Size {
	left: number;
	top: number;
}

/** Where a panel stands in the window, and how high it may be there, in px. */
export interface Placement {
	left: number;
	top: number;
	maxHeight: number;
}

/**
 * Puts a panel below its anchor, or above it where it does not fit below and there is more room, with
 * the two starting or ending at the same place; always inside the window. `panel` is the size it would
 * like; the higher of the two rooms is all it gets.
 */
export function placeBeside(
	anchor: Box,
	panel: Size,
	view: Size,
	align: 'start' | 'end'
): Placement {
	const bottom = anchor.top + anchor.height;
	const below = view.height - MARGIN - bottom - GAP;
	const above = anchor.top - GAP - MARGIN;
	const isBelow = panel.height <= below || below >= above;
	const maxHeight = Math.max(0, isBelow ? below : above);
	const height = Math.min(panel.height, maxHeight);
	const left = align === 'start' ? anchor.left : anchor.left + anchor.width - panel.width;
	return {
		left: Math.max(MARGIN, Math.min(left, view.width - MARGIN - panel.width)),
		top: isBelow ? bottom + GAP : anchor.top - GAP - height,
		maxHeight
	};
}

/**
 * Keeps a panel beside its anchor until the returned function is called, whatever is shown, resized or
 * scrolled: the panel may be hidden still. Sets `--left`, `--top` and `--max-height` on the panel; its style sheet reads
 * them, and may leave them alone on a narrow screen.
 */
export function keepBeside(
	panel: HTMLElement,
	anchor: HTMLElement,
	align: 'start' | 'end'
): () => void {
	const place = () => {
		const { clientWidth: width, clientHeight: height } = document.documentElement;
		const borders = panel.offsetHeight - panel.clientHeight;
		const wanted = { width: panel.offsetWidth, height: panel.scrollHeight + borders };
		const box = anchor.getBoundingClientRect();
		const placement = placeBeside(box, wanted, { width, height }, align);
		panel.style.setProperty('--left', `${placement.left}px`);
		panel.style.setProperty('--top', `${placement.top}px`);
		panel.style.setProperty('--max-height', `${placement.maxHeight}px`);
	};
	place();
	const observer = new ResizeObserver(place);
	observer.observe(panel);
	window.addEventListener('resize', place);
	window.addEventListener('scroll', place, { capture: true, passive: true });
	return () => {
		observer.disconnect();
		window.removeEventListener('resize', place);
		window.removeEventListener('scroll', place, { capture: true });
	};
}
