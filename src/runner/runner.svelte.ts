import type { Endpoint } from '../explorer/endpoint';
import type { Exchange } from '../http/exchange';
import { listSubmissions } from '../explorer/submissions';
import type { Explorer } from '../explorer/explorer.svelte';
import type { CaseGroup, TestCase } from '../cases/expectation';
import type { Draft, HttpRequest } from '../georeport/request';
import type { Format } from '../georeport/types';
import { generalCases } from '../cases/general-cases';
import { probeEndpoint } from '../cases/probe-endpoint';
import { outcomesOf, runSuite, writes, type CaseResult, type SuiteItem } from '../cases/run-suite';

/** What a person chose to run. */
export interface SuiteChoice {
	/** A group of cases, one case by its id, or all. */
	which: { group: CaseGroup } | { id: string } | 'all';
	formats: readonly Format[];
	/** Whether cases that report something may run. */
	write: boolean;
}

const NO_WRITING = 'It writes, and writing was not allowed.';
const NO_RESET =
	'It writes, and this server cannot be reset before it: the mock-up does not answer there.';

const nameOf = ({ testCase, format }: CaseResult) => `${testCase.id} ${format}`;

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
	#canReset = false;
	#asked: Exchange[] = [];
	#failed: Readonly<Record<string, readonly Exchange[]>> = {};
	/** What is being tested, or was. */
	target: Endpoint | null = $state.raw(null);

	constructor(explorer: Explorer) {
		this.#explorer = explorer;
	}

	/** Whether the mock-up itself is there, in this page or at a port of this computer. */
	async #isResettable({ kind }: Endpoint): Promise<boolean> {
		if (kind !== 'local') return kind === 'mock-up';
		return (await listSubmissions(this.#explorer.mockUp)) !== null;
	}

	/** The fixed cases of the mock-up, and the general ones that any endpoint must hold. */
	async #items(choice: SuiteChoice, signal: AbortSignal): Promise<SuiteItem[] | string> {
		const { endpoint, cases } = this.#explorer;
		this.#canReset = await this.#isResettable(endpoint);
		const probe = await probeEndpoint(endpoint, endpoint.jurisdiction, (request) =>
			this.#explorer.ask(request, signal)
		);
		if ('problem' in probe) return probe.problem;
		const skipOf = (testCase: TestCase) =>
			!writes(testCase) ? null : !this.#canReset ? NO_RESET : choice.write ? null : NO_WRITING;
		const fixed = endpoint.dialect
			? cases.map((testCase) => ({ testCase, skip: skipOf(testCase), conform: false }))
			: [];
		const general = generalCases(probe.facts, {
			jurisdiction: endpoint.jurisdiction,
			write: choice.write,
			formats: choice.formats
		});
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
		this.target = endpoint;
		this.#failed = {};
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
			ask: async (request: HttpRequest, draft: Draft) => {
				const answer = await this.#explorer.ask(request, signal, draft);
				this.#asked.push(answer.exchange);
				return answer;
			},
			...(this.#canReset ? { reset: async () => void (await this.#explorer.mockUp.reset()) } : {}),
			signal
		};
		for await (const result of runSuite(items, options)) {
			if (signal.aborted) return;
			if (result.outcome === 'failed') {
				this.#failed = { ...this.#failed, [nameOf(result)]: this.#asked };
			}
			this.#asked = [];
			this.results = [...this.results, result];
		}
		this.running = false;
		this.#tell();
	};

	/** The exchange of a step of a case that failed, the first being 0; null where none was kept. */
	exchangeOf = (result: CaseResult, step: number): Exchange | null =>
		this.#failed[nameOf(result)]?.[step] ?? null;

	/** Stops the run; what has come stays. */
	stop = () => {
		this.#stopping?.abort();
		if (this.running) this.#tell();
		this.running = false;
	};

	/** Lets the list of test cases show how each came out. */
	#tell() {
		const { caseOutcomes } = this.#explorer;
		caseOutcomes.remember(outcomesOf(this.results, caseOutcomes.byId));
	}
}
