import { whenIdle } from './idle.ts';

/** Resolves after the next frame is painted; after a second in a background tab, which paints none. */
export const nextFrame = (): Promise<void> =>
	new Promise((resolve) => {
		requestAnimationFrame(() => setTimeout(resolve));
		setTimeout(resolve, 1000);
	});

/** Resolves, in a task of its own, once the page has been painted; never outside a page. */
export const firstFrame: Promise<void> = new Promise((resolve) => {
	if (typeof document === 'undefined') return;
	// The page in index.html may have been painted before this script was loaded.
	if (performance.getEntriesByName('first-contentful-paint').length > 0) setTimeout(resolve);
	else void nextFrame().then(resolve);
});

/**
 * Resolves once the page has been painted and the browser is idle: the time to load heavy views. Outside
 * a page it never does.
 */
export const afterFirstPaint: Promise<void> = firstFrame.then(
	() => new Promise((resolve) => whenIdle(resolve))
);
