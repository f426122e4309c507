// What the checks of an empty list and a list of one say of literal results.
import { that, type GradedCase } from './call';
import { LISTED, rowsOf, UNZONED } from './rows';

const SHORT_CASES = [
	that('list-none', 'reads-empty', 'not reached', 'there is no result', 'no result', [LISTED]),
	that(
		'list-none',
		'reads-empty',
		'not reached',
		'the dates did not arrive',
		'did not arrive',
		[UNZONED],
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
export const SHORT_LIST_CASES: readonly GradedCase[] = [...SHORT_CASES];
