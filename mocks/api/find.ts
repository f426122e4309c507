// The methods that look up one thing by what the path names:
// https://wiki.open311.org/GeoReport_v2/, "GET Service Definition", "GET Service Request" and
// "GET service_request_id from a token".
import type { City } from '../city/city';
import { definitionOf } from '../data/definitions';
import { SERVICES } from '../data/services';
import { failedWith, quote, type CityAnswer } from './answers';
import type { Dialect } from './dialect';

/** The description of an error about an unknown service code; the words are invented. */
export const unknownService = (service_code: string) =>
	`service_code ${quote(service_code)} was not found. Codes are case-sensitive; GET services lists them.`;

/** Answers GET Service Definition; 400 without a code, 404 for an unknown one. */
export function findDefinition(service_code: string): CityAnswer {
	if (service_code === '') {
		return failedWith(
			400,
			'service_code was not provided. Put one of the codes of GET services into the path.'
		);
	}
	return SERVICES.some((service) => service.service_code === service_code)
		? { kind: 'definition', definition: definitionOf(service_code) }
		: failedWith(404, unknownService(service_code));
}

/** Answers GET Service Request; 400 without an id, 404 for one that no row has. */
export async function findRequest(city: City, service_request_id: string): Promise<CityAnswer> {
	if (service_request_id === '') {
		return failedWith(
			400,
			'service_request_id was not provided. Put one of GET requests into the path.'
		);
	}
	const request = await city.byId(service_request_id);
	return request
		? { kind: 'requests', requests: [request] }
		: failedWith(
				404,
				`service_request_id ${quote(service_request_id)} was not found. GET requests lists the ids there are.`
			);
}

/**
 * Answers GET service_request_id from a token; 400 without a token, 404 for an unknown one. While a
 * token is pending the id is null.
 */
export async function findToken(city: City, token: string, dialect: Dialect): Promise<CityAnswer> {
	if (token === '') {
		return failedWith(400, 'token was not provided. Put the token of POST requests into the path.');
	}
	const request = await city.byToken(token);
	if (!request || dialect.realtime.includes(request.service_code)) {
		return failedWith(
			404,
			`token ${quote(token)} was not found. Send the token that POST requests answered with.`
		);
	}
	const assigned = request.assigned <= city.now();
	return {
		kind: 'token',
		token,
		service_request_id: assigned ? request.service_request_id : null
	};
}
