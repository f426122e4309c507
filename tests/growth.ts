import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Below this, in milliseconds, compiling and collecting garbage count for more than the work. */
const LEAST = 2;

/** More than linear work takes for ten times its size, less than work by the square. */
const ENOUGH = 25;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** The processor time of some work, in milliseconds. */
function timeOf(work: () => unknown): number {
	const begun = process.cpuUsage();
	work();
	return process.cpuUsage(begun).user / 1_000;
}

/** The least of three times; garbage that others have left does not count. */
function leastOf(work: () => unknown): number {
	collectGarbage();
	return Math.max(LEAST, Math.min(...[1, 2, 3].map(() => timeOf(work))));
}

/**
 * Returns how many times as long work takes for ten times its size, in processor time, the best of
 * three each. Linear work takes about 10 times, work by the square 100 times; 25 lies between. More
 * than that is measured again, twice at most: a busy machine is not slow three times.
 */
export function growthOf(work: (size: number) => unknown, size: number): number {
	work(size);
	let least = Infinity;
	for (let attempt = 0; attempt < 3 && least >= ENOUGH; attempt++) {
		least = Math.min(least, leastOf(() => work(size * 10)) / leastOf(() => work(size)));
	}
	return least;
}
