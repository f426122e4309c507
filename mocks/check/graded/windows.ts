// What the checks of a long time say of literal calls.
import { get, that, J, type GradedCase } from './call';
import { LIST_CALL, REFUSED, sceneRows } from './rows';

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
			WHOLE[0] ?? LIST_CALL,
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
			requests: sceneRows('list-year').map((row) => ({
				service_request_id: Number(row.service_request_id)
			}))
		}
	),
	that('list-year', 'complete-list', 'failed', 'one is missing', 'lacks 101000000061', WHOLE, {
		requests: sceneRows('list-year').slice(0, -1)
	}),
	that(
		'list-year',
		'complete-list',
		'failed',
		'one is there twice',
		'has 101000000161 twice',
		WHOLE,
		{
			requests: [...sceneRows('list-year'), ...sceneRows('list-year').slice(0, 1)]
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
			requests: [...sceneRows('list-year'), { service_request_id: '9' }]
		}
	)
];

/** The graded cases of these checks, for each of the three verdicts. */
export const LONG_TIME_CASES: readonly GradedCase[] = [...WINDOW_CASES];
