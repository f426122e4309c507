import { describe, expect, it } from 'vitest';
import { CHECKS_OF_EVERY_SCENE, OWN_CHECKS } from './checks';
import { grade } from './grade';
import type { GradedCase } from './graded/call';
import { CALL_CASES } from './graded/calls';
import { FAILURE_CASES } from './graded/failures';
import { LIST_CASES } from './graded/lists';
import { REPORT_CASES } from './graded/reports';
import { TOKEN_CASES } from './graded/tokens';
import { SCENES } from './scenes';

const CASES: readonly GradedCase[] = [
	...CALL_CASES,
	...REPORT_CASES,
	...TOKEN_CASES,
	...LIST_CASES,
	...FAILURE_CASES
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
