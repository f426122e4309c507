// Test cases that only read: discovery, services, definitions, lists, single requests and tokens.
import type { Follow, TestCase } from '../../src/georeport/expectation';
import {
	NEWEST_FIRST,
	NOTHING,
	TORONTO_ID,
	atLeast,
	both,
	count,
	each,
	every,
	ids,
	listing,
	none,
	ok,
	refused,
	sent,
	some
} from './build';
import { PRIVATE_PROPERTY } from '../data/services';
import { LADDERS } from './ladders';

const SCHEDULED = 'In progress - The request has been scheduled.';
const COMPLETED = 'Completed - The request has been concluded.';
const CANCELLED =
	'Cancelled - The request may be a duplicate, work is previously scheduled or no work is required.';
const GRAFFITI_CODES = ['CSROWC-05', 'CSROWBM-03', 'CSROSC-14', '30102', 'SWLMALB-02'];

/** An id outside the default 90 days. */
const WINTER = '101000000007';

const discover: TestCase[] = [
	{
		id: 'discovery',
		title: 'Where the endpoints are',
		shows: 'Both dialects of the mock-up, each with its URL and its two formats.',
		group: 'discover',
		draft: { method: 'discovery', values: {} },
		outcomes: both(
			ok(
				count(2),
				every({ type: 'test', specification: 'http://wiki.open311.org/GeoReport_v2' }),
				some({ url: { contains: 'open311test/ws' } }),
				some({ url: { contains: 'georeport/v2' } })
			)
		),
		provenance: 'invented',
		section: 'Service Discovery'
	},
	{
		id: 'services',
		title: 'The six services',
		shows: 'Order and codes as Toronto served them; in JSON the code 30102 is a number.',
		group: 'discover',
		draft: { method: 'services', values: TORONTO_ID },
		outcomes: {
			toronto: {
				expect: ok(
					{
						claim: 'list',
						field: 'service_code',
						values: ['CSROWC-05', 'CSROWBM-03', 'CSROWR-12', '30102', 'CSROSC-14', 'SWLMALB-02']
					},
					every({ type: 'batch' }),
					sent('json', '"service_code":30102'),
					sent('xml', '<service_code>30102</service_code>')
				),
				then: []
			},
			standard: {
				expect: ok(
					{
						claim: 'list',
						field: 'type',
						values: ['batch', 'batch', 'realtime', 'batch', 'batch', 'realtime']
					},
					sent('json', '"service_code":"30102"'),
					sent('xml', '<service_code>30102</service_code>')
				),
				then: []
			}
		},
		provenance: 'seen',
		section: 'GET Service List'
	},
	{
		id: 'services-metadata',
		title: 'Which services ask questions',
		shows: 'Only the litter bin has metadata false: it needs no definition.',
		group: 'discover',
		draft: { method: 'services', values: TORONTO_ID },
		outcomes: both(
			ok({
				claim: 'list',
				field: 'metadata',
				values: [true, true, true, true, true, false]
			})
		),
		provenance: 'seen',
		section: 'GET Service List'
	},
	{
		id: 'services-keywords',
		title: 'Keywords, spacing and all',
		shows: 'Keywords are one text with commas; Toronto did not always put a space after them.',
		group: 'discover',
		draft: { method: 'services', values: TORONTO_ID },
		outcomes: both(
			ok(
				some({ service_code: '30102', keywords: 'graffiti,private property, building' }),
				some({ service_code: 'SWLMALB-02', keywords: 'graffiti, litter bin' })
			)
		),
		provenance: 'seen',
		section: 'GET Service List'
	}
];

const definition = (
	service_code: string,
	title: string,
	shows: string,
	...codes: string[]
): TestCase => ({
	id: `definition-${service_code.toLowerCase()}`,
	title,
	shows,
	group: 'define',
	draft: { method: 'definition', values: { service_code, ...TORONTO_ID } },
	outcomes: both(
		ok(
			{ claim: 'kind', kind: 'definition' },
			{ claim: 'list', field: 'code', values: codes },
			{ claim: 'list', field: 'order', values: codes.map((_, at) => at + 1) }
		)
	),
	provenance: 'invented',
	section: 'GET Service Definition'
});

