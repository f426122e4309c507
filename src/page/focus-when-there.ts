/** How long something is waited for, in milliseconds: it may have to be loaded first. */
const PATIENCE = 5000;

/** Puts the focus on the first element that a selector finds, once there is one to be seen. */
export function focusWhenThere(selector: string): void {
	const end = performance.now() + PATIENCE;
	const look = () => {
		const element = document.querySelector<HTMLElement>(selector);
		if (element?.checkVisibility()) element.focus();
		else if (performance.now() < end) requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
}
