/** How long something is waited for, in milliseconds: it may have to be loaded first. */
const PATIENCE = 5000;

/**
 * Puts the focus on the first visible element that is found, once there is one; not if a person presses
 * a key or the pointer before that. `find` is a selector, or a function that is called in each frame.
 */
export function focusWhenThere(find: string | (() => Iterable<HTMLElement>)): void {
	const end = performance.now() + PATIENCE;
	const over = new AbortController();
	const listening = { capture: true, signal: over.signal };
	for (const type of ['keydown', 'pointerdown']) {
		window.addEventListener(type, () => over.abort(), listening);
	}
	const look = () => {
		if (over.signal.aborted) return;
		const found = typeof find === 'string' ? document.querySelectorAll<HTMLElement>(find) : find();
		const element = [...found].find((each) => each.checkVisibility());
		element?.focus();
		if (element || performance.now() > end) over.abort();
		else requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
}
