// Test cases that look up one request by its id or its token.
import type { Follow, TestCase } from '../../src/cases/expectation';
import {
	SCHEDULED,
	INVESTIGATED,
	COMPLETED,
	CANCELLED,
	TORONTO_ID,
	both,
	exactly,
	each,
	every,
	ok,
	refused,
	sent
} from './build';
import { PRIVATE_PROPERTY } from '../data/services';
import { LADDERS } from './ladders';
import { serviceNameOf } from './service-name';

const POTHOLE = 'CSROWR-12';

/** An id outside the default 90 days. */
const WINTER = '101000000007';

const single = (
	id: string,
	title: string,
	shows: string,
	service_request_id: string,
	code: string | null,
	outcomes: TestCase['outcomes'],
	provenance: TestCase['provenance'] = 'invented'
): TestCase => ({
	id,
	title,
	shows,
	service: serviceNameOf(code),
	group: 'look up',
	draft: { method: 'request', values: { service_request_id, ...TORONTO_ID } },
	outcomes,
	provenance,
	section: 'GET Service Request'
});

/** Requests by id, each of which demonstrates one thing. */
export const LOOKING_UP_CASES: TestCase[] = [
	single(
		'request-open',
		'An open pothole',
		'long comes before lat in Toronto’s dialect, and ids are numbers in its JSON.',
		'101000000001',
		POTHOLE,
		each(
			ok(
				exactly(1),
				every({ status: 'open', status_notes: SCHEDULED, updated_datetime: null }),
				every({ expected_datetime: '2012-06-19T08:12:00-04:00' }),
				sent('xml', '<zipcode/>'),
				sent('xml', '<long>-79.407597678</long>\n    <lat>43.665497385</lat>'),
				sent('json', '{"service_requests":[{"service_request_id":101000000001,')
			),
			ok(
				exactly(1),
				every({ status: 'open', status_notes: SCHEDULED, updated_datetime: null }),
				every({ expected_datetime: '2012-06-19T08:12:00-04:00' }),
				sent('xml', '<zipcode/>'),
				sent('xml', '<lat>43.665497385</lat>\n    <long>-79.407597678</long>'),
				sent('json', '[{"service_request_id":"101000000001",')
			)
		),
		'seen'
	),
	single(
		'request-investigated',
		'A pothole that takes 90 days',
		'After the first look the target moved from 5 days to 90.',
		'101000000002',
		POTHOLE,
		both(
			ok(
				every({
					status: 'open',
					requested_datetime: '2012-05-22T20:58:35-04:00',
					expected_datetime: '2012-08-20T20:59:00-04:00',
					address: '46 LAMBTON AVE',
					address_id: '9544823'
				})
			)
		),
		'inferred'
	),
	single(
		'request-closed-photo',
		'A closed request with a photo',
		'media_url is a link to the reporter’s own host; nothing here loads it by itself.',
		'101000000003',
		POTHOLE,
		both(
			ok(every({ status: 'closed', status_notes: COMPLETED, media_url: { like: /https:.*jpg/ } }))
		)
	),
	single(
		'request-closed-late',
		'Closed after its deadline',
		'updated_datetime, when it was closed, lies after expected_datetime.',
		'101000000004',
		POTHOLE,
		both(
			ok(
				every({
					updated_datetime: '2012-05-02T14:40:00-04:00',
					expected_datetime: '2012-04-21T11:00:00-04:00'
				})
			)
		),
		'inferred'
	),
	single(
		'request-cancelled',
		'Cancelled',
		'Closed, and yet without updated_datetime.',
		'101000000005',
		POTHOLE,
		both(
			ok(
				every({
					status: 'closed',
					status_notes: CANCELLED,
					updated_datetime: null,
					expected_datetime: null
				})
			)
		),
		'seen'
	),
	single(
		'request-no-location',
		'Nowhere on the map',
		'Address, id and coordinates are all without value: null, an empty element, or left out.',
		'101000000006',
		POTHOLE,
		each(
			ok(
				every({ lat: null, long: null, address: null, address_id: null }),
				sent('xml', '<lat/>'),
				sent('json', '"lat":null')
			),
			ok(every({ lat: null, long: null, address: null, address_id: null }), sent('xml', '<lat/>'))
		),
		'seen'
	),
	single(
		'request-winter',
		'Older than 90 days',
		'By its id a request is found however old it is.',
		WINTER,
		POTHOLE,
		both(ok(every({ requested_datetime: '2012-02-20T18:44:03-05:00' }))),
		'inferred'
	),
	single(
		'request-weekend',
		'Reported on a Saturday',
		'Private property: five business days, counted from Monday, until 23:59.',
		'101000000012',
		PRIVATE_PROPERTY,
		both(
			ok(
				every({
					requested_datetime: '2012-06-09T14:04:22-04:00',
					expected_datetime: '2012-06-18T23:59:00-04:00'
				})
			)
		),
		'inferred'
	),
	single(
		'request-holiday',
		'Across Victoria Day',
		'The holiday of 21 May does not count, so the fifth business day is the 22nd.',
		'101000000014',
		PRIVATE_PROPERTY,
		both(
			ok(
				every({
					requested_datetime: '2012-05-14T12:20:29-04:00',
					expected_datetime: '2012-05-22T23:59:00-04:00'
				})
			)
		),
		'inferred'
	),
	single(
		'request-road',
		'A real address',
		'Upper case, the old municipality, and the name of the place: the style of 2012.',
		'101000000021',
		'CSROWC-05',
		both(
			ok(
				every({
					service_code: 'CSROWC-05',
					address: '1 KING ST, YORK, Central United Church',
					address_id: '7074420',
					lat: 43.701553,
					long: -79.520164
				})
			)
		),
		'inferred'
	),
	single(
		'request-bridge',
		'A year for a bridge',
		'After the first look a bridge has 365 days.',
		'101000000042',
		'CSROWBM-03',
		both(
			ok(
				every({
					service_code: 'CSROWBM-03',
					expected_datetime: '2013-05-17T13:04:00-04:00'
				})
			)
		),
		'inferred'
	),
	single(
		'request-not-found',
		'An id nobody has',
		'404, in the format asked for.',
		'999999999999',
		null,
		both(refused(404, '999999999999'))
	),
	single(
		'request-not-a-number',
		'An id that is no number',
		'Ids are texts, so this one is simply not found.',
		'first',
		null,
		both(refused(404, 'first'))
	)
];

