// What the checks of lists and of results say of literal calls.
import type { ExpectedRow, SceneId } from '../scene';
import { SCENES } from '../scenes';
import { exited, get, listXml, type GradedCase, type Sketch } from './call';

const J = 'jurisdiction_id=toronto.ca';

const that = (
	scene: SceneId,
	check: string,
	says: GradedCase['says'],
	when: string,
	message: string,
	calls: readonly Sketch[],
	result?: unknown,
	others: Partial<GradedCase> = {}
): GradedCase => ({ check, scene, says, when, message, calls, result, ...others });

const SCENES_HERE = SCENES('toronto', 'xml');
const rowsOf = (scene: SceneId) => SCENES_HERE[scene].rows;
const first = (scene: SceneId, part: Partial<Record<keyof ExpectedRow, unknown>>) => ({
	requests: rowsOf(scene).map((row, at) => (at === 0 ? { ...row, ...part } : row))
});

/** A list that was answered. */
const LISTED = get(`requests.xml?${J}`);
const FILTERED = get(`requests.xml?${J}&status=open&service_code=CSROWR-12`);
const REFUSED = get('requests.xml', { status: 400 });

const SERVICES = SCENES_HERE.services.services;
const SERVICE_LIST = get(`services.xml?${J}`);
const withService = (part: Record<string, unknown>) => ({
	services: SERVICES.map((service) =>
		service.service_code === '30102' ? { ...service, ...part } : service
	)
});

const SERVICE_CASES = [
	that('services', 'reads-services', 'not reached', 'there is no result', 'no result', [
		SERVICE_LIST
	]),
	that(
		'services',
		'reads-services',
		'not reached',
		'the client gave up',
		"gave up: 'no'",
		[SERVICE_LIST],
		{
			error: 'no'
		}
	),
	that(
		'services',
		'reads-services',
		'not reached',
		'the list was refused',
		'No answer',
		[get('services.xml', { status: 400 })],
		{ services: [] }
	),
	that(
		'services',
		'reads-services',
		'passed',
		'all are there in another order',
		'6 services, each',
		[SERVICE_LIST],
		{ services: SERVICES.toReversed() }
	),
	that(
		'services',
		'reads-services',
		'failed',
		'there is no list',
		'no list of services',
		[SERVICE_LIST],
		[]
	),
	that(
		'services',
		'reads-services',
		'failed',
		'one is missing',
		'lacks SWLMALB-02',
		[SERVICE_LIST],
		{
			services: SERVICES.slice(0, 5)
		}
	),
	that(
		'services',
		'reads-services',
		'failed',
		'a code is a number',
		'30102 as a number',
		[SERVICE_LIST],
		withService({ service_code: 30102 })
	),
	that(
		'services',
		'reads-services',
		'failed',
		'a name is another',
		"the name 'Graffiti' in the result",
		[SERVICE_LIST],
		withService({ service_name: 'Graffiti' })
	),
	that(
		'services',
		'reads-services',
		'failed',
		'metadata is another',
		"metadata 'false' in the result; it is true",
		[SERVICE_LIST],
		withService({ metadata: false })
	)
];

const FILTER_CASES = [
	that('list-open', 'filters-on-server', 'not reached', 'no list was asked for', 'No call asked', [
		get(`requests.xml?${J}&service_request_id=101000000001`)
	]),
	that('list-open', 'filters-on-server', 'passed', 'both were sent', 'with status and', [FILTERED]),
	that(
		'list-open',
		'filters-on-server',
		'failed',
		'one is empty',
		'Call 2 asked for a list without status.',
		[FILTERED, get('requests.xml?status=&service_code=CSROWR-12')]
	),
	that(
		'list-open',
		'filters-on-server',
		'failed',
		'both are missing',
		'without status and service_code',
		[LISTED]
	)
];

const list = (start: string, end: string) =>
	get(`requests.xml?${J}${start && `&start_date=${start}`}${end && `&end_date=${end}`}`);
const T = 'T00:00:00-04:00';
const NOON = '2012-06-15T12:00:00-04:00';
const WHOLE = [
	list(`2011-10-01${T}`, '2011-12-29T23:00:00-05:00'),
	list('2011-12-29T23:00:00-05:00', '2012-03-28T23:00:00-04:00'),
	list('2012-03-28T23:00:01-04:00', NOON)
];