const define: TestCase[] = [
	definition(
		'CSROWR-12',
		'What a pothole report asks',
		'Two required choices, a choice of several, a date-time, and a note with variable false.',
		'POTLOC',
		'POTSIZE',
		'POTRISK',
		'POTSEEN',
		'POTNOTE'
	),
	definition(
		'30102',
		'What private property asks',
		'A longer text, and a note: the core fields for name and e-mail are required too.',
		'PRIVTYPE',
		'HATE',
		'PRIVTEXT',
		'PRIVNOTE'
	),
	definition(
		'CSROWC-05',
		'What road graffiti asks',
		'A number of square metres beside two required choices.',
		'SURFACE',
		'HATE',
		'SIZE'
	),
	definition(
		'CSROSC-14',
		'What sidewalk graffiti asks',
		'A single line of text comes last.',
		'SURFACE',
		'HATE',
		'SIZE',
		'NEAR'
	),
	definition(
		'CSROWBM-03',
		'What bridge graffiti asks',
		'Its own choices of surface: abutment, railing, underside.',
		'SURFACE',
		'HATE',
		'SIZE'
	),
	{
		id: 'definition-swlmalb-02',
		title: 'A service without questions',
		shows: 'An empty list with status 200; the specification does not say what to answer here.',
		group: 'define',
		draft: { method: 'definition', values: { service_code: 'SWLMALB-02', ...TORONTO_ID } },
		outcomes: both(ok(count(0), sent('xml', '<attributes/>'), sent('json', '"attributes":[]'))),
		provenance: 'invented',
		section: 'GET Service Definition'
	}
];

