/** How long the page works at a stretch, in milliseconds, before it does other work. */
const STRETCH = 12;

/** After a stretch shorter than this, in milliseconds, no pause is needed. */
const SHORT = 4;

/** Yielded before a step that cannot be divided and may take longer than a stretch. */
const LONG_STEP = 'long step';

/** Work that yields now and then, with `'long step'` before what needs a task of its own. */
export type Steps<Result> = Generator<unknown, Result, void>;

/** Works for one stretch, up to a long step; returns the result, or null if there is more to do. */
export function firstStretch<Result>(steps: Steps<Result>): { result: Result } | null {
	const until = performance.now() + STRETCH;
	do {
		const step = steps.next();
		if (step.done) return { result: step.value };
		if (step.value === LONG_STEP) return null;
	} while (performance.now() < until);
	return null;
}

/** Lets the page draw and answer; what follows is a task of its own. */
export const pause = () => new Promise((resume) => setTimeout(resume));

/**
 * Works in stretches, each in a task of its own, so that the page goes on answering meanwhile; after a
 * long last one the result comes in another task. Resolves to null once `signal` aborts, and to `late`
 * once it took more than `limit` milliseconds.
 */
export async function inStretches<Result>(
	steps: Steps<Result>,
	signal: AbortSignal,
	limit: number
): Promise<{ result: Result } | 'late' | null> {
	const end = performance.now() + limit;
	for (;;) {
		await pause();
		if (signal.aborted) return null;
		const begun = performance.now();
		const done = firstStretch(steps);
		const now = performance.now();
		if (done && now - begun > SHORT) await pause();
		if (done) return signal.aborted ? null : done;
		if (now > end) return 'late';
	}
}
