import type { TestCase } from '../../src/cases/expectation';
import { OPEN_CASES, PLACE_CASES } from './by-service';
import { LISTING_CASES } from './listing';
import { LOOKING_UP_CASES, TOKEN_CASES } from './looking-up';
import { REPORTING_CASES } from './reporting';
import { withServiceName } from './service-name';
import { DEFINITION_CASES, DISCOVERY_CASES } from './services';
import { WRONG_CASES } from './wrong';

/**
 * The fixed test cases: named requests, what each demonstrates and what to expect. The City's own
 * list was not recorded; the requests here are invented, their places and codes are real.
 */
export const CASES: readonly TestCase[] = [
	...DISCOVERY_CASES,
	...LISTING_CASES,
	...OPEN_CASES,
	...DEFINITION_CASES,
	...LOOKING_UP_CASES,
	...PLACE_CASES,
	...TOKEN_CASES,
	...REPORTING_CASES,
	...WRONG_CASES
].map(withServiceName);
