import type { EndpointBase, HttpRequest } from '../georeport/request';
import { sentLineOf } from './sent-line';

/** A line of a request: what names it, and the rest. */
export type RequestLine = readonly [name: string, rest: string];

const pairLines = (pairs: string, first: string): RequestLine[] =>
	pairs.split('&').map((pair, at) => {
		const end = pair.indexOf('=');
		const name = (at === 0 ? first : '&') + (end < 0 ? pair : pair.slice(0, end));
		return [name, end < 0 ? '' : pair.slice(end)];
	});

/**
 * A request as it will be sent, one argument a line; together the lines are its URL or its body. Where
 * the path misses an argument, its name stands in braces: `tokens/{token}.xml`.
 */
export function requestLines(
	request: HttpRequest,
	endpoint: EndpointBase,
	missing: readonly string[] = []
): RequestLine[] {
	const { method, body, headers } = request;
	if (method !== 'GET' && body !== null) {
		return /urlencoded/i.test(headers['Content-Type'] ?? '')
			? pairLines(body, '')
			: body.split('\n').map((line) => ['', line]);
	}
	const { path, head, tail } = sentLineOf(request, endpoint);
	const isBare = !path.endsWith('?');
	const named = missing.reduce((path, name) => path.replace('/.', `/{${name}}.`), path);
	return [
		[`${method} `, isBare ? named : named.slice(0, -1)],
		...(isBare ? [] : pairLines(head + tail, '?'))
	];
}

/** The headers of a request as the page sets them. */
export const headerLines = ({ headers }: HttpRequest): RequestLine[] =>
	Object.keys(headers).length === 0
		? [['', 'The browser sends only headers of its own.']]
		: Object.entries(headers).map(([name, value]) => [name, `: ${value}`]);
