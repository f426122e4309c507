// The API as MSW handlers, in the specification's order: https://wiki.open311.org/GeoReport_v2/.
import { getResponse, http, type HttpHandler } from 'msw';
import type { Format } from '../../src/georeport/types';
import { bad, failed, quote, type CityAnswer } from './answers';
import { bodyArguments, queryArguments, queryProblem, type Arguments } from './arguments';
import { BODY_TOO_LARGE } from './bounds';
import type { City } from '../city/city';
import { controlHandlers } from './controls';
import { definitionOf } from '../data/definitions';
import { SERVICES } from '../data/services';
import { DIALECTS, TORONTO, type Dialect } from './dialect';
import { wishesOf, type Wishes } from './preferences';
import { COMMON_HEADERS, respond, respondDiscovery } from './respond';
import { findRequest, findToken, search } from './search';
import { submit, unknownService } from './submit';

const JURISDICTION = 'toronto.ca';

/** Splits `101000000001.xml` into an id and a format; no dot means no format. */
function splitName(name: string): { id: string; extension: string | null } {
	const dot = name.lastIndexOf('.');
	return dot < 0
		? { id: name, extension: null }
		: { id: name.slice(0, dot), extension: name.slice(dot + 1) };
}

const toFormat = (extension: string | null): Format | null =>
	extension === 'xml' || extension === 'json' ? extension : null;

/** A key is wanted nowhere, but a bad one is refused before anything else is looked at. */
const badKey = (asked: Arguments) =>
	asked.all('api_key').includes('INVALID')
		? failed(403, 'api_key is not valid. Leave it out: the mock-up needs none.')
		: null;

function badJurisdiction(asked: Arguments, dialect: Dialect): CityAnswer | null {
	const sent = asked.all('jurisdiction_id');
	if (sent.length === 0 && dialect.jurisdictionRequired) {
		return failed(400, `jurisdiction_id was not provided. Send jurisdiction_id=${JURISDICTION}.`);
	}
	const wrong = sent.find((each) => each !== JURISDICTION);
	return wrong === undefined
		? null
		: failed(404, `jurisdiction_id ${quote(wrong)} was not found. Send ${JURISDICTION}.`);
}

/** What a Prefer header refuses: an error to be seen, or JSON; null if it refuses nothing. */
function preferred({ code, jsonOff }: Wishes, format: Format): CityAnswer | null {
	if (code !== null) {
		return failed(
			code,
			'General service error, as the Prefer header asked for. Send the request without it.'
		);
	}
	return jsonOff && format === 'json'
		? failed(404, 'JSON is switched off, as the Prefer header asked for. End the path with .xml.')
		: null;
}

/** The rule of production, where a report without a key is refused. */
const missingKey = (asked: Arguments) =>
	asked.one('api_key') === null
		? failed(403, 'api_key was not provided. A report needs one while key=required is preferred.')
		: null;

interface Call {
	request: Request;
	dialect: Dialect;
	extension: string | null;
}

/** A call as its method sees it: what was sent, and the city at the instant it is asked about. */
interface Asking {
	asked: Arguments;
	city: City;
	wishes: Wishes;
}

/** Runs one method: format, what is preferred, key and jurisdiction, then the method's own answer. */
async function answer(
	city: City,
	call: Call,
	asking: (asking: Asking) => Promise<CityAnswer> | CityAnswer
) {
	const { request, dialect } = call;
	const format = toFormat(call.extension);
	if (!format) return respond(unknownFormat(call.extension), dialect, 'xml');
	const wishes = wishesOf(request.headers.get('Prefer'));
	const isReport = request.method === 'POST';
	const tooMuch = queryProblem(request.url);
	if (tooMuch) return respond({ kind: 'failed', failures: [tooMuch] }, dialect, format);
	const query = queryArguments(request.url);
	const read = isReport ? await bodyArguments(request) : query;
	const asked = 'status' in read ? query : read;
	const refused =
		preferred(wishes, format) ??
		badKey(asked) ??
		(isReport && wishes.keyRequired ? missingKey(asked) : null);
	if (refused) return respond(refused, dialect, format);
	if ('status' in read) return respond({ kind: 'failed', failures: [read] }, dialect, format);
	const there = city.at(wishes.clock(city.now()));
	const result = badJurisdiction(asked, dialect) ?? (await asking({ asked, city: there, wishes }));
	return respond(result, dialect, format);
}

