import { getAbortSignal, untrack } from 'svelte';

/** The state of a task. */
export interface Awaited<T> {
	/** The result; null until there is one. */
	readonly value: T | null;
	readonly pending: boolean;
}

/** A task to start; returns null if there is nothing to do. */
export type Task<T> = (signal: AbortSignal) => Promise<T> | null;

/**
 * Starts a task and returns its state; only the latest task counts. For a `$derived`:
 *
 *     const found = $derived(latest((signal) => search(words, signal)));
 *
 * A change of what the task reads before its first `await` starts it again. That aborts the signal
 * of the previous task and discards its result, in whatever order results arrive. If there is
 * nothing to do, `value` is null and `pending` false. Rejections stay unhandled: expected failures
 * are values.
 */
export const latest = <T>(task: Task<T>): Awaited<T> => start(task, null);

/**
 * Like `latest`, but keeps the previous value while the next task runs. Make one for each
 * `$derived`.
 */
export function keepingLatest<T>(): (task: Task<T>) => Awaited<T> {
	let before: Awaited<T> | null = null;
	return (task) => (before = start(task, before));
}

function start<T>(task: Task<T>, before: Awaited<T> | null): Awaited<T> {
	const running = task(getAbortSignal());
	// Untracked: otherwise the previous result would start this task again.
	let value: T | null = $state.raw(running && untrack(() => before?.value ?? null));
	let pending = $state(running !== null);
	void running?.then((result) => (value = result)).finally(() => (pending = false));
	return {
		get value() {
			return value;
		},
		get pending() {
			return pending;
		}
	};
}
