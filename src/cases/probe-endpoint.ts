// Asks an endpoint for the codes, ids and attributes that the general cases are made of.
import { parse } from '../answer/parse';
import {
	toHttpRequest,
	type Draft,
	type EndpointBase,
	type HttpRequest
} from '../georeport/request';
import type { RawAnswer } from './run-case';
import type { Service, ServiceDefinition, ServiceRequest } from '../georeport/types';

/** What an endpoint lists; empty lists and null where it lists nothing. */
export interface EndpointFacts {
	services: readonly Service[];
	/** The definition of the first service with metadata. */
	definition: ServiceDefinition | null;
	serviceRequests: readonly ServiceRequest[];
}

/** What the probe found, or one sentence on why it found nothing. */
export type ProbeResult = { facts: EndpointFacts } | { problem: string };

/**
 * Asks an endpoint for its services, one definition and its service requests, in XML, the format
 * that every endpoint must have. Returns a problem if the endpoint cannot be reached or is not a
 * GeoReport v2 endpoint; also if `ask` throws.
 */
export async function probeEndpoint(
	base: EndpointBase,
	jurisdiction: string,
	ask: (request: HttpRequest) => Promise<RawAnswer>
): Promise<ProbeResult> {
	const own = jurisdiction ? { jurisdiction_id: jurisdiction } : {};
	const read = async (method: Draft['method'], values: Draft['values'] = {}) => {
		const request = toHttpRequest({ method, format: 'xml', values: { ...own, ...values } }, base);
		const answer = await ask(request);
		return { request, answer, parsed: parse({ method, ...answer }) };
	};
	try {
		const { request, answer, parsed } = await read('services');
		if (parsed.kind !== 'services') {
			const type = answer.contentType ?? 'no Content-Type';
			const reasons =
				parsed.kind === 'errors'
					? `: ${parsed.errors.map(({ description }) => description).join(' ')}`
					: '';
			return {
				problem: `This is no GeoReport v2 endpoint that answers: GET ${request.url} gave ${answer.status}, ${type}${reasons}`
			};
		}
		const withMetadata = parsed.services.find(({ metadata }) => metadata);
		const defined =
			withMetadata && (await read('definition', { service_code: withMetadata.service_code }));
		const listed = (await read('requests')).parsed;
		return {
			facts: {
				services: parsed.services,
				definition: defined?.parsed.kind === 'definition' ? defined.parsed.definition : null,
				serviceRequests: listed.kind === 'serviceRequests' ? listed.serviceRequests : []
			}
		};
	} catch (error) {
		return { problem: error instanceof Error ? error.message : String(error) };
	}
}
