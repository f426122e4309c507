import { parseUrl } from '../georeport/parse-url';
import type { HttpRequest } from '../georeport/request';
import { onTheWire } from './wire';

/**
 * Returns a request as HTTP/1.1 text (RFC 9112): request line, Host, headers, empty line, body.
 * Lines end in line feeds, for reading, except those of the body. An invalid URL is printed as it
 * is.
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
