import type { Explorer } from '../explorer.svelte';
import type { CaseGroup, TestCase } from '../georeport/expectation';
import type { Format } from '../georeport/types';
import { generalCases } from './general-cases';
import { learn } from './learn';
import { outcomesOf, runSuite, writes, type CaseResult, type SuiteItem } from './run-suite';

/** What a person chose to run. */
export interface SuiteChoice {
	/** A group of cases, one case by its id, or all. */
	which: { group: CaseGroup } | { id: string } | 'all';
	formats: readonly Format[];
	/** Whether cases that report something may run. */
	write: boolean;
}

const NO_WRITING = 'It writes, and writing was not allowed.';
const ELSEWHERE =
	'It writes, and only the mock-up of this page can be reset before it; “npm run conformance” runs it over HTTP.';

/** A run of test cases against the chosen endpoint, and its results as they come. */
export class SuiteRun {
	results: readonly CaseResult[] = $state.raw([]);
	running = $state(false);
	/** How many results there will be. */
	expected = $state(0);
	/** Why nothing was run; empty where something was. */
	problem = $state('');
	endpoint = $state('');
	startedAt = $state(0);
	readonly #explorer: Explorer;
	#stopping: AbortController | null = null;

	constructor(explorer: Explorer) {
		this.#explorer = explorer;
	}

	/** The fixed cases of the mock-up, and the general ones that any endpoint must hold. */
	async #items(choice: SuiteChoice, signal: AbortSignal): Promise<SuiteItem[] | string> {
		const { endpoint, cases } = this.#explorer;
		const learning = await learn(endpoint, endpoint.jurisdiction, (request) =>
			this.#explorer.ask(request, signal)
		);
		if ('problem' in learning) return learning.problem;
		const skipOf = (testCase: TestCase) =>
			!writes(testCase)
				? null
				: endpoint.kind !== 'mock-up'
					? ELSEWHERE
					: choice.write
						? null
						: NO_WRITING;
		const fixed = endpoint.dialect
			? cases.map((testCase) => ({ testCase, skip: skipOf(testCase), conform: false }))
			: [];
		const general = generalCases(learning.learned, endpoint.jurisdiction, choice.write);
		const { which } = choice;
		return [...fixed, ...general].filter(({ testCase }) =>
			which === 'all'
				? true
				: 'group' in which
					? testCase.group === which.group
					: testCase.id === which.id
		);
	}

	/** Runs what was chosen; a run under way is stopped first. */
	run = async (choice: SuiteChoice) => {
		this.stop();
		const stopping = new AbortController();
		this.#stopping = stopping;
		const { signal } = stopping;
		const { endpoint } = this.#explorer;
		this.results = [];
		this.expected = 0;
		this.problem = '';
		this.endpoint = endpoint.url;
		this.startedAt = Date.now();
		this.running = true;
		const items = await this.#items(choice, signal);
		if (signal.aborted) return;
		if (typeof items === 'string') {
			this.problem = items;
			this.running = false;
			return;
		}
		this.expected = items.length * choice.formats.length;
		const options = {
			dialect: endpoint.dialect ?? 'standard',
			formats: choice.formats,
			base: endpoint,
			ask: (request: Parameters<Explorer['ask']>[0]) => this.#explorer.ask(request, signal),
			...(endpoint.kind === 'mock-up'
				? { reset: async () => void (await this.#explorer.reset()) }
				: {}),
			signal
		};
		for await (const result of runSuite(items, options)) {
			if (signal.aborted) return;
			this.results = [...this.results, result];
		}
		this.running = false;
		this.#tell();
	};

	/** Stops the run; what has come stays. */
	stop = () => {
		this.#stopping?.abort();
		if (this.running) this.#tell();
		this.running = false;
	};

	/** Lets the list of test cases show how each came out. */
	#tell() {
		this.#explorer.outcomes = outcomesOf(this.results, this.#explorer.outcomes);
	}
}
