import { describe, expect, test } from 'vitest';
import { readingOf } from '../../answer/reading';
import type { Draft } from '../../georeport/request';
import type { Exchange } from '../../http/exchange';
import type { StepCheck, LessonStep, StepExpectation, StepValue } from '../lesson';
import { checkStep, learnt, type Surroundings } from './check-step';

/** An exchange of these records as JSON, unless a text is given. */
function exchange(
	answer: {
		status?: number;
		rows?: readonly object[];
		text?: string;
		headers?: [string, string][];
	},
	draft: Partial<Draft> = {}
): Exchange {
	const asked: Draft = { method: 'requests', format: 'json', values: {}, ...draft };
	const { status = 200, rows = [], text = JSON.stringify(rows), headers = [] } = answer;
	const contentType = 'application/json';
	const reading = readingOf({ method: asked.method, status, contentType, text });
	return {
		draft: asked,
		request: { method: 'GET', url: 'https://a.example/', headers: {}, body: null },
		startedAt: 0,
		duration: 1,
		outcome: {
			kind: 'response',
			response: {
				status,
				statusText: '',
				headers: [['content-type', contentType], ...headers],
				bytes: new Uint8Array(),
				text,
				answeredBy: 'page',
				reading
			}
		}
	};
}

const step = (
	check: Omit<Partial<StepCheck>, 'expect'> & { expect?: Partial<StepExpectation> },
	more: Partial<LessonStep> = {}
): LessonStep => ({
	title: 'A',
	goal: 'B',
	hint: 'C',
	lines: [],
	learn: [],
	dialect: null,
	...more,
	check: {
		values: {},
		...check,
		expect: { status: 200, headers: {}, claims: [], ...check.expect }
	}
});

const AROUND: Surroundings = {
	endpoint: { name: 'Toronto mock-up', dialect: 'toronto' },
	selected: null,
	known: {},
	learntIn: () => null
};

const wordsOf = (of: LessonStep, sent: Exchange, around: Partial<Surroundings> = {}) =>
	checkStep(of, sent, { ...AROUND, ...around }).words;

/** What is said of records where these claims must hold. */
const ofRows = (
	claims: StepExpectation['claims'],
	rows: readonly object[],
	method: Draft['method'] = 'requests'
) => wordsOf(step({ expect: { claims } }), exchange({ rows }, { method }));

const pothole = (status: string | null, more: object = {}) => ({
	service_request_id: '1',
	service_code: 'CSROWR-12',
	status,
	...more
});
const bin = (status: string, more: object = {}) => ({
	...pothole(status),
	service_code: 'SWLMALB-02',
	...more
});

describe('the request', () => {
	const sent = (values: Draft['values'], more: Partial<Draft> = {}) =>
		exchange({ rows: [pothole('open')] }, { values, ...more });

	test.each<[string, StepCheck['values'], Draft['values'], string]>([
		['nothing', { status: 'open' }, {}, 'Not yet. status was not sent: the step asks for open.'],
		[
			'another',
			{ status: 'open' },
			{ status: 'closed' },
			'Not yet. status was closed: the step asks for open.'
		],
		[
			'several',
			{ status: 'open' },
			{ status: ['a', 'b'] },
			'Not yet. status was a, b: the step asks for open.'
		],
		[
			'a text without',
			{ status: { contains: 'op' } },
			{ status: 'x' },
			'Not yet. status was x: the step asks for a text with “op”.'
		],
		[
			'what must be left out',
			{ lat: null },
			{ lat: '1' },
			'Not yet. lat was sent: the step asks you to leave it out.'
		],
		[
			'no match for a pattern with words',
			{ token: { like: /\d{12}/, words: 'an id of 12 digits' } },
			{ token: 'x' },
			'Not yet. token was x: the step asks for an id of 12 digits.'
		],
		[
			'no match for a pattern',
			{ token: { like: /\d{12}/ } },
			{ token: 'x' },
			'Not yet. token was x: the step asks for another value.'
		],
		[
			'nothing for a pattern',
			{ token: { like: /\d{12}/ } },
			{},
			'Not yet. token was not sent: the step asks for it.'
		],
		[
			'a long text',
			{ token: '1' },
			{ token: 'x'.repeat(70) },
			`Not yet. token was ${'x'.repeat(60)}…: the step asks for 1.`
		],
		[
			'a key',
			{ api_key: 'INVALID' },
			{ api_key: 'my-secret' },
			'Not yet. api_key was another: the step asks for INVALID.'
		]
	])('with %s', (_, values, given, words) => {
		expect(wordsOf(step({ values }), sent(given))).toBe(words);
	});

	test('of another method or format', () => {
		const check = step({ method: 'token', format: 'xml' });
		expect(wordsOf(check, sent({}))).toBe(
			'Not yet. You sent GET Service Requests: the step asks for GET request_id from a token.'
		);
		expect(wordsOf(check, sent({}, { method: 'token' }))).toBe(
			'Not yet. You asked for JSON: the step asks for XML.'
		);
	});

	test('that is right in all', () => {
		const check = step({
			method: 'requests',
			format: 'json',
			values: { status: 'open', lat: null }
		});
		expect(checkStep(check, sent({ status: 'open' }), AROUND)).toEqual({
			done: true,
			words: 'Done: 200 OK came.',
			offender: null
		});
	});
});

