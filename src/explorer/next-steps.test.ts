import { describe, expect, it } from 'vitest';
import type { Draft } from '../georeport/request';
import { ExchangeView } from './exchange-view.svelte';
import { answered, springfield, toronto } from './fixtures';
import { nextStepsOf, type NextStep, type NextStepOptions } from './next-steps';

const NOON = Date.parse('2012-06-15T12:00:00-04:00');
const CITY = { jurisdiction_id: 'toronto.ca' };

const wordsOf = ({ label, action, isStrong }: NextStep) => {
	const name = isStrong ? `*${label}` : label;
	switch (action.kind) {
		case 'call':
			return [name, action.draft.method, action.draft.values];
		case 'clock':
			return [name, new Date(action.instant).toISOString()];
		case 'copy':
			return [name, action.text];
		case 'fields':
			return [name, ...action.names];
		case 'endpoint':
			return [name, action.url];
		default:
			return [name, action.kind];
	}
};

/** The steps after this XML: the main one, then the others. */
function after(
	method: Draft['method'],
	values: Draft['values'],
	text: string,
	{ status = 200, ...options }: Partial<NextStepOptions> & { status?: number } = {}
) {
	const draft: Draft = { method, format: 'xml', values: { ...CITY, ...values } };
	const view = new ExchangeView(answered(draft, text, { status }), toronto, null);
	const { main, others } = nextStepsOf(view, {
		record: null,
		jurisdiction: 'toronto.ca',
		clock: NOON,
		isOwnReport: false,
		...options
	});
	return [main && wordsOf(main), ...others.map(wordsOf)];
}

const rows = (...requests: string[]) =>
	`<service_requests>${requests.map((fields) => `<request>${fields}</request>`).join('')}</service_requests>`;
const errors = (code: number, words: string) =>
	`<errors><error><code>${code}</code><description>${words}</description></error></errors>`;
const OPEN =
	'<service_request_id>101</service_request_id><status>open</status><service_code>CSROWR-12</service_code>' +
	'<address>1 KING ST</address><lat>43.65</lat><long>-79.38</long>';
const CODE = { service_code: 'CSROWR-12' };

