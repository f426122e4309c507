// A call of one method of the API: the checks that every call passes, then the method itself.
import type { MethodName } from '../../src/georeport/methods';
import type { ParsedPreferences } from '../../src/georeport/preferences';
import type { City } from '../city/city';
import { clockAt } from '../city/clock';
import { SERVICES } from '../data/services';
import type { CityAnswer } from './answers';
import { bodyArguments, queryArguments, queryProblem, type Arguments } from './arguments';
import type { Dialect } from './dialect';
import { findDefinition, findRequest, findToken } from './find';
import {
	badJurisdiction,
	badKey,
	missingKey,
	refusedByPreference,
	unknownFormat
} from './refusals';
import { respond, respondDiscovery } from './respond';
import { toFormat } from './routes';
import { search } from './search';
import { submit } from './submit';

/** A call of a method: the request, what its path names, and what it prefers. */
export interface MethodCall {
	method: MethodName;
	request: Request;
	dialect: Dialect;
	/** The code, id or token in the path; empty where there is none. */
	id: string;
	/** What follows the last dot of the path; null without a dot. */
	extension: string | null;
	preferences: ParsedPreferences;
}

function ask(
	city: City,
	asked: Arguments,
	method: Exclude<MethodName, 'discovery'>,
	{ id, dialect, preferences }: MethodCall
): CityAnswer | Promise<CityAnswer> {
	switch (method) {
		case 'services':
			return { kind: 'services', services: SERVICES };
		case 'definition':
			return findDefinition(id);
		case 'submit':
			return submit(city, asked, preferences.pending);
		case 'token':
			return findToken(city, id, dialect);
		case 'requests':
			return search(city, asked, dialect);
		case 'request':
			return findRequest(city, id);
		default:
			return method satisfies never;
	}
}

/** The address before a dialect's own path: `https://host/any/sub-path/`. */
const rootOf = (url: string, path: string) => {
	const { origin, pathname } = new URL(url);
	return origin + pathname.slice(0, pathname.toLowerCase().lastIndexOf(`/${path}`) + 1);
};

/**
 * Answers a call of a method at the time that it prefers. Checks the format, the preferences, the
 * length of the query, the key, the form of the body and the jurisdiction, in this order, then asks
 * the city. Discovery has no arguments, so only the first two checks apply to it.
 */
export async function runMethod(city: City, call: MethodCall): Promise<Response> {
	const { method, request, dialect, preferences } = call;
	const format = toFormat(call.extension);
	if (!format) return respond(unknownFormat(call.extension), dialect, 'xml');
	const refusal = refusedByPreference(preferences, format);
	if (refusal) return respond(refusal, dialect, format);
	if (method === 'discovery') {
		return respondDiscovery(rootOf(request.url, dialect.discoveryPath), dialect, format);
	}
	const isReport = method === 'submit';
	const tooMany = queryProblem(request.url);
	if (tooMany) return respond({ kind: 'failed', failures: [tooMany] }, dialect, format);
	const query = queryArguments(request.url);
	const read = isReport ? await bodyArguments(request) : query;
	const asked = 'status' in read ? query : read;
	const keyRefusal =
		badKey(asked) ?? (isReport && preferences.keyRequired ? missingKey(asked) : null);
	if (keyRefusal) return respond(keyRefusal, dialect, format);
	if ('status' in read) return respond({ kind: 'failed', failures: [read] }, dialect, format);
	const cityThen = city.at(clockAt(preferences.clock, city.now()));
	const answer = badJurisdiction(asked, dialect) ?? (await ask(cityThen, asked, method, call));
	return respond(answer, dialect, format);
}
