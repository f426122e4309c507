import { expect, test } from 'vitest';
import { CASES } from '../../mocks/cases/index';
import { createMockUp, type MockUp } from '../../mocks/hosts/mock-up';
import { toHttpRequest, type HttpRequest } from '../../src/georeport/request';
import { asking, DIALECT_NAMES, dialectEndpoint, ROOT } from './mock-up';

/** The first request of every case, in both formats and dialects. */
const CALLS = DIALECT_NAMES.flatMap((dialect) =>
	CASES.flatMap(({ draft }) =>
		(['xml', 'json'] as const).map((format) =>
			toHttpRequest({ ...draft, format }, dialectEndpoint(dialect))
		)
	)
);

/** Resolves to the status, type and text of each answer, asked one after the other. */
async function answersTo(calls: readonly HttpRequest[], mockUp: MockUp) {
	const ask = asking(mockUp);
	const answers: unknown[] = [];
	for (const call of calls) answers.push([call.url, await ask(call)]);
	return answers;
}

test('the answers to GETs of fixed rows are the same bytes in any order, and in another mock-up', async () => {
	const gets = CALLS.filter(({ method }) => method === 'GET');
	expect(gets.length).toBeGreaterThan(150);
	const mockUp = createMockUp();
	const first = await answersTo(gets, mockUp);
	const backwards = await answersTo([...gets].reverse(), createMockUp());
	expect(backwards.reverse()).toEqual(first);
}, 60_000);

test('a report changes no fixed row', async () => {
	const ids = { method: 'GET', url: `${ROOT}georeport/v2/requests/101000000001.xml` };
	const fixed = [{ ...ids, headers: {}, body: null }];
	const mockUp = createMockUp();
	const before = await answersTo(fixed, mockUp);
	await answersTo(
		CALLS.filter(({ method }) => method === 'POST'),
		mockUp
	);
	expect(await answersTo(fixed, mockUp)).toEqual(before);
}, 60_000);

test('after a reset, the answers to the same reports, and the list, are the same bytes', async () => {
	const mockUp = createMockUp();
	const reports = CALLS.filter(({ method }) => method === 'POST');
	const list = { method: 'GET', url: `${ROOT}georeport/v2/requests.json`, headers: {}, body: null };
	const calls = [...reports, list];
	const first = await answersTo(calls, mockUp);
	expect(JSON.stringify(first.at(-1))).toContain('101000900050');
	const answer = await mockUp.answer(
		new Request(`${ROOT}mock-up/submissions`, { method: 'DELETE' })
	);
	expect([answer.status, await answer.text()]).toEqual([204, '']);
	expect(await answersTo(calls, mockUp)).toEqual(first);
}, 60_000);
