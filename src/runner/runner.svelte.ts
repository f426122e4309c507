import type { FindIn } from '../cases/conformity';
import { checkRead } from '../explorer/check-answer';
import { rulesOf, type Endpoint } from '../explorer/endpoint';
import type { Exchange } from '../http/exchange';
import type { Explorer } from '../explorer/explorer.svelte';
import type { CaseGroup, TestCase } from '../cases/expectation';
import { checkBase, isMarked } from '../georeport/dialect';
import { BOUNDS } from '../georeport/bounds';
import type { Draft, EndpointBase, HttpRequest } from '../georeport/request';
import type { Format } from '../georeport/types';
import { generalCases } from '../cases/general-cases';
import { probeEndpoint, type ProbeResult } from '../cases/probe-endpoint';
import { outcomesOf, runSuite, writes, type CaseResult, type SuiteItem } from '../cases/run-suite';

/** What a person chose to run. */
export interface SuiteChoice {
	/** A group of cases, one case by its id, or all. */
	which: { group: CaseGroup } | { id: string } | 'all';
	formats: readonly Format[];
	/** Whether cases that report something may run. */
	write: boolean;
}

const NO_WRITING = 'This case sends a report, which was not allowed.';
const NO_RESET =
	'This case sends a report, and this mock-up has no separate store for it: it does not answer below check/.';

/** What is tested: where, and what is there. */
interface Place {
	base: EndpointBase;
	probe: ProbeResult;
	/** What forgets all that was reported there; null at a server of others. */
	submissions: string | null;
}

/** Milliseconds between tries of a token that has no id yet. */
const TOKEN_WAIT = 2000;

const resetOf = (url: string): HttpRequest => ({ method: 'DELETE', url, headers: {}, body: null });

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
	/** The headers of the answer that came last. */
	#headers: readonly (readonly [string, string])[] = [];
	#asked: Exchange[] = [];
	#failed: Readonly<Record<string, readonly Exchange[]>> = {};
	/** What is being tested, or was. */
	target: Endpoint | null = $state.raw(null);

	constructor(explorer: Explorer) {
		this.#explorer = explorer;
	}

	/** Sends a request, and keeps the headers of its answer. */
	async #ask(request: HttpRequest, signal: AbortSignal, draft?: Draft) {
		const answer = await this.#explorer.ask(request, signal, draft);
		const { outcome } = answer.exchange;
		this.#headers = outcome.kind === 'response' ? outcome.response.headers : [];
		return answer;
	}

	/**
	 * Where to test: the mock-up in a place of its own, in this page or at a port of this computer, so
	 * that no report of a person is touched; any other server as it is.
	 */
	async #place(endpoint: Endpoint, signal: AbortSignal): Promise<Place> {
		const probe = (base: EndpointBase) =>
			probeEndpoint(base, endpoint.jurisdiction, (request, draft) =>
				this.#ask(request, signal, draft)
			);
		const run = `page-${Math.random().toString(36).slice(2, 10)}`;
		const own = endpoint.kind === 'added' ? null : checkBase(endpoint, run);
		if (own) {
			const found = await probe(own);
			if ('facts' in found && found.facts.services.length > 0 && isMarked(this.#headers)) {
				const root = own.url.slice(0, own.url.indexOf(`/${run}/`) + run.length + 2);
				return { base: own, probe: found, submissions: `${root}mock-up/submissions` };
			}
		}
		return { base: endpoint, probe: await probe(endpoint), submissions: null };
	}

	/** The fixed cases of the mock-up, and the general ones that any endpoint must hold. */
	#items(choice: SuiteChoice, { probe, submissions }: Place): SuiteItem[] | string {
		const { endpoint, cases } = this.#explorer;
		if ('problem' in probe) return probe.problem;
		const skipOf = (testCase: TestCase) =>
			!writes(testCase) ? null : !submissions ? NO_RESET : choice.write ? null : NO_WRITING;
		const fixed = endpoint.dialect
			? cases.map((testCase) => ({ testCase, skip: skipOf(testCase), conform: false }))
			: [];
		const general = generalCases(probe.facts, {
			jurisdiction: endpoint.jurisdiction,
			write: choice.write,
			keyed: endpoint.apiKey !== '',
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
		const place = await this.#place(endpoint, signal);
		if (signal.aborted) return;
		const items = this.#items(choice, place);
		if (typeof items === 'string') {
			this.problem = items;
			this.running = false;
			return;
		}
		this.expected = items.reduce(
			(sum, { format }) => sum + (format ? 1 : choice.formats.length),
			0
		);
		const { submissions: url } = place;
		const options = {
			dialect: endpoint.dialect ?? 'standard',
			rules: rulesOf(endpoint, this.#headers),
			formats: choice.formats,
			base: place.base,
			ask: async (request: HttpRequest, draft: Draft) => {
				const { exchange, ...answer } = await this.#ask(request, signal, draft);
				this.#asked.push(exchange);
				return answer;
			},
			wait: () => new Promise<void>((passed) => setTimeout(passed, url ? 0 : TOKEN_WAIT)),
			findIn: (async (checked, { reading = checked }) => {
				const found = await checkRead(checked, { text: checked.text, reading }, signal);
				if (Array.isArray(found)) return found;
				throw new Error(BOUNDS.readingTime.words);
			}) satisfies FindIn,
			...(url ? { reset: async () => void (await this.#ask(resetOf(url), signal)) } : {}),
			signal
		};
		for await (const result of runSuite(items, options)) {
			if (signal.aborted) return;
			if (result.outcome === 'failed') {
				this.#failed = { ...this.#failed, [nameOf(result)]: this.#asked };
			}
			this.#asked = [];
			this.results = [...this.results, result];
			this.#tell();
		}
		this.running = false;
	};

	/** The exchange of a step of a case that failed, the first being 0; null where none was kept. */
	exchangeOf = (result: CaseResult, step: number): Exchange | null =>
		this.#failed[nameOf(result)]?.[step] ?? null;

	/** Stops the run; what has come stays. */
	stop = () => {
		this.#stopping?.abort();
		this.running = false;
	};

	/** Lets the list of test cases show how each came out, also after a reload in the midst of a run. */
	#tell() {
		const { caseOutcomes } = this.#explorer;
		caseOutcomes.remember(outcomesOf(this.results, caseOutcomes.byId));
	}
}
