import { expect, test } from 'vitest';
import { keepingLatest, latest } from './latest.svelte';

/** A task that resolves to the value passed to `end`. */
function taskOf<T>() {
	let resolve: (value: T) => void = () => {};
	const promise = new Promise<T>((settle) => (resolve = settle));
	const end = async (value: T) => {
		resolve(value);
		await new Promise((resume) => setTimeout(resume));
	};
	return { start: () => promise, end };
}

test('the value is null until the task resolves', async () => {
	const task = taskOf<string>();
	const outcome = latest(task.start);
	expect([outcome.value, outcome.pending]).toEqual([null, true]);
	await task.end('found');
	expect([outcome.value, outcome.pending]).toEqual(['found', false]);
});

test('the latest task wins, in whatever order results arrive', async () => {
	const [slow, quick] = [taskOf<string>(), taskOf<string>()];
	const started = [latest(slow.start), latest(quick.start)];
	await quick.end('second');
	await slow.end('first');
	expect(started.at(-1)?.value).toBe('second');
});

test('keepingLatest keeps the previous value while the next task runs', async () => {
	const [first, second] = [taskOf<string>(), taskOf<string>()];
	const keeping = keepingLatest<string>();
	expect(keeping(first.start).value).toBeNull();
	await first.end('old');
	const next = keeping(second.start);
	expect([next.value, next.pending]).toEqual(['old', true]);
	expect(latest(second.start).value).toBeNull();
	await second.end('new');
	expect([next.value, next.pending]).toEqual(['new', false]);
});

test('with nothing to do there is no value and nothing pending, even if a value was kept', async () => {
	const task = taskOf<string>();
	const keeping = keepingLatest<string>();
	const before = keeping(task.start);
	await task.end('old');
	expect(before.value).toBe('old');
	const outcome = keeping(() => null);
	expect([outcome.value, outcome.pending]).toEqual([null, false]);
});
