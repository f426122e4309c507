import { hasHostName } from '../explorer/endpoint';
import { parseUrl } from '../georeport/parse-url';

/** An address as GeoReport v2 needs it, or what is the matter with it and what to do. */
export type EndpointUrl = { url: string } | { problem: string };

/** What may stand behind a base URL in an address that was copied from somewhere. */
const RESOURCE = /\/(discovery|services|requests|(services|requests|tokens)\/[^/]+)\.(xml|json)$/i;

/** Whether a text names a discovery document and not a base URL. */
export const namesDiscovery = (text: string): boolean =>
	/\/discovery\.(xml|json)$/i.test(text.trim().replace(/[?#].*/, ''));

/** Whether the page's policy lets it ask an http: address with this host. */
const mayBeHttp = ({ hostname }: URL) => hostname === 'localhost' || hostname === '127.0.0.1';

/**
 * The base URL in a typed text: absolute, without query, ending in a slash; a resource such as
 * `requests.xml` or `discovery.xml` is cut off. Without a scheme, https is meant, or http on this
 * computer.
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
		return { problem: 'This is no web address. It should look like https://host/open311/v2/.' };
	}
	if (url.protocol !== 'https:' && url.protocol !== 'http:') {
		return { problem: `An endpoint starts with https: or http:, not with ${url.protocol}` };
	}
	if (url.username || url.password) {
		return {
			problem: 'Take the name and password out of the address: a page cannot send them that way.'
		};
	}
	return { url: url.origin + `${url.pathname.replace(RESOURCE, '')}/`.replace(/\/+$/, '/') };
}

/** What a browser will do about an address, told before it does; empty if nothing is in the way. */
export function warningOf(url: string): string {
	const parsed = new URL(url);
	return parsed.protocol === 'https:' || mayBeHttp(parsed)
		? ''
		: 'The browser will block requests to this address: a page that came over https may not ask http:, and this page’s own policy allows http: on this computer only (localhost, 127.0.0.1). Use https: if the server has it.';
}

/** The base URL one level up; null at the top of the server. */
export function parentOf(url: string): string | null {
	const parent = new URL('..', url).href;
	return parent === url ? null : parent;
}

/** The host of a base URL, with its port: what an endpoint is called by default. */
export const hostOf = (url: string): string => new URL(url).host;
