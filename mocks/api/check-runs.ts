// Mock-ups of their own for whoever tests something: below `check/RUN/` each name has a city, with a
// store that nobody else writes to.
import type { SubmissionStore } from '../store/store';
import { memoryStore } from '../store/store';
import { CHECK_FOLDER } from './dialect';

/** How many runs are kept; the one that was idle longest goes. */
const MOST_RUNS = 200;

/** How many reports a run keeps; the oldest goes. */
const MOST_SUBMISSIONS = 1000;

const PATH = new RegExp(`/${CHECK_FOLDER}/([^/]*)(?:/(.*))?$`);
const NAME = /^[a-z0-9-]{1,40}$/;

/** What a path says of a run: its name, null for one that cannot be, and what comes after it. */
export interface RunPath {
	name: string | null;
	rest: string;
}

/** Returns the run that a URL is in; null for a URL outside of all. */
export function runPathOf(url: string): RunPath | null {
	const [, name, rest = ''] = PATH.exec(new URL(url).pathname) ?? [];
	return name === undefined ? null : { name: NAME.test(name) ? name : null, rest };
}

/** A store in memory that holds so many submissions, and lets go of the oldest. */
export function boundedStore(most = MOST_SUBMISSIONS): SubmissionStore {
	const store = memoryStore();
	return {
		...store,
		async add(submission) {
			const place = await store.add(submission);
			if (place > most) await store.put(place - most, null);
			return place;
		}
	};
}

/** What answers in a run. */
interface Answering {
	answer(request: Request): Promise<Response>;
}

/** The runs there are: each is made by `make` when it is first asked. */
export class CheckRuns {
	readonly #runs = new Map<string, Answering>();

	constructor(readonly make: () => Answering) {}

	/** Answers a request in its run. */
	answer(name: string, request: Request): Promise<Response> {
		const run = this.#runs.get(name) ?? this.make();
		// What was asked last stands last.
		this.#runs.delete(name);
		this.#runs.set(name, run);
		const [idle] = this.#runs.keys();
		if (this.#runs.size > MOST_RUNS && idle !== undefined) this.#runs.delete(idle);
		return run.answer(request);
	}

	/** Forgets a run and all that was reported in it. */
	forget(name: string) {
		this.#runs.delete(name);
	}
}
