// Runs test cases one after the other against one endpoint, and yields each result.
import { findingsOf } from '../conformance/conformance';
import type { DialectName } from '../georeport/dialect';
import type { TestCase } from './expectation';
import type { Verdict } from './judge';
import { treeOf } from '../answer/parse';
import type { Draft, EndpointBase, HttpRequest } from '../georeport/request';
import { runCase, type RawAnswer, type Step } from './run-case';
import type { Format } from '../georeport/types';

/** A case to run or to skip. */
export interface SuiteItem {
	testCase: TestCase;
	/** Why the case is skipped; null if it is run. */
	skip: string | null;
	/** Whether every answer must also conform to GeoReport v2. */
	conform: boolean;
}

/** The result of one case in one format. */
export interface CaseResult {
	testCase: TestCase;
	format: Format;
	outcome: 'passed' | 'failed' | 'skipped';
	/** Why it was skipped, or what failed before there was an answer to check; otherwise null. */
	reason: string | null;
	steps: readonly Step[];
	/** In milliseconds. */
	duration: number;
}

/** The options of a run. */
export interface SuiteOptions {
	dialect: DialectName;
	formats: readonly Format[];
	base: EndpointBase;
	/** Sends a request; if it rejects, the case fails with that reason. */
	ask: (request: HttpRequest, draft: Draft) => Promise<RawAnswer>;
	/** Resets a mock-up before a case that writes; absent for other endpoints. */
	reset?: () => Promise<void>;
	/** Stops the run before the next case. */
	signal: AbortSignal;
}

/** Whether a case sends a report, in its first call or a later one. */
export const writes = ({ draft, outcomes }: TestCase): boolean =>
	draft.method === 'submit' ||
	Object.values(outcomes).some(({ then }) => then.some(({ method }) => method === 'submit'));

/** Returns a failed verdict for each finding that breaks GeoReport v2; one that passed for none. */
function conformity({ answer, method }: Step, format: Format): Verdict[] {
	const tree = answer.text.trim() === '' ? null : treeOf(answer);
	const headers: [string, string][] = answer.contentType
		? [['content-type', answer.contentType]]
		: [];
	const { status, text } = answer;
	const found = findingsOf({ method, asked: format, status, headers, text, tree });
	const broken = found.filter(({ kind }) => kind === 'breaks');
	return broken.length === 0
		? [{ passed: true, line: 'Nothing breaks GeoReport v2' }]
		: broken.map(({ words, section, nodes: [node] }) => ({
				passed: false,
				line: `${words} (${section})`,
				...(node === undefined ? {} : { offender: { node } })
			}));
}

async function runItem(
	{ testCase, skip, conform }: SuiteItem,
	format: Format,
	{ dialect, base, ask, reset }: SuiteOptions
): Promise<CaseResult> {
	const started = performance.now();
	const result = (
		outcome: CaseResult['outcome'],
		reason: string | null,
		steps: readonly Step[] = []
	): CaseResult => {
		const duration = skip === null ? performance.now() - started : 0;
		return { testCase, format, outcome, reason, steps, duration };
	};
	if (skip !== null) return result('skipped', skip);
	try {
		if (writes(testCase)) await reset?.();
		const ran = await runCase(testCase, dialect, format, base, ask);
		const steps = conform
			? ran.map((step) => ({ ...step, verdicts: [...step.verdicts, ...conformity(step, format)] }))
			: ran;
		const passed = steps.every(({ verdicts }) => verdicts.every(({ passed }) => passed));
		return result(passed ? 'passed' : 'failed', null, steps);
	} catch (error) {
		return result('failed', error instanceof Error ? error.message : String(error));
	}
}

/** Runs the items in order, each in every format, until all are done or `signal` aborts. */
export async function* runSuite(
	items: readonly SuiteItem[],
	options: SuiteOptions
): AsyncGenerator<CaseResult, void> {
	for (const item of items) {
		for (const format of options.formats) {
			if (options.signal.aborted) return;
			yield await runItem(item, format, options);
		}
	}
}

/** Returns the checks of a result that failed; the reason if there was no answer to check. */
export const failuresOf = ({ steps, reason, outcome }: CaseResult): string[] =>
	outcome !== 'failed'
		? []
		: reason !== null
			? [reason]
			: steps.flatMap(({ request, answer, verdicts }) =>
					verdicts
						.filter(({ passed }) => !passed)
						.map(
							({ line }) => `${request.method} ${request.url}: ${line} (status ${answer.status})`
						)
				);

/** Groups results by the ids of their cases. */
export function byCase(results: readonly CaseResult[]): ReadonlyMap<string, CaseResult[]> {
	const all = new Map<string, CaseResult[]>();
	for (const result of results) {
		const { id } = result.testCase;
		all.set(id, [...(all.get(id) ?? []), result]);
	}
	return all;
}

const RANK = { passed: 0, skipped: 1, failed: 2 } as const;

/**
 * Returns the outcome of each case by id, the worst of its formats; keeps other cases of `before`.
 */
export function outcomesOf(
	results: readonly CaseResult[],
	before: Readonly<Record<string, CaseResult['outcome']>> = {}
): Record<string, CaseResult['outcome']> {
	const now = new Map<string, CaseResult['outcome']>();
	for (const { testCase, outcome } of results) {
		const other = now.get(testCase.id);
		if (!other || RANK[outcome] > RANK[other]) now.set(testCase.id, outcome);
	}
	return { ...before, ...Object.fromEntries(now) };
}
