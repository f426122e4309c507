import { createCity, FIXED_CLOCK, fromSeed, type CityRequest } from './city';
import { REQUESTS } from './data/requests';
import { failed } from './answers';
import { TORONTO } from './dialect';
import { answerWith, createHandlers } from './handlers';
import { respond } from './respond';
import { memoryStore, type SubmissionStore } from './store';

/** What a host of the mock-up may choose; the rest is fixed. */
export interface MockUpOptions {
	/** Where submissions are kept; in memory if not given. */
	store?: SubmissionStore;
	/** Milliseconds since 1970 by the city's clock, which stands still if not given. */
	now?: () => number;
	/** The fixed rows, instead of the seeded ones. */
	rows?: readonly CityRequest[];
}

/** The mock-up, ready to be put behind a service worker, a page, a test or a port. */
export interface MockUp {
	/** The API as MSW handlers, for `setupServer(...handlers)`. */
	handlers: ReturnType<typeof createHandlers>;
	/** Answers a request below one of its paths; never throws, never asks another server. */
	answer(request: Request): Promise<Response>;
}

/** Puts the seeded city behind its handlers. */
export function createMockUp(options: MockUpOptions = {}): MockUp {
	const city = createCity(
		options.rows ?? REQUESTS.map(fromSeed),
		options.store ?? memoryStore(),
		options.now ?? (() => FIXED_CLOCK)
	);
	const handlers = createHandlers(city);
	return {
		handlers,
		async answer(request) {
			try {
				return await answerWith(handlers, request);
			} catch {
				const format = new URL(request.url).pathname.endsWith('.json') ? 'json' : 'xml';
				const description = 'The mock-up failed to answer; a reset may help. Please report this.';
				return respond(failed(500, description), TORONTO, format);
			}
		}
	};
}
