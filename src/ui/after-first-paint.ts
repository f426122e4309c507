import { whenIdle } from './idle.ts';

/** Resolves once the page has been painted; in a tab in the background, that is not, after a while. */
export const firstFrame: Promise<void> = new Promise((resolve) => {
	if (typeof document === 'undefined') return;
	requestAnimationFrame(() => setTimeout(resolve));
	setTimeout(resolve, 1000);
});

/**
 * Resolves once the page has been painted and the browser is idle: the time to load heavy views. Outside
 * a page it never does.
 */
export const afterFirstPaint: Promise<void> = firstFrame.then(
	() => new Promise((resolve) => whenIdle(resolve))
);
