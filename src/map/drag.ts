import type { Spot } from './camera.ts';

/**
 * Follows a pointer that was pressed on an element until it is let go: `onmove` is told how far it
 * has come since, in CSS pixels, and `onend` where it ended, or null if the browser took it away.
 */
export function drag(
	event: PointerEvent,
	onmove: (by: Spot) => void,
	onend: (by: Spot | null) => void
) {
	const element = event.currentTarget;
	if (!(element instanceof Element) || event.button !== 0) return;
	event.preventDefault();
	event.stopPropagation();
	element.setPointerCapture(event.pointerId);
	const leaving = new AbortController();
	const by = (next: PointerEvent): Spot => ({
		x: next.clientX - event.clientX,
		y: next.clientY - event.clientY
	});
	const listen = (name: string, then: (event: PointerEvent) => void) =>
		element.addEventListener(name, (next) => then(next as PointerEvent), {
			signal: leaving.signal
		});
	listen('pointermove', (next) => onmove(by(next)));
	listen('pointerup', (next) => {
		leaving.abort();
		onend(by(next));
	});
	listen('pointercancel', () => {
		leaving.abort();
		onend(null);
	});
}
