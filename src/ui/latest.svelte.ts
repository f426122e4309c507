import { getAbortSignal, untrack } from 'svelte';

/** What a task gives, as far as it is known. */
export interface Awaited<T> {
	/** Null until there is one. */
	readonly value: T | null;
	readonly pending: boolean;
}

/** What is to be done; null where there is nothing to do. */
export type Task<T> = (signal: AbortSignal) => Promise<T> | null;

/**
 * Starts a task whose result is shown; only the latest counts. For a `$derived`:
 *
 *     const found = $derived(latest((signal) => search(words, signal)));
 *
 * What the task reads before its first `await` starts it anew. The one before is then aborted by its
 * signal, and its result is never seen, in whatever order results come. Without anything to do there
 * is neither a value nor a wait. A rejection stays unhandled: expected failures are values.
 */
export const latest = <T>(task: Task<T>): Awaited<T> => start(task, null);

/** The same, but the value before stays while the next is awaited: one `latest` for one `$derived`. */
export function keepingLatest<T>(): (task: Task<T>) => Awaited<T> {
	let before: Awaited<T> | null = null;
	return (task) => (before = start(task, before));
}

function start<T>(task: Task<T>, before: Awaited<T> | null): Awaited<T> {
	const running = task(getAbortSignal());
	// Untracked: else the result of the one before would start this task again.
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
