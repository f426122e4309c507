import { expect, test } from 'vitest';
import { CASES } from '../../mocks/cases/index';
import { runCase } from '../../src/cases/run-case';
import { asking, DIALECT_NAMES, dialectEndpoint, resetOf } from './mock-up';

const FORMATS = ['xml', 'json'] as const;

const CONTENT_TYPES = {
	xml: 'text/xml; charset=utf-8',
	json: 'application/json; charset=utf-8'
};

const failuresOf = (steps: Awaited<ReturnType<typeof runCase>>) =>
	steps.flatMap(({ request, answer, verdicts }) =>
		verdicts
			.filter(({ passed }) => !passed)
			.map(
				({ line }) => `${request.method} ${request.url}: ${line}\n${answer.status} ${answer.text}`
			)
	);

for (const dialect of DIALECT_NAMES) {
	/** A mock-up for each format, so that both assign the same ids. */
	const asked = FORMATS.map((format) => ({ format, ask: asking() }));

	test.each(CASES.map((testCase) => [testCase.id, testCase] as const))(
		`%s passes in the ${dialect} dialect, and XML and JSON have the same data`,
		async (_, testCase) => {
			const [xml, json] = await Promise.all(
				asked.map(async ({ format, ask }) => {
					await resetOf(ask)();
					return runCase(testCase, dialect, format, dialectEndpoint(dialect), ask);
				})
			);
			expect(failuresOf(xml ?? [])).toEqual([]);
			expect(failuresOf(json ?? [])).toEqual([]);
			expect(json?.map(({ parsed }) => parsed)).toEqual(xml?.map(({ parsed }) => parsed));
			for (const { answer } of xml ?? []) expect(answer.contentType).toBe(CONTENT_TYPES.xml);
			const formatless = testCase.draft.path && !testCase.draft.path.includes('{format}');
			for (const { answer } of json ?? []) {
				expect(answer.contentType).toBe(formatless ? CONTENT_TYPES.xml : CONTENT_TYPES.json);
			}
		}
	);
}

test('there are at least 90 cases, each with its own id, a title, a line on what to look for and checks', () => {
	expect(CASES.length).toBeGreaterThanOrEqual(90);
	expect(new Set(CASES.map(({ id }) => id)).size).toBe(CASES.length);
	for (const { id, title, shows, section, outcomes } of CASES) {
		expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
		expect(title.length).toBeGreaterThan(5);
		expect(shows.length).toBeGreaterThan(10);
		expect(section).not.toBe('');
		for (const dialect of DIALECT_NAMES) {
			expect(outcomes[dialect].expect.claims.length).toBeGreaterThan(0);
		}
	}
});

test('every method and every group has cases', () => {
	expect(new Set(CASES.map(({ draft }) => draft.method))).toEqual(
		new Set(['discovery', 'services', 'definition', 'submit', 'token', 'requests', 'request'])
	);
	expect(new Set(CASES.map(({ group }) => group))).toEqual(
		new Set(['discover', 'list', 'define', 'report', 'follow', 'look up', 'go wrong'])
	);
});
