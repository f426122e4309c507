import { expect, test } from 'vitest';
import { parse } from '../answer/parse';
import { recordsOf } from '../answer/records';
import type { Claim } from './expectation';
import { judge, type JudgedAnswer } from './judge';

const ROWS = [
	{
		service_request_id: '3',
		status: 'open',
		lat: 43.7,
		requested_datetime: '2012-06-15T12:00:00Z'
	},
	{
		service_request_id: '2',
		status: 'open',
		lat: 43.6,
		requested_datetime: '2012-06-15T07:00:00-04:00'
	}
];

/** An answer with these rows, as JSON unless a text is given. */
const answer = (rows: readonly object[], more: Partial<JudgedAnswer> = {}): JudgedAnswer => ({
	status: 200,
	text: JSON.stringify(rows),
	format: 'json',
	parsed: parse({
		method: 'requests',
		status: 200,
		contentType: 'application/json',
		text: JSON.stringify(rows)
	}),
	...more
});

const UNREADABLE = answer([], { parsed: { kind: 'unreadable', message: 'nothing' } });

const holds = (claim: Claim, of: JudgedAnswer) =>
	judge({ status: 200, claims: [claim] }, of).map(({ passed }) => passed)[1];

test('the status is checked first, and can be wrong', () => {
	const expectation = { status: 404, claims: [] };
	expect(judge(expectation, answer([], { status: 404 }))).toEqual([
		{ passed: true, line: 'HTTP status 404' }
	]);
	expect(judge(expectation, answer([]))).toEqual([{ passed: false, line: 'HTTP status 404' }]);
});

test.each<[Claim, string]>([
	[{ claim: 'kind', kind: 'serviceRequests' }, 'The body is serviceRequests'],
	[{ claim: 'count', is: 2 }, 'Records: 2'],
	[{ claim: 'atLeast', count: 2 }, 'Records: at least 2'],
	[
		{ claim: 'list', field: 'service_request_id', values: ['3', { like: /\d/ }] },
		'service_request_id in order: 3, like \\d'
	],
	[
		{ claim: 'some', fields: { service_request_id: '2', lat: 43.6 } },
		'A record has service_request_id 2, lat 43.6'
	],
	[{ claim: 'every', fields: { status: { contains: 'pe' } } }, 'Every record has status “…pe…”'],
	[{ claim: 'every', fields: { zipcode: null } }, 'Every record has no zipcode'],
	[{ claim: 'none', fields: { status: 'closed' } }, 'No record has status closed'],
	[{ claim: 'descending', field: 'requested_datetime' }, 'requested_datetime in descending order'],
	[{ claim: 'descending', field: 'lat' }, 'lat in descending order'],
	[{ claim: 'descending', field: 'service_request_id' }, 'service_request_id in descending order'],
	[{ claim: 'text', format: 'json', contains: '"open"' }, 'The text has "open"']
])('%j passes, and is described in words', (claim, line) => {
	expect(judge({ status: 200, claims: [claim] }, answer(ROWS))[1]).toEqual({ passed: true, line });
});

test.each<[Claim]>([
	[{ claim: 'kind', kind: 'errors' }],
	[{ claim: 'count', is: 1 }],
	[{ claim: 'count', is: 3 }],
	[{ claim: 'atLeast', count: 3 }],
	[{ claim: 'list', field: 'service_request_id', values: ['3'] }],
	[{ claim: 'list', field: 'service_request_id', values: ['2', '3'] }],
	[{ claim: 'list', field: 'service_request_id', values: ['3', '2', '1'] }],
	[{ claim: 'list', field: 'service_request_id', values: ['3', { like: /\D/ }] }],
	[{ claim: 'some', fields: { status: 'closed' } }],
	[{ claim: 'some', fields: { service_request_id: '2', lat: 43.7 } }],
	[{ claim: 'some', fields: { no_such_field: null } }],
	[{ claim: 'some', fields: { status: { contains: 'shut' } } }],
	[{ claim: 'some', fields: { status: { like: /ope/ } } }],
	[{ claim: 'some', fields: { zipcode: { like: /.*x?/ } } }],
	[{ claim: 'some', fields: { lat: '43.7' } }],
	[{ claim: 'every', fields: { service_request_id: '3' } }],
	[{ claim: 'none', fields: { service_request_id: '2' } }],
	[{ claim: 'descending', field: 'no_such_field' }],
	[{ claim: 'text', format: 'json', contains: 'closed' }]
])('%j fails', (claim) => {
	expect(holds(claim, answer(ROWS))).toBe(false);
});

test('rows in the wrong order are not descending: as instants, and as numbers that look like years', () => {
	const descending: Claim = { claim: 'descending', field: 'requested_datetime' };
	expect(holds(descending, answer([...ROWS].reverse()))).toBe(false);
	expect(holds({ claim: 'descending', field: 'lat' }, answer([{ lat: 49 }, { lat: 50 }]))).toBe(
		false
	);
	expect(holds({ claim: 'descending', field: 'lat' }, answer([{ lat: 50 }, { lat: 49 }]))).toBe(
		true
	);
});

test('one row is not enough for an order, and no row for a check on every row', () => {
	expect(holds({ claim: 'descending', field: 'lat' }, answer(ROWS.slice(0, 1)))).toBe(false);
	expect(holds({ claim: 'every', fields: { status: 'open' } }, answer([]))).toBe(false);
	expect(holds({ claim: 'none', fields: { status: 'open' } }, answer([]))).toBe(true);
});

test.each<[Claim]>([
	[{ claim: 'atLeast', count: 1 }],
	[{ claim: 'some', fields: {} }],
	[{ claim: 'every', fields: {} }],
	[{ claim: 'none', fields: { status: 'open' } }],
	[{ claim: 'list', field: 'status', values: ['open'] }]
])('every check on a body that cannot be read fails: %j', (claim) => {
	expect(holds(claim, UNREADABLE)).toBe(false);
});

test('a check on the body in the other format does not apply', () => {
	const claim: Claim = { claim: 'text', format: 'xml', contains: '<service_requests/>' };
	expect(judge({ status: 200, claims: [claim] }, answer(ROWS))).toHaveLength(1);
	expect(holds(claim, answer([], { format: 'xml', text: '<service_requests/>' }))).toBe(true);
});

test('records are the entries of an answer, whatever its kind', () => {
	const read = (method: 'discovery' | 'services' | 'definition', text: string, status = 200) =>
		recordsOf(parse({ method, status, contentType: 'application/json', text }));
	expect(read('discovery', '{"endpoints":[{"url":"u"}]}')).toMatchObject([{ url: 'u' }]);
	expect(read('services', '[{"service_code":"S"}]')).toMatchObject([{ service_code: 'S' }]);
	expect(read('definition', '{"attributes":[{"code":"A"}]}')).toMatchObject([{ code: 'A' }]);
	expect(read('services', '[{"code":404}]', 404)).toEqual([{ code: '404', description: '' }]);
	expect(recordsOf({ kind: 'unreadable', message: '' })).toEqual([]);
});
