// What the check of whole records says of literal results.
import { get, listXml, that, J, type GradedCase } from './call';
import { FILTERED, first, LIST_CALL, REFUSED, sceneRows, UNZONED } from './rows';

const open = { requests: sceneRows('list-open') };
const [wanted] = sceneRows('list-open');

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
		[UNZONED],
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
		{ requests: [...sceneRows('list-open'), { service_request_id: '101000000003' }] }
	),
	that(
		'list-open',
		'reads-records',
		'passed',
		'all are right, in another order',
		'10 requests, each',
		[FILTERED],
		{
			requests: sceneRows('list-open').toReversed()
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
			requests: sceneRows('list-open').map((row) => ({
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
		[LIST_CALL],
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
		{ requests: sceneRows('list-open').slice(0, -1) }
	),
	that(
		'list-open',
		'reads-records',
		'failed',
		'one is unknown',
		'has 7, which does not match',
		[FILTERED],
		{
			requests: [...sceneRows('list-open'), { service_request_id: '7' }]
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
			requests: [...sceneRows('list-open'), null]
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
			requests: sceneRows('list-open').map((row) => ({
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
		[LIST_CALL],
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

/** The graded cases of these checks, for each of the three verdicts. */
export const READ_RECORD_CASES: readonly GradedCase[] = [...RECORD_CASES];
