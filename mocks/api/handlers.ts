// The API as MSW handlers, one for each method in each dialect, in the specification's order:
// https://wiki.open311.org/GeoReport_v2/.
import { getResponse, http, type HttpHandler, type PathParams } from 'msw';
import type { Preferences } from '../../src/georeport/preferences';
import type { City } from '../city/city';
import { CONTROLS } from './controls';
import { CONTROLS_PATH, DIALECTS, isMockUpPath, type Dialect } from './dialect';
import { preferring } from './preferring';
import {
	CONTROL_ROUTES,
	METHOD_ROUTES,
	methodAt,
	splitExtension,
	type MethodRoute
} from './routes';
import { runMethod } from './run-method';
import type { Writing } from './writing';
import { isDecodable, notFound, preflight, undecodable } from './unmatched';

const pathOf = (request: Request) => new URL(request.url).pathname;

const isOurs = ({ request }: { request: Request }) => isMockUpPath(pathOf(request));

const patternOf = ({ method, path }: MethodRoute, dialect: Dialect) =>
	`*/${method === 'discovery' ? dialect.discoveryPath : dialect.path}${path}`;

/** The code, id or token and the extension that MSW found in a path. */
const namedBy = ({ extension, name }: PathParams) =>
	name === undefined ? { id: '', extension: String(extension) } : splitExtension(String(name));

/**
 * A path without empty segments and without needless escapes: those of letters, digits, `-`, `.`, `_` and
 * `~` stand for the same path (RFC 3986, section 2.3).
 */
const plainPath = (path: string): string =>
	path
		.replace(/\/{2,}/g, '/')
		.replace(/%(?:2[DE]|3\d|[46][1-9A-F]|[57][\dA]|5F|7E)/gi, decodeURIComponent);

/** The same request with a plain path. */
async function withPlainPath(request: Request): Promise<Request> {
	const url = new URL(request.url);
	url.pathname = plainPath(url.pathname);
	const { method, headers, signal } = request;
	const body = method === 'GET' || method === 'HEAD' ? null : await request.arrayBuffer();
	return new Request(url, { method, headers, body, signal });
}

/**
 * Puts a city behind handlers, under any origin and sub-path: both dialects, the controls below
 * `mock-up/`, and an errors body for every other request below its paths. MSW matches each request
 * to one handler, which passes on what the path names and what the request prefers, by its own
 * header or by `preferences`. `answer` asks these handlers; it answers any other request with 404.
 * `writing` is how requests are printed; as always by default.
 */
export function createApi(
	city: City,
	preferences: Preferences = {},
	writing?: Writing
): { handlers: HttpHandler[]; answer(request: Request): Promise<Response> } {
	const resolver = preferring(preferences);
	const unmatched = resolver(methodAt, ({ request }) => notFound(request));

	const dialects = writing ? DIALECTS.map((each) => ({ ...each, writing })) : DIALECTS;
	const methods = dialects.flatMap((dialect) =>
		METHOD_ROUTES.map((route) =>
			http[route.verb](
				patternOf(route, dialect),
				resolver(route.method, ({ params, ...call }) =>
					runMethod(city, { method: route.method, dialect, ...namedBy(params), ...call })
				)
			)
		)
	);
	const controls = CONTROL_ROUTES.map(({ control, verb, path }) =>
		http[verb](
			`*/${CONTROLS_PATH}${path}`,
			resolver(null, ({ params, ...call }) =>
				CONTROLS[control](city, { id: String(params.id ?? ''), ...call })
			)
		)
	);
	const handlers: HttpHandler[] = [
		// Clients join a base that ends in a slash with a path that begins with one.
		http.all(
			(info) => isOurs(info) && plainPath(pathOf(info.request)) !== pathOf(info.request),
			async ({ request }) => answer(await withPlainPath(request))
		),
		// The browser sends a preflight, not the client: it always succeeds, and what goes wrong is the
		// call after it.
		http.options(isOurs, ({ request }) => preflight(request)),
		http.head(isOurs, async ({ request: { url, headers, signal } }) => {
			const response = await answer(new Request(url, { headers, signal }));
			return response.type === 'error' ? response : new Response(null, response);
		}),
		http.all(
			(info) => isOurs(info) && !isDecodable(info.request),
			resolver(methodAt, ({ request }) => undecodable(request))
		),
		...methods,
		...controls,
		http.all(isOurs, unmatched)
	];
	const answer = async (request: Request) =>
		(await getResponse(handlers, request)) ?? unmatched({ request, params: {} });
	return { handlers, answer };
}
