/**
 * Does something once the browser is idle, or after `patience` milliseconds at most; what is returned
 * gives it up.
 */
export function whenIdle(action: () => void, patience = 1000): () => void {
	if ('requestIdleCallback' in window) {
		const task = requestIdleCallback(action, { timeout: patience });
		return () => cancelIdleCallback(task);
	}
	const task = setTimeout(action, 50);
	return () => clearTimeout(task);
}
