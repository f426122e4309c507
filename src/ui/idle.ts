/** What a person waits for; whatever waits for an idle browser waits for it, too. */
let awaited: Promise<unknown> = Promise.resolve();

/** How long that may be, in milliseconds. */
const AT_MOST = 2000;

/** Lets nothing begin for want of other work until this has settled, for a person waits for it. */
export function holdIdle(until: Promise<unknown>): void {
	awaited = Promise.race([
		Promise.allSettled([awaited, until]),
		new Promise((resolve) => setTimeout(resolve, AT_MOST))
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
 * Does something once the browser is idle, or after `patience` milliseconds, and at first once no person
 * waits for an answer; what is returned gives it up.
 */
export function whenIdle(action: () => void, patience = 1000): () => void {
	let isGivenUp = false;
	let giveUp = () => {};
	const wait = async () => {
		const before = awaited;
		await before;
		if (isGivenUp) return;
		giveUp = whenFree(() => (before === awaited ? action() : void wait()), patience);
	};
	void wait();
	return () => {
		isGivenUp = true;
		giveUp();
	};
}
