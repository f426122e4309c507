// General cases that read: services, definitions, service requests and tokens.
import {
	generalOk,
	generalRefusal,
	SERVICE_REQUESTS,
	UNKNOWN,
	type GeneralCase
} from './general-case';
import type { Claim } from './expectation';
import type { EndpointFacts } from './probe-endpoint';

/** Cases of GET Service List and GET Service Definition. */
export function serviceCases({ definition }: EndpointFacts): GeneralCase[] {
	return [
		{
			id: 'services',
			title: 'The services are listed',
			group: 'list',
			section: 'GET Service List',
			call: { method: 'services' },
			skip: null,
			expect: generalOk({ claim: 'kind', kind: 'services' }, { claim: 'atLeast', count: 1 })
		},
		{
			id: 'definition',
			title: 'A service with metadata has a definition',
			group: 'define',
			section: 'GET Service Definition',
			call: { method: 'definition', values: { service_code: definition?.service_code ?? '' } },
			skip: definition ? null : 'No service with metadata has a definition that can be read.',
			expect: generalOk({ claim: 'kind', kind: 'definition' })
		},
		{
			id: 'definition-unknown',
			title: 'The definition of a service that is not there is refused',
			group: 'go wrong',
			section: 'GET Service Definition',
			call: { method: 'definition', values: { service_code: UNKNOWN } },
			skip: null,
			expect: generalRefusal(404)
		}
	];
}

/** Cases of GET Service Requests. */
export function searchCases({ services, serviceRequests }: EndpointFacts): GeneralCase[] {
	const search = (
		id: string,
		title: string,
		values: Record<string, string>,
		claims: readonly Claim[],
		skip: string | null = null
	): GeneralCase => ({
		id,
		title,
		group: 'look up',
		section: 'GET Service Requests',
		call: { method: 'requests', values },
		skip,
		expect: generalOk(SERVICE_REQUESTS, ...claims)
	});
	const code =
		serviceRequests.find(({ service_code }) =>
			services.some((each) => each.service_code === service_code)
		)?.service_code ?? '';
	const [first, second] = idsOf(serviceRequests);
	return [
		search('requests', 'Service requests are listed', {}, []),
		...(['open', 'closed'] as const).map((status) =>
			search(
				`requests-${status}`,
				`Only ${status} service requests are listed when only they are asked for`,
				{ status },
				[{ claim: 'every', fields: { status } }],
				serviceRequests.some((row) => row.status === status)
					? null
					: `The endpoint lists no ${status} service request.`
			)
		),
		search(
			'requests-service',
			'Only service requests of one service are listed when only it is asked for',
			{ service_code: code },
			[{ claim: 'every', fields: { service_code: code } }],
			code ? null : 'No service request listed has the code of a service listed.'
		),
		search(
			'requests-ids',
			'Several service requests are found by their ids',
			{ service_request_id: `${first},${second}` },
			[
				{ claim: 'count', is: 2 },
				...[first, second].map((id): Claim => ({
					claim: 'some',
					fields: { service_request_id: id ?? '' }
				}))
			],
			second === undefined ? 'The endpoint lists fewer than two service requests with an id.' : null
		),
		search(
			'requests-none',
			'A span of dates before there were computers lists nothing',
			{ start_date: '1900-01-01T00:00:00Z', end_date: '1900-01-02T00:00:00Z' },
			[{ claim: 'count', is: 0 }]
		)
	];
}

/** Cases of GET Service Request and GET service_request_id from a token. */
export function lookupCases({ serviceRequests }: EndpointFacts): GeneralCase[] {
	const [id = ''] = idsOf(serviceRequests);
	return [
		{
			id: 'request',
			title: 'One service request is shown by its id',
			group: 'follow',
			section: 'GET Service Request',
			call: { method: 'request', values: { service_request_id: id } },
			skip: id ? null : 'The endpoint lists no service request with an id.',
			expect: generalOk(SERVICE_REQUESTS, { claim: 'every', fields: { service_request_id: id } })
		},
		{
			id: 'request-unknown',
			title: 'A service request that is not there is refused',
			group: 'go wrong',
			section: 'GET Service Request',
			call: { method: 'request', values: { service_request_id: UNKNOWN } },
			skip: null,
			expect: generalRefusal(404)
		},
		{
			id: 'token-unknown',
			title: 'A token that was never given out is refused',
			group: 'go wrong',
			section: 'GET service_request_id from a token',
			call: { method: 'token', values: { token: UNKNOWN } },
			skip: null,
			expect: generalRefusal(404)
		}
	];
}

const idsOf = (serviceRequests: EndpointFacts['serviceRequests']): string[] =>
	serviceRequests.flatMap(({ service_request_id }) => service_request_id ?? []);
