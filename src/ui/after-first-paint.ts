import { whenIdle } from './idle.ts';

/**
 * Resolves once the page has been painted and the browser is idle: the time to load heavy views.
 */
export const afterFirstPaint: Promise<void> = new Promise((resolve) => {
	const go = () => resolve();
	requestAnimationFrame(() => setTimeout(() => whenIdle(go)));
	// A tab in the background is never painted.
	setTimeout(go, 1000);
});
