// Cases for any GeoReport v2 endpoint, made of what it says of itself.
import type { Claim, Expectation, TestCase } from './expectation';
import type { Draft } from '../georeport/request';
import type { Attribute } from '../georeport/types';
import type { EndpointFacts } from './probe-endpoint';
import type { SuiteItem } from './run-suite';

const ok = (...claims: Claim[]): Expectation => ({ status: 200, claims });
const gone: Expectation = { status: 404, claims: [{ claim: 'kind', kind: 'errors' }] };
const SERVICE_REQUESTS: Claim = { claim: 'kind', kind: 'serviceRequests' };

/** An id, code and token that no endpoint will have given out. */
const UNKNOWN = '0000000000';

/** A value that an attribute of this kind takes. */
function valueFor({ datatype, values }: Attribute): string {
	const [first] = values;
	if (first) return first.key;
	if (datatype === 'number') return '1';
	return datatype === 'datetime' ? '2024-01-01T12:00:00Z' : 'Test';
}

/**
 * The general cases for an endpoint: each that cannot apply says why. `write` lets the one case that
 * reports something run; `jurisdiction` goes with every call, empty for none.
 */
export function generalCases(
	facts: EndpointFacts,
	jurisdiction: string,
	write: boolean
): SuiteItem[] {
	const own: Draft['values'] = jurisdiction ? { jurisdiction_id: jurisdiction } : {};
	const { services, definition, serviceRequests } = facts;
	const items: SuiteItem[] = [];

	const add = (
		id: string,
		title: string,
		group: TestCase['group'],
		section: string,
		call: { method: Draft['method']; values?: Draft['values'] } | { missing: string },
		expect: Expectation
	) => {
		const missing = 'missing' in call ? call.missing : null;
		const draft: TestCase['draft'] =
			'missing' in call
				? { method: 'services', values: own }
				: { method: call.method, values: { ...own, ...call.values } };
		const outcome = { expect, then: [] };
		const testCase: TestCase = {
			id: `general-${id}`,
			title,
			shows: title,
			group,
			section,
			draft,
			outcomes: { toronto: outcome, standard: outcome },
			provenance: 'invented'
		};
		items.push({ testCase, skip: missing, conform: true });
	};

	const [service] = services;
	const [first, second] = serviceRequests.filter(
		({ service_request_id }) => service_request_id !== null
	);
	const NO_SERVICE = 'The endpoint lists no service.';
	const NO_REQUEST = 'The endpoint lists no service request with an id.';

	add(
		'services',
		'The services are listed',
		'list',
		'GET Service List',
		{ method: 'services' },
		ok({ claim: 'kind', kind: 'services' }, { claim: 'atLeast', count: 1 })
	);
	add(
		'definition',
		'A service with metadata has a definition',
		'define',
		'GET Service Definition',
		definition
			? { method: 'definition', values: { service_code: definition.service_code } }
			: { missing: 'No service with metadata has a definition that can be read.' },
		ok({ claim: 'kind', kind: 'definition' })
	);
	add(
		'definition-unknown',
		'The definition of a service that is not there is refused',
		'go wrong',
		'GET Service Definition',
		{ method: 'definition', values: { service_code: UNKNOWN } },
		gone
	);
	add(
		'requests',
		'Service requests are listed',
		'look up',
		'GET Service Requests',
		{ method: 'requests' },
		ok(SERVICE_REQUESTS)
	);
	for (const status of ['open', 'closed'] as const) {
		const some = serviceRequests.some((row) => row.status === status);
		add(
			`requests-${status}`,
			`Only ${status} service requests are listed when only they are asked for`,
			'look up',
			'GET Service Requests',
			some
				? { method: 'requests', values: { status } }
				: { missing: `The endpoint lists no ${status} service request.` },
			ok(SERVICE_REQUESTS, { claim: 'every', fields: { status } })
		);
	}
	const coded = serviceRequests.find(({ service_code }) =>
		services.some((each) => each.service_code === service_code)
	);
	add(
		'requests-service',
		'Only service requests of one service are listed when only it is asked for',
		'look up',
		'GET Service Requests',
		coded?.service_code
			? { method: 'requests', values: { service_code: coded.service_code } }
			: { missing: 'No service request listed has the code of a service listed.' },
		ok(SERVICE_REQUESTS, { claim: 'every', fields: { service_code: coded?.service_code ?? '' } })
	);
	add(
		'requests-ids',
		'Several service requests are found by their ids',
		'look up',
		'GET Service Requests',
		first && second
			? {
					method: 'requests',
					values: {
						service_request_id: `${first.service_request_id},${second.service_request_id}`
					}
				}
			: { missing: 'The endpoint lists fewer than two service requests with an id.' },
		ok(
			SERVICE_REQUESTS,
			{ claim: 'count', is: 2 },
			...[first, second].map((row): Claim => ({
				claim: 'some',
				fields: { service_request_id: row?.service_request_id ?? '' }
			}))
		)
	);
	add(
		'requests-none',
		'A span of dates before there were computers lists nothing',
		'look up',
		'GET Service Requests',
		{
			method: 'requests',
			values: { start_date: '1900-01-01T00:00:00Z', end_date: '1900-01-02T00:00:00Z' }
		},
		ok(SERVICE_REQUESTS, { claim: 'count', is: 0 })
	);
	add(
		'request',
		'One service request is shown by its id',
		'follow',
		'GET Service Request',
		first?.service_request_id
			? { method: 'request', values: { service_request_id: first.service_request_id } }
			: { missing: NO_REQUEST },
		ok(SERVICE_REQUESTS, {
			claim: 'every',
			fields: { service_request_id: first?.service_request_id ?? '' }
		})
	);
	add(
		'request-unknown',
		'A service request that is not there is refused',
		'go wrong',
		'GET Service Request',
		{ method: 'request', values: { service_request_id: UNKNOWN } },
		gone
	);
	add(
		'token-unknown',
		'A token that was never given out is refused',
		'go wrong',
		'GET service_request_id from a token',
		{ method: 'token', values: { token: UNKNOWN } },
		gone
	);
	const asksFirst = services.find(({ metadata }) => !metadata) ?? service;
	const located = serviceRequests.find(({ lat, long }) => lat !== null && long !== null);
	const questions =
		definition?.service_code === asksFirst?.service_code ? (definition?.attributes ?? []) : [];
	const answers = questions
		.filter(({ required, variable }) => required && variable)
		.map((attribute) => [`attribute[${attribute.code}]`, valueFor(attribute)]);
	add(
		'submit',
		'A report is taken, and gives an id or a token',
		'report',
		'POST Service Request',
		!asksFirst
			? { missing: NO_SERVICE }
			: !located
				? { missing: 'No service request listed has a location that a report could borrow.' }
				: !write
					? { missing: 'It writes, and writing was not allowed.' }
					: {
							method: 'submit',
							values: {
								service_code: asksFirst.service_code,
								lat: String(located.lat),
								long: String(located.long),
								description: 'A test of conformance. Please ignore it.',
								...Object.fromEntries(answers)
							}
						},
		ok(SERVICE_REQUESTS, { claim: 'count', is: 1 })
	);
	add(
		'submit-nothing',
		'A report of no service is refused',
		'go wrong',
		'POST Service Request',
		write
			? { method: 'submit', values: {} }
			: { missing: 'It writes, and writing was not allowed.' },
		{ status: 400, claims: [{ claim: 'kind', kind: 'errors' }] }
	);
	return items;
}