const WINDOW_CASES = [
	that('list-year', 'splits-window', 'not reached', 'no list was asked for', 'No call asked', []),
	that(
		'list-year',
		'splits-window',
		'not reached',
		'dates have no zone and leave a gap: zoned-dates fails',
		"In call 1 start_date arrived as '2012-05-01T00:00:00'.",
		[list('2012-05-01T00:00:00', '2012-06-01T00:00:00')]
	),
	that('list-year', 'splits-window', 'not reached', 'a call was refused', 'Call 1 was refused', [
		{ ...REFUSED, url: `${REFUSED.url}?start_date=2012-05-01${T}` }
	]),
	that('list-year', 'splits-window', 'passed', 'dates have no zone and leave no gap', '3 calls', [
		list('2011-10-01T00:00:00', '2011-12-29T00:00:00'),
		list('2011-12-29T00:00:00', '2012-03-28T00:00:00'),
		list('2012-03-28T00:00:00', '2012-06-15T12:00:00')
	]),
	that(
		'list-year',
		'splits-window',
		'passed',
		'three spans follow, a second apart',
		'3 calls together',
		WHOLE
	),
	that(
		'list-year',
		'splits-window',
		'passed',
		'they come in another order and overlap',
		'4 calls',
		[...WHOLE.toReversed(), list(`2012-01-01${T}`, `2012-02-01${T}`)]
	),
	that('list-year', 'splits-window', 'passed', 'a span is 90 days and an hour', '3 calls', [
		list(`2011-10-01${T}`, '2011-12-30T00:00:00-05:00'),
		list('2011-12-30T00:00:00-05:00', '2012-03-29T01:00:00-04:00'),
		list(`2012-03-29${T}`, NOON)
	]),
	that('list-year', 'splits-window', 'passed', 'the last call has no date', '3 calls', [
		list(`2011-10-01${T}`, `2011-12-20${T}`),
		list(`2011-12-20${T}`, '2012-03-17T12:00:00-04:00'),
		list('', '')
	]),
	that('list-year', 'splits-window', 'passed', 'each call has one date', '3 calls', [
		list(`2011-10-01${T}`, ''),
		list('', '2012-03-18T12:00:00-04:00'),
		list(`2012-03-18${T}`, '')
	]),
	that(
		'list-year',
		'splits-window',
		'failed',
		'one span is over 90 days and an hour',
		'Call 2 asked for 90.04 days at once.',
		[
			WHOLE[0] ?? LISTED,
			list('2011-12-29T23:00:00-05:00', '2012-03-29T01:00:01-04:00'),
			list(`2012-03-29${T}`, NOON)
		]
	),
	that(
		'list-year',
		'splits-window',
		'failed',
		'all is one span',
		'Call 1 asked for 258.5 days at once.',
		[list(`2011-10-01${T}`, NOON)]
	),
	that(
		'list-year',
		'splits-window',
		'failed',
		'two seconds are left out',
		'After 2012-03-28T23:00:00-04:00',
		[...WHOLE.slice(0, 2), list('2012-03-28T23:00:02-04:00', NOON)]
	),
	that(
		'list-year',
		'splits-window',
		'failed',
		'the beginning is left out',
		'After 2011-10-01T00:00:00-04:00',
		[...WHOLE.slice(1)]
	),
	that(
		'list-year',
		'splits-window',
		'failed',
		'the end is left out',
		'left out by 2 calls',
		WHOLE.slice(0, 2)
	),
	that('list-year', 'splits-window', 'failed', 'no call has a date', 'After 2011-10-01', [
		list('', '')
	]),

	that('list-year', 'complete-list', 'not reached', 'there is no result', 'no result', WHOLE),
	that(
		'list-year',
		'complete-list',
		'not reached',
		'splits-window failed',
		'whole time',
		[list('', '')],
		{
			requests: []
		}
	),
	that(
		'list-year',
		'complete-list',
		'passed',
		'all are there, with numbers as ids',
		'105 requests',
		WHOLE,
		{
			requests: rowsOf('list-year').map((row) => ({
				service_request_id: Number(row.service_request_id)
			}))
		}
	),
	that('list-year', 'complete-list', 'failed', 'one is missing', 'lacks 101000000061', WHOLE, {
		requests: rowsOf('list-year').slice(0, -1)
	}),
	that(
		'list-year',
		'complete-list',
		'failed',
		'one is there twice',
		'has 101000000161 twice',
		WHOLE,
		{
			requests: [...rowsOf('list-year'), ...rowsOf('list-year').slice(0, 1)]
		}
	),
	that(
		'list-year',
		'complete-list',
		'failed',
		'one is unknown',
		'has 9, which does not match',
		WHOLE,
		{
			requests: [...rowsOf('list-year'), { service_request_id: '9' }]
		}
	)
];