const unknownFormat = (extension: string | null) =>
	failed(
		404,
		!extension
			? 'The URL names no format. End its path with .xml or .json.'
			: `Format '${extension}' is not known. End the path with .xml or .json.`
	);

function define(service_code: string): CityAnswer {
	if (service_code === '') {
		return failed(
			400,
			'service_code was not provided. Put one of the codes of GET services into the path.'
		);
	}
	return SERVICES.some((service) => service.service_code === service_code)
		? { kind: 'definition', definition: definitionOf(service_code) }
		: failed(404, unknownService(service_code));
}

/** The address before a dialect's own path: `https://host/any/sub-path/`. */
const rootOf = (url: string, path: string) => {
	const { origin, pathname } = new URL(url);
	return origin + pathname.slice(0, pathname.toLowerCase().lastIndexOf(`/${path}`) + 1);
};

function dialectHandlers(city: City, dialect: Dialect): HttpHandler[] {
	const under = (path: string) => `*/${dialect.path}${path}`;
	return [
		http.get(`*/${dialect.discoveryPath}discovery.:extension`, ({ request, params }) => {
			const format = toFormat(String(params.extension));
			if (!format) return respond(unknownFormat(String(params.extension)), dialect, 'xml');
			const wished = preferred(wishesOf(request.headers.get('Prefer')), format);
			if (wished) return respond(wished, dialect, format);
			return respondDiscovery(rootOf(request.url, dialect.discoveryPath), dialect, format);
		}),
		http.get(under('services.:extension'), ({ request, params }) =>
			answer(city, { request, dialect, extension: String(params.extension) }, () => ({
				kind: 'services',
				services: SERVICES
			}))
		),
		http.get(under('services/:name'), ({ request, params }) => {
			const { id, extension } = splitName(String(params.name));
			return answer(city, { request, dialect, extension }, () => define(id));
		}),
		http.post(under('requests.:extension'), ({ request, params }) =>
			answer(
				city,
				{ request, dialect, extension: String(params.extension) },
				({ asked, city, wishes }) => submit(city, asked, wishes.pending)
			)
		),
		http.get(under('tokens/:name'), ({ request, params }) => {
			const { id, extension } = splitName(String(params.name));
			return answer(city, { request, dialect, extension }, ({ city }) =>
				id === ''
					? failed(400, 'token was not provided. Put the token of POST requests into the path.')
					: findToken(city, id, dialect)
			);
		}),
		http.get(under('requests.:extension'), ({ request, params }) =>
			answer(city, { request, dialect, extension: String(params.extension) }, ({ asked, city }) =>
				search(city, asked, dialect)
			)
		),
		http.get(under('requests/:name'), ({ request, params }) => {
			const { id, extension } = splitName(String(params.name));
			return answer(city, { request, dialect, extension }, ({ city }) =>
				id === ''
					? failed(
							400,
							'service_request_id was not provided. Put one of GET requests into the path.'
						)
					: findRequest(city, id)
			);
		})
	];
}

/** Resources there are, and the verbs each takes. */
const RESOURCES: readonly (readonly [RegExp, string])[] = [
	[/^(?:discovery|services|services\/[^/]*|tokens\/[^/]*|requests\/[^/]+)$/, 'GET, HEAD'],
	[/^requests$/, 'GET, HEAD, POST'],
	[/^submissions$/, 'GET, HEAD, DELETE'],
	[/^submissions\/[^/]+$/, 'PATCH, DELETE']
];

