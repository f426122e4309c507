import { expect, test } from 'vitest';
import type { Claim } from './expectation';
import { sidesOf } from './expectation-text';
import type { JudgedAnswer } from './judge';
import { parse } from '../answer/parse';

const answerOf = (status: number, text: string): JudgedAnswer => ({
	status,
	text,
	format: 'json',
	parsed: parse({ method: 'requests', status, contentType: 'application/json', text })
});

const ROWS = JSON.stringify([
	{ service_request_id: '3', status: 'open', requested_datetime: '2012-06-15T12:00:00Z' },
	{ service_request_id: '2', status: 'closed', requested_datetime: '2012-06-16T12:00:00Z' }
]);

const lines = (claim: Claim, answer = answerOf(200, ROWS)) => {
	const { expected, actual } = sidesOf({ status: 200, claims: [claim] }, answer);
	return [expected.trimEnd().split('\n').slice(1), actual.trimEnd().split('\n').slice(1)];
};

test('checks that pass have the same words in both texts', () => {
	const claims: Claim[] = [
		{ claim: 'kind', kind: 'serviceRequests' },
		{ claim: 'atLeast', count: 1 },
		{ claim: 'list', field: 'service_request_id', values: ['3', { like: /\d/ }] },
		{ claim: 'some', fields: { status: 'open' } },
		{ claim: 'text', format: 'xml', contains: '<no/>' }
	];
	const { expected, actual } = sidesOf({ status: 200, claims }, answerOf(200, ROWS));
	expect(actual).toBe(expected);
	expect(expected.split('\n')).toEqual([
		'HTTP status: 200',
		'body: serviceRequests',
		'records: at least 1',
		'service_request_id, in order:',
		'  3',
		'  like \\d',
		'a record with:',
		'  status: open',
		''
	]);
});

test('the status differs if it is another', () => {
	const { expected, actual } = sidesOf({ status: 404, claims: [] }, answerOf(200, ROWS));
	expect([expected, actual]).toEqual(['HTTP status: 404\n', 'HTTP status: 200\n']);
});

test.each<[Claim, string[], string[]]>([
	[{ claim: 'kind', kind: 'errors' }, ['body: errors'], ['body: serviceRequests']],
	[{ claim: 'count', is: 5 }, ['records: 5'], ['records: 2']],
	[
		{ claim: 'list', field: 'service_request_id', values: ['3', '7', '8'] },
		['service_request_id, in order:', '  3', '  7', '  8'],
		['service_request_id, in order:', '  3', '  2']
	],
	[
		{ claim: 'some', fields: { status: 'closed', service_request_id: '3', agency: 'x' } },
		['a record with:', '  status: closed', '  service_request_id: 3', '  agency: x'],
		['a record with:', '  status: open', '  service_request_id: 3', '  agency: not there']
	],
	[
		{ claim: 'every', fields: { status: 'open' } },
		['every record with:', '  status: open'],
		['a record with:', '  status: closed']
	],
	[
		{ claim: 'none', fields: { status: 'closed' } },
		['no record with:', '  status: closed'],
		['a record with:', '  status: closed']
	],
	[
		{ claim: 'descending', field: 'requested_datetime' },
		['requested_datetime: in descending order'],
		['requested_datetime: in another order, or in one record only']
	],
	[
		{ claim: 'text', format: 'json', contains: '"x"' },
		['the text has: "x"'],
		['the text does not have it']
	]
])('%j shows what came instead', (claim, expected, actual) => {
	expect(lines(claim)).toEqual([expected, actual]);
});

test('a body that cannot be read has no records', () => {
	const broken = answerOf(200, '[{');
	expect(lines({ claim: 'some', fields: { status: 'open' } }, broken)[1]).toEqual([
		'no record at all'
	]);
	expect(lines({ claim: 'none', fields: { status: 'open' } }, broken)[1]).toEqual([
		'a body that cannot be read',
		'  status: open'
	]);
});
