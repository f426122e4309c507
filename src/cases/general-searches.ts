// General cases of GET Service Requests: each filter is asked for something that the endpoint is
// known to have, and must leave out something else that it is known to have.
import { filterOnDates, filterOnStart, filterOnZone, recent } from './date-searches';
import { dateWindows } from './date-windows';
import type { Expectation } from './expectation';
import { generalOk, SERVICE_REQUESTS, type GeneralCase } from './general-case';
import { idsOf, type EndpointFacts } from './probe-endpoint';
import {
	byIdAndStatus,
	byOne,
	bySeveral,
	filterOn,
	filterOnSeveral,
	limited,
	withEmptyArguments,
	type Search
} from './searches';

/** A service code that has service requests, or else one that has none. */
function codeToAsk({ services, serviceRequests }: EndpointFacts): string | null {
	const listed = services.map(({ service_code }) => service_code);
	const used = serviceRequests.find(({ service_code }) => listed.includes(service_code ?? ''));
	return used?.service_code ?? null;
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
