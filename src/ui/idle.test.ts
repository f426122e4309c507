import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { holdIdle, whenIdle } from './idle.ts';

beforeEach(() => {
	vi.useFakeTimers();
	// A browser without requestIdleCallback.
	vi.stubGlobal('window', {});
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

/** Something to wait for, and what ends it. */
function awaitable() {
	let end = () => {};
	const promise = new Promise<void>((resolve) => (end = resolve));
	return { promise, end };
}

test('runs soon when no answer is awaited', async () => {
	const action = vi.fn();
	whenIdle(action);
	await vi.advanceTimersByTimeAsync(100);
	expect(action).toHaveBeenCalledOnce();
});

test('waits for an answer, also one that was asked for later', async () => {
	const { promise, end } = awaitable();
	const [before, after] = [vi.fn(), vi.fn()];
	whenIdle(before);
	await vi.advanceTimersByTimeAsync(0);
	holdIdle(promise);
	whenIdle(after);
	await vi.advanceTimersByTimeAsync(1000);
	expect([before.mock.calls, after.mock.calls]).toEqual([[], []]);
	end();
	await vi.advanceTimersByTimeAsync(100);
	expect(before).toHaveBeenCalledOnce();
	expect(after).toHaveBeenCalledOnce();
});

test('waits two seconds at most, and not for an answer that failed', async () => {
	const action = vi.fn();
	holdIdle(new Promise(() => {}));
	whenIdle(action);
	await vi.advanceTimersByTimeAsync(2100);
	expect(action).toHaveBeenCalledOnce();
	holdIdle(Promise.reject(new Error('no answer')));
	whenIdle(action);
	await vi.advanceTimersByTimeAsync(100);
	expect(action).toHaveBeenCalledTimes(2);
});

test('does not run after it was cancelled', async () => {
	const action = vi.fn();
	const { promise, end } = awaitable();
	holdIdle(promise);
	whenIdle(action)();
	const cancel = whenIdle(action);
	end();
	await vi.advanceTimersByTimeAsync(10);
	cancel();
	await vi.advanceTimersByTimeAsync(1000);
	expect(action).not.toHaveBeenCalled();
});
