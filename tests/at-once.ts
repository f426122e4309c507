/** Returns the result of work that rests now and then, without the rests. */
export function atOnce<Result>(steps: Generator<unknown, Result, void>): Result {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}
