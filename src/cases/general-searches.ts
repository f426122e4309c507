// General cases of GET Service Requests: each filter is asked for something that the endpoint is
// known to have, and must leave out something else that it is known to have.
import type { ServiceRequest } from '../georeport/types';
import { datedOf, dateWindows, type DateWindow } from './date-windows';
import type { Claim, Expectation, Row } from './expectation';
import { generalOk, SERVICE_REQUESTS, type GeneralCase } from './general-case';
import { idsOf, type EndpointFacts } from './probe-endpoint';

/** The most service requests in an answer, and the span without dates: GeoReport v2. */
const MOST_ROWS = 1000;
const MOST_DAYS = 90;

const DAY = 24 * 60 * 60_000;

/** A search: its arguments, and what it must list and leave out; a text says why it is skipped. */
type Search =
	| {
			values: Record<string, string>;
			empty?: readonly string[];
			/** Whether a refusal with 400 will do as well. */
			mayRefuse?: boolean;
			claims: readonly Claim[];
	  }
	| string;

const withId = (id: string): Claim => ({ claim: 'some', fields: { service_request_id: id } });
const withoutId = (id: string): Claim => ({ claim: 'none', fields: { service_request_id: id } });

/** Each record with a date must be within the span. */
function within({ from, to }: DateWindow): Claim {
	const isOutside = (row: Row) => {
		const at = Date.parse(String(row.requested_datetime));
		return at < Date.parse(from) || at > Date.parse(to);
	};
	return {
		claim: 'that',
		words: `Every requested_datetime from ${from} to ${to}`,
		check(records) {
			const record = records.findIndex(isOutside);
			if (record < 0) return null;
			const came = `record ${record + 1} of ${records.length} with ${String(records[record]?.requested_datetime)}`;
			return { came, record, field: 'requested_datetime' };
		}
	};
}

