/** Does something once the browser is idle, or after a second at most; what is returned gives it up. */
export function whenIdle(action: () => void): () => void {
	if ('requestIdleCallback' in window) {
		const task = requestIdleCallback(action, { timeout: 1000 });
		return () => cancelIdleCallback(task);
	}
	const task = setTimeout(action, 50);
	return () => clearTimeout(task);
}