describe('the endpoint', () => {
	test('that speaks another dialect does not count', () => {
		const endpoint = { name: 'Toronto mock-up, standard dialect', dialect: 'standard' } as const;
		const toronto = step({}, { dialect: 'toronto' });
		expect(wordsOf(toronto, exchange({}), { endpoint })).toBe(
			'Not yet. You asked Toronto mock-up, standard dialect: the step asks for the mock-up in Toronto’s dialect.'
		);
		expect(wordsOf(toronto, exchange({}))).toBe('Done: 200 OK came.');
		const other = { name: '311.example.org', dialect: null };
		expect(wordsOf(step({}, { dialect: 'standard' }), exchange({}), { endpoint: other })).toBe(
			'Not yet. You asked 311.example.org: the step asks for the mock-up in the standard dialect.'
		);
	});
});

describe('the answer', () => {
	const text = JSON.stringify([{ code: 400, description: 'lat was not provided.' }]);

	test('of another status, with what it says', () => {
		expect(wordsOf(step({}), exchange({ status: 400, text }))).toBe(
			'Not yet. 400 Bad Request came: the step asks for 200 OK. The answer says: “lat was not provided.”'
		);
		expect(wordsOf(step({ expect: { status: 503 } }), exchange({}))).toBe(
			'Not yet. 200 OK came: the step asks for 503 Service Unavailable.'
		);
	});

	test('of the status asked for', () => {
		expect(wordsOf(step({ expect: { status: 400 } }), exchange({ status: 400, text }))).toBe(
			'Done: 400 Bad Request came.'
		);
	});

	test('with its headers', () => {
		const seconds = { like: /\d+/, words: 'a number of seconds' };
		const check = step({ expect: { headers: { 'Retry-After': seconds } } });
		const after = (value: string) => exchange({ headers: [['retry-after', value]] });
		expect(wordsOf(check, exchange({}))).toBe(
			'Not yet. The answer has no header Retry-After: the step asks for it.'
		);
		expect(wordsOf(check, after('soon'))).toBe(
			'Not yet. The header Retry-After is soon: the step asks for a number of seconds.'
		);
		expect(wordsOf(check, after('30'))).toBe('Done: 200 OK came and Retry-After is 30.');
	});

	test('that never came', () => {
		const outcome = { kind: 'failure', message: 'The connection was lost.' } as const;
		expect(wordsOf(step({}), { ...exchange({}), outcome })).toBe(
			'Not yet. No answer came. The connection was lost.'
		);
	});

	test('that cannot be read', () => {
		const check = step({ expect: { claims: [{ claim: 'count', is: 1 }] } });
		expect(wordsOf(check, exchange({ text: '' }))).toBe(
			'Not yet. The answer cannot be read. The body is empty.'
		);
	});
});

const CORNER: StepValue = { contains: '&', words: 'a corner' };

