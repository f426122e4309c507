import { http, type HttpHandler } from 'msw';
import type { Preferences } from '../../src/georeport/preferences';
import type { CityRequest } from '../city/city-request';
import { createCity, FIXED_CLOCK, fromSeed } from '../city/city';
import { REQUESTS } from '../data/requests';
import { boundedStore, CheckRuns, runPathOf } from '../api/check-runs';
import { isMockUpPath } from '../api/dialect';
import { createApi } from '../api/handlers';
import { COMMON_HEADERS } from '../api/respond';
import { notFound } from '../api/unmatched';
import { Recording, replyOf, type Arrival } from '../check/recording';
import type { Call } from '../check/scene';
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
	/** Whether `calls()` gives what was called; by default nothing is recorded. */
	record?: boolean;
}

/** The mock-up, for a service worker, a page, a test or a port. */
export interface MockUp {
	/** The API as MSW handlers, for `setupServer(...handlers)`; they answer as `answer` does. */
	handlers: HttpHandler[];
	/**
	 * Answers a request, and never asks another server. Rejects only with the reason of the request's
	 * own signal. A `Prefer` header can ask for faults; a lost connection is a network error
	 * (`Response.error()`). `arrival` is what a host knows besides, for `calls()`.
	 */
	answer(request: Request, arrival?: Arrival): Promise<Response>;
	/**
	 * The calls below the two bases so far, if they are recorded, for `grade`: at most 300, without
	 * preflights and without those below `check/`. Their times are milliseconds since it was made.
	 */
	calls(): Call[];
}

type Api = ReturnType<typeof createApi>;

/** An API that keeps its calls, if it is to. */
function recorded({ handlers, answer }: Api, record: boolean): MockUp {
	if (!record) return { handlers, answer, calls: () => [] };
	const begun = performance.now();
	const recording = new Recording(() => performance.now() - begun);
	const reply = async (request: Request) => replyOf(await answer(request));
	const answerRecorded = (request: Request, arrival?: Arrival) =>
		recording.answer(request, reply, arrival);
	const isOurs = ({ request: { url } }: { request: Request }) =>
		isMockUpPath(new URL(url).pathname);
	return {
		handlers: [http.all(isOurs, ({ request }) => answerRecorded(request))],
		answer: answerRecorded,
		calls: () => recording.calls
	};
}

/**
 * Makes a mock-up of the seeded city. Below `check/RUN/` there is another for each name, whose
 * reports are kept in memory alone.
 */
export function createMockUp(options: MockUpOptions = {}): MockUp {
	const rows = options.rows ?? REQUESTS.map(fromSeed);
	const now = options.now ?? (() => FIXED_CLOCK);
	const apiOf = (store: SubmissionStore) => createApi(createCity(rows, store, now), options.prefer);
	const api = recorded(apiOf(options.store ?? memoryStore()), options.record ?? false);
	const runs = new CheckRuns(() => apiOf(boundedStore()));
	const answerInRun = (request: Request): Promise<Response> => {
		const { name = null } = runPathOf(request.url) ?? {};
		return name === null ? Promise.resolve(notFound(request)) : runs.answer(name, request);
	};
	const isInRun = ({ request: { url } }: { request: Request }) =>
		isMockUpPath(`/${runPathOf(url)?.rest ?? ''}`);
	const forgotten = ({ url, method }: Request) => {
		const { name = null, rest = '' } = (method === 'DELETE' ? runPathOf(url) : null) ?? {};
		return rest === '' ? name : null;
	};
	return {
		// Other servers may have a folder of this name, so that only paths of the mock-up are taken.
		handlers: [http.all(isInRun, ({ request }) => answerInRun(request)), ...api.handlers],
		calls: api.calls,
		async answer(request, arrival) {
			const name = forgotten(request);
			if (name === null)
				return isInRun({ request }) ? answerInRun(request) : api.answer(request, arrival);
			runs.forget(name);
			return new Response(null, { status: 204, headers: COMMON_HEADERS });
		}
	};
}
