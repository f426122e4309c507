/** A step of a run, as far as scheduling needs it. */
export interface Scheduled {
	name: string;
	/** Steps that must end before this one. */
	needs?: readonly string[];
	/** No other step may run at the same time. */
	alone?: true;
}

/**
 * Runs each step once, in order as far as possible, at most `lanes` at a time. Rejects if a step
 * does, or if steps wait for each other.
 */
export async function schedule<Step extends Scheduled>(
	steps: readonly Step[],
	lanes: number,
	run: (step: Step) => Promise<void>
): Promise<void> {
	const waiting = [...steps];
	const running = new Map<Step, Promise<void>>();
	const isLeft = (name: string) =>
		[...waiting, ...running.keys()].some((step) => step.name === name);
	const isReady = ({ needs = [], alone }: Step) =>
		!needs.some(isLeft) && (!alone || running.size === 0);
	const isFree = () => running.size < lanes && ![...running.keys()].some(({ alone }) => alone);

	while (waiting.length > 0 || running.size > 0) {
		const at = isFree() ? waiting.findIndex(isReady) : -1;
		const [next] = at < 0 ? [] : waiting.splice(at, 1);
		if (next) {
			running.set(
				next,
				run(next).finally(() => running.delete(next))
			);
		} else if (running.size > 0) {
			await Promise.race(running.values());
		} else {
			throw new Error(`These wait for each other: ${waiting.map(({ name }) => name).join(', ')}.`);
		}
	}
}
