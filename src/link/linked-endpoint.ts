// The server a link names.
import { hasHostName, type Endpoint } from '../explorer/endpoint';
import { parseUrl } from '../georeport/parse-url';

/** An absolute http or https URL of a server as a base: a slash at its end, no query; else null. */
function baseUrl(text: string): URL | null {
	const url = hasHostName(text) ? parseUrl(text) : null;
	if (!url || !/^https?:$/.test(url.protocol)) return null;
	url.search = url.hash = '';
	if (!url.pathname.endsWith('/')) url.pathname += '/';
	return url;
}

/** A base URL as it may stand in a link: without user, password or query; empty if it is none. */
export function shareableUrl(text: string): string {
	const url = baseUrl(text);
	return url ? url.origin + url.pathname : '';
}

/** A GeoReport v2 server that is known by its base URL alone. */
export const addedEndpoint = (url: string, discoveryUrl: string): Endpoint => ({
	id: url,
	name: new URL(url).host,
	kind: 'added',
	dialect: null,
	url,
	discoveryUrl,
	jurisdiction: '',
	apiKey: ''
});

/**
 * The endpoint a link names by id or by base URL; one the page does not know becomes a new one.
 * Only http and https will do, and never a user or password.
 */
export function linkedEndpoint(
	name: string,
	discovery: string | null,
	endpoints: readonly Endpoint[]
): { endpoint: Endpoint; isNew: boolean } | { problem: string } {
	const known = endpoints.find(({ id }) => id === name);
	if (known) return { endpoint: known, isNew: false };
	const url = baseUrl(name)?.href;
	if (!url || url !== shareableUrl(name)) {
		const why = /^[\w-]+$/.test(name)
			? `there is no “${name}” here`
			: 'it takes an http or https address without user or password';
		return { problem: `The link’s ~endpoint was left out: ${why}.` };
	}
	const same = endpoints.find((endpoint) => endpoint.url === url);
	if (same) return { endpoint: same, isNew: false };
	const discoveryUrl = shareableUrl(discovery ?? '') || url;
	return { endpoint: addedEndpoint(url, discoveryUrl), isNew: true };
}
