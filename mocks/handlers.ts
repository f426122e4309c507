// The API as MSW handlers, in the specification's order: https://wiki.open311.org/GeoReport_v2/.
import { getResponse, http, type HttpHandler } from 'msw';
import type { Format } from '../src/georeport/types';
import { bad, failed, type CityAnswer, type Failure } from './answers';
import { bodyArguments, queryArguments, type Arguments } from './arguments';
import type { City } from './city';
import { definitionOf } from './data/definitions';
import { SERVICES } from './data/services';
import { DIALECTS, TORONTO, type Dialect } from './dialect';
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

/** Key first, then jurisdiction; the method's own checks come after. */
function refusal(asked: Arguments, dialect: Dialect): CityAnswer | null {
	if (asked.one('api_key') === 'INVALID') {
		return failed(403, 'api_key is not valid. Leave it out: the mock-up needs none.');
	}
	const jurisdiction = asked.one('jurisdiction_id');
	if (jurisdiction === null) {
		return dialect.jurisdictionRequired
			? failed(400, `jurisdiction_id was not provided. Send jurisdiction_id=${JURISDICTION}.`)
			: null;
	}
	return jurisdiction === JURISDICTION
		? null
		: failed(404, `jurisdiction_id '${jurisdiction}' was not found. Send ${JURISDICTION}.`);
}

/** An error the caller asked to see, by `Prefer: code=404` or the like; null if none. */
function preferred(request: Request): CityAnswer | null {
	const code = /(?:^|[,;\s])code=(400|403|404|500|503)\b/.exec(request.headers.get('Prefer') ?? '');
	return code
		? failed(
				Number(code[1]) as Failure['status'],
				`General service error, as the Prefer header asked for. Send the request without it.`
			)
		: null;
}

interface Call {
	request: Request;
	dialect: Dialect;
	extension: string | null;
}

/** Runs one method: format, wished-for errors, key and jurisdiction, then the method's own answer. */
async function answer(call: Call, asking: (asked: Arguments) => Promise<CityAnswer> | CityAnswer) {
	const { request, dialect } = call;
	const format = toFormat(call.extension);
	if (!format) return respond(unknownFormat(call.extension), dialect, 'xml');
	const asked =
		request.method === 'POST' ? await bodyArguments(request) : queryArguments(request.url);
	const result =
		preferred(request) ??
		(typeof asked === 'string'
			? failed(400, asked)
			: (refusal(asked, dialect) ?? (await asking(asked))));
	return respond(result, dialect, format);
}

const unknownFormat = (extension: string | null) =>
	failed(
		404,
		extension === null
			? 'The URL names no format. End its path with .xml or .json.'
			: `Format '${extension}' is not known. End the path with .xml or .json.`
	);

function define(service_code: string): CityAnswer {
	if (service_code === '') return failed(400, 'service_code was not provided.');
	return SERVICES.some((service) => service.service_code === service_code)
		? { kind: 'definition', definition: definitionOf(service_code) }
		: failed(404, unknownService(service_code));
}

/** The address before a dialect's own path: `https://host/any/sub-path/`. */
const rootOf = (url: string, path: string) => {
	const { origin, pathname } = new URL(url);
	return origin + pathname.slice(0, pathname.lastIndexOf(`/${path}`) + 1);
};