/** A filter on a field: one row that it must list, and one that it must leave out. */
function filterOn(
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
function filterOnSeveral(
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

/** The same instant, written in a zone five hours behind UTC. */
const inOtherZone = (instant: number) =>
	`${new Date(instant - 5 * 60 * 60_000).toISOString().slice(0, 19)}-05:00`;

/**
 * A window in another zone: a server that takes it for UTC lists the row just before it, or leaves out
 * the newest.
 */
function filterOnZone(window: DateWindow | null, rows: readonly ServiceRequest[]): Search {
	const dated = datedOf(rows);
	const [before, newest] = [dated.find(({ id }) => id === window?.excludes), dated.at(-1)];
	if (!window || !before || !newest) return filterOnDates(window, 'start_date');
	const [start, end] = [Date.parse(window.from), Date.parse(window.to)];
	const nearest = Math.min(start, before.at + 60_000);
	const from = inOtherZone(end - nearest < (MOST_DAYS - 1) * DAY ? nearest : start);
	const to = inOtherZone(end);
	return {
		values: { start_date: from, end_date: to },
		claims: [
			within({ ...window, from, to }),
			withId(window.includes),
			withId(newest.id),
			withoutId(window.excludes)
		]
	};
}

function filterOnDates(window: DateWindow | null, edge: string): Search {
	if (!window) {
		return `The endpoint lists no two service requests of different times, between which a ${edge} could lie.`;
	}
	const { from, to, includes, excludes } = window;
	return {
		values: { start_date: from, end_date: to },
		claims: [within(window), withId(includes), withoutId(excludes)]
	};
}

/**
 * A start_date alone. What lies between it and now may be more than 90 days, which a server may refuse.
 */
function filterOnStart(window: DateWindow | null): Search {
	if (!window) return filterOnDates(window, 'start_date');
	const { from, includes } = window;
	return {
		values: { start_date: from },
		mayRefuse: true,
		claims: [
			{
				claim: 'that',
				words: `Every requested_datetime from ${from}, and service_request_id ${includes}`,
				check(records, { kind }) {
					if (kind === 'errors') return null;
					const record = records.findIndex(
						(row) => Date.parse(String(row.requested_datetime)) < Date.parse(from)
					);
					if (record >= 0) {
						const came = `record ${record + 1} of ${records.length} with ${String(records[record]?.requested_datetime)}`;
						return { came, record, field: 'requested_datetime' };
					}
					const isThere = records.some((row) => row.service_request_id === includes);
					return isThere ? null : { came: `${records.length} records without it` };
				}
			}
		]
	};
}

/** A service code that has service requests, or else one that has none. */
function codeToAsk({ services, serviceRequests }: EndpointFacts): string | null {
	const listed = services.map(({ service_code }) => service_code);
	const used = serviceRequests.find(({ service_code }) => listed.includes(service_code ?? ''));
	return used?.service_code ?? null;
}

const bySeveral = (ids: readonly string[]): Search => {
	const [first, second] = ids;
	if (first === undefined || second === undefined) {
		return 'The endpoint lists fewer than two service requests with an id.';
	}
	return {
		values: { service_request_id: `${first},${second}` },
		claims: [{ claim: 'count', is: 2 }, withId(first), withId(second)]
	};
};

function byOne(rows: readonly ServiceRequest[]): Search {
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
function byIdAndStatus(rows: readonly ServiceRequest[]): Search {
	const row = rows.find(({ status, service_request_id: id }) => id && status);
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
function withEmptyArguments(rows: readonly ServiceRequest[]): Search {
	const [id] = idsOf(rows);
	if (id === undefined) return 'The endpoint lists no service request with an id.';
	return {
		values: {},
		empty: ['service_request_id', 'service_code', 'start_date', 'end_date', 'status'],
		claims: [withId(id)]
	};
}

function limited(rows: readonly ServiceRequest[]): Search {
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

/** Without dates, nothing is older than 90 days: no two records are farther apart. */
function recent({ serviceRequests, older }: EndpointFacts): Search {
	const dated = datedOf(serviceRequests);
	const span = (dated.at(-1)?.at ?? 0) - (dated[0]?.at ?? 0);
	if (older.length === 0 && span <= MOST_DAYS * DAY) {
		return 'The endpoint is not known to have a service request of more than 90 days ago.';
	}
	return {
		values: {},
		claims: [
			{
				claim: 'that',
				words: 'No records more than 90 days apart',
				check(records) {
					const instants = records.map((row) => Date.parse(String(row.requested_datetime)));
					const known = instants.filter(Number.isFinite);
					const newest = known.reduce((most, at) => Math.max(most, at), -Infinity);
					// A day more: the clocks may have changed, and a server may count whole days.
					const record = instants.findIndex((at) => newest - at > (MOST_DAYS + 1) * DAY);
					if (record < 0) return null;
					const days = Math.round((newest - (instants[record] ?? 0)) / DAY);
					const came = `record ${record + 1} is ${days} days older than the newest`;
					return { came, record, field: 'requested_datetime' };
				}
			}
		]
	};
}

/** What a search must be answered with. */
function expectationOf(search: Search): Expectation {
	if (typeof search === 'string') return generalOk(SERVICE_REQUESTS);
	return search.mayRefuse
		? { status: 200, orStatus: [400], claims: search.claims }
		: generalOk(SERVICE_REQUESTS, ...search.claims);
}

/** Cases of GET Service Requests. */
export function searchCases(facts: EndpointFacts): GeneralCase[] {
	const { serviceRequests: rows } = facts;
	const windows = dateWindows(rows);
	const code = codeToAsk(facts);
	const searches: readonly [id: string, title: string, Search][] = [
		['requests', 'Service requests are listed', { values: {}, claims: [] }],
		...(['open', 'closed'] as const).map((status): [string, string, Search] => [
			`requests-${status}`,
			`Only ${status} service requests are listed when only they are asked for`,
			filterOn('status', status, rows)
		]),
		[
			'requests-service',
			'Only service requests of one service are listed when only it is asked for',
			code === null
				? 'No service request listed has the code of a service listed.'
				: filterOn('service_code', code, rows)
		],
		[
			'requests-both-statuses',
			'Service requests of several statuses are listed, named with a comma between',
			filterOnSeveral('status', rows)
		],
		[
			'requests-both-services',
			'Service requests of several services are listed, named with a comma between',
			filterOnSeveral('service_code', rows)
		],
		[
			'requests-start',
			'No service request from before start_date is listed',
			filterOnDates(windows.start, 'start_date')
		],
		[
			'requests-since',
			'No service request from before a start_date without an end_date is listed',
			filterOnStart(windows.start)
		],
		[
			'requests-end',
			'No service request from after end_date is listed',
			filterOnDates(windows.end, 'end_date')
		],
		[
			'requests-zone',
			'start_date and end_date are read with their time zone',
			filterOnZone(windows.start, rows)
		],
		[
			'requests-none',
			'A date range long ago lists nothing',
			{
				values: { start_date: '1900-01-01T00:00:00Z', end_date: '1900-01-02T00:00:00Z' },
				claims: [{ claim: 'count', is: 0 }]
			}
		],
		['requests-id', 'One service request of several is found by its id', byOne(rows)],
		['requests-ids', 'Several service requests are found by their ids', bySeveral(idsOf(rows))],
		['requests-override', 'service_request_id overrides every other argument', byIdAndStatus(rows)],
		['requests-empty', 'Arguments without a value are the same as none', withEmptyArguments(rows)],
		['requests-limit', 'At most 1,000 service requests are listed', limited(rows)],
		['requests-recent', 'Without dates, the last 90 days are listed', recent(facts)]
	];
	return searches.map(([id, title, search]) => ({
		id,
		title,
		group: 'look up',
		section: 'GET Service Requests',
		call: { method: 'requests', values: typeof search === 'string' ? {} : search.values },
		...(typeof search !== 'string' && search.empty ? { empty: search.empty } : {}),
		skip: typeof search === 'string' ? search : null,
		expect: expectationOf(search)
	}));
}
