import { expect, test } from 'vitest';
import { nextDrafts, type NextOptions } from './next-drafts';
import { parse } from './parse';
import type { Draft } from '../georeport/request';

const CITY = { jurisdiction_id: 'toronto.ca' };

/** What can follow when a draft is answered with this JSON, as `name` and draft. */
function after(
	sent: Omit<Draft, 'format'>,
	json: unknown,
	options: NextOptions = {},
	status = 200
) {
	const parsed = parse({
		method: sent.method,
		status,
		contentType: 'application/json',
		text: typeof json === 'string' ? json : JSON.stringify(json)
	});
	return nextDrafts({ ...sent, format: 'json' }, { status, parsed }, options).map(
		({ name, draft, fields }) => [
			name,
			draft.method,
			draft.values,
			...(fields.length > 0 ? [fields] : [])
		]
	);
}

const POTHOLE = {
	service_request_id: 101000000001,
	status: 'open',
	service_code: 'CSROWR-12',
	address: '296 BRUNSWICK AVE',
	lat: 43.665497385,
	long: -79.407597678
};

test('discovery leads to the service list, in the endpoint’s jurisdiction', () => {
	const sent: Omit<Draft, 'format'> = { method: 'discovery', values: {} };
	expect(after(sent, { endpoints: [] }, { jurisdiction: 'toronto.ca' })).toEqual([
		['services', 'services', CITY]
	]);
	expect(after(sent, { endpoints: [] })).toEqual([['services', 'services', {}]]);
});

test('a service leads to its definition, a report and its requests; without questions not to them', () => {
	const sent: Omit<Draft, 'format'> = { method: 'services', values: CITY };
	const answer = [
		{ service_code: 30102, service_name: 'Graffiti', metadata: true },
		{ service_code: 'SWLMALB-02', service_name: 'Bin', metadata: false }
	];
	expect(after(sent, answer)).toEqual([]);
	expect(after(sent, answer, { record: null })).toEqual([]);
	expect(after(sent, answer, { record: 2 })).toEqual([]);
	expect(after(sent, answer, { record: 0 })).toEqual([
		['definition', 'definition', { service_code: '30102', ...CITY }],
		['report', 'submit', { ...CITY, service_code: '30102' }],
		['list', 'requests', { ...CITY, service_code: '30102' }]
	]);
	expect(after(sent, answer, { record: 1 }).map(([name]) => name)).toEqual(['report', 'list']);
});

test('a definition leads to a report and the requests of the service that was asked for', () => {
	const sent: Omit<Draft, 'format'> = {
		method: 'definition',
		values: { service_code: 'CSROWR-12', ...CITY }
	};
	expect(after(sent, { service_code: 'CSROWR-12', attributes: [] })).toEqual([
		['report', 'submit', { ...CITY, service_code: 'CSROWR-12' }],
		['list', 'requests', { ...CITY, service_code: 'CSROWR-12' }]
	]);
});

test('a report leads to its id by the token, or to itself by the id, and carries nobody along', () => {
	const sent: Omit<Draft, 'format'> = {
		method: 'submit',
		values: {
			...CITY,
			api_key: 'secret',
			service_code: 'CSROWR-12',
			lat: '43.65',
			long: '-79.4',
			email: 'ada@example.org'
		}
	};
	const others = [
		['open', 'requests', { ...CITY, service_code: 'CSROWR-12', status: 'open' }],
		['report', 'submit', { ...CITY, service_code: 'CSROWR-12' }]
	];
	expect(after(sent, [{ token: '91000001' }])).toEqual([
		['id', 'token', { token: '91000001', ...CITY }],
		...others
	]);
	expect(after(sent, [{ service_request_id: 101000900001, token: null }])).toEqual([
		['request', 'request', { service_request_id: '101000900001', ...CITY }],
		...others
	]);
	// A blackbox service answers with neither.
	expect(after(sent, [{ service_notice: 'Thank you.' }])).toEqual(others);
});

test('a token leads to the request once it has an id, until then to itself', () => {
	const sent: Omit<Draft, 'format'> = { method: 'token', values: { token: '9000031', ...CITY } };
	expect(after(sent, [{ token: '9000031', service_request_id: '101000000131' }])).toEqual([
		['request', 'request', { service_request_id: '101000000131', ...CITY }]
	]);
	expect(after(sent, [{ token: '9000031' }])).toEqual([['again', 'token', sent.values]]);
});

