// What the checks of an empty list and a list of one say of literal results.
import { that, type GradedCase } from './call';
import { LIST_CALL, sceneRows, UNZONED } from './rows';

const SHORT_CASES = [
	that('list-none', 'reads-empty', 'not reached', 'there is no result', 'no result', [LIST_CALL]),
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
	that('list-none', 'reads-empty', 'passed', 'it is empty', 'as an empty list', [LIST_CALL], {
		requests: []
	}),
	that(
		'list-none',
		'reads-empty',
		'failed',
		'it has an empty row',
		'has 1 request, and none',
		[LIST_CALL],
		{
			requests: [{}]
		}
	),
	that('list-none', 'reads-empty', 'failed', 'there is none', 'no list', [LIST_CALL], {
		requests: null
	}),

	that('list-one', 'reads-one', 'not reached', 'there is no result', 'no result', [LIST_CALL]),
	that('list-one', 'reads-one', 'passed', 'it is one', 'list of one', [LIST_CALL], {
		requests: sceneRows('list-one')
	}),
	that('list-one', 'reads-one', 'failed', 'it is empty', 'lacks 101000000210', [LIST_CALL], {
		requests: []
	}),
	that('list-one', 'reads-one', 'failed', 'it is the request itself', 'no list', [LIST_CALL], {
		requests: sceneRows('list-one')[0]
	}),
	that(
		'list-one',
		'reads-one',
		'failed',
		'its fields are its rows',
		'lacks 101000000210',
		[LIST_CALL],
		{
			requests: Object.values(sceneRows('list-one')[0] ?? {})
		}
	)
];

/** The graded cases of these checks, for each of the three verdicts. */
export const SHORT_LIST_CASES: readonly GradedCase[] = [...SHORT_CASES];
