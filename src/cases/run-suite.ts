// Runs test cases one after the other against one endpoint, and tells each result as it comes.
import { findingsOf } from '../conformance/conformance';
import type { DialectName } from '../georeport/dialect';
import type { TestCase } from './expectation';
import type { Verdict } from './judge';
import { treeOf } from '../answer/parse';
import type { Draft, EndpointBase, HttpRequest } from '../georeport/request';
import { runCase, type RawAnswer, type Step } from './run-case';
import type { Format } from '../georeport/types';

/** A case as it is to be run: with the reason why not, or with a check against GeoReport v2. */
export interface SuiteItem {
	testCase: TestCase;
	/** Why the case cannot apply to this endpoint; null where it can. */
	skip: string | null;
	/** Whether every answer must also keep to GeoReport v2. */
	conform: boolean;
}

/** What came of one case in one format. */
export interface CaseResult {
	testCase: TestCase;
	format: Format;
	outcome: 'passed' | 'failed' | 'skipped';
	/** Why it was skipped, or what went wrong before an answer could be judged; else null. */
	reason: string | null;
	steps: readonly Step[];
	/** Milliseconds. */
	duration: number;
}

/** Where a suite runs and how it asks. */
export interface SuiteOptions {
	dialect: DialectName;
	formats: readonly Format[];
	base: EndpointBase;
	/** Asks the endpoint; what it throws is the reason of a failed case. */
	ask: (request: HttpRequest, draft: Draft) => Promise<RawAnswer>;
	/** Brings a mock-up back to its first state before a case that writes; absent elsewhere. */
	reset?: () => Promise<void>;
	/** Stops before the next case. */
	signal: AbortSignal;
}

/** Whether a case changes something at the endpoint, in its first call or a later one. */
export const writes = ({ draft, outcomes }: TestCase): boolean =>
	draft.method === 'submit' ||
	Object.values(outcomes).some(({ then }) => then.some(({ method }) => method === 'submit'));

/** What an answer must not do, as lines of a verdict; one good line where it does none of it. */
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

/** Runs the items in order, each in every format, until all are done or `signal` stops it. */
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

/** The lines of a result that did not hold; the reason where there was nothing to judge. */
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

/** The results of each case, by its id. */
export function byCase(results: readonly CaseResult[]): ReadonlyMap<string, CaseResult[]> {
	const all = new Map<string, CaseResult[]>();
	for (const result of results) {
		const { id } = result.testCase;
		all.set(id, [...(all.get(id) ?? []), result]);
	}
	return all;
}

const RANK = { passed: 0, skipped: 1, failed: 2 } as const;

/** How each case came out, by its id: the worst of its formats, over what was known `before`. */
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
