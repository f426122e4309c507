import { describe, expect, it } from 'vitest';
import { CHECKS_OF_EVERY_SCENE, OWN_CHECKS } from './checks';
import { grade } from './grade';
import type { GradedCase } from './graded/call';
import { ANSWER_CASES } from './graded/answers';
import { CALL_CASES } from './graded/calls';
import { FAILURE_CASES } from './graded/failures';
import { MANNER_CASES } from './graded/manners';
import { ODD_ANSWER_CASES } from './graded/odd';
import { READ_RECORD_CASES } from './graded/records';
import { REFUSAL_CASES } from './graded/refusals';
import { REPORTER_CASES } from './graded/reporters';
import { REPORT_CASES } from './graded/reports';
import { SERVICE_LIST_CASES } from './graded/services';
import { SHORT_LIST_CASES } from './graded/short';
import { POLLING_CASES } from './graded/tokens';
import { LONG_TIME_CASES } from './graded/windows';
import { SCENES } from './scenes';

const CASES: readonly GradedCase[] = [
	...CALL_CASES,
	...MANNER_CASES,
	...REPORT_CASES,
	...REPORTER_CASES,
	...ANSWER_CASES,
	...POLLING_CASES,
	...SERVICE_LIST_CASES,
	...LONG_TIME_CASES,
	...READ_RECORD_CASES,
	...ODD_ANSWER_CASES,
	...SHORT_LIST_CASES,
	...FAILURE_CASES,
	...REFUSAL_CASES
];

function verdictOf({ check, scene, calls, result = null, ...others }: GradedCase) {
	const { dialect = 'toronto', format = 'xml', ending = null } = others;
	const numbered = calls.map((call, at) => ({ ...call, number: at + 1 }));
	const verdicts = grade(SCENES(dialect, format)[scene], numbered, result, ending);
	return verdicts.find((verdict) => verdict.check === check);
}

describe('the grade', () => {
	it.each(CASES)('$check: $says when $when', (each) => {
		const verdict = verdictOf(each);
		expect(verdict).toMatchObject({ verdict: each.says });
		expect(verdict?.message).toContain(each.message);
		expect(verdict?.message).toMatch(/\.$/);
		expect(verdict?.advice === '').toBe(each.says !== 'failed');
	});

	it.each([...CHECKS_OF_EVERY_SCENE, ...OWN_CHECKS].map(({ id }) => id))(
		'has a case of every verdict for %s',
		(id) => {
			const said = CASES.filter(({ check }) => check === id).map(({ says }) => says);
			expect([...new Set(said)].sort()).toEqual(['failed', 'not reached', 'passed']);
		}
	);
});
