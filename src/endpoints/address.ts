import { hasHostName } from '../explorer/endpoint';
import { parseUrl } from '../georeport/parse-url';

/** The base URL in a typed address, or why there is none and what to do. */
export type EndpointUrl = { url: string } | { problem: string };

/** A resource of GeoReport v2 at the end of a copied URL. */
const RESOURCE = /\/(discovery|services|requests|(services|requests|tokens)\/[^/]+)\.(xml|json)$/i;

/** Whether a text is the URL of a discovery document, not a base URL. */
export const namesDiscovery = (text: string): boolean =>
	/\/discovery\.(xml|json)$/i.test(text.trim().replace(/[?#].*/, ''));

/** Whether the page's policy permits http: requests to this host. */
const mayBeHttp = ({ hostname }: URL) => hostname === 'localhost' || hostname === '127.0.0.1';

/**
 * Returns the base URL in a typed text: absolute, without a query, ending in a slash. Removes a
 * resource such as `requests.xml` or `discovery.xml`. Without a scheme it adds https, or http for
 * this computer.
 */
export function endpointUrl(text: string): EndpointUrl {
	const typed = text.trim();
	if (!typed) return { problem: 'Type the server’s address, such as https://host/open311/v2/.' };
	const local = /^(localhost|127\.0\.0\.1)([:/]|$)/i.test(typed);
	const full = /^[a-z][a-z\d+.-]*:\/\//i.test(typed)
		? typed
		: `${local ? 'http' : 'https'}://${typed}`;
	const url = parseUrl(full);
	if (!url || !hasHostName(full)) {
		return { problem: 'This is not a web address. It should look like https://host/open311/v2/.' };
	}
	if (url.protocol !== 'https:' && url.protocol !== 'http:') {
		return { problem: `An endpoint starts with https: or http:, not with ${url.protocol}` };
	}
	if (url.username || url.password) {
		return {
			problem: 'Take the name and password out of the address: a page cannot send them that way.'
		};
	}
	return { url: url.origin + `${url.pathname.replace(RESOURCE, '')}/`.replace(/(?<!\/)\/+$/, '/') };
}

/** Returns a warning about what browsers will block at this URL; empty for nothing. */
export function warningOf(url: string): string {
	const parsed = new URL(url);
	return parsed.protocol === 'https:' || mayBeHttp(parsed)
		? ''
		: 'The browser will block requests to this address: a page that came over https may not ask http:, and this page’s own policy allows http: on this computer only (localhost, 127.0.0.1). Use https: if the server has it.';
}

/** Returns the base URL one level up; null at the top of the server. */
export function parentOf(url: string): string | null {
	const parent = new URL('..', url).href;
	return parent === url ? null : parent;
}

/** Returns the host and port of a base URL, the default name of an endpoint. */
export const hostOf = (url: string): string => new URL(url).host;
