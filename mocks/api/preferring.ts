// What every handler does around its answer: it parses what the request prefers, waits, and lets
// the answer go wrong where that was asked for.
import type { PathParams } from 'msw';
import type { MethodName } from '../../src/georeport/methods';
import type { ParsedPreferences, Preferences } from '../../src/georeport/preferences';
import { failedWith } from './answers';
import { TORONTO } from './dialect';
import { waiting, withFault } from './faults';
import { combinePrefer, parsePrefer } from './preferences';
import { respond } from './respond';

/** What MSW passes to a resolver, as far as it is used here. */
interface Matched {
	request: Request;
	params: PathParams;
}

/** A matched request with what it prefers. */
export interface PreferringCall extends Matched {
	preferences: ParsedPreferences;
}

/**
 * Makes MSW resolvers for a mock-up with these preferences. A resolver parses the preferences of
 * its request once, those of `method` included, waits first and applies the fault last; an
 * exception becomes status 500. It rejects only if the request was aborted.
 */
export const preferring =
	(preferences: Preferences) =>
	(
		method: MethodName | null | ((request: Request) => MethodName | null),
		answer: (call: PreferringCall) => Response | Promise<Response>
	) =>
	async ({ request, params }: Matched): Promise<Response> => {
		const name = typeof method === 'function' ? method(request) : method;
		const own = request.headers.get('Prefer');
		const preferred = parsePrefer(combinePrefer(own, name, preferences));
		try {
			await waiting(preferred.delay, request.signal);
			const response = await answer({ request, params, preferences: preferred });
			return await withFault(response, preferred.fault);
		} catch (error) {
			if (request.signal.aborted) throw error;
			const format = new URL(request.url).pathname.endsWith('.json') ? 'json' : 'xml';
			const description = 'The mock-up failed to answer; a reset may help. Please report this.';
			return respond(failedWith(500, description), TORONTO, format);
		}
	};
