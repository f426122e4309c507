import { expect, test, vi } from 'vitest';
import { pacedClock } from '../../tests/paced-clock';
import { Work } from './work.svelte';

const clock = pacedClock();

interface Input {
	to: number;
}

/** Counts up to a number, with a rest after each. */
function* counting({ to }: Input) {
	for (let count = 0; count < to; count++) yield;
	return to;
}

const workOf = (input: () => Input | null) => new Work(input, counting, 30_000);

const stateOf = ({ result, isGoingOn, ended }: Work<Input, number>) => [result, isGoingOn, ended];

const [NONE, FIVE]: readonly [Input, Input] = [{ to: 0 }, { to: 5 }];

test('short work is done at once, and null is nothing to do', () => {
	expect(stateOf(workOf(() => NONE))).toEqual([0, false, null]);
	expect(stateOf(workOf(() => null))).toEqual([null, false, null]);
	expect(vi.getTimerCount()).toBe(0);
});

test('long work goes on in stretches until it is done', async () => {
	const work = workOf(() => FIVE);
	expect(stateOf(work)).toEqual([null, true, null]);
	await vi.advanceTimersToNextTimerAsync();
	expect(stateOf(work)).toEqual([null, true, null]);
	await vi.runAllTimersAsync();
	expect(stateOf(work)).toEqual([5, false, null]);
});

test('a person stops it, and begins it again', async () => {
	const work = workOf(() => FIVE);
	expect(work.isGoingOn).toBe(true);
	work.stop();
	await vi.runAllTimersAsync();
	expect(stateOf(work)).toEqual([null, false, 'stopped']);
	work.again();
	expect(stateOf(work)).toEqual([null, true, null]);
	await vi.runAllTimersAsync();
	expect(stateOf(work)).toEqual([5, false, null]);
});

test('it ends at its limit', async () => {
	const work = workOf(() => FIVE);
	expect(work.isGoingOn).toBe(true);
	clock.pace = 30_001;
	await vi.runAllTimersAsync();
	expect(stateOf(work)).toEqual([null, false, 'late']);
});

test('it ends with another input', async () => {
	let input: Input = FIVE;
	const work = workOf(() => input);
	expect(work.isGoingOn).toBe(true);
	input = { to: 3 };
	expect(work.isGoingOn).toBe(true);
	await vi.runAllTimersAsync();
	expect(stateOf(work)).toEqual([3, false, null]);
});
