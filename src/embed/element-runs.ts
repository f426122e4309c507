import type { Open311Refusal, Open311Result } from './api';

/** What became of a run. */
export type RunOutcome = Open311Result | Open311Refusal;

/** The runs that were asked for, and who waits for what becomes of them. */
export class Runs {
	#lastId = 0;
	readonly #waiting = new Map<number, (outcome: RunOutcome) => void>();

	get areWaiting(): boolean {
		return this.#waiting.size > 0;
	}

	/** Begins a run with an id of its own; `begin` sends it. Rejects with what that throws. */
	start(begin: (id: number) => void): Promise<RunOutcome> {
		return new Promise((resolve) => {
			const id = ++this.#lastId;
			this.#waiting.set(id, resolve);
			begin(id);
		});
	}

	/** Ends a run; nothing happens for an id that nobody waits for, or none. */
	settle(id: number | null, outcome: RunOutcome) {
		if (id === null) return;
		this.#waiting.get(id)?.(outcome);
		this.#waiting.delete(id);
	}

	/** Ends all of them in the same way. */
	settleAll(outcome: RunOutcome) {
		for (const resolve of this.#waiting.values()) resolve(outcome);
		this.#waiting.clear();
	}
}
