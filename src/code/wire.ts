import { parseUrl } from '../georeport/parse-url';
import type { HttpRequest } from '../georeport/request';

/** A name and a value of a form. */
export type Field = readonly [name: string, value: string];

/** A request as a browser puts it on the wire, and its form fields if its body is that of a form. */
export interface WireRequest {
	method: string;
	/** Without fragment, spelled as browsers spell URLs: ASCII, no space, no double quote. */
	url: string;
	headers: readonly Field[];
	/** To be sent as UTF-8; null for none. */
	body: string | null;
	/** In order, names repeated as sent; their form encoding is `body`, byte for byte. */
	fields: readonly Field[] | null;
}

/** https://fetch.spec.whatwg.org/#concept-method-normalize */
const NORMALIZED = /^(delete|get|head|options|post|put)$/i;

/** UTF-8 has no half of a surrogate pair. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** The URL as browsers send it; one that is none stays as it is. */
function spelled(text: string): string {
	const url = wellFormed(text);
	const parsed = parseUrl(url);
	if (!parsed) return url;
	parsed.hash = '';
	return parsed.href;
}

/** One value for each name: browsers join those whose names differ only in case. */
function joined(headers: HttpRequest['headers']): Field[] {
	const values = new Map<string, [string, string]>();
	for (const [name, text] of Object.entries(headers)) {
		const value = text.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');
		const earlier = values.get(name.toLowerCase());
		if (earlier) earlier[1] += `, ${value}`;
		else values.set(name.toLowerCase(), [name, value]);
	}
	return [...values.values()];
}

/** The fields of a form-encoded body, if encoding them again gives the same bytes. */
function fieldsOf(headers: readonly Field[], body: string | null): Field[] | null {
	const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
	if (!body || !/^application\/x-www-form-urlencoded\b/i.test(type)) return null;
	const fields = new URLSearchParams(body);
	return fields.toString() === body ? [...fields] : null;
}

/** What becomes of a request once fetch has normalized it: what code must send to send the same. */
export function onTheWire(request: HttpRequest): WireRequest {
	const method = NORMALIZED.test(request.method) ? request.method.toUpperCase() : request.method;
	const headers = joined(request.headers);
	const body = request.body === null ? null : wellFormed(request.body);
	return { method, url: spelled(request.url), headers, body, fields: fieldsOf(headers, body) };
}

/** One form field, encoded as browsers encode forms. */
export const formEncoded = (field: Field): string => new URLSearchParams([[...field]]).toString();

/** A URL with what RFC 3986 forbids percent-encoded: some libraries take no other. */
export const lawful = (url: string): string =>
	url.replace(/%(?![0-9A-Fa-f]{2})|[^\w.~:/?#[\]@!$&'()*+,;=%-]/g, encodeURIComponent);

/** An escape in capitals of a character that has to be one: every library leaves it alone. */
const SETTLED = /%(?!2D|2E|3\d|[46][1-9A-F]|[57][0-9A]|5F|7E)[0-9A-F]{2}/g;

/** Lines of comment on a URL that a library would spell in a way of its own; none for most. */
export function remarkOn(url: string, comment: string): string[] {
	const afterHost = url.replace(/^\w+:\/\/[^/]*/, '').replace(SETTLED, '');
	return lawful(afterHost) === afterHost && !/[[\]%]/.test(afterHost)
		? []
		: [`${comment} The address may go out spelled in another way; curl keeps it as it is.`];
}
