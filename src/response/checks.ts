/** How many of an answer's checks pass or fail, in words; `short` where there is no room. */
export interface ChecksInWords {
	long: string;
	short: string;
}

/** Says how many of all checks pass, or how many fail if any does. */
export function checksInWords(passed: number, all: number): ChecksInWords {
	const failed = all - passed;
	const [count, verb] = failed > 0 ? [failed, ['fails', 'fail']] : [all, ['passes', 'pass']];
	const checks = (number: number) => (number === 1 ? 'check' : 'checks');
	const does = count === 1 ? verb[0] : verb[1];
	return {
		long: `${count} of ${all} ${checks(all)} ${does}`,
		short: `${count} ${checks(count)} ${does}`
	};
}
