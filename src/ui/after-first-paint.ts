/**
 * Resolves once the page has been painted and the browser is idle: the time to load heavy views.
 */
export const afterFirstPaint: Promise<void> = new Promise((resolve) => {
	const idle = () =>
		'requestIdleCallback' in window ? requestIdleCallback(go) : setTimeout(go, 50);
	const go = () => resolve();
	requestAnimationFrame(() => setTimeout(idle));
	// A tab in the background is never painted.
	setTimeout(go, 1000);
});
