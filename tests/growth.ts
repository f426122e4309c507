/** Below this, in milliseconds, compiling and collecting garbage count for more than the work. */
const LEAST = 2;

/** Returns the least of three times of some work, in milliseconds of this process. */
export function leastOf(work: () => unknown): number {
	const times = [1, 2, 3].map(() => {
		const begun = process.cpuUsage();
		work();
		return process.cpuUsage(begun).user / 1_000;
	});
	return Math.max(LEAST, Math.min(...times));
}

/**
 * Returns how many times as long work takes for ten times its size, in processor time, the best of
 * three each. Linear work takes about 10 times, work by the square 100 times; 25 lies between.
 */
export function growthOf(work: (size: number) => unknown, size: number): number {
	work(size);
	return leastOf(() => work(size * 10)) / leastOf(() => work(size));
}