const open = { requests: rowsOf('list-open') };
const [wanted] = rowsOf('list-open');
const dated = list('2012-06-01', '2012-06-15');

const RECORD_CASES = [
	that('list-open', 'reads-records', 'not reached', 'there is no result', 'no result', [FILTERED]),
	that(
		'list-open',
		'reads-records',
		'not reached',
		'every call was refused',
		'No answer',
		[REFUSED],
		{
			requests: []
		}
	),
	that(
		'list-open',
		'reads-records',
		'not reached',
		'the result is a refusal',
		'is a refusal',
		[FILTERED],
		{
			refused: [{ code: '400', description: 'No.' }]
		}
	),
	that(
		'list-open',
		'reads-records',
		'not reached',
		'zoned-dates failed',
		'did not arrive',
		[dated],
		{
			requests: []
		}
	),
	that(
		'list-open',
		'reads-records',
		'not reached',
		'filters-on-server failed',
		'did not ask for',
		[get(`requests.xml?${J}`, { says: listXml('101000000003') })],
		{ requests: [...rowsOf('list-open'), { service_request_id: '101000000003' }] }
	),
	that(
		'list-open',
		'reads-records',
		'passed',
		'all are right, in another order',
		'10 requests, each',
		[FILTERED],
		{
			requests: rowsOf('list-open').toReversed()
		}
	),
	that(
		'list-open',
		'reads-records',
		'passed',
		'instants, numbers and nothing are spelled otherwise',
		'10 requests',
		[FILTERED],
		{
			requests: rowsOf('list-open').map((row) => ({
				...row,
				requested: new Date(row.requested ?? '').toISOString(),
				lat: row.lat === null ? '' : String(row.lat),
				long: row.long ?? undefined,
				description: row.description === null ? undefined : ` ${row.description}\r\n`
			}))
		}
	),
	that(
		'list-open',
		'reads-records',
		'passed',
		'the client filters itself',
		'10 requests',
		[LISTED],
		open
	),
	that(
		'list-open',
		'reads-records',
		'failed',
		'there is no list',
		'no list of requests',
		[FILTERED],
		'x'
	),
	that(
		'list-open',
		'reads-records',
		'failed',
		'one is missing',
		'lacks 101000000071: it has 9 requests, and 10 match.',
		[FILTERED],
		{ requests: rowsOf('list-open').slice(0, -1) }
	),
	that(
		'list-open',
		'reads-records',
		'failed',
		'one is unknown',
		'has 7, which does not match',
		[FILTERED],
		{
			requests: [...rowsOf('list-open'), { service_request_id: '7' }]
		}
	),
	that(
		'list-open',
		'reads-records',
		'failed',
		'a row is no object',
		'a row without an id, which does not',
		[FILTERED],
		{
			requests: [...rowsOf('list-open'), null]
		}
	),
	that(
		'list-open',
		'reads-records',
		'failed',
		'an id is a number',
		'101000000236 as a number',
		[FILTERED],
		first('list-open', { service_request_id: 101000000236 })
	),
	that(
		'list-open',
		'reads-records',
		'failed',
		'a status is another',
		"has status 'Open' in the result; it has 'open'",
		[FILTERED],
		first('list-open', { status: 'Open' })
	),
	that(
		'list-open',
		'reads-records',
		'failed',
		'an instant is an hour off',
		"requested '2012-06-15T10:08:33-05:00'",
		[FILTERED],
		first('list-open', { requested: '2012-06-15T10:08:33-05:00' })
	),
	that(
		'list-open',
		'reads-records',
		'failed',
		'an instant has no zone',
		"requested '2012-06-15T10:08:33'",
		[FILTERED],
		first('list-open', { requested: '2012-06-15T10:08:33' })
	),
	that(
		'list-open',
		'reads-records',
		'failed',
		'lat and long are swapped',
		"lat '-79.38415'",
		[FILTERED],
		first('list-open', { lat: wanted?.long, long: wanted?.lat })
	),
	that(
		'list-open',
		'reads-records',
		'failed',
		'a description is missing',
		"has no description in the result; it has 'Pothole",
		[FILTERED],
		first('list-open', { description: null })
	),
	that(
		'list-open',
		'reads-records',
		'failed',
		'a place is 0, 0',
		"101000000006 has lat '0' in the result; it has none",
		[FILTERED],
		{
			requests: rowsOf('list-open').map((row) => ({
				...row,
				lat: row.lat ?? 0,
				long: row.long ?? 0
			}))
		}
	),
	that(
		'broken-answer',
		'reads-records',
		'not reached',
		'the client gave up',
		"gave up: 'It is broken.'",
		[LISTED],
		{
			error: 'It is broken.'
		}
	),
	that(
		'broken-answer',
		'reads-records',
		'failed',
		'a page of HTML is an empty list',
		'lacks 101000000161 and 32 more',
		[get(`requests.xml?${J}`, { says: '<html></html>', answerType: 'text/html' })],
		{ requests: [] }
	)
];

