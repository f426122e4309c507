// The answers of the city, before they are printed as XML or JSON in a dialect.
import type { Service, ServiceDefinition } from '../../src/georeport/types';
import type { CityRequest } from '../city/city-request';

/** One entry of an errors body ("Errors"); `status` is the HTTP status it stands for. */
export interface ApiError {
	status: 400 | 403 | 404 | 405 | 413 | 500 | 503;
	description: string;
}

/** An answer of the city; only `failed` becomes an errors body. */
export type CityAnswer =
	| { kind: 'services'; services: readonly Service[] }
	| { kind: 'definition'; definition: ServiceDefinition }
	| { kind: 'requests'; requests: readonly CityRequest[] }
	| { kind: 'submitted'; request: CityRequest }
	| { kind: 'token'; token: string; service_request_id: string | null }
	| { kind: 'failed'; failures: readonly [ApiError, ...ApiError[]] };

/** Returns an answer with one error. */
export const failedWith = (status: ApiError['status'], description: string): CityAnswer => ({
	kind: 'failed',
	failures: [{ status, description }]
});

/** Cuts a name that was sent after 60 characters, for the description of an error. */
export const clip = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Quotes what was sent, for the description of an error; cuts it after 60 characters. */
export const quote = (text: string) => `'${clip(text)}'`;

/** Returns an error with status 400, for anything wrong that is neither 403 nor 404 ("Errors"). */
export const bad = (description: string): ApiError => ({ status: 400, description });