test('a request leads to its service, its place and its like', () => {
	const service = { service_code: 'CSROWR-12' };
	const place = { lat: '43.665497385', long: '-79.407597678' };
	const expected = [
		['definition', 'definition', { ...service, ...CITY }],
		['reportHere', 'submit', { ...CITY, ...service, ...place }],
		['othersNear', 'requests', { ...CITY, ...place, radius: '1000' }],
		['othersLike', 'requests', { ...CITY, ...service }]
	];
	const one: Omit<Draft, 'format'> = {
		method: 'request',
		values: { service_request_id: '101000000001', ...CITY }
	};
	expect(after(one, { service_requests: [POTHOLE] })).toEqual(expected);
	const open: Omit<Draft, 'format'> = { method: 'requests', values: { ...CITY, status: 'open' } };
	const list = [{ ...POTHOLE, service_request_id: 1 }, POTHOLE];
	expect(after(open, list, { record: 1 })).toEqual([
		['request', 'request', { service_request_id: '101000000001', ...CITY }],
		...expected
	]);
	expect(after(open, list)).toEqual([]);
});

test('one without coordinates leads to a report at its address; one without any place to none', () => {
	const one: Omit<Draft, 'format'> = {
		method: 'request',
		values: { service_request_id: '1', ...CITY }
	};
	const names = (record: object) => after(one, [record]).map(([name]) => name);
	const { lat: _lat, long: _long, ...addressed } = POTHOLE;
	expect(after(one, [addressed])[1]).toEqual([
		'reportAtAddress',
		'submit',
		{ ...CITY, service_code: 'CSROWR-12', address_string: '296 BRUNSWICK AVE' }
	]);
	expect(names(addressed)).toEqual(['definition', 'reportAtAddress', 'othersLike']);
	expect(names({ ...addressed, address: null })).toEqual(['definition', 'othersLike']);
	expect(names({ service_request_id: 1, service_code: null })).toEqual([]);
});

test('a list leads to what of it is open, in the order of the arguments, its other filters kept', () => {
	const sent: Omit<Draft, 'format'> = {
		method: 'requests',
		values: { page: '2', service_code: 'CSROWR-12', ...CITY }
	};
	const [first] = after(sent, []);
	expect(first).toEqual([
		'open',
		'requests',
		{ ...CITY, service_code: 'CSROWR-12', status: 'open', page: '2' }
	]);
	expect(Object.keys((first?.[2] ?? {}) as object)).toEqual([
		...['jurisdiction_id', 'service_code', 'status', 'page']
	]);
});

test('a refusal leads to the fields it names, and a 404 to what there is', () => {
	const values = { ...CITY, service_code: 'CSROWR-12', lat: '43.65' };
	const report: Omit<Draft, 'format'> = { method: 'submit', values };
	const error = (code: number, description: string) => [{ code, description }];
	expect(after(report, error(400, 'long was not provided.'), {}, 400)).toEqual([
		['fields', 'submit', values, ['long']]
	]);
	expect(after(report, error(404, "service_code 'X' was not found."), {}, 404)).toEqual([
		['fields', 'submit', values, ['service_code']],
		['services', 'services', CITY]
	]);
	const one: Omit<Draft, 'format'> = {
		method: 'request',
		values: { service_request_id: '1', ...CITY }
	};
	expect(after(one, error(404, 'Not there.'), {}, 404)).toEqual([['ids', 'requests', CITY]]);
	expect(after(one, error(500, 'General service error.'), {}, 500)).toEqual([]);
});

test('what cannot be read leads nowhere', () => {
	expect(after({ method: 'services', values: CITY }, '[{')).toEqual([]);
});

test('the format stays; headers, files and a path of one’s own do not go along', () => {
	const parsed = parse({
		method: 'token',
		status: 200,
		contentType: 'text/xml',
		text: '<service_requests><request><token>7</token><service_request_id>8</service_request_id></request></service_requests>'
	});
	const sent: Draft = {
		method: 'token',
		format: 'xml',
		values: { token: '7' },
		headers: { Prefer: 'delay=9' },
		path: 'tokens/7.xml'
	};
	expect(nextDrafts(sent, { status: 200, parsed })).toEqual([
		{
			name: 'request',
			draft: { method: 'request', format: 'xml', values: { service_request_id: '8' } },
			fields: []
		}
	]);
});
