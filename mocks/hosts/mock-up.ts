import type { HttpHandler } from 'msw';
import type { Preferences } from '../../src/georeport/preferences';
import type { CityRequest } from '../city/city-request';
import { createCity, FIXED_CLOCK, fromSeed } from '../city/city';
import { REQUESTS } from '../data/requests';
import { createApi } from '../api/handlers';
import { memoryStore, type SubmissionStore } from '../store/store';

/** What a host of the mock-up may choose; the rest is fixed. */
export interface MockUpOptions {
	/** Where submissions are kept; in memory if not given. */
	store?: SubmissionStore;
	/** Milliseconds since 1970 by the city's clock, which stands still if not given. */
	now?: () => number;
	/** What is preferred besides what a request's own Prefer header says, see `prefer.ts`. */
	prefer?: Preferences;
	/** The fixed rows, instead of the seeded ones. */
	rows?: readonly CityRequest[];
}

/** The mock-up, ready to be put behind a service worker, a page, a test or a port. */
export interface MockUp {
	/** The API as MSW handlers, for `setupServer(...handlers)`; they give what `answer` gives. */
	handlers: HttpHandler[];
	/**
	 * Answers a request below one of its paths; never asks another server, and throws only what the
	 * request's own signal gave it up with. A `Prefer` header may ask for trouble, see `prefer.ts`;
	 * a lost connection is a network error (`Response.error()`).
	 */
	answer(request: Request): Promise<Response>;
}

/** Puts the seeded city behind its API. */
export function createMockUp(options: MockUpOptions = {}): MockUp {
	const city = createCity(
		options.rows ?? REQUESTS.map(fromSeed),
		options.store ?? memoryStore(),
		options.now ?? (() => FIXED_CLOCK)
	);
	return createApi(city, options.prefer);
}
