// What a person types into the address line, read as a request to one of the endpoints.
import { endpointOf, hasHostName, type Endpoint } from '../explorer/endpoint';
import { BOUNDS } from '../georeport/bounds';
import { methodOf } from '../georeport/methods';
import { parseUrl } from '../georeport/parse-url';
import { shareable } from '../georeport/privacy';
import { baseOf, readRequest, type ReadRequest } from '../georeport/read-request';
import type { Draft, HttpRequest } from '../georeport/request';
import { addedEndpoint } from '../link/linked-endpoint';

/** The request at hand when the typing began. */
export interface AtHand {
	draft: Draft;
	endpoint: Endpoint;
}

/** What was typed, understood, or in words why not. */
export type TypedAddress =
	| {
			kind: 'request';
			draft: Draft;
			endpoint: Endpoint;
			/** Whether the endpoint is one the page does not have yet. */
			isNew: boolean;
			/** What a person should know of it. */
			notes: string[];
			/** The text without what a word processor has put into it, which may be meant. */
			plain?: string;
	  }
	/** `plain`: what can be read in its place, where a word processor has replaced characters. */
	| { kind: 'problem'; words: string; plain?: string };

type Located =
	| { url: string; endpoint: Endpoint; isNew: boolean; notes: string[] }
	| { kind: 'problem'; words: string };

const CITY = /^https?:\/\/secure\.toronto\.ca\/(?:open311test|webwizard)\/ws\//i;
const CITY_DISCOVERY = /^https?:\/\/secure\.toronto\.ca\/open311test\/(?=discovery\.)/i;

const problem = (words: string) => ({ kind: 'problem', words }) as const;

/** An address at the City, which answers no more, as the mock-up's address for the same. */
function atMockUp(url: string, endpoints: readonly Endpoint[]): Located | null {
	const endpoint = endpoints.find(
		({ kind, dialect }) => kind === 'mock-up' && dialect === 'toronto'
	);
	const base = CITY.exec(url)?.[0];
	const discoveryBase = CITY_DISCOVERY.exec(url)?.[0];
	if (!endpoint || (!base && !discoveryBase)) return null;
	return {
		url: base
			? endpoint.url + url.slice(base.length)
			: endpoint.discoveryUrl + url.slice(discoveryBase?.length),
		endpoint,
		isNew: false,
		notes: [
			`secure.toronto.ca is where the City’s API was. ${endpoint.name} answers in its place; nothing is sent to the City.`
		]
	};
}

/** An endpoint that is asked at this very base; what lies next to its discovery document is not. */
function known(url: string, atHand: AtHand, endpoints: readonly Endpoint[]): Endpoint | null {
	const endpoint = endpointOf(url, [atHand.endpoint, ...endpoints]);
	if (endpoint?.kind !== 'added' || url.startsWith(endpoint.url)) return endpoint;
	const base = baseOf(url);
	return base === null || base === endpoint.discoveryUrl ? endpoint : null;
}

/** Why an address leads to no server: it has no name, or one that cannot be, or a port that cannot. */
function badNameWords(url: string): string {
	const [name = ''] = /^[^/?#\\]*/.exec(url.replace(/^https?:\/\//i, '')) ?? [];
	if (name === '') return 'The server’s name in this address is not complete.';
	const [, host = name, port = ''] = /^(.*[^:]):([^:\]]*)$/.exec(name) ?? [];
	return parseUrl(`http://${host}`) && port
		? `“${port.slice(0, 60)}” cannot be a port, which is a number up to 65535. Correct the address.`
		: `“${name.slice(0, 60)}” cannot be the name of a server. Correct the address.`;
}

function locate(url: string, atHand: AtHand, endpoints: readonly Endpoint[]): Located {
	const endpoint = known(url, atHand, endpoints);
	if (endpoint) return { url, endpoint, isNew: false, notes: [] };
	const there = atMockUp(url, endpoints);
	if (there) return there;

	if (!/^https?:\/\//i.test(url)) {
		return problem(
			'An address begins with http:// or https://. You can also paste a curl command.'
		);
	}
	const parsed = parseUrl(url);
	if (!parsed || !hasHostName(url)) return problem(badNameWords(url));
	const { host, pathname, username, password } = parsed;
	if (username || password) {
		return problem('Take the user name and the password out: a browser does not send them.');
	}
	const base = baseOf(url);
	if (base === null) {
		return problem(
			`${host} is none of the endpoints here, and ${pathname} does not end like a GeoReport v2 address, as in requests.xml or services.json.`
		);
	}
	const at = new URL(base).href;
	const same = endpoints.find((candidate) => candidate.url === at);
	return {
		url: at + url.slice(base.length),
		endpoint: same ?? addedEndpoint(at, at),
		isNew: !same,
		notes: []
	};
}

const toTyped = (
	located: Exclude<Located, { kind: 'problem' }>,
	read: ReadRequest
): TypedAddress => {
	if ('problem' in read) return problem(read.problem);
	const { endpoint, isNew, notes } = located;
	return { kind: 'request', draft: read.draft, endpoint, isNew, notes };
};

/**
 * Reads a typed address. The verb stays, unless the address is one that only GET has; the body of a
 * POST stays as it is, but for a key when another endpoint is asked. Breaks of a line, as mail puts them into long addresses, do not count.
 */
export function readAddress(
	text: string,
	atHand: AtHand,
	endpoints: readonly Endpoint[]
): TypedAddress {
	if (text.length > BOUNDS.pastedLength.value) return problem(BOUNDS.pastedLength.words);
	const lines = text.split(/[\r\n]/).map((line) => line.trim());
	const located = locate(lines.join(''), atHand, endpoints);
	if ('kind' in located) return located;
	const isSame = located.endpoint.id === atHand.endpoint.id;
	const { draft, leftOut } = isSame
		? { draft: atHand.draft, leftOut: [] }
		: shareable(atHand.draft, true);
	if (leftOut.length > 0) {
		located.notes.push(
			`${leftOut.join(', ')} stays behind: a key is for ${atHand.endpoint.name} alone. Type the one for this server.`
		);
	}
	const read = (method: string) => {
		const { url, endpoint } = located;
		return readRequest({ method, url, headers: draft.headers ?? {}, body: null }, endpoint, draft);
	};
	const asIs = read(draft.verb ?? methodOf(draft.method).verb);
	const asGet = read('GET');
	if ('problem' in asIs || 'problem' in asGet) return toTyped(located, asIs);

	const isOdd = ({ verb, path }: Draft) => verb !== undefined || path !== undefined;
	const onlyGet = asGet.draft.method !== 'requests' && !isOdd(asGet.draft);
	if (draft.verb === undefined && isOdd(asIs.draft) && onlyGet) return toTyped(located, asGet);
	if (draft.method !== 'submit' || asIs.draft.method !== 'submit') return toTyped(located, asIs);
	const { path: _, ...body } = draft;
	const { format, path } = asIs.draft;
	return toTyped(located, { draft: { ...body, format, ...(path === undefined ? {} : { path }) } });
}

/** Reads a request that a pasted command stands for. */
export function readPasted(
	request: HttpRequest,
	notes: readonly string[],
	atHand: AtHand,
	endpoints: readonly Endpoint[]
): TypedAddress {
	const located = locate(request.url, atHand, endpoints);
	if ('kind' in located) return located;
	const { method, format } = atHand.draft;
	const read = readRequest({ ...request, url: located.url }, located.endpoint, {
		method,
		format,
		values: {}
	});
	return toTyped({ ...located, notes: [...located.notes, ...notes] }, read);
}
