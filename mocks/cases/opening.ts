// The test case that the page opens on, apart from the others: they can wait.
import type { TestCase } from '../../src/cases/expectation';
import { NEWEST_FIRST, atLeast, both, listing, none, ok } from './first-words';

/** A request that is outside the default 90 days. */
export const WINTER = '101000000007';

/** The test case that the page opens on: GET Service Requests without any filter. */
export const OPENING_CASE: TestCase = {
	...listing(
		'requests',
		'The last 90 days',
		'Newest first; a request of February, more than 90 days ago, is not among them.',
		{},
		both(ok(atLeast(60), NEWEST_FIRST, none({ service_request_id: WINTER }))),
		'seen'
	),
	service: null
};
