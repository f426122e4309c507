// What the city says, before anyone decides how to print it.
import type { Service, ServiceDefinition } from '../../src/georeport/types';
import type { CityRequest } from '../city/city-request';

/** One reason why a call failed; `status` is the HTTP status it asks for ("Errors"). */
export interface Failure {
	status: 400 | 403 | 404 | 405 | 413 | 500 | 503;
	description: string;
}

/** An answer of the city; one with failures is always an error. */
export type CityAnswer =
	| { kind: 'services'; services: readonly Service[] }
	| { kind: 'definition'; definition: ServiceDefinition }
	| { kind: 'requests'; requests: readonly CityRequest[] }
	| { kind: 'submitted'; request: CityRequest }
	| { kind: 'token'; token: string; service_request_id: string | null }
	| { kind: 'failed'; failures: readonly [Failure, ...Failure[]] };

/** An answer that is one failure. */
export const failed = (status: Failure['status'], description: string): CityAnswer => ({
	kind: 'failed',
	failures: [{ status, description }]
});

/** A name that was sent, as an error may repeat it: at most 60 characters of it. */
export const clip = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** What was sent, as an error may repeat it: in quotes, and not at any length. */
export const quote = (text: string) => `'${clip(text)}'`;

/** A failure to do with what was sent: everything that is neither 403 nor 404 ("Errors"). */
export const bad = (description: string): Failure => ({ status: 400, description });
