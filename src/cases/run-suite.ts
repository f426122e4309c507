// Runs test cases one after the other against one endpoint, and yields each result.
import { findingsOf } from '../conformance/conformance';
import { withConformity, type FindIn } from './conformity';
import type { DialectName } from '../georeport/dialect';
import type { TestCase } from './expectation';
import type { Verdict } from './judge';
import { methodOf } from '../georeport/methods';
import type { Draft, EndpointBase, HttpRequest } from '../georeport/request';
import type { RawAnswer } from './raw-answer';
import { runCase, type Step } from './run-case';
import type { Format } from '../georeport/types';

/** A case to run or to skip. */
export interface SuiteItem {
	testCase: TestCase;
	/** Why the case is skipped; null if it is run. */
	skip: string | null;
	/** Whether every answer must also conform to GeoReport v2. */
	conform: boolean;
	/** The one format it is run in; left out for every format of the run. */
	format?: Format;
	/** Whether what fails is only advice. */
	advise?: boolean;
	/** The status with which it is refused for want of something, and what that is. */
	needs?: { status: number; reason: string };
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
	/** Which outcomes of the cases count. */
	dialect: DialectName;
	/** Whose known deviations are accepted; by default those of `dialect`. */
	rules?: DialectName;
	formats: readonly Format[];
	base: EndpointBase;
	/** Sends a request; if it rejects, the case fails with that reason. */
	ask: (request: HttpRequest, draft: Draft) => Promise<RawAnswer>;
	/** Resets a mock-up before a case that writes; absent for other endpoints. */
	reset?: () => Promise<void>;
	/** Passes some seconds, until a token may have an id; by default none. */
	wait?: () => Promise<void>;
	/** Checks an answer elsewhere than here, or a little at a time; by default here and at one go. */
	findIn?: FindIn;
	/** Stops the run before the next case. */
	signal: AbortSignal;
}

/** Whether a case sends a report, in its first call or a later one. */
export const writes = ({ draft, outcomes }: TestCase): boolean =>
	draft.method === 'submit' ||
	Object.values(outcomes).some(({ then }) => then.some(({ method }) => method === 'submit'));

/** Turns failures into advice, for a case that does not fail. */
const advised = (verdict: Verdict): Verdict =>
	verdict.passed ? verdict : { ...verdict, passed: true, advice: true };

/** A check that counts by itself, and not as what follows from another. */
const asFirst = ({ follows: _, ...verdict }: Verdict): Verdict => verdict;

/** A step as it is kept: the documents of all answers together would be large. */
function withoutReading(step: Step): Step {
	const { reading: _, ...answer } = step.answer;
	return { ...step, answer };
}

const findHere: FindIn = (checked) => Promise.resolve(findingsOf(checked));

async function runItem(
	{ testCase, skip, conform, advise = false, needs }: SuiteItem,
	format: Format,
	{ dialect, rules = dialect, base, ask, reset, wait, findIn = findHere }: SuiteOptions
): Promise<CaseResult> {
	const started = performance.now();
	const result = (
		outcome: CaseResult['outcome'],
		reason: string | null,
		steps: readonly Step[] = []
	): CaseResult => {
		const duration = skip === null ? performance.now() - started : 0;
		return { testCase, format, outcome, reason, steps: steps.map(withoutReading), duration };
	};
	if (skip !== null) return result('skipped', skip);
	try {
		if (writes(testCase)) await reset?.();
		const ran = await runCase(testCase, dialect, format, base, ask, wait);
		const checked: Step[] = [];
		for (const step of ran) {
			checked.push(conform ? await withConformity(step, format, rules, findIn) : step);
		}
		const steps = advise
			? checked.map((step) => ({ ...step, verdicts: step.verdicts.map(advised) }))
			: checked;
		const [first] = steps;
		if (needs && first?.parsed.kind === 'errors' && first.answer.status === needs.status) {
			const broken = first.verdicts.filter(({ passed, finding }) => !passed && finding);
			return broken.length === 0
				? result('skipped', needs.reason, steps)
				: result('failed', null, [{ ...first, verdicts: broken.map(asFirst) }]);
		}
		const passed = steps.every(({ verdicts }) => verdicts.every(({ passed }) => passed));
		return result(passed ? 'passed' : 'failed', null, steps);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return advise ? result('skipped', reason) : result('failed', reason);
	}
}

/** Runs the items in order, each in every format, until all are done or `signal` aborts. */
export async function* runSuite(
	items: readonly SuiteItem[],
	options: SuiteOptions
): AsyncGenerator<CaseResult, void> {
	for (const item of items) {
		for (const format of item.format ? [item.format] : options.formats) {
			if (options.signal.aborted) return;
			yield await runItem(item, format, options);
		}
	}
}

/** A check that failed or advises, in one line: what was expected, what came, where, and the clause. */
function lineOf({ line, came, where, clause }: Verdict, section: string): string {
	const what = came === undefined ? line : `${line} was expected, ${came} came`;
	return `${what}${where ? `, at ${where}` : ''} [${clause ?? `GeoReport v2, ${section}`}]`;
}

/** What the answers to a case say of it, of one kind; what follows from a line is counted in it. */
function linesOf(
	{ steps, testCase }: CaseResult,
	isOfKind: (verdict: Verdict) => boolean
): string[] {
	return steps.flatMap(({ method, request, answer, verdicts }, step) => {
		const section = step === 0 ? testCase.section : methodOf(method).section;
		const following = verdicts.filter((verdict) => isOfKind(verdict) && verdict.follows).length;
		const more = following > 0 ? `; ${following} more follow from it` : '';
		return verdicts
			.filter((verdict) => isOfKind(verdict) && !verdict.follows)
			.map(
				(verdict, at) =>
					`${request.method} ${request.url}: ${lineOf(verdict, section)} (status ${answer.status}${at === 0 ? more : ''})`
			);
	});
}

/** Returns the checks of a result that failed; the reason if there was no answer to check. */
export const failuresOf = (result: CaseResult): string[] =>
	result.outcome !== 'failed'
		? []
		: result.reason !== null
			? [result.reason]
			: linesOf(result, ({ passed }) => !passed);

/** What made cases fail, told by the first of them. */
export interface Cause {
	first: CaseResult;
	line: string;
	/** How many more cases failed in the same words. */
	others: number;
}

/** What is the same in cases that failed alike: neither the place nor the number, nor an address. */
function wordsOfFailure({ steps, reason }: CaseResult): string {
	const verdicts = steps.flatMap((step) => step.verdicts);
	const first = verdicts.find(({ passed, follows }) => !passed && !follows);
	if (!first) return (reason ?? '').replace(/https?:\S+/g, '');
	return `${first.finding ?? first.line} ${first.clause ?? ''}`;
}

/** Returns why cases failed, each cause once, in the order of the run. */
export function causesOf(results: readonly CaseResult[]): Cause[] {
	const causes = new Map<string, Cause>();
	for (const result of results.filter(({ outcome }) => outcome === 'failed')) {
		const words = wordsOfFailure(result);
		const known = causes.get(words);
		if (known) known.others++;
		else causes.set(words, { first: result, line: failuresOf(result)[0] ?? '', others: 0 });
	}
	return [...causes.values()];
}

/** Returns what a result advises, whether it failed or not. */
export const adviceOf = (result: CaseResult): string[] =>
	linesOf(result, ({ advice = false }) => advice);

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
