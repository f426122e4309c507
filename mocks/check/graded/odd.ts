// What the checks of odd answers say of literal results.
import { exited, that, type GradedCase } from './call';
import { first, LISTED, REFUSED, rowsOf } from './rows';

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

/** The cases. */
export const ODD_ANSWER_CASES: readonly GradedCase[] = [...ODD_CASES];