const odd = { requests: rowsOf('list-odd') };
const without = (...ids: string[]) => ({
	requests: rowsOf('list-odd').filter(({ service_request_id }) => !ids.includes(service_request_id))
});

const ODD_CASES = [
	that('list-odd', 'reads-ids', 'not reached', 'there is no result', 'no result', [LISTED]),
	that('list-odd', 'reads-ids', 'passed', 'all are text', '5 ids', [LISTED], odd),
	that(
		'list-odd',
		'reads-ids',
		'failed',
		'one is a number',
		'101000000301 as a number',
		[LISTED],
		first('list-odd', { service_request_id: 101000000301 })
	),
	that(
		'list-odd',
		'reads-ids',
		'failed',
		'one is missing',
		'lacks 101000000303',
		[LISTED],
		without('101000000303')
	),
	that('list-odd', 'reads-ids', 'failed', 'there is no list', 'no list', [LISTED], {
		requests: {}
	}),

	that(
		'list-odd',
		'reads-null-place',
		'not reached',
		'there is no list: reads-ids fails',
		'no list',
		[LISTED],
		{}
	),
	that(
		'list-odd',
		'reads-null-place',
		'not reached',
		'they are left out: reads-ids fails',
		'no request without',
		[LISTED],
		without('101000000302', '101000000303')
	),
	that(
		'list-odd',
		'reads-null-place',
		'passed',
		'they have none',
		'2 requests without',
		[LISTED],
		odd
	),
	that(
		'list-odd',
		'reads-null-place',
		'passed',
		'one of them has none and ids are numbers',
		'1 request without',
		[LISTED],
		{
			requests: without('101000000302').requests.map((row) => ({
				...row,
				service_request_id: Number(row.service_request_id),
				lat: row.lat ?? ''
			}))
		}
	),
	that(
		'list-odd',
		'reads-null-place',
		'failed',
		'they are at 0, 0',
		"101000000302 has lat '0'",
		[LISTED],
		{
			requests: rowsOf('list-odd').map((row) => ({
				...row,
				lat: row.lat ?? 0,
				long: row.long ?? 0
			}))
		}
	),
	that(
		'list-odd',
		'reads-null-place',
		'failed',
		'they are not numbers',
		"has long 'NaN'",
		[LISTED],
		{
			requests: rowsOf('list-odd').map((row) => ({ ...row, long: row.long ?? 'NaN' }))
		}
	),

	that(
		'list-odd',
		'reads-text',
		'not reached',
		'no row is there: reads-ids fails',
		'no request of',
		[LISTED],
		{
			requests: []
		}
	),
	that('list-odd', 'reads-text', 'passed', 'all are right', '5 requests', [LISTED], odd),
	that(
		'list-odd',
		'reads-text',
		'failed',
		'entities are not decoded',
		"has description '… of the “Café Olé” &amp; on the wall <no…' in the result; it has '… of the “Café Olé” & on the wall <north …'.",
		[LISTED],
		first('list-odd', {
			description: rowsOf('list-odd')[0]?.description?.replaceAll('&', '&amp;')
		})
	),
	that(
		'list-odd',
		'reads-text',
		'failed',
		'entities are decoded twice',
		'The stencil spells the text & in full.\\nBelow it: <3',
		[LISTED],
		{
			requests: rowsOf('list-odd').map((row) => ({
				...row,
				description: row.description?.replaceAll('&amp;', '&').replaceAll('&lt;', '<')
			}))
		}
	),
	that(
		'list-odd',
		'reads-text',
		'failed',
		'CDATA is lost',
		'101000000304 has no description',
		[LISTED],
		{
			requests: rowsOf('list-odd').map((row) => ({
				...row,
				description: row.service_request_id === '101000000304' ? '' : row.description
			}))
		}
	),
	that(
		'list-odd',
		'reads-text',
		'failed',
		'nothing is the word null',
		"101000000303 has description 'null'",
		[LISTED],
		{
			requests: rowsOf('list-odd').map((row) => ({
				...row,
				description: row.description ?? 'null'
			}))
		}
	),

	that('list-odd', 'ignores-unknown', 'not reached', 'no list arrived', 'No list', [REFUSED], {
		error: 'no'
	}),
	that('list-odd', 'ignores-unknown', 'not reached', 'nothing tells the end', 'no process', [
		LISTED
	]),
	that('list-odd', 'ignores-unknown', 'passed', 'there is a result', 'to a result', [LISTED], {
		requests: []
	}),
	that('list-odd', 'ignores-unknown', 'passed', 'it exits with 0', 'with 0', [LISTED], null, {
		ending: exited(0)
	}),
	that('list-odd', 'ignores-unknown', 'failed', 'it gave up', "gave up: 'ward?'", [LISTED], {
		error: 'ward?'
	}),
	that(
		'list-odd',
		'ignores-unknown',
		'failed',
		'it exits with 1',
		'exited with 1',
		[LISTED],
		null,
		{
			ending: exited(1)
		}
	)
];

