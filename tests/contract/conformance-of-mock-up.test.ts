// The findings in the mock-up's own answers: none but Toronto's known deviations.
import { expect, test } from 'vitest';
import { CASES } from '../../mocks/cases/index';
import { findingsOf } from '../../src/conformance/conformance';
import { treeOf } from '../../src/answer/parse';
import { runCase } from '../../src/cases/run-case';
import { asking, dialectEndpoint, resetOf, type DIALECT_NAMES } from './mock-up';

/** The time limit for every case in both formats on a busy machine, in milliseconds. */
const FULL_RUN = 60_000;

const FORMATS = ['xml', 'json'] as const;

/**
 * All known deviations of Toronto's server, by format and method: XML keeps to the
 * specification; JSON wraps service requests and prints ids and all-digit codes as numbers.
 */
const TORONTO_DEVIATIONS: Readonly<Record<string, readonly string[]>> = {
	'json services': ['number-for-text service_code'],
	'json definition': ['number-for-text service_code'],
	'json token': ['number-for-text service_request_id'],
	'json requests': [
		'number-for-text address_id',
		'number-for-text service_code',
		'number-for-text service_request_id',
		'wrapper service_requests'
	],
	'json request': [
		'number-for-text address_id',
		'number-for-text service_code',
		'number-for-text service_request_id',
		'wrapper service_requests'
	]
};

/**
 * Returns the findings in all answers of the mock-up, as kind, rule and field, by format and
 * method.
 */
async function findingsIn(dialect: (typeof DIALECT_NAMES)[number]) {
	const found = new Map<string, Set<string>>();
	const ask = asking();
	const reset = resetOf(ask);
	let answers = 0;
	for (const testCase of CASES) {
		const { then } = testCase.outcomes[dialect];
		const drafts = [testCase.draft, ...then];
		for (const format of FORMATS) {
			await reset();
			const steps = await runCase(testCase, dialect, format, dialectEndpoint(dialect), ask);
			for (const [at, { answer }] of steps.entries()) {
				const draft = drafts[at] ?? testCase.draft;
				const { method } = draft;
				const path = 'path' in draft ? draft.path : undefined;
				const { status, text, contentType } = answer;
				const asked = path && !path.includes('{format}') ? null : format;
				const tree = treeOf(answer);
				const headers = [['content-type', contentType ?? '']] as const;
				answers++;
				for (const { kind, rule, field } of findingsOf({
					method,
					asked,
					dialect,
					encoding: null,
					status,
					headers,
					text,
					tree
				})) {
					const name = `${tree?.format} ${method}`;
					const kinds = found.get(name) ?? new Set();
					found.set(name, kinds.add(`${kind} ${rule} ${field}`));
				}
			}
		}
	}
	expect(answers).toBeGreaterThan(2 * CASES.length);
	return Object.fromEntries([...found].map(([name, kinds]) => [name, [...kinds].sort()]));
}

test(
	'the standard dialect has no findings, in any case and format',
	async () => {
		expect(await findingsIn('standard')).toEqual({});
	},
	FULL_RUN
);

test(
	'the Toronto dialect has exactly the known deviations',
	async () => {
		const deviations = Object.entries(TORONTO_DEVIATIONS).map(([name, rules]) => [
			name,
			rules.map((rule) => `known-deviation ${rule}`)
		]);
		expect(await findingsIn('toronto')).toEqual(Object.fromEntries(deviations));
	},
	FULL_RUN
);