const resolved = LADDERS.map(({ digit, code, realtime, what }): TestCase => {
	const id = `1010000001${digit}1`;
	const expect = ok(exactly(1), every({ service_request_id: id, token: `90000${digit}1` }));
	const status_notes = code === PRIVATE_PROPERTY ? INVESTIGATED : SCHEDULED;
	const view: Follow = {
		method: 'request',
		values: { service_request_id: id, ...TORONTO_ID },
		expect: ok(exactly(1), every({ service_code: code, status: 'open', status_notes }))
	};
	return {
		id: `token-${code.toLowerCase()}`,
		title: `A token for ${what}`,
		shows: 'The token answered a report; here it gives the service_request_id.',
		service: serviceNameOf(code),
		group: 'follow',
		draft: { method: 'token', values: { token: `90000${digit}1`, ...TORONTO_ID } },
		outcomes: {
			toronto: { expect, then: [view] },
			standard: realtime
				? { expect: refused(404, `90000${digit}1`), then: [] }
				: { expect, then: [view] }
		},
		provenance: 'invented',
		section: 'GET service_request_id from a token'
	};
});

const pending = LADDERS.map(({ digit, code, realtime, what }): TestCase => {
	const token = `90000${digit}9`;
	const expect = ok(
		exactly(1),
		every({ service_request_id: null, token }),
		sent('xml', '<service_request_id/>')
	);
	return {
		id: `token-pending-${code.toLowerCase()}`,
		title: `A pending token for ${what}`,
		shows: 'The token is known, but no id is assigned yet: ask again later.',
		service: serviceNameOf(code),
		group: 'follow',
		draft: { method: 'token', values: { token, ...TORONTO_ID } },
		outcomes: realtime ? each(expect, refused(404, token)) : both(expect),
		provenance: 'invented',
		section: 'GET service_request_id from a token'
	};
});

/** Tokens that have an id, and tokens that do not have one yet. */
export const TOKEN_CASES: readonly TestCase[] = [...resolved, ...pending];
