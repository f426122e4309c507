import { rulesFor, type DialectName } from '../georeport/dialect';
import type { EndpointBase } from '../georeport/request';

/** An endpoint that can be asked, and what is kept with it on this device. */
export interface Endpoint extends EndpointBase {
	/** What a link calls it: a word for those the page brings, the base URL for an added one. */
	id: string;
	name: string;
	/**
	 * `mock-up`: answered by this page, never by a server. `local`: the mock-up over HTTP on this
	 * computer. `added`: any other GeoReport v2 server.
	 */
	kind: 'mock-up' | 'local' | 'added';
	/** How the mock-up speaks there; null for servers of others. */
	dialect: DialectName | null;
	/** Whose rules a person wants its answers held to; left out where nobody chose. */
	rules?: DialectName;
	/** The jurisdiction_id a new request starts with; empty for none ("General"). */
	jurisdiction: string;
	/** The api_key sent with a POST that has none of its own; empty for none. Never leaves this device otherwise. */
	apiKey: string;
}

/** The longest base URL first, so that one inside another is found. */
const byLength = (a: EndpointBase, b: EndpointBase) => b.url.length - a.url.length;

/** The endpoint a URL belongs to, if any: the one whose base is the longest beginning of it. */
export const endpointOf = (url: string, endpoints: readonly Endpoint[]): Endpoint | null =>
	endpoints
		.toSorted(byLength)
		.find((endpoint) => url.startsWith(endpoint.url) || url.startsWith(endpoint.discoveryUrl)) ??
	null;

/** Whether a URL, once `..` and the like are resolved, still lies below an endpoint. */
export const liesBelow = (url: string, { url: base, discoveryUrl }: EndpointBase): boolean =>
	URL.canParse(url) &&
	[base, discoveryUrl].some((beginning) => new URL(url).href.startsWith(beginning));

/** Whose rules an answer of an endpoint is held to: as a person marked it, or as it answers. */
export const rulesOf = (
	{ url, kind, dialect, rules }: Endpoint,
	headers: readonly (readonly [name: string, value: string])[]
): DialectName => rulesFor(url, rules ?? (kind === 'mock-up' ? dialect : null), headers);
