import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SharedLine } from './line';

const STILL_WANTED = new AbortController().signal;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

/** Sends bodies of these sizes at once, and notes what came when, in milliseconds. */
function carried(line: SharedLine, sizes: Readonly<Record<string, number>>, signal = STILL_WANTED) {
	const parts: [name: string, size: number, at: number][] = [];
	for (const [name, size] of Object.entries(sizes)) {
		const write = (part: Buffer) => parts.push([name, part.length, performance.now()]);
		void line.carry(Buffer.alloc(size), write, signal);
	}
	return parts;
}

test('a line carries bodies side by side, each after the latency', async () => {
	const line = new SharedLine();
	line.speed = { bytesPerSecond: 146_000, latency: 40 };
	const start = performance.now();
	const parts = carried(line, { a: 2_920, b: 1_460, c: 730 });
	await vi.runAllTimersAsync();
	expect(parts.map(([name, size, at]) => [name, size, at - start])).toEqual([
		['a', 1_460, 50],
		['b', 1_460, 60],
		['c', 730, 65],
		['a', 1_460, 75]
	]);
});

test('a line that was idle carries the next body at its speed', async () => {
	const line = new SharedLine();
	line.speed = { bytesPerSecond: 146_000, latency: 0 };
	carried(line, { a: 1_460 });
	await vi.runAllTimersAsync();
	await vi.advanceTimersByTimeAsync(1_000);
	const start = performance.now();
	const parts = carried(line, { b: 2_920 });
	await vi.runAllTimersAsync();
	expect(parts.map(([, , at]) => at - start)).toEqual([10, 20]);
});

test('what is given up leaves the line to the others', async () => {
	const line = new SharedLine();
	line.speed = { bytesPerSecond: 146_000, latency: 0 };
	const closing = new AbortController();
	const start = performance.now();
	const gone = carried(line, { gone: 1_460_000 }, closing.signal);
	const kept = carried(line, { kept: 2_920 });
	await vi.advanceTimersByTimeAsync(25);
	closing.abort();
	await vi.runAllTimersAsync();
	expect(gone.map(([, size]) => size)).toEqual([1_460]);
	expect(kept.map(([, , at]) => at - start)).toEqual([20, 40]);
});

test('an unlimited line sends whole bodies at once', async () => {
	const start = performance.now();
	const parts = carried(new SharedLine(), { a: 1_000_000, b: 5 });
	await vi.runAllTimersAsync();
	expect(parts).toEqual([
		['a', 1_000_000, start],
		['b', 5, start]
	]);
});
