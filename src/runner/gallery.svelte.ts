import type { CaseGroup, TestCase } from '../cases/expectation';
import { tallyOf } from '../cases/report';
import { byCase, type CaseResult } from '../cases/run-suite';
import type { Explorer } from '../explorer/explorer.svelte';
import { isCaseFound } from '../cases/search';
import type { Format } from '../georeport/types';
import type { SuiteChoice, SuiteRun } from './runner.svelte';

/** The test cases with what came of them, which of them are seen, and which are to be run. */
export class Gallery {
	readonly #explorer: Explorer;
	readonly #run: SuiteRun;
	/** The groups of the fixed cases, in their order. */
	readonly groups: readonly CaseGroup[];
	/** What is to be run: `all`, `group:` and its name or `case:` and its id. */
	which = $state('all');
	formats: 'both' | Format = $state('both');
	/** Whether cases that report something are run too. */
	write = $state(false);
	/** How cases must have come out to be seen. */
	only: 'all' | CaseResult['outcome'] = $state('all');
	/** Words that a case must have to be seen, in any order. */
	filter = $state('');

	/** What came of each case in this run, by its id. */
	#results = $derived.by(() => byCase(this.#run.results));

	/** How many cases came out how in this run. */
	tally = $derived.by(() => tallyOf(this.#run.results));

	/** The fixed cases where they can be run, and the general ones of the last run. */
	all: TestCase[] = $derived.by(() => {
		const { cases, endpoint } = this.#explorer;
		const isGeneral = ({ id }: TestCase) => !cases.some((each) => each.id === id);
		const run = this.#run.results.map(({ testCase }) => testCase).filter(isGeneral);
		const general = run.filter((testCase, at) => run.indexOf(testCase) === at);
		return [...(endpoint.dialect ? cases : []), ...general];
	});

	/** The cases that are seen, in their order. */
	shown: TestCase[] = $derived(
		this.all.filter((testCase) => this.#cameOut(testCase) && isCaseFound(testCase, this.filter))
	);

	constructor(explorer: Explorer, run: SuiteRun) {
		this.#explorer = explorer;
		this.#run = run;
		const groups = explorer.cases.map(({ group }) => group);
		this.groups = groups.filter((group, at) => groups.indexOf(group) === at);
		this.write = explorer.endpoint.kind === 'mock-up';
	}

	#cameOut(testCase: TestCase): boolean {
		const results = this.resultsOf(testCase);
		return this.only === 'all' || results.some(({ outcome }) => outcome === this.only);
	}

	/** What came of a case in this run, in each format. */
	resultsOf = ({ id }: TestCase): readonly CaseResult[] => this.#results.get(id) ?? [];

	/** The cases of a group that are seen. */
	shownOf = (group: CaseGroup): TestCase[] => this.shown.filter((each) => each.group === group);

	/** Runs what was chosen. */
	runChosen = () => {
		const [kind, name = ''] = this.which.split(/:(.*)/s);
		if (kind === 'group') return this.#start({ group: name as CaseGroup });
		return this.#start(kind === 'case' ? { id: name } : 'all');
	};

	/** Runs one case alone. */
	runOne = ({ id }: TestCase) => this.#start({ id });

	#start(which: SuiteChoice['which']): Promise<void> {
		const { formats, write } = this;
		return this.#run.run({
			which,
			write,
			formats: formats === 'both' ? ['xml', 'json'] : [formats]
		});
	}
}
