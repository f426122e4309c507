// The vocabulary of the test cases.
import type {
	Claim,
	Expectation,
	ExpectedFields,
	Follow,
	Outcome,
	TestCase
} from '../../src/cases/expectation';
import { ok, TORONTO_ID } from './first-words';

export { atLeast, both, listing, NEWEST_FIRST, none, ok, TORONTO_ID } from './first-words';

/** The four `status_notes` that Toronto printed. */
export const SCHEDULED = 'In progress - The request has been scheduled.';
export const INVESTIGATED =
	'In progress - The request is being investigated, assessed and/or responded to; additional work may be required, if applicable.';
export const COMPLETED = 'Completed - The request has been concluded.';
export const CANCELLED =
	'Cancelled - The request may be a duplicate, work is previously scheduled or no work is required.';

/** An errors body with this status; each text must be part of one of its descriptions. */
export const refused = (status: number, ...texts: string[]): Expectation => ({
	status,
	claims: [
		{ claim: 'kind', kind: 'errors' },
		{ claim: 'every', fields: { code: String(status) } },
		...texts.map((contains): Claim => ({ claim: 'some', fields: { description: { contains } } }))
	]
});

/** Exactly this many records. */
export const exactly = (is: number): Claim => ({ claim: 'count', is });
/** At least one record with these fields. */
export const some = (fields: ExpectedFields): Claim => ({ claim: 'some', fields });
/** At least one record, and every record with these fields. */
export const every = (fields: ExpectedFields): Claim => ({ claim: 'every', fields });
/** The ids of the service requests, in order. */
export const idsInOrder = (...values: string[]): Claim => ({
	claim: 'list',
	field: 'service_request_id',
	values
});
/** A part of the body, in one format. */
export const sent = (format: 'xml' | 'json', contains: string): Claim => ({
	claim: 'text',
	format,
	contains
});
/** One outcome in Toronto's dialect and another in the standard dialect. */
export const each = (toronto: Expectation, standard: Expectation): TestCase['outcomes'] => ({
	toronto: { expect: toronto, then: [] },
	standard: { expect: standard, then: [] }
});

/** An empty list of service requests, as each dialect prints it. */
export const NOTHING = each(
	ok(exactly(0), sent('xml', '<service_requests/>'), sent('json', '{"service_requests":[]}')),
	ok(exactly(0), sent('xml', '<service_requests/>'), sent('json', '[]'))
);

/** Follows an accepted report: first its token, if it got one, then the request itself. */
export function followed(fields: ExpectedFields, realtime: boolean): Outcome {
	const id = { like: /1010009\d{5}/ };
	const token = { like: /91\d{6}/ };
	const view: Follow = {
		method: 'request',
		values: { service_request_id: '$service_request_id', ...TORONTO_ID },
		expect: ok(exactly(1), every({ service_request_id: id, ...fields }))
	};
	if (realtime) {
		return { expect: ok(exactly(1), every({ service_request_id: id, token: null })), then: [view] };
	}
	const resolve: Follow = {
		method: 'token',
		values: { token: '$token', ...TORONTO_ID },
		expect: ok(exactly(1), every({ service_request_id: id, token }))
	};
	return {
		expect: ok(exactly(1), every({ service_request_id: null, token })),
		then: [resolve, view]
	};
}
