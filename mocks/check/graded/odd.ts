// What the checks of odd answers say of literal results.
import { exited, that, type GradedCase } from './call';
import { first, LIST_CALL, REFUSED, sceneRows } from './rows';

const odd = { requests: sceneRows('list-odd') };
const without = (...ids: string[]) => ({
	requests: sceneRows('list-odd').filter(
		({ service_request_id }) => !ids.includes(service_request_id)
	)
});

const ODD_CASES = [
	that('list-odd', 'reads-ids', 'not reached', 'there is no result', 'no result', [LIST_CALL]),
	that('list-odd', 'reads-ids', 'passed', 'all are text', '5 ids', [LIST_CALL], odd),
	that(
		'list-odd',
		'reads-ids',
		'failed',
		'one is a number',
		'101000000301 as a number',
		[LIST_CALL],
		first('list-odd', { service_request_id: 101000000301 })
	),
	that(
		'list-odd',
		'reads-ids',
		'failed',
		'one is missing',
		'lacks 101000000303',
		[LIST_CALL],
		without('101000000303')
	),
	that('list-odd', 'reads-ids', 'failed', 'there is no list', 'no list', [LIST_CALL], {
		requests: {}
	}),

	that(
		'list-odd',
		'reads-null-place',
		'not reached',
		'there is no list: reads-ids fails',
		'no list',
		[LIST_CALL],
		{}
	),
	that(
		'list-odd',
		'reads-null-place',
		'not reached',
		'they are left out: reads-ids fails',
		'no request without',
		[LIST_CALL],
		without('101000000302', '101000000303')
	),
	that(
		'list-odd',
		'reads-null-place',
		'passed',
		'they have none',
		'2 requests without',
		[LIST_CALL],
		odd
	),
	that(
		'list-odd',
		'reads-null-place',
		'passed',
		'one of them has none and ids are numbers',
		'1 request without',
		[LIST_CALL],
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
		[LIST_CALL],
		{
			requests: sceneRows('list-odd').map((row) => ({
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
		[LIST_CALL],
		{
			requests: sceneRows('list-odd').map((row) => ({ ...row, long: row.long ?? 'NaN' }))
		}
	),

	that(
		'list-odd',
		'reads-text',
		'not reached',
		'no row is there: reads-ids fails',
		'no request of',
		[LIST_CALL],
		{
			requests: []
		}
	),
	that('list-odd', 'reads-text', 'passed', 'all are right', '5 requests', [LIST_CALL], odd),
	that(
		'list-odd',
		'reads-text',
		'failed',
		'entities are not decoded',
		"has description '… of the “Café Olé” &amp; on the wall <no…' in the result; it has '… of the “Café Olé” & on the wall <north …'.",
		[LIST_CALL],
		first('list-odd', {
			description: sceneRows('list-odd')[0]?.description?.replaceAll('&', '&amp;')
		})
	),
	that(
		'list-odd',
		'reads-text',
		'failed',
		'entities are decoded twice',
		'The stencil spells the text & in full.\\nBelow it: <3',
		[LIST_CALL],
		{
			requests: sceneRows('list-odd').map((row) => ({
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
		[LIST_CALL],
		{
			requests: sceneRows('list-odd').map((row) => ({
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
		[LIST_CALL],
		{
			requests: sceneRows('list-odd').map((row) => ({
				...row,
				description: row.description ?? 'null'
			}))
		}
	),

	that('list-odd', 'ignores-unknown', 'not reached', 'no list arrived', 'No list', [REFUSED], {
		error: 'no'
	}),
	that('list-odd', 'ignores-unknown', 'not reached', 'nothing tells the end', 'no process', [
		LIST_CALL
	]),
	that('list-odd', 'ignores-unknown', 'passed', 'there is a result', 'to a result', [LIST_CALL], {
		requests: []
	}),
	that('list-odd', 'ignores-unknown', 'passed', 'it exits with 0', 'with 0', [LIST_CALL], null, {
		ending: exited(0)
	}),
	that('list-odd', 'ignores-unknown', 'failed', 'it gave up', "gave up: 'ward?'", [LIST_CALL], {
		error: 'ward?'
	}),
	that(
		'list-odd',
		'ignores-unknown',
		'failed',
		'it exits with 1',
		'exited with 1',
		[LIST_CALL],
		null,
		{
			ending: exited(1)
		}
	)
];

/** The graded cases of these checks, for each of the three verdicts. */
export const ODD_ANSWER_CASES: readonly GradedCase[] = [...ODD_CASES];