describe('records', () => {
	const OPEN_POTHOLES = {
		claim: 'every',
		fields: { status: 'open', service_code: 'CSROWR-12' }
	} as const;

	test.each<[string, readonly object[]]>([
		['Not yet. No requests came: the step asks for open potholes.', []],
		[
			'Not yet. 3 potholes came, and 2 are closed: the step asks for open ones.',
			[pothole('open'), pothole('closed'), pothole('closed')]
		],
		[
			'Not yet. 2 potholes came, and all are closed: the step asks for open ones.',
			[pothole('closed'), pothole('closed')]
		],
		[
			'Not yet. 1 pothole came, and it is closed: the step asks for an open one.',
			[pothole('closed')]
		],
		[
			'Not yet. 2 potholes came, and 1 has no status: the step asks for open ones.',
			[pothole('open'), pothole(null)]
		],
		[
			'Not yet. 2 requests came, and 1 is not a pothole: the step asks for potholes.',
			[pothole('open'), bin('open')]
		],
		[
			'Not yet. 3 requests came, 2 are closed and 1 is not a pothole: the step asks for open potholes.',
			[pothole('closed'), pothole('closed'), bin('open')]
		],
		[
			'Not yet. 1 graffiti report came, and it is closed and not a pothole: the step asks for an open pothole.',
			[bin('closed')]
		],
		['Done: all 2 are open potholes.', [pothole('open'), pothole('open')]],
		['Done: status is open and service_code is CSROWR-12.', [pothole('open')]]
	])('%s', (words, rows) => {
		expect(ofRows([OPEN_POTHOLES], rows)).toBe(words);
	});

	test.each<[string, StepExpectation['claims'][number], readonly object[]]>([
		[
			'Not yet. 2 requests came: the step asks for 3.',
			{ claim: 'count', is: 3 },
			[pothole('open'), bin('open')]
		],
		[
			'Not yet. 1 pothole came: the step asks for at least 2 potholes.',
			{ claim: 'atLeast', count: 2 },
			[pothole('open')]
		],
		[
			'Not yet. No requests came: the step asks for at least 1 request.',
			{ claim: 'atLeast', count: 1 },
			[]
		],
		['Done: no requests came.', { claim: 'count', is: 0 }, []],
		[
			'Not yet. 2 potholes came, and none has service_request_id 7: the step asks for one.',
			{ claim: 'some', fields: { service_request_id: '7' } },
			[pothole('open'), pothole('open')]
		],
		[
			'Not yet. 2 potholes came, and none is closed and has no lat: the step asks for one.',
			{ claim: 'some', fields: { status: 'closed', lat: null } },
			[pothole('open'), pothole('open')]
		],
		[
			'Not yet. 2 potholes came, and none is as the step asks.',
			{ claim: 'some', fields: { service_request_id: { like: /7/ } } },
			[pothole('open'), pothole('open')]
		],
		[
			'Not yet. 1 pothole came, and it has service_request_id 1: the step asks for service_request_id 7.',
			{ claim: 'some', fields: { service_request_id: '7' } },
			[pothole('open')]
		],
		[
			'Done: 1 of 2 potholes is closed.',
			{ claim: 'some', fields: { status: 'closed' } },
			[pothole('open'), pothole('closed')]
		],
		[
			'Not yet. 3 potholes came, and 2 are closed: the step asks for none of these.',
			{ claim: 'none', fields: { status: 'closed' } },
			[pothole('open'), pothole('closed'), pothole('closed')]
		],
		[
			'Not yet. 1 pothole came, and it is closed: the step asks for none of these.',
			{ claim: 'none', fields: { status: 'closed' } },
			[pothole('closed')]
		],
		[
			'Not yet. 2 potholes came, and 1 has address A: the step asks for a corner as address.',
			{ claim: 'every', fields: { address: CORNER } },
			[pothole('open', { address: 'A' }), pothole('open', { address: 'B & C' })]
		],
		[
			'Not yet. 3 potholes came, and 2 have another address: the step asks for a text with “&” as address.',
			{ claim: 'every', fields: { address: { contains: '&' } } },
			[
				pothole('open', { address: 'A' }),
				pothole('open', { address: 'B' }),
				pothole('open', { address: 'B & C' })
			]
		],
		[
			'Not yet. 1 pothole came, and it has service_request_id 1, which is not what the step asks for.',
			{ claim: 'every', fields: { service_request_id: { like: /\d{12}/ } } },
			[pothole('open')]
		],
		[
			'Not yet. 2 potholes came, and lat grows from one to the next: the step asks that it never does.',
			{ claim: 'descending', field: 'lat' },
			[pothole('open', { lat: 1 }), pothole('open', { lat: 2 })]
		],
		[
			'Not yet. 1 pothole came: the step asks for at least 2.',
			{ claim: 'descending', field: 'lat' },
			[pothole('open')]
		],
		[
			'Not yet. 1 pothole came: the step asks for 2 potholes.',
			{ claim: 'list', field: 'status', values: ['open', 'open'] },
			[pothole('open')]
		],
		[
			'Not yet. The pothole at place 2 has status closed: the step asks for open.',
			{ claim: 'list', field: 'status', values: ['open', 'open'] },
			[pothole('open'), pothole('closed')]
		],
		[
			'Not yet. The answer is a list of service requests: the step asks for a list of errors.',
			{ claim: 'kind', kind: 'errors' },
			[pothole('open')]
		],
		[
			'Not yet. The answer does not contain "lat":null.',
			{ claim: 'text', format: 'json', contains: '"lat":null' },
			[pothole('open')]
		],
		['Done: 200 OK came.', { claim: 'text', format: 'xml', contains: 'x' }, [pothole('open')]]
	])('%s', (words, claim, rows) => {
		expect(ofRows([claim], rows)).toBe(words);
	});

	test('are called what they are', () => {
		const one = [{ claim: 'count', is: 1 }] as const;
		const services = [{ service_code: 'A' }, { service_code: 'B' }];
		expect(ofRows(one, services, 'services')).toBe(
			'Not yet. 2 services came: the step asks for 1.'
		);
		const definition = [{ service_code: 'A', attributes: [{ code: 'A' }, { code: 'B' }] }];
		expect(ofRows(one, definition, 'definition')).toBe(
			'Not yet. 2 attributes came: the step asks for 1.'
		);
	});

	test('that make a claim fail are named, where it is one', () => {
		const check = step({ expect: { claims: [OPEN_POTHOLES] } });
		const rows = [pothole('open'), pothole('closed')];
		expect(checkStep(check, exchange({ rows }), AROUND).offender).toEqual({
			record: 1,
			field: 'status'
		});
	});

	test('no pattern is ever shown', () => {
		const like = { like: /(?:never|shown)+/ };
		const claims: StepExpectation['claims'] = [
			{ claim: 'every', fields: { status: like } },
			{ claim: 'some', fields: { status: like } },
			{ claim: 'list', field: 'status', values: [like, like] }
		];
		for (const claim of claims) {
			for (const rows of [[], [pothole('open')], [pothole('open'), pothole('closed')]]) {
				expect(ofRows([claim], rows)).not.toMatch(/[?+\\]|never/);
			}
		}
		const check = step({ values: { status: like }, expect: { headers: { Allow: like } } });
		for (const status of [[], 'open', 'shown']) {
			expect(
				wordsOf(check, exchange({ headers: [['allow', 'GET']] }, { values: { status } }))
			).not.toMatch(/[?+\\]|never/);
		}
	});
});