function dialectHandlers(city: City, dialect: Dialect): HttpHandler[] {
	const under = (path: string) => `*/${dialect.path}${path}`;
	return [
		http.get(`*/${dialect.discoveryPath}discovery.:extension`, ({ request, params }) => {
			const format = toFormat(String(params.extension));
			if (!format) return respond(unknownFormat(String(params.extension)), dialect, 'xml');
			const wished = preferred(request);
			if (wished) return respond(wished, dialect, format);
			return respondDiscovery(rootOf(request.url, dialect.discoveryPath), dialect, format);
		}),
		http.get(under('services.:extension'), ({ request, params }) =>
			answer({ request, dialect, extension: String(params.extension) }, () => ({
				kind: 'services',
				services: SERVICES
			}))
		),
		http.get(under('services/:name'), ({ request, params }) => {
			const { id, extension } = splitName(String(params.name));
			return answer({ request, dialect, extension }, () => define(id));
		}),
		http.post(under('requests.:extension'), ({ request, params }) =>
			answer({ request, dialect, extension: String(params.extension) }, (asked) =>
				submit(city, asked)
			)
		),
		http.get(under('tokens/:name'), ({ request, params }) => {
			const { id, extension } = splitName(String(params.name));
			return answer({ request, dialect, extension }, () =>
				id === '' ? failed(400, 'token was not provided.') : findToken(city, id, dialect)
			);
		}),
		http.get(under('requests.:extension'), ({ request, params }) =>
			answer({ request, dialect, extension: String(params.extension) }, (asked) =>
				search(city, asked, dialect)
			)
		),
		http.get(under('requests/:name'), ({ request, params }) => {
			const { id, extension } = splitName(String(params.name));
			return answer({ request, dialect, extension }, () =>
				id === '' ? failed(400, 'service_request_id was not provided.') : findRequest(city, id)
			);
		})
	];
}

/** Resources there are, and the verbs each takes. */
const RESOURCES: readonly (readonly [RegExp, string])[] = [
	[/^(?:discovery|services|services\/[^/]*|tokens\/[^/]*|requests\/[^/]+)$/, 'GET, HEAD'],
	[/^requests$/, 'GET, HEAD, POST']
];

/** What no method answers: another verb, another path, or no format; always an errors body. */
function leftOver(request: Request): Response {
	const { pathname } = new URL(request.url);
	const dialect = DIALECTS.find(({ path }) => pathname.includes(`/${path}`)) ?? TORONTO;
	const name = pathname.split(/\/(?:open311test\/ws|open311test|georeport\/v2|georeport)\//).at(-1);
	const { id, extension } = splitName(name ?? '');
	const format = toFormat(extension) ?? 'xml';
	const allowed = RESOURCES.find(([resource]) => resource.test(id))?.[1];
	if (allowed && extension === null) return respond(unknownFormat(null), dialect, 'xml');
	if (allowed && !allowed.split(', ').includes(request.method)) {
		const description = `${request.method} is not a method of ${id}. Use ${allowed}.`;
		return respond(failed(405, description), dialect, format, { Allow: allowed });
	}
	const description = `'${id}' is no resource of GeoReport v2. Try ${dialect.path}services.xml.`;
	return respond(failed(404, description), dialect, format);
}

/** Lets pages of any origin call the mock-up, as a CORS preflight asks. */
function preflight(request: Request): Response {
	return new Response(null, {
		status: 204,
		headers: {
			...COMMON_HEADERS,
			'Access-Control-Allow-Methods': 'GET, HEAD, POST, DELETE, OPTIONS',
			'Access-Control-Allow-Headers':
				request.headers.get('Access-Control-Request-Headers') ?? 'Content-Type, Prefer',
			'Access-Control-Allow-Private-Network': 'true',
			'Access-Control-Max-Age': '600'
		}
	});
}

const MOCK_UP_PATH = /\/(?:open311test|georeport|mock-up)(?:\/|$)/;

const isMockUpRequest = ({ request }: { request: Request }) =>
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
 * Every handler of the mock-up, under any origin and sub-path: both dialects, the control
 * `DELETE mock-up/submissions`, and an errors body for whatever else is asked below its paths.
 */
export function createHandlers(city: City): HttpHandler[] {
	const methods = DIALECTS.flatMap((dialect) => dialectHandlers(city, dialect));
	const handlers = [
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
		http.delete('*/mock-up/submissions', async () => {
			await city.reset();
			return new Response(null, { status: 204, headers: COMMON_HEADERS });
		}),
		http.all(isMockUpRequest, ({ request }) => leftOver(request))
	];
	return handlers;
}

/** The answer to a request below the mock-up's paths; anything else is a bug of the caller. */
export async function answerWith(handlers: HttpHandler[], request: Request): Promise<Response> {
	const response = await getResponse(handlers, request);
	if (!response) throw new Error(`${request.url} is not below a path of the mock-up.`);
	return response;
}