describe('what comes next', () => {
	it('after discovery: the service list, and the endpoint that it names', () => {
		const text =
			'<discovery><endpoints><endpoint><url>https://a.example/v2</url></endpoint></endpoints></discovery>';
		expect(after('discovery', {}, text)).toEqual([
			null,
			['Service list', 'services', CITY],
			['Use this endpoint', 'https://a.example/v2/']
		]);
	});

	it('after the service list: what the chosen service leads to', () => {
		const text =
			'<services><service><service_code>CSROWR-12</service_code><metadata>true</metadata></service></services>';
		expect(after('services', {}, text)).toEqual([null, ['Report one', 'submit', CITY]]);
		expect(after('services', {}, text, { record: 0 })).toEqual([
			null,
			['*Definition', 'definition', { ...CODE, ...CITY }],
			['Report one', 'submit', { ...CITY, ...CODE }],
			['List these', 'requests', { ...CITY, ...CODE }]
		]);
	});

	it('after a definition: a report with its answers, and the reports there are', () => {
		const text = '<service_definition><service_code>CSROWR-12</service_code></service_definition>';
		expect(after('definition', CODE, text)).toEqual([
			null,
			['Report one', 'submit', { ...CITY, ...CODE }],
			['List these', 'requests', { ...CITY, ...CODE }]
		]);
	});

	it('after a report: its id by the token, and three others', () => {
		expect(after('submit', CODE, rows('<token>91000001</token>'))).toEqual([
			['*Ask for its id', 'token', { token: '91000001', ...CITY }],
			['See all open potholes', 'requests', { ...CITY, ...CODE, status: 'open' }],
			['Report another', 'submit', { ...CITY, ...CODE }],
			['Copy the token', '91000001']
		]);
	});

	it('after a report that got its id at once: its status', () => {
		const graffiti = { service_code: '30102' };
		expect(after('submit', graffiti, rows('<service_request_id>9</service_request_id>'))).toEqual([
			['*See its status', 'request', { service_request_id: '9', ...CITY }],
			['See all open ones', 'requests', { ...CITY, ...graffiti, status: 'open' }],
			['Report another', 'submit', { ...CITY, ...graffiti }]
		]);
	});

	it('after a token with an id: its status; without one: time has to pass', () => {
		const token = { token: '91000001' };
		const known = rows('<token>91000001</token><service_request_id>101</service_request_id>');
		expect(after('token', token, known)).toEqual([
			['*See its status', 'request', { service_request_id: '101', ...CITY }],
			['Copy the id', '101']
		]);
		const pending = rows('<token>91000001</token>');
		expect(after('token', token, pending)).toEqual([
			['*Move the clock one day', '2012-06-16T16:00:00.000Z'],
			['Ask again', 'token', { token: '91000001', ...CITY }]
		]);
		expect(after('token', token, pending, { clock: null })).toEqual([
			['*Ask again', 'token', { token: '91000001', ...CITY }]
		]);
	});

	it('after one’s own record: the clock until it is closed, then as after any record', () => {
		const id = { service_request_id: '101' };
		expect(after('request', id, rows(OPEN), { isOwnReport: true })).toEqual([
			['*Move the clock one week', '2012-06-22T16:00:00.000Z'],
			['Show it among the others', 'requests', { ...CITY, ...CODE }]
		]);
		const place = { lat: '43.65', long: '-79.38' };
		const any = [
			null,
			['Its definition', 'definition', { ...CODE, ...CITY }],
			['Report one here', 'submit', { ...CITY, ...CODE, ...place }],
			['Others like it', 'requests', { ...CITY, ...CODE }]
		];
		expect(after('request', id, rows(OPEN))).toEqual(any);
		const closed = OPEN.replace('open', 'closed');
		expect(after('request', id, rows(closed), { isOwnReport: true })).toEqual(any);
	});

	it('after a record without coordinates: a report at its address', () => {
		const text = rows(OPEN.replace(/<lat>.*/, ''));
		expect(after('request', { service_request_id: '101' }, text)[2]).toEqual([
			'Report one here',
			'submit',
			{ ...CITY, ...CODE, address_string: '1 KING ST' }
		]);
	});

	it('after a list: fewer of them, a report, a file; with one chosen, that one', () => {
		expect(after('requests', {}, rows(OPEN, OPEN))).toEqual([
			null,
			['Only open ones', 'requests', { ...CITY, status: 'open' }],
			['Report one', 'submit', CITY],
			['Save as CSV…', 'csv']
		]);
		expect(after('requests', { ...CODE, status: 'open' }, rows(OPEN, OPEN))).toEqual([
			null,
			['Report one', 'submit', { ...CITY, ...CODE }],
			['Definition', 'definition', { ...CODE, ...CITY }],
			['Save as CSV…', 'csv']
		]);
		expect(after('requests', {}, rows(OPEN, OPEN), { record: 1 }).map((each) => each?.[0])).toEqual(
			[undefined, '*Get this request', 'Its definition', 'Report one here']
		);
		expect(after('requests', {}, rows())).toEqual([null, ['Report one', 'submit', CITY]]);
	});

	it('after a refusal: the fields it names, a key, or what there is', () => {
		expect(after('submit', CODE, errors(400, 'long was not provided.'), { status: 400 })).toEqual([
			null,
			['Fill in what is missing', 'long'],
			['Code for errors', 'code']
		]);
		const lat = { ...CODE, lat: '91' };
		expect(after('submit', lat, errors(400, 'lat is not valid.'), { status: 400 })).toEqual([
			null,
			['Change what was refused', 'lat'],
			['Code for errors', 'code']
		]);
		expect(after('submit', {}, errors(403, 'Missing key.'), { status: 403 })).toEqual([
			null,
			['Add a key', 'key']
		]);
		expect(after('submit', { api_key: 'x' }, errors(403, 'Invalid key.'), { status: 403 })).toEqual(
			[null, ['Change the key', 'key'], ['Send without a key', 'submit', CITY]]
		);
		const id = { service_request_id: '1' };
		expect(after('request', id, errors(404, 'Not found.'), { status: 404 })).toEqual([
			null,
			['List the ids there are', 'requests', CITY]
		]);
		expect(after('requests', {}, errors(500, 'Out of order.'), { status: 500 })).toEqual([
			null,
			['Code for errors', 'code']
		]);
	});

	it('nothing, where no answer came or it cannot be read', () => {
		const draft: Draft = { method: 'requests', format: 'xml', values: {} };
		const options = { record: null, jurisdiction: '', clock: null, isOwnReport: false };
		const none = { main: null, others: [] };
		const cut = new ExchangeView(answered(draft, '<service_requests><req'), springfield, null);
		expect(nextStepsOf(cut, options)).toEqual(none);
		const failed = { ...answered(draft, ''), outcome: { kind: 'failure' as const, message: '' } };
		expect(nextStepsOf(new ExchangeView(failed, springfield, null), options)).toEqual(none);
	});
});
