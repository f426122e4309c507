/** How long something is waited for, in milliseconds: it may have to be loaded first. */
const PATIENCE = 5000;

/** Puts the focus on the first visible element that a selector finds, once there is one. */
export function focusWhenThere(selector: string): void {
	const end = performance.now() + PATIENCE;
	const look = () => {
		const found = [...document.querySelectorAll<HTMLElement>(selector)];
		const element = found.find((each) => each.checkVisibility());
		if (element) element.focus();
		else if (performance.now() < end) requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
}
