/** How long the page works at a stretch, in milliseconds, before it does other work. */
const STRETCH = 12;

/** Work that yields now and then. */
export type Steps<Result> = Generator<unknown, Result, void>;

/** Works for one stretch; returns the result, or null if there is more to do. */
export function firstStretch<Result>(steps: Steps<Result>): { result: Result } | null {
	const until = performance.now() + STRETCH;
	do {
		const step = steps.next();
		if (step.done) return { result: step.value };
	} while (performance.now() < until);
	return null;
}

/**
 * Works in stretches, so that the page goes on answering meanwhile. Resolves to null once `signal`
 * aborts, and to `late` once it took more than `limit` milliseconds.
 */
export async function inStretches<Result>(
	steps: Steps<Result>,
	signal: AbortSignal,
	limit: number
): Promise<{ result: Result } | 'late' | null> {
	const end = performance.now() + limit;
	while (!signal.aborted) {
		const done = firstStretch(steps);
		if (done) return done;
		if (performance.now() > end) return 'late';
		await new Promise((resume) => setTimeout(resume));
	}
	return null;
}
