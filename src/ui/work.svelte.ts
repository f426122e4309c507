import { firstStretch, inStretches, type Steps } from './stretches';

/** Work under way, or at its end. */
interface Run<Result> {
	readonly result: Result | null;
	readonly isGoingOn: boolean;
	readonly ended: 'stopped' | 'late' | null;
	stop: () => void;
}

function begin<Result>(steps: Steps<Result> | null, limit: number): Run<Result> {
	const stopping = new AbortController();
	const first = steps && firstStretch(steps);
	let result: Result | null = $state.raw(first && first.result);
	let isGoingOn = $state(steps !== null && first === null);
	let ended: 'stopped' | 'late' | null = $state(null);
	if (steps && !first) {
		void inStretches(steps, stopping.signal, limit).then((done) => {
			if (done === 'late') ended = 'late';
			else if (done) ({ result } = done);
			else ended = 'stopped';
			isGoingOn = false;
		});
	}
	return {
		get result() {
			return result;
		},
		get isGoingOn() {
			return isGoingOn;
		},
		get ended() {
			return ended;
		},
		stop: () => stopping.abort()
	};
}

/**
 * Work of a component that may take long: a short one is done at once, a long one goes on in stretches,
 * so that the page answers meanwhile, until it is done, stopped or late. Where another object takes the
 * place of its input, it ends and begins anew.
 */
export class Work<Input extends object, Result> {
	readonly #input: () => Input | null;
	readonly #steps: (input: Input) => Steps<Result>;
	readonly #limit: number;
	#times = $state(0);
	#latest: { of: Input | null; times: number; run: Run<Result> } | null = null;

	/** There is nothing to do while `input` returns null; `limit` is in milliseconds. */
	constructor(input: () => Input | null, steps: (input: Input) => Steps<Result>, limit: number) {
		this.#input = input;
		this.#steps = steps;
		this.#limit = limit;
	}

	/** The work on the input there is now; that on any other ends. */
	#run: Run<Result> = $derived.by(() => {
		const [of, times] = [this.#input(), this.#times];
		if (!this.#latest || this.#latest.of !== of || this.#latest.times !== times) {
			this.stop();
			this.#latest = { of, times, run: begin(of && this.#steps(of), this.#limit) };
		}
		return this.#latest.run;
	});

	// No derived values: they would not notice the state of work that is begun while they are computed.

	/** Null until it is done, and where there is nothing to do. */
	get result(): Result | null {
		return this.#run.result;
	}

	/** Whether it has begun and neither is done nor has ended. */
	get isGoingOn(): boolean {
		return this.#run.isGoingOn;
	}

	/** Why it ended without a result: a person stopped it, or it took longer than its limit. */
	get ended(): 'stopped' | 'late' | null {
		return this.#run.ended;
	}

	/** Ends it; what it had found is lost. */
	stop = () => this.#latest?.run.stop();

	/** Begins it anew. */
	again = () => {
		this.#times++;
	};
}
