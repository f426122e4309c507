import type { Endpoint } from '../explorer/endpoint';
import type { EndpointBase, HttpRequest } from '../georeport/request';

/** The base URL that generated code sends its request to. */
export type BaseId = 'this-computer' | 'city' | 'in-use';

/** A base URL for generated code, and who can reach it. */
export interface Base extends EndpointBase {
	id: BaseId;
	words: string;
	/** Who can reach it, and what to do first, in a sentence. */
	reach: string;
}

/** The root that `npm run mock` serves by default. */
const MOCK_UP_ROOT = 'http://127.0.0.1:3110/';

/** The root of 311 Toronto's test system, online from 2012 to 2018. */
const CITY_ROOT = 'https://secure.toronto.ca/';

/**
 * Returns the mock-up as `npm run mock` serves it, in the endpoint's dialect; null means Toronto's.
 */
export function thisComputer({ dialect }: Pick<Endpoint, 'dialect'>): Base {
	const [path, discoveryPath] =
		dialect === 'standard'
			? ['georeport/v2/', 'georeport/v2/']
			: ['open311test/ws/', 'open311test/'];
	return {
		id: 'this-computer',
		words: 'Mock-up, this computer',
		reach:
			'Run npm run mock first: it then answers programs on this computer. With npm run mock -- --host 0.0.0.0 phones reach it too, at this computer’s address instead of 127.0.0.1.',
		url: MOCK_UP_ROOT + path,
		discoveryUrl: MOCK_UP_ROOT + discoveryPath
	};
}

const CITY: Base = {
	id: 'city',
	words: 'The City’s old address',
	reach: 'Answers nobody: the City switched it off. Here to compare with code of the time.',
	url: `${CITY_ROOT}open311test/ws/`,
	discoveryUrl: `${CITY_ROOT}open311test/`
};

const REACH: Record<Endpoint['kind'], string> = {
	'mock-up':
		'Answers in this browser alone, on this page’s site: a service worker stands in for the server. Any other program gets the web server’s 404.',
	local: 'Answers programs on this computer while npm run mock is running.',
	added: 'Answers from wherever that server can be reached; web pages only if it lets them (CORS).'
};

/** Returns the base URLs to choose from for code of an endpoint, the default first. */
export function basesFor(endpoint: Endpoint): readonly [Base, ...Base[]] {
	const { kind, url, discoveryUrl } = endpoint;
	const inUse: Base = {
		id: 'in-use',
		words: 'Endpoint in use',
		reach: REACH[kind],
		url,
		discoveryUrl
	};
	if (kind === 'added') return [inUse];
	const local = thisComputer(endpoint);
	if (kind === 'mock-up') return [local, CITY, inUse];
	return local.url === url ? [inUse, CITY] : [inUse, local, CITY];
}

/** Returns the endpoint's base with this id, or its default if it has none with this id. */
export function baseFor(endpoint: Endpoint, baseId: string | null): Base {
	const bases = basesFor(endpoint);
	return bases.find(({ id }) => id === baseId) ?? bases[0];
}

/**
 * Returns the request at another base URL; the rest of its URL stays the same, byte for byte. A
 * discovery document moves to the base's discovery URL, which can be different. Uses the default if
 * the endpoint does not have that base; returns requests to other servers unchanged.
 */
export function rebase(request: HttpRequest, endpoint: Endpoint, baseId: BaseId): HttpRequest {
	const base = baseFor(endpoint, baseId);
	const { url } = request;
	const isDiscovery =
		url.startsWith(`${endpoint.discoveryUrl}discovery.`) || !url.startsWith(endpoint.url);
	const [from, to] = isDiscovery
		? [endpoint.discoveryUrl, base.discoveryUrl]
		: [endpoint.url, base.url];
	return url.startsWith(from) ? { ...request, url: to + url.slice(from.length) } : request;
}
