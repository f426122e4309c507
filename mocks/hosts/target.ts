// What a request asks for, by its line and its Host header (RFC 9112, sections 3.2 and 3.3), and what is
// said to a caller whose request cannot be read.
import type { IncomingMessage } from 'node:http';

/** A name or an address with or without a port: RFC 3986, section 3.2.2. */
const HOST = /^(?:[\w.~%!$&'()*+,;=-]*|\[[\da-f:.]+\])(?::\d*)?$/i;

/** The URL of a request; or in words, with what to do, why it has none. */
export type Target = { url: URL } | { problem: string };

const toUrl = (text: string): Target =>
	URL.canParse(text)
		? { url: new URL(text) }
		: { problem: 'The URL of the request is not valid. Correct it and send the request again.' };

/**
 * Returns the URL that is asked for. Of an absolute one its own host counts, not the header;
 * `OPTIONS *` asks about the server as a whole.
 */
export function targetOf(incoming: IncomingMessage): Target {
	const { url = '/', method, headers, rawHeaders, httpVersion } = incoming;
	const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && /^host$/i.test(name));
	if (hosts.length > 1) {
		return { problem: 'The request has more than one Host header. Send one.' };
	}
	if (headers.host === undefined && httpVersion === '1.1') {
		return {
			problem: 'The request has no Host header. HTTP/1.1 needs one: send the host of the URL.'
		};
	}
	const { host = '' } = headers;
	if (!HOST.test(host)) {
		const problem = `The Host header “${host.slice(0, 60)}” is not a name with or without a port. Send the host of the URL.`;
		return { problem };
	}
	if (/^https?:\/\//i.test(url)) return toUrl(url);
	const path = method === 'OPTIONS' && url === '*' ? '/' : url;
	return toUrl(`http://${host || 'localhost'}${path}`);
}

/** The longest line and headers of a request, in bytes: the URL of a list of 1,000 items has room. */
export const HEADER_BYTES = 131_072;

/** The answer to what cannot be read as HTTP, as it is sent: a status and words. */
export function answerToUnreadable(code: string | undefined): string {
	const [status, words] =
		code === 'HPE_HEADER_OVERFLOW'
			? [
					'431 Request Header Fields Too Large',
					'The URL and the headers of the request have more than 128 kB. Send fewer or shorter ones.'
				]
			: code === 'ERR_HTTP_REQUEST_TIMEOUT'
				? ['408 Request Timeout', 'The request did not come whole in time. Send it again.']
				: [
						'400 Bad Request',
						'What came is not valid HTTP. Check the request line, the headers and the length of the body; the server speaks http, not https.'
					];
	const body = `${words}\n`;
	return `HTTP/1.1 ${status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`;
}
