/** Settles when no person waits for an answer any more. */
let awaited: Promise<unknown> = Promise.resolve();

/** How long an answer can delay other work, in milliseconds. */
const LONGEST_HOLD = 2000;

/** Delays everything passed to `whenIdle` until `until` settles, two seconds at most. */
export function holdIdle(until: Promise<unknown>): void {
	awaited = Promise.race([
		Promise.allSettled([awaited, until]),
		new Promise((resolve) => setTimeout(resolve, LONGEST_HOLD))
	]);
}

function whenFree(action: () => void, patience: number): () => void {
	if ('requestIdleCallback' in window) {
		const task = requestIdleCallback(action, { timeout: patience });
		return () => cancelIdleCallback(task);
	}
	const task = setTimeout(action, 50);
	return () => clearTimeout(task);
}

/**
 * Does something once no person waits for an answer and the browser is idle; `patience` limits the wait
 * for the browser, in milliseconds. Returns a function that cancels it.
 */
export function whenIdle(action: () => void, patience = 1000): () => void {
	let isCancelled = false;
	let cancel = () => {};
	const wait = async () => {
		const before = awaited;
		await before;
		if (isCancelled) return;
		cancel = whenFree(() => (before === awaited ? action() : void wait()), patience);
	};
	void wait();
	return () => {
		isCancelled = true;
		cancel();
	};
}
