// Searches by what service requests are, for the general cases: by their status, service and ids.
import type { ServiceRequest } from '../georeport/types';
import type { Claim } from './expectation';
import { idsOf } from './probe-endpoint';

/** The most service requests in an answer: GeoReport v2. */
const MOST_ROWS = 1000;

/** A search: its arguments, and what it must list and leave out; a text says why it is skipped. */
export type Search =
	| {
			values: Record<string, string>;
			empty?: readonly string[];
			/** Whether a refusal with 400 will do as well. */
			mayRefuse?: boolean;
			claims: readonly Claim[];
	  }
	| string;

/** Lists the service request with this id. */
export const withId = (id: string): Claim => ({
	claim: 'some',
	fields: { service_request_id: id }
});
/** Does not list the service request with this id. */
export const withoutId = (id: string): Claim => ({
	claim: 'none',
	fields: { service_request_id: id }
});

/** A filter on a field: one row that it must list, and one that it must leave out. */
export function filterOn(
	field: 'status' | 'service_code',
	value: string,
	rows: readonly ServiceRequest[]
): Search {
	if (value.includes(',')) return `The ${field} ${value} has a comma, and commas divide a list.`;
	const named = rows.filter((row) => row.service_request_id !== null && row[field] !== null);
	const inside = named.find((row) => row[field] === value);
	const outside = named.find((row) => row[field] !== value);
	if (!outside?.service_request_id) {
		return inside
			? `The endpoint lists only service requests with ${field} ${value}, so that the filter has nothing to leave out.`
			: `The endpoint lists no service request with a ${field}.`;
	}
	const claims: Claim[] = inside?.service_request_id
		? [{ claim: 'every', fields: { [field]: value } }, withId(inside.service_request_id)]
		: [{ claim: 'none', fields: { [field]: String(outside[field]) } }];
	return { values: { [field]: value }, claims: [...claims, withoutId(outside.service_request_id)] };
}

/** A filter with a list of two values: it must list one row of each. */
export function filterOnSeveral(
	field: 'status' | 'service_code',
	rows: readonly ServiceRequest[]
): Search {
	const named = rows.filter((row) => row.service_request_id !== null && row[field] !== null);
	const [first] = named;
	const second = named.find((row) => row[field] !== first?.[field]);
	if (!first?.service_request_id || !second?.service_request_id) {
		return `The endpoint lists no two service requests that differ in ${field}.`;
	}
	const values = [String(first[field]), String(second[field])];
	if (values.join('').includes(',')) {
		return `A ${field} has a comma: ${values.join(' ')}; commas divide a list.`;
	}
	return {
		values: { [field]: values.join(',') },
		claims: [
			{
				claim: 'that',
				words: `Every record has ${field} ${values.join(' or ')}`,
				check(records) {
					const record = records.findIndex((row) => !values.includes(String(row[field])));
					if (record < 0) return null;
					const came = `record ${record + 1} with ${field} ${String(records[record]?.[field])}`;
					return { came, record, field };
				}
			},
			withId(first.service_request_id),
			withId(second.service_request_id)
		]
	};
}

/** Several ids: their service requests and no others. */
export const bySeveral = (ids: readonly string[]): Search => {
	const [first, second] = ids;
	if (first === undefined || second === undefined) {
		return 'The endpoint lists fewer than two service requests with an id.';
	}
	return {
		values: { service_request_id: `${first},${second}` },
		claims: [{ claim: 'count', is: 2 }, withId(first), withId(second)]
	};
};

/** One id of several. */
export function byOne(rows: readonly ServiceRequest[]): Search {
	const [first, second] = idsOf(rows);
	if (first === undefined || second === undefined) {
		return 'The endpoint lists fewer than two service requests with an id.';
	}
	return {
		values: { service_request_id: second },
		claims: [{ claim: 'count', is: 1 }, withId(second), withoutId(first)]
	};
}

/** An id overrides every other argument: also a status that its service request has not. */
export function byIdAndStatus(rows: readonly ServiceRequest[]): Search {
	const row = rows.find(({ status, service_request_id: id }) => id && !id.includes(',') && status);
	if (!row?.service_request_id) return 'The endpoint lists no service request with an id.';
	return {
		values: {
			service_request_id: row.service_request_id,
			status: row.status === 'open' ? 'closed' : 'open',
			start_date: '1900-01-01T00:00:00Z',
			end_date: '1900-01-02T00:00:00Z'
		},
		claims: [{ claim: 'count', is: 1 }, withId(row.service_request_id)]
	};
}

/** Arguments without a value leave nothing out. */
export function withEmptyArguments(rows: readonly ServiceRequest[]): Search {
	const [id] = idsOf(rows);
	if (id === undefined) return 'The endpoint lists no service request with an id.';
	return {
		values: {},
		empty: ['service_request_id', 'service_code', 'start_date', 'end_date', 'status'],
		claims: [withId(id)]
	};
}

/** No argument, of an endpoint that has more than an answer may list. */
export function limited(rows: readonly ServiceRequest[]): Search {
	if (rows.length < MOST_ROWS) {
		return `The endpoint lists ${rows.length.toLocaleString('en-CA')} service requests; only more than 1,000 can show the limit.`;
	}
	return {
		values: {},
		claims: [
			{
				claim: 'that',
				words: 'At most 1,000 records',
				check: (records) =>
					records.length <= MOST_ROWS
						? null
						: { came: `${records.length.toLocaleString('en-CA')} records` }
			}
		]
	};
}
