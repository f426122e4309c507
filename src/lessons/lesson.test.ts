import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../http/exchange';
import { readingOf } from '../answer/reading';
import type { Draft } from '../georeport/request';
import { checked, interpolate, captured } from './check-step';
import { readLesson } from './lesson';

const OWN = readFileSync('public/lessons.json', 'utf8');

const step = (more: object) =>
	JSON.stringify({
		title: 'A lesson',
		steps: [
			{ title: 'One', goal: 'Do it.', hint: 'So.', check: { expect: { status: 200 } }, ...more }
		]
	});

test('the lesson that comes with the page is one, with its steps', () => {
	const read = readLesson(OWN);
	if ('problem' in read) throw new Error(read.problem);
	const titles = read.lesson.steps.map(({ title }) => title);
	expect(titles.length).toBeGreaterThanOrEqual(10);
	expect(new Set(titles).size).toBe(titles.length);
	expect(titles[0]).toBe('Find the endpoints');
});

test.each([
	['{', /^The file is no JSON: /],
	['[]', /^The file must be an object\.$/],
	['{"title":"A","steps":[]}', /^steps must have at least one\.$/],
	['{"title":"A"}', /^steps must be a list\.$/],
	['{"steps":[{"title":"A"}]}', /^steps\[0\]\.goal must be a text\.$/],
	[step({ check: {} }), /^steps\[0\]\.check\.expect must be an object\.$/],
	[step({ check: { expect: {} } }), /^steps\[0\]\.check\.expect\.status must be a whole number\.$/],
	[
		step({ check: { method: 'list', expect: { status: 200 } } }),
		/^steps\[0\]\.check\.method must be one of discovery, services,/
	],
	[
		step({ check: { expect: { status: 200, claims: [{ claim: 'all' }] } } }),
		/^steps\[0\]\.check\.expect\.claims\[0\]\.claim must be one of kind,/
	],
	[
		step({ check: { values: { token: { like: '(' } }, expect: { status: 200 } } }),
		/^steps\[0\]\.check\.values\.token\.like is no regular expression\.$/
	],
	[step({ open: { method: 'services', values: { a: 1 } } }), /open\.values\.a must be a text\.$/]
])('%s is told to be wrong', (source, problem) => {
	const read = readLesson(source);
	expect('problem' in read && read.problem).toMatch(problem);
});

test('every kind of claim can be written', () => {
	const claims = [
		{ claim: 'kind', kind: 'services' },
		{ claim: 'count', is: 2 },
		{ claim: 'atLeast', count: 1 },
		{ claim: 'some', fields: { a: { contains: 'x' } } },
		{ claim: 'none', fields: { a: null } },
		{ claim: 'every', fields: { a: true } },
		{ claim: 'descending', field: 'a' },
		{ claim: 'list', field: 'a', values: ['x', { like: 'y' }] },
		{ claim: 'text', format: 'xml', contains: '<a>' }
	];
	const read = readLesson(step({ check: { expect: { status: 200, claims } } }));
	expect('lesson' in read && read.lesson.steps[0]?.check.expect.claims).toHaveLength(9);
});

describe('an exchange', () => {
	const exchange = (draft: Draft, status: number, text: string): Exchange => {
		const contentType = 'text/xml';
		const reading = readingOf({ method: draft.method, status, contentType, text });
		return {
			draft,
			request: { method: 'GET', url: 'https://a.example/', headers: {}, body: null },
			startedAt: 0,
			duration: 1,
			outcome: {
				kind: 'response',
				response: {
					status,
					statusText: '',
					headers: [['content-type', contentType]],
					bytes: new Uint8Array(),
					text,
					answeredBy: 'page',
					reading
				}
			}
		};
	};
	const draft: Draft = { method: 'token', format: 'xml', values: { token: '7' } };
	const answer = exchange(
		draft,
		200,
		'<service_requests><request><service_request_id>12</service_request_id><token>7</token></request></service_requests>'
	);

	test('is checked for the method, the format, what was sent and what came', () => {
		const check = {
			method: 'token',
			format: 'xml',
			values: { token: '$token' },
			expect: { status: 200, claims: [{ claim: 'count', is: 1 }] }
		} as const;
		const passed = (known: Record<string, string>) =>
			checked(check, answer, null, known).map(({ passed }) => passed);
		expect(passed({ token: '7' })).toEqual([true, true, true, true, true]);
		expect(passed({ token: '8' })).toEqual([true, true, false, true, true]);
		const other = { ...check, method: 'request', format: 'json' } as const;
		expect(checked(other, answer, null, { token: '7' }).map(({ passed }) => passed)).toEqual([
			false,
			false,
			true,
			true,
			true
		]);
	});

	test('is checked for what is chosen', () => {
		const check = { expect: { status: 200, claims: [] }, selected: '$service_request_id' };
		const known = { service_request_id: '12' };
		const passed = (selected: string | null) =>
			checked(check, answer, selected, known).every(({ passed }) => passed);
		expect([passed('12'), passed('13'), passed(null)]).toEqual([true, false, false]);
	});

	test('that failed is no answer', () => {
		const outcome = {
			kind: 'failure',
			reason: 'lost',
			message: 'Lost.'
		} as unknown as Exchange['outcome'];
		const failed = { ...answer, outcome };
		expect(checked({ expect: { status: 200, claims: [] } }, failed, null, {})).toEqual([
			{ passed: false, line: 'An answer came' }
		]);
		expect(captured(failed, { token: '1' })).toEqual({ token: '1' });
	});

	test('teaches its token and id', () => {
		expect(captured(answer, { service_code: 'A' })).toEqual({
			service_code: 'A',
			token: '7',
			service_request_id: '12'
		});
		expect(interpolate('$token', { token: '7' })).toBe('7');
		expect(interpolate('$token', {})).toBe('$token');
		expect(interpolate('$constructor', {})).toBe('$constructor');
		expect(interpolate('a $token', { token: '7' })).toBe('a $token');
	});
});