const SHORT_CASES = [
	that('list-none', 'reads-empty', 'not reached', 'there is no result', 'no result', [LISTED]),
	that(
		'list-none',
		'reads-empty',
		'not reached',
		'the dates did not arrive',
		'did not arrive',
		[dated],
		{
			requests: [{}]
		}
	),
	that('list-none', 'reads-empty', 'passed', 'it is empty', 'as an empty list', [LISTED], {
		requests: []
	}),
	that(
		'list-none',
		'reads-empty',
		'failed',
		'it has an empty row',
		'has 1 request, and none',
		[LISTED],
		{
			requests: [{}]
		}
	),
	that('list-none', 'reads-empty', 'failed', 'there is none', 'no list', [LISTED], {
		requests: null
	}),

	that('list-one', 'reads-one', 'not reached', 'there is no result', 'no result', [LISTED]),
	that('list-one', 'reads-one', 'passed', 'it is one', 'list of one', [LISTED], {
		requests: rowsOf('list-one')
	}),
	that('list-one', 'reads-one', 'failed', 'it is empty', 'lacks 101000000210', [LISTED], {
		requests: []
	}),
	that('list-one', 'reads-one', 'failed', 'it is the request itself', 'no list', [LISTED], {
		requests: rowsOf('list-one')[0]
	}),
	that(
		'list-one',
		'reads-one',
		'failed',
		'its fields are its rows',
		'lacks 101000000210',
		[LISTED],
		{
			requests: Object.values(rowsOf('list-one')[0] ?? {})
		}
	)
];

/** The cases. */
export const LIST_CASES: readonly GradedCase[] = [
	...SERVICE_CASES,
	...FILTER_CASES,
	...WINDOW_CASES,
	...RECORD_CASES,
	...ODD_CASES,
	...SHORT_CASES
];
