import { whenIdle } from './idle.ts';

/**
 * Resolves once the page has been painted and the browser is idle: the time to load heavy views. Outside
 * a page it never does.
 */
export const afterFirstPaint: Promise<void> = new Promise((resolve) => {
	const go = () => resolve();
	if (typeof document === 'undefined') return;
	requestAnimationFrame(() => setTimeout(() => whenIdle(go)));
	// A tab in the background is never painted.
	setTimeout(go, 1000);
});
