// General cases that read: services, definitions, service requests and tokens.
import type { Claim } from './expectation';
import {
	generalOk,
	generalRefusal,
	SERVICE_REQUESTS,
	UNKNOWN,
	type GeneralCase
} from './general-case';
import { idsOf, type EndpointFacts } from './probe-endpoint';

/** A definition is that of the service asked for. */
const isOf = (code: string): Claim => ({
	claim: 'that',
	words: `The definition of ${code}`,
	check(_, whole) {
		const came = whole.kind === 'definition' ? whole.definition.service_code : '';
		return came === '' || came === code ? null : { came: `that of ${came}` };
	}
});

/** Cases of Service Discovery, GET Service List and GET Service Definition. */
export function serviceCases({ services, noDiscovery }: EndpointFacts): GeneralCase[] {
	const asking = services.find(({ metadata }) => metadata);
	return [
		{
			id: 'discovery',
			title: 'The discovery document lists the endpoints',
			group: 'discover',
			section: 'Service Discovery',
			call: { method: 'discovery' },
			skip: noDiscovery,
			expect: generalOk({ claim: 'kind', kind: 'discovery' }, { claim: 'atLeast', count: 1 })
		},
		{
			id: 'services',
			title: 'The services are listed',
			group: 'list',
			section: 'GET Service List',
			call: { method: 'services' },
			skip: null,
			expect: generalOk({ claim: 'kind', kind: 'services' })
		},
		{
			id: 'definition',
			title: 'A service with metadata has a definition',
			group: 'define',
			section: 'GET Service Definition',
			call: { method: 'definition', values: { service_code: asking?.service_code ?? '' } },
			skip: asking ? null : 'The endpoint lists no service with metadata.',
			expect: generalOk({ claim: 'kind', kind: 'definition' }, isOf(asking?.service_code ?? ''))
		},
		{
			id: 'definition-unknown',
			title: 'The definition of an unknown service is refused',
			group: 'go wrong',
			section: 'GET Service Definition',
			call: { method: 'definition', values: { service_code: UNKNOWN } },
			skip: null,
			expect: generalRefusal(404)
		}
	];
}

/** Where a jurisdiction is named: one that is not there is refused; a server of one may overlook it. */
export const UNKNOWN_JURISDICTION: GeneralCase = {
	id: 'jurisdiction-unknown',
	title: 'A jurisdiction that is not there is refused, or overlooked where there is only one',
	group: 'go wrong',
	section: 'GET Service List',
	call: { method: 'services', values: { jurisdiction_id: 'unknown.invalid' } },
	skip: null,
	expect: {
		status: 404,
		orStatus: [200],
		claims: [
			{
				claim: 'that',
				words: 'A body of errors or services',
				check: (_, { kind }) =>
					kind === 'errors' || kind === 'services' ? null : { came: `a body of ${kind}` }
			}
		]
	}
};

/** Cases of GET Service Request and GET service_request_id from a token. */
export function lookupCases({ serviceRequests }: EndpointFacts): GeneralCase[] {
	const [first = '', second = ''] = idsOf(serviceRequests);
	const shown = (id: string) => ({
		group: 'follow' as const,
		section: 'GET Service Request',
		call: { method: 'request' as const, values: { service_request_id: id } },
		expect: generalOk(SERVICE_REQUESTS, { claim: 'every', fields: { service_request_id: id } })
	});
	return [
		{
			...shown(first),
			id: 'request',
			title: 'One service request is shown by its id',
			skip: first ? null : 'The endpoint lists no service request with an id.'
		},
		{
			...shown(second),
			id: 'request-other',
			title: 'Another service request is shown by another id',
			skip: second ? null : 'The endpoint lists fewer than two service requests with an id.'
		},
		{
			id: 'request-unknown',
			title: 'An unknown service request is refused',
			group: 'go wrong',
			section: 'GET Service Request',
			call: { method: 'request', values: { service_request_id: UNKNOWN } },
			skip: null,
			expect: generalRefusal(404)
		},
		{
			id: 'token-unknown',
			title: 'An unknown token is refused',
			group: 'go wrong',
			section: 'GET service_request_id from a token',
			call: { method: 'token', values: { token: UNKNOWN } },
			skip: null,
			expect: generalRefusal(404)
		}
	];
}
