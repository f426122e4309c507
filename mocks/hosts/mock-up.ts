import { http, type HttpHandler } from 'msw';
import type { MethodName } from '../../src/georeport/methods';
import type { CityRequest } from '../city/city-request';
import { createCity, FIXED_CLOCK, fromSeed } from '../city/city';
import { REQUESTS } from '../data/requests';
import { failed } from '../api/answers';
import { TORONTO } from '../api/dialect';
import { answerWith, createHandlers, isMockUpRequest } from '../api/handlers';
import { respond } from '../api/respond';
import { memoryStore, type SubmissionStore } from '../store/store';
import { wishesOf } from '../api/preferences';
import { waiting, withFault } from '../api/faults';

/** Prefer headers for every request, and for those of one method of the API. */
export type Preferences = Readonly<Partial<Record<MethodName | 'every', string>>>;

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

/** The method of the API that a request is for; null where it is for none. */
function methodNameOf({ method, url }: Request): MethodName | null {
	const name = new URL(url).pathname.replace(/^.*\/(?:ws|v2|open311test)\//i, '');
	if (/^discovery\./.test(name)) return 'discovery';
	if (/^services\./.test(name)) return 'services';
	if (name.startsWith('services/')) return 'definition';
	if (name.startsWith('tokens/')) return 'token';
	if (name.startsWith('requests/')) return 'request';
	if (/^requests\./.test(name)) return method === 'POST' ? 'submit' : 'requests';
	return null;
}

/** All that is preferred for a request: its own header first, then its method's, then everyone's. */
function preferOf(request: Request, preferences: Preferences): string {
	const name = methodNameOf(request);
	const own = request.headers.get('Prefer');
	const others = [name && preferences[name], preferences.every];
	return [own, ...others].filter(Boolean).join(', ');
}

function preferring(request: Request, prefer: string): Request {
	if (prefer === '') return request;
	const headers = new Headers(request.headers);
	headers.set('Prefer', prefer);
	return new Request(request, { headers });
}

/** Puts the seeded city behind its handlers. */
export function createMockUp(options: MockUpOptions = {}): MockUp {
	const city = createCity(
		options.rows ?? REQUESTS.map(fromSeed),
		options.store ?? memoryStore(),
		options.now ?? (() => FIXED_CLOCK)
	);
	const methods = createHandlers(city);
	const preferences = options.prefer ?? {};
	async function answer(request: Request): Promise<Response> {
		// A preflight asks for the browser, not for the client: what goes wrong is the call after it.
		if (request.method === 'OPTIONS') return answerWith(methods, request);
		const prefer = preferOf(request, preferences);
		const { delay, fault } = wishesOf(prefer);
		try {
			await waiting(delay, request.signal);
			return await withFault(await answerWith(methods, preferring(request, prefer)), fault);
		} catch (error) {
			if (request.signal.aborted) throw error;
			const format = new URL(request.url).pathname.endsWith('.json') ? 'json' : 'xml';
			const description = 'The mock-up failed to answer; a reset may help. Please report this.';
			return respond(failed(500, description), TORONTO, format);
		}
	}
	/** What is preferred is seen to before any method: some of it is no method's business. */
	const bent = http.all(isMockUpRequest, ({ request }) =>
		request.method === 'OPTIONS' || preferOf(request, preferences) === ''
			? undefined
			: answer(request)
	);
	return { handlers: [bent, ...methods], answer };
}
