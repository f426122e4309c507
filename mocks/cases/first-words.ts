// What of the vocabulary of the test cases the opening one is made of: the page loads it first.
import type {
	Claim,
	Expectation,
	ExpectedFields,
	Follow,
	TestCase
} from '../../src/cases/expectation';

/** The argument that Toronto requires on every call. */
export const TORONTO_ID = { jurisdiction_id: 'toronto.ca' };

/** Status 200 and these claims. */
export const ok = (...claims: Claim[]): Expectation => ({ status: 200, claims });

/** At least this many records. */
export const atLeast = (least: number): Claim => ({ claim: 'atLeast', count: least });
/** No record with these fields. */
export const none = (fields: ExpectedFields): Claim => ({ claim: 'none', fields });
/** Ordered by requested_datetime, none later than the one before. */
export const NEWEST_FIRST: Claim = { claim: 'descending', field: 'requested_datetime' };

/** The same outcome in both dialects. */
export const both = (expect: Expectation, ...then: Follow[]): TestCase['outcomes'] => ({
	toronto: { expect, then },
	standard: { expect, then }
});

/** Makes a test case of GET Service Requests. */
export const listing = (
	id: string,
	title: string,
	shows: string,
	values: TestCase['draft']['values'],
	outcomes: TestCase['outcomes'],
	provenance: TestCase['provenance']
): TestCase => ({
	id,
	title,
	shows,
	group: 'list',
	draft: { method: 'requests', values: { ...TORONTO_ID, ...values } },
	outcomes,
	provenance,
	section: 'GET Service Requests'
});