const list: TestCase[] = [
	listing(
		'requests',
		'The last 90 days',
		'Newest first; a request of February, more than 90 days ago, is not among them.',
		{},
		both(ok(atLeast(60), NEWEST_FIRST, none({ service_request_id: WINTER }))),
		'seen'
	),
	listing(
		'requests-open',
		'Open requests',
		'Each status_notes says whether work is scheduled or the place is being looked at.',
		{ status: 'open' },
		both(ok(atLeast(20), every({ status: 'open' }), some({ status_notes: SCHEDULED }))),
		'seen'
	),
	listing(
		'requests-closed',
		'Closed requests',
		'Completed or cancelled; a closed request need not have an updated_datetime.',
		{ status: 'closed' },
		both(
			ok(
				atLeast(20),
				every({ status: 'closed' }),
				some({ status_notes: COMPLETED }),
				some({ status_notes: CANCELLED, updated_datetime: null })
			)
		),
		'seen'
	),
	listing(
		'requests-both-statuses',
		'Open and closed',
		'Two statuses with a comma are the same as none.',
		{ status: 'open,closed' },
		both(ok(atLeast(60), some({ status: 'open' }), some({ status: 'closed' }))),
		'inferred'
	),
	listing(
		'requests-unknown-status',
		'A status nobody has',
		'An empty list, not an error.',
		{ status: 'pending' },
		NOTHING,
		'inferred'
	),
	listing(
		'requests-potholes',
		'Potholes',
		'service_name is not the service list’s: Toronto prints the back office’s problem name.',
		{ service_code: 'CSROWR-12' },
		each(
			ok(atLeast(10), every({ service_code: 'CSROWR-12', service_name: 'Road - Pot hole' })),
			ok(
				atLeast(10),
				every({ service_code: 'CSROWR-12', service_name: 'Report minor pothole damage' })
			)
		),
		'seen'
	),
	listing(
		'requests-graffiti',
		'Five kinds of graffiti',
		'The City’s own example: five codes with commas.',
		{ service_code: GRAFFITI_CODES.join(',') },
		both(
			ok(
				atLeast(20),
				none({ service_code: 'CSROWR-12' }),
				...GRAFFITI_CODES.map((service_code) => some({ service_code }))
			)
		),
		'seen'
	),
	listing(
		'requests-graffiti-spaces',
		'A space after the comma',
		'Spaces between codes do no harm.',
		{ service_code: 'CSROWC-05,CSROWBM-03, CSROSC-14,30102,SWLMALB-02' },
		both(ok(atLeast(20), some({ service_code: 'CSROSC-14' }), none({ service_code: 'CSROWR-12' }))),
		'seen'
	),
	listing(
		'requests-lower-case',
		'Codes in lower case',
		'Codes are case-sensitive, so nothing matches.',
		{ service_code: 'csrowr-12' },
		NOTHING,
		'inferred'
	),
	listing(
		'requests-unknown-service',
		'A code nobody has',
		'An unknown filter gives an empty list with status 200.',
		{ service_code: 'CSROWX-99' },
		NOTHING,
		'seen'
	),
	listing(
		'requests-by-ids',
		'Three requests by id',
		'In their own order of time, also the one outside the default 90 days.',
		{ service_request_id: `101000000001,${WINTER},101000000013` },
		both(ok(ids('101000000001', '101000000013', WINTER))),
		'inferred'
	),
	listing(
		'requests-ids-override',
		'Ids override the rest',
		'The status and the dates are ignored because ids are given.',
		{
			service_request_id: '101000000001',
			status: 'closed',
			start_date: '2012-01-01T00:00:00Z',
			end_date: '2012-01-02T00:00:00Z'
		},
		both(ok(ids('101000000001'))),
		'inferred'
	),
	listing(
		'requests-unknown-id-in-list',
		'One id that is not there',
		'It is left out; the others come.',
		{ service_request_id: '101000000001, 999999999999' },
		both(ok(ids('101000000001'))),
		'inferred'
	),
	listing(
		'requests-winter',
		'A day in February',
		'In winter the offset is -05:00.',
		{ start_date: '2012-02-20T00:00:00-05:00', end_date: '2012-02-21T00:00:00-05:00' },
		both(ok(ids(WINTER), every({ requested_datetime: '2012-02-20T18:44:03-05:00' }))),
		'inferred'
	),
	listing(
		'requests-city-dates',
		'Dates as the City wrote them',
		'UTC with a Z: the form of the City’s readme.',
		{ start_date: '2012-02-01T00:00:00Z', end_date: '2012-03-01T00:00:00Z' },
		both(ok(some({ service_request_id: WINTER }), none({ service_request_id: '101000000001' }))),
		'seen'
	),
	listing(
		'requests-bare-dates',
		'Dates without a time',
		'A bare date is the whole day in Toronto.',
		{ start_date: '2012-02-20', end_date: '2012-02-20' },
		both(ok(ids(WINTER))),
		'seen'
	),
	listing(
		'requests-local-dates',
		'Dates without a zone',
		'They are read as Toronto’s local time.',
		{ start_date: '2012-02-20T18:44:03', end_date: '2012-02-20T18:44:03' },
		both(ok(ids(WINTER))),
		'invented'
	),
	listing(
		'requests-plus-as-space',
		'An offset that lost its plus',
		'An unescaped + arrives as a space; it is read as the plus it was.',
		{ start_date: '2012-02-20T23:44:03 00:00', end_date: '2012-02-20T23:44:03.000Z' },
		both(ok(ids(WINTER))),
		'inferred'
	),
	listing(
		'requests-start-only',
		'Only a start',
		'The 90 days after it, cut at the present.',
		{ start_date: '2012-06-14T00:00:00-04:00' },
		both(
			ok(some({ service_request_id: '101000000001' }), none({ service_request_id: '101000000011' }))
		),
		'invented'
	),
	listing(
		'requests-end-only',
		'Only an end',
		'The 90 days before it.',
		{ end_date: '2012-02-21T00:00:00-05:00' },
		both(ok(some({ service_request_id: WINTER }), none({ service_request_id: '101000000001' }))),
		'invented'
	),
	listing(
		'requests-start-after-end',
		'A start after its end',
		'An empty list, not an error.',
		{ start_date: '2012-06-10T00:00:00Z', end_date: '2012-06-01T00:00:00Z' },
		NOTHING,
		'invented'
	),
	listing(
		'requests-long-span',
		'More than 90 days',
		'Toronto’s dialect cuts the span to 90 days from its start; the standard one refuses it.',
		{ start_date: '2012-02-01T00:00:00Z', end_date: '2012-06-15T00:00:00Z' },
		each(
			ok(some({ service_request_id: WINTER }), none({ service_request_id: '101000000001' })),
			refused(400, '90 days')
		),
		'invented'
	),
	listing(
		'requests-page',
		'Five at a time',
		'page and page_size are extensions; this is the first page.',
		{ page: '1', page_size: '5' },
		both(ok(count(5), NEWEST_FIRST, some({ service_request_id: '101000000161' }))),
		'inferred'
	),
	listing(
		'requests-second-page',
		'The next five',
		'None of the first page is on the second.',
		{ page: '2', page_size: '5' },
		both(ok(count(5), NEWEST_FIRST, none({ service_request_id: '101000000161' }))),
		'inferred'
	),
	listing(
		'requests-past-the-end',
		'A page past the end',
		'An empty list tells a client to stop.',
		{ page: '1000', page_size: '5' },
		NOTHING,
		'invented'
	),
	listing(
		'requests-updated',
		'Updated in one week',
		'An extension for clients that keep a copy: by updated_datetime instead.',
		{ updated_after: '2012-06-01T00:00:00-04:00', updated_before: '2012-06-07T23:59:59-04:00' },
		both(
			ok(
				some({ service_request_id: '101000000023', updated_datetime: '2012-06-07T06:05:00-04:00' }),
				every({ updated_datetime: { like: /2012-06-0[1-7]T.*/ } })
			)
		),
		'invented'
	),
	listing(
		'requests-around-city-hall',
		'Within 500 metres of City Hall',
		'lat, long and radius are an extension; the Eaton Centre is near enough.',
		{ lat: '43.65344', long: '-79.38409', radius: '500' },
		both(
			ok(
				some({ service_request_id: '101000000033' }),
				none({ service_request_id: '101000000001' }),
				every({ lat: { like: /43\.6[45]\d*/ } })
			)
		),
		'invented'
	)
];

