import type { TestCase } from '../src/georeport/expectation';
import { READING_CASES } from './cases/reading';
import { REPORTING_CASES } from './cases/reporting';
import { WRONG_CASES } from './cases/wrong';

/**
 * The fixed test cases: named requests with what they show and what to expect. The City's own list
 * is not recorded; the requests here are invented, their places and codes are real.
 */
export const CASES: readonly TestCase[] = [...READING_CASES, ...REPORTING_CASES, ...WRONG_CASES];
