import type { Endpoint } from '../explorer/endpoint';
import type { EndpointBase, HttpRequest } from '../georeport/request';

/** Where the code is to send its request. */
export type BaseId = 'this-computer' | 'city' | 'in-use';

/** A choice of base URL for the code, and from where it can be reached. */
export interface Base extends EndpointBase {
	id: BaseId;
	words: string;
	/** Who can reach it, and what to do first. */
	reach: string;
}

/** What `npm run mock` serves unless told otherwise. */
const MOCK_UP_ROOT = 'http://127.0.0.1:3110/';

/** Where 311 Toronto's test system answered from 2012 to 2018. */
const CITY_ROOT = 'https://secure.toronto.ca/';

/** The mock-up as `npm run mock` serves it, in that dialect; null is Toronto’s. */
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

/** The bases that code for an endpoint can have, the default first. */
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

/** The base of that `id` if the endpoint has it, else the endpoint's default. */
export function baseFor(endpoint: Endpoint, baseId: string | null): Base {
	const bases = basesFor(endpoint);
	return bases.find(({ id }) => id === baseId) ?? bases[0];
}

/**
 * The same request at another base; the rest of its URL stays to the last byte. A discovery
 * document moves with the discovery URL, which may be the endpoint's own. A base that the endpoint
 * does not have is its default; a request to elsewhere stays as it is.
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