const single = (
	id: string,
	title: string,
	shows: string,
	service_request_id: string,
	outcomes: TestCase['outcomes'],
	provenance: TestCase['provenance'] = 'invented'
): TestCase => ({
	id,
	title,
	shows,
	group: 'look up',
	draft: { method: 'request', values: { service_request_id, ...TORONTO_ID } },
	outcomes,
	provenance,
	section: 'GET Service Request'
});

const lookUp: TestCase[] = [
	single(
		'request-open',
		'An open pothole',
		'long comes before lat in Toronto’s dialect, and ids are numbers in its JSON.',
		'101000000001',
		each(
			ok(
				count(1),
				every({ status: 'open', status_notes: SCHEDULED, updated_datetime: null }),
				sent('xml', '<long>-79.407597678</long>\n    <lat>43.665497385</lat>'),
				sent('json', '{"service_requests":[{"service_request_id":101000000001,')
			),
			ok(
				count(1),
				every({ status: 'open', status_notes: SCHEDULED, updated_datetime: null }),
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
		both(
			ok(every({ status: 'closed', status_notes: COMPLETED, media_url: { like: /https:.*jpg/ } }))
		)
	),
	single(
		'request-closed-late',
		'Closed after its deadline',
		'updated_datetime, when it was closed, lies after expected_datetime.',
		'101000000004',
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
		both(ok(every({ requested_datetime: '2012-02-20T18:44:03-05:00' }))),
		'inferred'
	),
	single(
		'request-weekend',
		'Reported on a Saturday',
		'Private property: five business days, counted from Monday, until 23:59.',
		'101000000012',
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
		both(refused(404, '999999999999'))
	),
	single(
		'request-not-a-number',
		'An id that is no number',
		'Ids are texts, so this one is simply not found.',
		'first',
		both(refused(404, 'first'))
	)
];

const INVESTIGATED =
	'In progress - The request is being investigated, assessed and/or responded to; additional work may be required, if applicable.';

const resolved = LADDERS.map(({ digit, code, realtime, what }): TestCase => {
	const id = `1010000001${digit}1`;
	const expect = ok(count(1), every({ service_request_id: id, token: `90000${digit}1` }));
	const status_notes = code === PRIVATE_PROPERTY ? INVESTIGATED : SCHEDULED;
	const view: Follow = {
		method: 'request',
		values: { service_request_id: id, ...TORONTO_ID },
		expect: ok(count(1), every({ service_code: code, status: 'open', status_notes }))
	};
	return {
		id: `token-${code.toLowerCase()}`,
		title: `A token for ${what}`,
		shows: 'The token answered a report; here it gives the service_request_id.',
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
		count(1),
		every({ service_request_id: null, token }),
		sent('xml', '<service_request_id/>')
	);
	return {
		id: `token-pending-${code.toLowerCase()}`,
		title: `A pending token for ${what}`,
		shows: 'The token is known, but no id is assigned yet: ask again later.',
		group: 'follow',
		draft: { method: 'token', values: { token, ...TORONTO_ID } },
		outcomes: realtime ? each(expect, refused(404, token)) : both(expect),
		provenance: 'invented',
		section: 'GET service_request_id from a token'
	};
});

/** The cases that only read, in the order a developer meets them. */
export const READING_CASES: readonly TestCase[] = [
	...discover,
	...list,
	...define,
	...lookUp,
	...resolved,
	...pending
];