/** What no method answers: another verb, another path, or no format; always an errors body. */
function leftOver(request: Request): Response {
	const { pathname } = new URL(request.url);
	const dialect =
		DIALECTS.find(({ path }) => pathname.toLowerCase().includes(`/${path}`)) ?? TORONTO;
	const name = pathname
		.split(/\/(?:open311test\/ws|open311test|georeport\/v2|georeport|mock-up)\//i)
		.at(-1);
	const { id, extension } = splitName(name ?? '');
	const format = toFormat(extension) ?? 'xml';
	const allowed = RESOURCES.find(([resource]) => resource.test(id))?.[1];
	if (allowed && extension === null && !id.startsWith('submissions'))
		return respond(unknownFormat(null), dialect, 'xml');
	if (allowed && !allowed.split(', ').includes(request.method)) {
		const description = `${request.method} is not a method of ${id}. Use ${allowed}.`;
		return respond(failed(405, description), dialect, format, { Allow: allowed });
	}
	const description = `${quote(id)} is no resource of GeoReport v2. Try ${dialect.path}services.xml?jurisdiction_id=${JURISDICTION}.`;
	return respond(failed(404, description), dialect, format);
}

/** Lets pages of any origin call the mock-up, as a CORS preflight asks. */
function preflight(request: Request): Response {
	return new Response(null, {
		status: 204,
		headers: {
			...COMMON_HEADERS,
			'Access-Control-Allow-Methods': 'GET, HEAD, POST, PATCH, DELETE, OPTIONS',
			'Access-Control-Allow-Headers':
				request.headers.get('Access-Control-Request-Headers') ?? 'Content-Type, Prefer',
			'Access-Control-Allow-Private-Network': 'true',
			'Access-Control-Max-Age': '600'
		}
	});
}

/** The answer to a request whose body is larger than the bound, without it. */
export function tooLarge({ pathname }: URL): Response {
	const format = pathname.endsWith('.json') ? 'json' : 'xml';
	return respond(failed(413, BODY_TOO_LARGE), TORONTO, format);
}

const MOCK_UP_PATH = /\/(?:open311test|georeport|mock-up)(?:\/|$)/i;

/** Whether a request is for the mock-up, whatever its origin: the predicate of a handler for all. */
export const isMockUpRequest = ({ request }: { request: Request }) =>
	MOCK_UP_PATH.test(new URL(request.url).pathname);

function isDecodable(text: string): boolean {
	try {
		decodeURIComponent(text);
		return true;
	} catch {
		return false;
	}
}

/**
 * Every handler of the mock-up, under any origin and sub-path: both dialects, the controls below
 * `mock-up/`, and an errors body for whatever else is asked below its paths.
 */
export function createHandlers(city: City): HttpHandler[] {
	const methods = DIALECTS.flatMap((dialect) => dialectHandlers(city, dialect));
	const handlers: HttpHandler[] = [
		http.all(
			({ request }) => isMockUpRequest({ request }) && /\/\//.test(new URL(request.url).pathname),
			async ({ request }) => {
				// Clients join a base that ends in a slash with a path that begins with one.
				const url = new URL(request.url);
				url.pathname = url.pathname.replace(/\/{2,}/g, '/');
				const { method, headers } = request;
				const body = method === 'GET' || method === 'HEAD' ? null : await request.arrayBuffer();
				return answerWith(handlers, new Request(url, { method, headers, body }));
			}
		),
		http.options(isMockUpRequest, ({ request }) => preflight(request)),
		http.head(isMockUpRequest, async ({ request }) => {
			const { url, headers } = request;
			const response = await answerWith(handlers, new Request(url, { headers }));
			return new Response(null, response);
		}),
		http.all(
			({ request }) => isMockUpRequest({ request }) && !isDecodable(new URL(request.url).pathname),
			({ request }) => {
				const format = toFormat(splitName(new URL(request.url).pathname).extension) ?? 'xml';
				const failure = bad('The path is not valid UTF-8. Percent-encode it again.');
				return respond({ kind: 'failed', failures: [failure] }, TORONTO, format);
			}
		),
		...methods,
		...controlHandlers(city),
		http.all(isMockUpRequest, ({ request }) => leftOver(request))
	];
	return handlers;
}

/** The answer to a request; to one that is not below the mock-up's paths too: it is not found. */
export const answerWith = async (handlers: HttpHandler[], request: Request): Promise<Response> =>
	(await getResponse(handlers, request)) ?? leftOver(request);
