import { createCity, FIXED_CLOCK, fromSeed, type CityRequest } from './city';
import { REQUESTS } from './data/requests';
import { failed } from './answers';
import { TORONTO } from './dialect';
import { answerWith, createHandlers } from './handlers';
import { respond } from './respond';
import { memoryStore, type SubmissionStore } from './store';
import { troubleOf, waiting, withFault } from './trouble';

/** What a host of the mock-up may choose; the rest is fixed. */
export interface MockUpOptions {
	/** Where submissions are kept; in memory if not given. */
	store?: SubmissionStore;
	/** Milliseconds since 1970 by the city's clock, which stands still if not given. */
	now?: () => number;
	/** A Prefer header for requests that bring none: trouble for everyone. */
	prefer?: string;
	/** The fixed rows, instead of the seeded ones. */
	rows?: readonly CityRequest[];
}

/** The mock-up, ready to be put behind a service worker, a page, a test or a port. */
export interface MockUp {
	/** The API as MSW handlers, for `setupServer(...handlers)`. */
	handlers: ReturnType<typeof createHandlers>;
	/**
	 * Answers a request below one of its paths; never asks another server, and throws only what the
	 * request's own signal gave it up with. A `Prefer` header may ask for trouble, see `trouble.ts`;
	 * a lost connection is a network error (`Response.error()`).
	 */
	answer(request: Request): Promise<Response>;
}

function preferring(request: Request, prefer: string): Headers {
	const headers = new Headers(request.headers);
	headers.set('Prefer', prefer);
	return headers;
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
			const prefer = request.headers.get('Prefer') ?? options.prefer ?? null;
			const { delay, fault } = troubleOf(prefer);
			try {
				const asked =
					prefer === null
						? request
						: new Request(request, { headers: preferring(request, prefer) });
				await waiting(delay, request.signal);
				return await withFault(await answerWith(handlers, asked), fault);
			} catch (error) {
				if (request.signal.aborted) throw error;
				const format = new URL(request.url).pathname.endsWith('.json') ? 'json' : 'xml';
				const description = 'The mock-up failed to answer; a reset may help. Please report this.';
				return respond(failed(500, description), TORONTO, format);
			}
		}
	};
}
