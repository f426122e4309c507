import { recall, remember } from '../ui/local-storage';

/** How the last run of a test case came out. */
type CaseOutcome = 'passed' | 'failed' | 'skipped';

type ById = Readonly<Record<string, CaseOutcome>>;

/** More cases than there are. */
const MOST = 1_000;

const isById = (value: unknown): value is ById =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** How the last run of each test case came out, by its id; remembered from visit to visit. */
export class CaseOutcomes {
	#byId: ById = $state.raw(recall('outcomes', isById, {}));

	get byId(): ById {
		return this.#byId;
	}

	/** Remembers how all cases came out, in the place of what was known before: 1,000 at most. */
	remember = (outcomes: ById) => {
		this.#byId = Object.fromEntries(Object.entries(outcomes).slice(-MOST));
		remember('outcomes', this.#byId);
	};
}
