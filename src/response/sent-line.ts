import type { EndpointBase, HttpRequest } from '../georeport/request';

/** The address of a request in the parts in which it is shown on one line. */
export interface SentLine {
	/** The path, from the endpoint's base on where it lies there, with the `?` before arguments. */
	path: string;
	/** The arguments that give way where there is no room. */
	head: string;
	/** The last arguments, which stay: the most telling ones, for a method's order puts them last. */
	tail: string;
}

/** The longest end that stays, in characters. */
const LONGEST_TAIL = 28;

/** Divides the address of a request; together the parts are all of it, without the base. */
export function sentLineOf({ url }: HttpRequest, endpoint: EndpointBase): SentLine {
	const base = [endpoint.url, endpoint.discoveryUrl].find((base) => url.startsWith(base));
	const shown = base ? url.slice(base.length) : url;
	const query = shown.indexOf('?');
	if (query < 0) return { path: shown, head: '', tail: '' };
	const [path, pairs] = [shown.slice(0, query + 1), shown.slice(query + 1)];
	let tail = '';
	for (const at of [...pairs.matchAll(/&/g)].map(({ index }) => index).reverse()) {
		if (pairs.length - at > LONGEST_TAIL) break;
		tail = pairs.slice(at);
	}
	return { path, head: pairs.slice(0, pairs.length - tail.length), tail };
}
