import { expect, test } from 'vitest';
import { openedCallOf, type RecordedCall } from './opened-call';

const BASE = 'http://192.168.1.5:3110/check/app-1/open311test/ws/';

const LIST: RecordedCall = {
	number: 2,
	begin: 100,
	end: 140,
	method: 'GET',
	url: `${BASE}requests.json?jurisdiction_id=toronto.ca&status=open`,
	headers: { host: '192.168.1.5:3110', connection: 'close', 'user-agent': 'PotholeApp/1.2' },
	body: '',
	answer: {
		status: 200,
		headers: { 'content-type': 'application/json; charset=utf-8' },
		body: '{"service_requests":[]}'
	},
	reached: true
};

test('a call opens as the exchange that it was, asked of its run', async () => {
	expect(await openedCallOf(LIST, 5)).toMatchObject({
		exchange: {
			draft: {
				method: 'requests',
				format: 'json',
				values: { jurisdiction_id: 'toronto.ca', status: 'open' },
				headers: { 'user-agent': 'PotholeApp/1.2' }
			},
			request: { method: 'GET', url: LIST.url, headers: { 'user-agent': 'PotholeApp/1.2' } },
			startedAt: 5,
			duration: 40,
			outcome: {
				kind: 'response',
				response: {
					status: 200,
					headers: [['content-type', 'application/json; charset=utf-8']],
					text: '{"service_requests":[]}',
					reading: { parsed: { kind: 'serviceRequests', serviceRequests: [] } }
				}
			}
		},
		endpoint: {
			url: BASE,
			discoveryUrl: 'http://192.168.1.5:3110/check/app-1/open311test/',
			name: 'Check my app: app-1',
			dialect: 'toronto',
			apiKey: ''
		}
	});
});

test('a report opens with the fields of its form', async () => {
	const report: RecordedCall = {
		...LIST,
		method: 'POST',
		url: 'http://192.168.1.5:3110/check/app-1/georeport/v2/requests.xml',
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: 'service_code=SWLMALB-02&lat=43.65&long=-79.38&description=a+%26+b'
	};
	expect(await openedCallOf(report, 5)).toMatchObject({
		exchange: {
			draft: {
				method: 'submit',
				format: 'xml',
				values: { service_code: 'SWLMALB-02', lat: '43.65', long: '-79.38', description: 'a & b' }
			},
			request: {
				method: 'POST',
				url: report.url,
				body: 'service_code=SWLMALB-02&lat=43.65&long=-79.38&description=a+%26+b'
			}
		},
		endpoint: { dialect: 'standard' }
	});
});

test.each([
	[
		{ answer: null, end: null, reached: false },
		'No answer yet. This scene may never answer this call; see what your app makes of it.'
	],
	[{ answer: null, reached: false }, 'The connection ended before there was an answer.'],
	[
		{ reached: false },
		'The mock-up answered 200, but the connection ended before the answer reached your app.'
	]
])('a call without an answer says why: %j', async (changed, message) => {
	expect(await openedCallOf({ ...LIST, ...changed }, 5)).toMatchObject({
		exchange: { outcome: { kind: 'failure', message } }
	});
});

test('a call that went nowhere near a run, or cannot be a form, is said to', async () => {
	expect(await openedCallOf({ ...LIST, url: 'http://192.168.1.5:3110/other/' }, 5)).toBe(
		'Call 2 went to http://192.168.1.5:3110/other/, which is no address of a run.'
	);
	expect(await openedCallOf({ ...LIST, body: 'status=open' }, 5)).toBe(
		'Call 2 cannot be shown as a form. This GET cannot have a body: put the arguments into the address.'
	);
});
