// What a check finds, before it is put beside its id and level.
import type { CheckVerdict } from './scene';
import type { Evidence } from './evidence';

/** The part of a verdict that a check decides. */
export type CheckFinding = Pick<CheckVerdict, 'verdict' | 'message' | 'advice' | 'calls'>;

/** A check: what it finds in a scene. */
export type Finder = (evidence: Evidence) => CheckFinding;

interface Numbered {
	number: number;
}

const numbersOf = (calls: readonly Numbered[]) => calls.map(({ number }) => number);

/** Returns the finding of a check that passed. */
export const passed = (message: string, ...calls: Numbered[]): CheckFinding => ({
	verdict: 'passed',
	message,
	advice: '',
	calls: numbersOf(calls)
});

/** Returns the finding of a check that failed; `advice` says what to do instead. */
export const failed = (message: string, advice: string, ...calls: Numbered[]): CheckFinding => ({
	verdict: 'failed',
	message,
	advice,
	calls: numbersOf(calls)
});

/** Returns the finding of a check that had nothing to look at; the message says why. */
export const notReached = (message: string, ...calls: Numbered[]): CheckFinding => ({
	verdict: 'not reached',
	message,
	advice: '',
	calls: numbersOf(calls)
});

/** Prints a count with its noun: `1 call`, `2 calls`. */
export const quantity = (number: number, noun: string) =>
	`${number} ${noun}${number === 1 ? '' : 's'}`;

/** Prints a time in milliseconds as seconds: `1.25 s`. */
export const seconds = (milliseconds: number) => `${Math.round(milliseconds / 10) / 100} s`;
