// Test cases of GET Service Requests.
import type { TestCase } from '../../src/cases/expectation';
import {
	SCHEDULED,
	COMPLETED,
	CANCELLED,
	NEWEST_FIRST,
	NOTHING,
	atLeast,
	both,
	exactly,
	each,
	every,
	idsInOrder,
	listing,
	none,
	ok,
	refused,
	some
} from './build';
import { OPENING_CASE, WINTER } from './opening';

const GRAFFITI_CODES = ['CSROWC-05', 'CSROWBM-03', 'CSROSC-14', '30102', 'SWLMALB-02'];

/** Lists of requests, one or more cases for every argument. */
export const LISTING_CASES: TestCase[] = [
	OPENING_CASE,
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
		'service_name is not the service list’s: it is the back office’s name of the problem.',
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
		both(ok(idsInOrder('101000000001', '101000000013', WINTER))),
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
		both(ok(idsInOrder('101000000001'))),
		'inferred'
	),
	listing(
		'requests-unknown-id-in-list',
		'One id that is not there',
		'It is left out; the others come.',
		{ service_request_id: '101000000001, 999999999999' },
		both(ok(idsInOrder('101000000001'))),
		'inferred'
	),
	listing(
		'requests-winter',
		'A day in February',
		'In winter the offset is -05:00.',
		{ start_date: '2012-02-20T00:00:00-05:00', end_date: '2012-02-21T00:00:00-05:00' },
		both(ok(idsInOrder(WINTER), every({ requested_datetime: '2012-02-20T18:44:03-05:00' }))),
		'inferred'
	),
	listing(
		'requests-city-dates',
		'Dates as the City wrote them',
		'UTC with a Z: the form of the City’s readme.',
		{ start_date: '2012-02-01T00:00:00Z', end_date: '2012-03-01T00:00:00Z' },
		both(ok(idsInOrder('101000000066', WINTER, '101000000065', '101000000064', '101000000063'))),
		'seen'
	),
	listing(
		'requests-bare-dates',
		'Dates without a time',
		'A bare date is the whole day in Toronto.',
		{ start_date: '2012-02-20', end_date: '2012-02-20' },
		both(ok(idsInOrder(WINTER))),
		'seen'
	),
	listing(
		'requests-local-dates',
		'Dates without a zone',
		'They are read as Toronto’s local time.',
		{ start_date: '2012-02-20T18:44:03', end_date: '2012-02-20T18:44:03' },
		both(ok(idsInOrder(WINTER))),
		'invented'
	),
	listing(
		'requests-plus-as-space',
		'An offset that lost its plus',
		'An unescaped + arrives as a space; it is read as the plus it was.',
		{ start_date: '2012-02-20T23:44:03 00:00', end_date: '2012-02-20T23:44:03.000Z' },
		both(ok(idsInOrder(WINTER))),
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
		both(ok(exactly(5), NEWEST_FIRST, some({ service_request_id: '101000000161' }))),
		'inferred'
	),
	listing(
		'requests-second-page',
		'The next five',
		'None of the first page is on the second.',
		{ page: '2', page_size: '5' },
		both(ok(exactly(5), NEWEST_FIRST, none({ service_request_id: '101000000161' }))),
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
