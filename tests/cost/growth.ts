import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect } from 'vitest';

/** Below this, in milliseconds, compiling and collecting garbage count for more than the work. */
const LEAST = 2;

/** More than linear work takes for ten times its size, less than work by the square. */
const ENOUGH = 25;

/** How often more than that is measured again: a busy machine is not slow so many times. */
const AGAIN = 8;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/**
 * The time of some work, in milliseconds: the least of what the processor and what the clock say. The first
 * counts what other threads do meanwhile, such as marking the garbage of other tests, the second what
 * other programs do; neither is less than the work takes.
 */
async function timeOf(work: () => unknown): Promise<number> {
	const [begun, since] = [process.cpuUsage(), performance.now()];
	await work();
	return Math.min(process.cpuUsage(begun).user / 1_000, performance.now() - since);
}

/**
 * The time of some work that is done so many times in a row: the least of three, since what disturbs it
 * only ever adds to its time.
 */
async function leastOf(work: () => unknown, inARow: number): Promise<number> {
	const all = async () => {
		for (let done = 0; done < inARow; done++) await work();
	};
	const times = [await timeOf(all), await timeOf(all), await timeOf(all)];
	return Math.max(LEAST, Math.min(...times) / inARow);
}

/**
 * Resolves to how many times as long work takes for ten times its size, without the making of its
 * input. Linear work takes about 10 times, work by the square 100 times; 25 lies
 * between. Only more than that is measured again, without the garbage that others have left, and against
 * ten times the small work in a row: that makes as much garbage, and meets as much else, as the large.
 */
export async function growthOf<Input>(
	inputOf: (size: number) => Input,
	work: (input: Input) => unknown,
	size: number
): Promise<number> {
	const [small, large] = [inputOf(size), inputOf(size * 10)];
	await work(small);
	let least = Infinity;
	for (let attempt = 0; attempt <= AGAIN && least >= ENOUGH; attempt++) {
		if (attempt > 0) collectGarbage();
		const once = await leastOf(() => work(small), attempt > 0 ? 10 : 1);
		if (attempt > 0) collectGarbage();
		least = Math.min(least, (await timeOf(() => work(large))) / once);
	}
	return least;
}

/** Fails if ten times the size takes more than 25 times as long, see `growthOf`. */
export const expectLinear = async <Input>(
	inputOf: (size: number) => Input,
	work: (input: Input) => unknown,
	size: number
) => expect(await growthOf(inputOf, work, size)).toBeLessThan(ENOUGH);
