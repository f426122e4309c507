import type { Open311Refusal, Open311Result } from './api';

/** The outcome of a run. */
export type RunOutcome = Open311Result | Open311Refusal;

/** The pending runs of an element. */
export class Runs {
	#lastId = 0;
	readonly #waiting = new Map<number, (outcome: RunOutcome) => void>();

	get areWaiting(): boolean {
		return this.#waiting.size > 0;
	}

	/**
	 * Starts a run with a new id, which `begin` sends. Resolves with its outcome; rejects if `begin`
	 * throws.
	 */
	start(begin: (id: number) => void): Promise<RunOutcome> {
		return new Promise((resolve) => {
			const id = ++this.#lastId;
			this.#waiting.set(id, resolve);
			begin(id);
		});
	}

	/** Resolves a run; ignores null and ids that are not pending. */
	settle(id: number | null, outcome: RunOutcome) {
		if (id === null) return;
		this.#waiting.get(id)?.(outcome);
		this.#waiting.delete(id);
	}

	/** Resolves all pending runs with the same outcome. */
	settleAll(outcome: RunOutcome) {
		for (const resolve of this.#waiting.values()) resolve(outcome);
		this.#waiting.clear();
	}
}
