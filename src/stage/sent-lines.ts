import type { EndpointBase, HttpRequest } from '../georeport/request';
import { requestLines, type RequestLine } from '../response/request-lines';

/** A request to be read from afar: its URL one argument a line. */
export interface SentLines {
	/** The base of the endpoint without its scheme, with the slash at its end; empty for no base. */
	base: string;
	verb: string;
	/** The path from the base on. */
	path: string;
	/** The arguments in the URL, each with the `?` or `&` before it. */
	query: readonly RequestLine[];
	/** The arguments in the body, or the lines of a body of another type. */
	body: readonly RequestLine[];
}

/** The most lines of a body that are shown. */
const MOST = 40;

/** Divides a request into lines: the base, the path and the query are together its URL. */
export function sentLines(request: HttpRequest, endpoint: EndpointBase): SentLines {
	const { method, url, body } = request;
	const [first, ...query] = requestLines({ ...request, body: null }, endpoint);
	const path = first?.[1] ?? '';
	const rest = path.length + query.flat().join('').length;
	return {
		base: url.slice(0, url.length - rest).replace(/^https?:\/\//, ''),
		verb: method,
		path,
		query,
		body: body === null ? [] : requestLines(request, endpoint).slice(0, MOST)
	};
}
