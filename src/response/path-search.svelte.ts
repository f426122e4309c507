import { findingPath } from '../document/path/find';
import type { Found } from '../document/path/scanner';
import type { Tree } from '../document/tree';
import { BOUNDS } from '../georeport/bounds';
import { firstStretch, inStretches } from '../ui/stretches';

/** Why a path finds nothing; `at` is the character that is not understood, null for another reason. */
export type PathProblem = Extract<Found, { problem: string }>;

/** The search for one path in one document. */
interface Run {
	readonly tree: Tree;
	readonly expression: string;
	/** Counts how often it was begun again. */
	readonly times: number;
	/** Null while it goes on. */
	readonly found: Found | null;
	stop: () => void;
}

const STOPPED = 'The search was stopped. Press Enter to begin it again.';

/** The time that a search may take, in milliseconds. */
const LIMIT = BOUNDS.readingTime.value * 1_000;

function begin(tree: Tree, expression: string, times: number): Run {
	const steps = findingPath(tree, expression);
	const stopping = new AbortController();
	const first = firstStretch(steps);
	let found: Found | null = $state.raw(first && first.result);
	if (!first) {
		void inStretches(steps, stopping.signal, LIMIT).then((done) => {
			found =
				done === 'late'
					? { problem: BOUNDS.searchSteps.words, at: null }
					: (done?.result ?? { problem: STOPPED, at: null });
		});
	}
	return {
		tree,
		expression,
		times,
		get found() {
			return found;
		},
		stop: () => stopping.abort()
	};
}

/**
 * A search for the nodes at a path. A short one is done at once; a long one goes on in stretches, so
 * that the page answers meanwhile, until it is done, stopped or late, or another path or document
 * takes its place. What was found before in the same document stays until then.
 */
export class PathSearch {
	readonly #tree: () => Tree;
	readonly #expression: () => string;
	#times = $state(0);
	#latest: Run | null = null;
	#before: { tree: Tree; nodes: readonly number[] } | null = null;

	/** The search for what is asked now; one for anything else ends. */
	#run: Run = $derived.by(() => {
		const [tree, expression, times] = [this.#tree(), this.#expression(), this.#times];
		const { tree: of, expression: words, times: before } = this.#latest ?? {};
		if (!this.#latest || of !== tree || words !== expression || before !== times) {
			this.#latest?.stop();
			this.#latest = begin(tree, expression, times);
		}
		return this.#latest;
	});

	/** The nodes found, in the order of the document. */
	matches: readonly number[] = $derived.by(() => {
		const { tree, found } = this.#run;
		if (found && 'nodes' in found) this.#before = { tree, nodes: found.nodes };
		else if (typeof found?.at === 'number' || this.#before?.tree !== tree) this.#before = null;
		return this.#before?.nodes ?? [];
	});

	/** Why there is nothing, or nothing new; null while there may be. */
	problem: PathProblem | null = $derived.by(() => {
		const { found } = this.#run;
		return found && 'problem' in found ? found : null;
	});

	/** Whether the search goes on. */
	isPending: boolean = $derived.by(() => this.#run.found === null);

	constructor(tree: () => Tree, expression: () => string) {
		this.#tree = tree;
		this.#expression = expression;
	}

	/** Gives up the search; what was found before stays. */
	stop = () => this.#latest?.stop();

	/** Begins again a search that was stopped. */
	again = () => {
		this.#times++;
	};
}