describe('what was learnt', () => {
	const answer = exchange({ rows: [{ token: '7', service_request_id: '12' }] });
	const check = step({ values: { token: '$token' } });

	test('is put in the place of its name', () => {
		const sent = (token: string) => exchange({}, { values: { token } });
		expect(wordsOf(check, sent('7'), { known: { token: '7' } })).toBe('Done: 200 OK came.');
		expect(wordsOf(check, sent('8'), { known: { token: '7' } })).toBe(
			'Not yet. token was 8: the step asks for 7.'
		);
	});

	test('is said to be missing, with the step that gives it', () => {
		expect(
			wordsOf(check, answer, { learntIn: (name) => (name === 'token' ? 'Report' : null) })
		).toBe('Not yet. This needs the token that the step “Report” gives. Do that first.');
		expect(wordsOf(step({ selected: '$service_request_id' }), answer)).toBe(
			'Not yet. This needs the service_request_id that an earlier step gives. Do that first.'
		);
	});

	test('is what the step learns, and nothing else', () => {
		expect(learnt(step({}, { learn: ['token'] }), answer, { service_request_id: '3' })).toEqual({
			token: '7',
			service_request_id: '3'
		});
		expect(learnt(step({}), answer, {})).toEqual({});
		expect(learnt(step({}, { learn: ['token'] }), exchange({ rows: [] }), { token: '1' })).toEqual({
			token: '1'
		});
	});
});

test('what must be chosen is, or is not', () => {
	const check = step({ selected: '12' });
	expect(wordsOf(check, exchange({}), { selected: '12' })).toBe('Done: 12 is chosen.');
	expect(wordsOf(check, exchange({}), { selected: '13' })).toBe(
		'Not yet. 13 is chosen: the step asks for 12. Choose it in the list or on the map.'
	);
	expect(wordsOf(check, exchange({}))).toBe(
		'Not yet. No request is chosen: the step asks for 12. Choose it in the list or on the map.'
	);
});
