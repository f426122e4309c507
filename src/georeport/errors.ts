// When each method refuses a request: https://wiki.open311.org/GeoReport_v2/, "Possible Errors" of
// each method, and "Errors".
import type { MethodName } from './methods.ts';

/** A status of a refusal, with a sentence for each of its causes. */
export interface Refusal {
	status: 400 | 403 | 404;
	when: readonly string[];
}

const FORMAT = 'The path does not end in .xml or .json.';
const NO_JURISDICTION = 'jurisdiction_id was not provided, though the endpoint requires it.';
const UNKNOWN_JURISDICTION = 'The endpoint does not serve this jurisdiction_id.';
const NO_SERVICE = 'service_code was not provided.';
const UNKNOWN_SERVICE = 'No service has this service_code.';

const missing = (...when: string[]): Refusal => ({ status: 400, when });
const unknown = (...when: string[]): Refusal => ({ status: 404, when });

const REFUSALS: Readonly<Record<MethodName, readonly Refusal[]>> = {
	discovery: [unknown(FORMAT)],
	services: [missing(NO_JURISDICTION), unknown(UNKNOWN_JURISDICTION, FORMAT)],
	definition: [
		missing(NO_JURISDICTION, NO_SERVICE),
		unknown(UNKNOWN_SERVICE, UNKNOWN_JURISDICTION, FORMAT)
	],
	submit: [
		missing(
			NO_JURISDICTION,
			NO_SERVICE,
			'There is no location, or half of one.',
			'A required attribute was not provided.',
			'A value is not valid; each that is not has an error of its own.'
		),
		{ status: 403, when: ['api_key is not valid, or missing where one is required.'] },
		unknown(UNKNOWN_SERVICE, UNKNOWN_JURISDICTION, FORMAT)
	],
	token: [
		missing(NO_JURISDICTION, 'token was not provided.'),
		unknown('No report was answered with this token.', UNKNOWN_JURISDICTION, FORMAT)
	],
	requests: [
		missing(
			NO_JURISDICTION,
			'A date-time, number or coordinate cannot be read.',
			'Of lat, long and radius one is missing.'
		),
		unknown(UNKNOWN_JURISDICTION, FORMAT)
	],
	request: [
		missing(NO_JURISDICTION, 'service_request_id was not provided.'),
		unknown('No service request has this service_request_id.', UNKNOWN_JURISDICTION, FORMAT)
	]
};

/**
 * Returns how a method refuses requests, the lowest status first. 400 also stands for everything
 * else that is wrong, since the specification has no other status for it.
 */
export const errorsOf = (name: MethodName): readonly Refusal[] => REFUSALS[name];
