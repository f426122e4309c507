import { rulesFor, type DialectName } from '../georeport/dialect';
import { parseUrl } from '../georeport/parse-url';
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
export function liesBelow(url: string, { url: base, discoveryUrl }: EndpointBase): boolean {
	const href = parseUrl(url)?.href ?? '';
	return [base, discoveryUrl].some((beginning) => href.startsWith(beginning));
}

/** What stands for the server in a typed URL, before a browser rewrites it; empty for none. */
const hostIn = (url: string): string => {
	const [, authority = ''] = /^[a-z][a-z\d+.-]*:[\\/]{2}([^/?#\\]*)/i.exec(url) ?? [];
	try {
		return decodeURIComponent(authority);
	} catch {
		return authority;
	}
};

/**
 * Whether a URL as it was typed can name a server: letters, digits and signs of any script, dots and
 * hyphens. Browsers take quotes and dashes of a word processor too, and make a name of them that
 * nobody has.
 */
export const hasHostName = (url: string): boolean =>
	/^[\p{L}\p{M}\p{N}\p{So}.\-_:[\]@]+$/u.test(hostIn(url));

/** Returns whose rules an answer of an endpoint is held to: as a person marked it, or as it answers. */
export const rulesOf = (
	{ url, kind, dialect, rules }: Endpoint,
	headers: readonly (readonly [name: string, value: string])[]
): DialectName => rulesFor(url, rules ?? (kind === 'mock-up' ? dialect : null), headers);
