import { recall, remember } from '../ui/local-storage';

/** How the last run of a test case came out. */
type CaseOutcome = 'passed' | 'failed' | 'skipped';

type ById = Readonly<Record<string, CaseOutcome>>;

const isById = (value: unknown): value is ById =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** How the last run of each test case came out, by its id; remembered from visit to visit. */
export class CaseOutcomes {
	#byId: ById = $state.raw(recall('outcomes', isById, {}));

	get byId(): ById {
		return this.#byId;
	}

	/** Remembers how all cases came out, in the place of what was known before. */
	remember = (outcomes: ById) => {
		this.#byId = outcomes;
		remember('outcomes', outcomes);
	};
}
