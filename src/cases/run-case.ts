import type { DialectName } from '../georeport/dialect';
import type { Follow, TestCase } from './expectation';
import { foldAfterFirst, judgeWithEvidence } from './evidence';
import { interpolateExpectation, interpolateValues, type Captured } from './interpolate';
import type { Verdict } from './judge';
import type { MethodName } from '../georeport/methods';
import { formatOf } from '../answer/format';
import type { Parsed } from '../answer/parse';
import { recordsOf } from '../answer/records';
import {
	toHttpRequest,
	type Draft,
	type EndpointBase,
	type HttpRequest
} from '../georeport/request';
import type { Format } from '../georeport/types';
import { parsedOf, type RawAnswer } from './raw-answer';

/** One call of a case: the request, the answer, and the verdicts on it. */
export interface Step {
	method: MethodName;
	request: HttpRequest;
	answer: RawAnswer;
	parsed: Parsed;
	verdicts: Verdict[];
}

const textsOf = (record: Record<string, unknown>): Captured =>
	Object.fromEntries(
		Object.entries(record).filter(
			(entry): entry is [string, string] => typeof entry[1] === 'string'
		)
	);

/** How often a call is made until its answer has the field that is waited for. */
const MOST_TRIES = 5;

/** The names of earlier fields that no answer had; a call with one cannot be made. */
const missingIn = (values: Draft['values']) =>
	Object.values(values).flatMap((value) =>
		typeof value === 'string' && /^\$\w+$/.test(value) ? value.slice(1) : []
	);

/** One call of a case, the first or a later one. */
type Call = Omit<Draft, 'format'> & Pick<Follow, 'expect' | 'until'>;

/**
 * Runs a test case and the calls that follow it against one dialect, in one format, and checks each
 * answer. A call that needs what no earlier answer had is not made. `wait` passes the time between
 * tries of a call that waits for something. Rejects with whatever `ask` throws.
 */
export async function runCase(
	testCase: TestCase,
	dialect: DialectName,
	format: Format,
	base: EndpointBase,
	ask: (request: HttpRequest, draft: Draft) => Promise<RawAnswer>,
	wait: () => Promise<void> = () => Promise.resolve()
): Promise<Step[]> {
	const { expect, then } = testCase.outcomes[dialect];
	const steps: Step[] = [];
	let captured: Captured = {};
	const calls: Call[] = [{ ...testCase.draft, expect }, ...then];
	for (const { expect, until, ...draft } of calls) {
		const values = interpolateValues(draft.values, captured);
		const [missing] = missingIn(values);
		if (missing !== undefined) {
			const line = `No answer had a ${missing} yet: what would follow was not asked`;
			const verdicts = steps.at(-1)?.verdicts ?? [];
			if (verdicts.every(({ passed }) => passed))
				verdicts.push({ passed: true, advice: true, line });
			break;
		}
		const asked = { ...draft, values, format };
		const request = toHttpRequest(asked, base);
		let answer = await ask(request, asked);
		let parsed = parsedOf(draft.method, answer);
		const first = () => recordsOf(parsed)[0] ?? {};
		for (let tries = 1; until && (first()[until] ?? null) === null && tries < MOST_TRIES; tries++) {
			await wait();
			answer = await ask(request, asked);
			parsed = parsedOf(draft.method, answer);
		}
		const verdicts = judgeWithEvidence(interpolateExpectation(expect, captured), {
			status: answer.status,
			text: answer.text,
			contentType: answer.contentType,
			format: formatOf(answer.contentType, answer.text) ?? format,
			parsed,
			...(answer.reading && { reading: answer.reading })
		});
		captured = { ...captured, ...textsOf(first()) };
		const folded = verdicts[0]?.passed === false ? foldAfterFirst(verdicts) : verdicts;
		steps.push({ method: draft.method, request, answer, parsed, verdicts: folded });
	}
	return steps;
}
