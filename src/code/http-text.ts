import { parseUrl } from '../georeport/parse-url';
import type { HttpRequest } from '../georeport/request';
import { onTheWire } from './wire';

/**
 * A request as HTTP/1.1 text (RFC 9112): request line, Host, headers, blank line, body. Line ends
 * are line feeds, for reading; a body keeps its own. A URL that is none stands as it is.
 */
export function httpText(request: HttpRequest): string {
	const { method, url, headers, body } = onTheWire(request);
	const parsed = parseUrl(url);
	const lines = [
		`${method} ${parsed ? parsed.pathname + parsed.search : url} HTTP/1.1`,
		...(parsed ? [`Host: ${parsed.host}`] : []),
		...headers.map(([name, value]) => `${name}: ${value}`),
		...(body === null ? [] : [`Content-Length: ${new TextEncoder().encode(body).length}`])
	];
	return `${lines.join('\n')}\n\n${body ?? ''}`;
}
