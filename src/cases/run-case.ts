import type { DialectName } from '../georeport/dialect';
import type { TestCase } from './expectation';
import { interpolateValues, type Captured } from './interpolate';
import { judge, type Verdict } from './judge';
import type { MethodName } from '../georeport/methods';
import { parse, type Parsed } from '../answer/parse';
import { recordsOf } from '../answer/records';
import {
	toHttpRequest,
	type Draft,
	type EndpointBase,
	type HttpRequest
} from '../georeport/request';
import type { Format } from '../georeport/types';

/** The answer to a request, as text. */
export interface RawAnswer {
	status: number;
	contentType: string | null;
	text: string;
}

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

/**
 * Runs a test case and the calls that follow it against one dialect, in one format, and checks each
 * answer. Rejects with whatever `ask` throws.
 */
export async function runCase(
	testCase: TestCase,
	dialect: DialectName,
	format: Format,
	base: EndpointBase,
	ask: (request: HttpRequest, draft: Draft) => Promise<RawAnswer>
): Promise<Step[]> {
	const { expect, then } = testCase.outcomes[dialect];
	const steps: Step[] = [];
	let captured: Captured = {};
	const calls: (Omit<Draft, 'format'> & { expect: typeof expect })[] = [
		{ ...testCase.draft, expect },
		...then
	];
	for (const { expect, ...draft } of calls) {
		const values = interpolateValues(draft.values, captured);
		const asked = { ...draft, values, format };
		const request = toHttpRequest(asked, base);
		const answer = await ask(request, asked);
		const parsed = parse({ method: draft.method, ...answer });
		captured = { ...captured, ...textsOf(recordsOf(parsed)[0] ?? {}) };
		const verdicts = judge(expect, {
			status: answer.status,
			text: answer.text,
			format: answer.contentType?.includes('json') ? 'json' : 'xml',
			parsed
		});
		steps.push({ method: draft.method, request, answer, parsed, verdicts });
	}
	return steps;
}
