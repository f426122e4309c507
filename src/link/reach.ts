import type { EndpointBase } from '../georeport/request';
import { isLoopback, parseUrl } from '../georeport/parse-url';

/**
 * Returns why another device cannot use a link to the page, in a sentence or two: its address, or the
 * server that its request goes to, is this computer. Null where nothing speaks against it.
 */
export function onlyHere(link: string, { url }: Pick<EndpointBase, 'url'>): string | null {
	const page = parseUrl(link);
	if (!page || !/^https?:$/.test(page.protocol)) {
		return 'This link works on this computer only: it leads to a file. Put the page on a web host.';
	}
	if (isLoopback(link)) {
		return `This link works on this computer only: ${page.host} means the device itself. Open the page at an address that others reach.`;
	}
	const host = isLoopback(url) ? parseUrl(url)?.host : null;
	return host
		? `Other devices can open this link, but not send its request: ${host} means the device itself.`
		: null;
}
