import type { HttpHandler } from 'msw';
import type { Preferences } from '../../src/georeport/preferences';
import type { CityRequest } from '../city/city-request';
import { createCity, FIXED_CLOCK, fromSeed } from '../city/city';
import { REQUESTS } from '../data/requests';
import { createApi } from '../api/handlers';
import { memoryStore, type SubmissionStore } from '../store/store';

/** What a host of the mock-up can choose. */
export interface MockUpOptions {
	/** Where submissions are stored; in memory by default. */
	store?: SubmissionStore;
	/** The city's clock, in milliseconds since 1970; by default it stands still at `FIXED_CLOCK`. */
	now?: () => number;
	/** Preferences that apply after those in a request's own Prefer header. */
	prefer?: Preferences;
	/** The fixed rows; the seeded ones by default. */
	rows?: readonly CityRequest[];
}

/** The mock-up, for a service worker, a page, a test or a port. */
export interface MockUp {
	/** The API as MSW handlers, for `setupServer(...handlers)`; they answer as `answer` does. */
	handlers: HttpHandler[];
	/**
	 * Answers a request, and never asks another server. Rejects only with the reason of the request's
	 * own signal. A `Prefer` header can ask for faults; a lost connection is a network error
	 * (`Response.error()`).
	 */
	answer(request: Request): Promise<Response>;
}

/** Makes a mock-up of the seeded city. */
export function createMockUp(options: MockUpOptions = {}): MockUp {
	const city = createCity(
		options.rows ?? REQUESTS.map(fromSeed),
		options.store ?? memoryStore(),
		options.now ?? (() => FIXED_CLOCK)
	);
	return createApi(city, options.prefer);
}
