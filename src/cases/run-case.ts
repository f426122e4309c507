import type { DialectName } from '../georeport/dialect';
import type { TestCase } from './expectation';
import { judge, type Verdict } from './judge';
import type { MethodName } from '../georeport/methods';
import { parse, type Parsed } from '../answer/parse';
import { recordsOf } from '../answer/records';
import {
	toHttpRequest,
	type Draft,
	type EndpointBase,
	type HttpRequest,
	type Values
} from '../georeport/request';
import type { Format } from '../georeport/types';

/** What came back for a request, as text. */
export interface RawAnswer {
	status: number;
	contentType: string | null;
	text: string;
}

/** One call of a case: what was sent, what came, and how it was judged. */
export interface Step {
	method: MethodName;
	request: HttpRequest;
	answer: RawAnswer;
	parsed: Parsed;
	verdicts: Verdict[];
}

/** Fills `$token` and `$service_request_id` with what earlier answers gave. */
function fillIn(values: Values, known: ReadonlyMap<string, string>): Values {
	return Object.fromEntries(
		Object.entries(values).map(([name, value]) => [
			name,
			typeof value === 'string' && value.startsWith('$')
				? (known.get(value.slice(1)) ?? value)
				: value
		])
	);
}

/**
 * Runs a test case and the calls that follow it against one dialect, in one format, and judges
 * each answer. `ask` does the asking; what it throws is passed on.
 */
export async function runCase(
	testCase: TestCase,
	dialect: DialectName,
	format: Format,
	base: EndpointBase,
	ask: (request: HttpRequest, draft: Draft) => Promise<RawAnswer>
): Promise<Step[]> {
	const { expect, then } = testCase.outcomes[dialect];
	const known = new Map<string, string>();
	const steps: Step[] = [];
	const calls: (Omit<Draft, 'format'> & { expect: typeof expect })[] = [
		{ ...testCase.draft, expect },
		...then
	];
	for (const { expect, ...draft } of calls) {
		const values = fillIn(draft.values, known);
		const asked = { ...draft, values, format };
		const request = toHttpRequest(asked, base);
		const answer = await ask(request, asked);
		const parsed = parse({ method: draft.method, ...answer });
		for (const [name, value] of Object.entries(recordsOf(parsed)[0] ?? {})) {
			if (typeof value === 'string') known.set(name, value);
		}
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
