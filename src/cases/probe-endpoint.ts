// What an endpoint says of itself: the codes, ids and attributes that general cases are made of.
import { parse } from '../answer/parse';
import {
	toHttpRequest,
	type Draft,
	type EndpointBase,
	type HttpRequest
} from '../georeport/request';
import type { RawAnswer } from './run-case';
import type { Service, ServiceDefinition, ServiceRequest } from '../georeport/types';

/** What was learned; empty lists and null where an endpoint did not tell. */
export interface Learned {
	services: readonly Service[];
	/** Of the first service that has questions. */
	definition: ServiceDefinition | null;
	serviceRequests: readonly ServiceRequest[];
}

/** An endpoint that could be learned from, or in one sentence why not. */
export type Learning = { learned: Learned } | { problem: string };

/**
 * Asks an endpoint for its services, a definition and its service requests, in XML, which every
 * endpoint must speak. A problem means that it cannot be reached, or is no GeoReport v2 endpoint;
 * `ask` may throw.
 */
export async function learn(
	base: EndpointBase,
	jurisdiction: string,
	ask: (request: HttpRequest) => Promise<RawAnswer>
): Promise<Learning> {
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
			const said =
				parsed.kind === 'errors'
					? `: ${parsed.errors.map(({ description }) => description).join(' ')}`
					: '';
			return {
				problem: `This is no GeoReport v2 endpoint that answers: GET ${request.url} gave ${answer.status}, ${type}${said}`
			};
		}
		const asking = parsed.services.find(({ metadata }) => metadata);
		const defined = asking && (await read('definition', { service_code: asking.service_code }));
		const listed = (await read('requests')).parsed;
		return {
			learned: {
				services: parsed.services,
				definition: defined?.parsed.kind === 'definition' ? defined.parsed.definition : null,
				serviceRequests: listed.kind === 'serviceRequests' ? listed.serviceRequests : []
			}
		};
	} catch (error) {
		return { problem: error instanceof Error ? error.message : String(error) };
	}
}
