import { parseUrl } from '../georeport/parse-url';
import type { HttpRequest } from '../georeport/request';

/** The name and value of a form field. */
export type Field = readonly [name: string, value: string];

/** A request as a browser sends it, with its form fields if its body is a form. */
export interface WireRequest {
	method: string;
	/** Without a fragment, and encoded as in browsers: ASCII, no space, no double quote. */
	url: string;
	headers: readonly Field[];
	/** Sent as UTF-8; null for none. */
	body: string | null;
	/**
	 * In order, with repeated names; encoded as a form they give `body`, byte for byte. Null if the
	 * body is not such a form.
	 */
	fields: readonly Field[] | null;
}

/** https://fetch.spec.whatwg.org/#concept-method-normalize */
const NORMALIZED = /^(delete|get|head|options|post|put)$/i;

/** Replaces half surrogate pairs, which UTF-8 cannot encode. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** Returns the URL as browsers send it; an invalid one as it is. */
function spelled(text: string): string {
	const url = wellFormed(text);
	const parsed = parseUrl(url);
	if (!parsed) return url;
	parsed.hash = '';
	return parsed.href;
}

/** Joins headers whose names differ only in case into one, as browsers do. */
function joined(headers: HttpRequest['headers']): Field[] {
	const values = new Map<string, [string, string]>();
	for (const [name, text] of Object.entries(headers)) {
		const value = text.replace(/^[\t\n\r ]+|(?<![\t\n\r ])[\t\n\r ]+$/g, '');
		const earlier = values.get(name.toLowerCase());
		if (earlier) earlier[1] += `, ${value}`;
		else values.set(name.toLowerCase(), [name, value]);
	}
	return [...values.values()];
}

/**
 * Returns the fields of a form-encoded body, or null if encoding them does not give the same bytes.
 */
function fieldsOf(headers: readonly Field[], body: string | null): Field[] | null {
	const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
	if (!body || !/^application\/x-www-form-urlencoded\b/i.test(type)) return null;
	const fields = new URLSearchParams(body);
	return fields.toString() === body ? [...fields] : null;
}

/** Returns the request after fetch has normalized it, which is what generated code must send. */
export function onTheWire(request: HttpRequest): WireRequest {
	const method = NORMALIZED.test(request.method) ? request.method.toUpperCase() : request.method;
	const headers = joined(request.headers);
	const body = request.body === null ? null : wellFormed(request.body);
	return { method, url: spelled(request.url), headers, body, fields: fieldsOf(headers, body) };
}

/** Returns a form field, encoded as in browsers. */
export const formEncoded = (field: Field): string => new URLSearchParams([[...field]]).toString();

/** Percent-encodes what RFC 3986 forbids in a URL: some libraries accept nothing else. */
export const lawful = (url: string): string =>
	url.replace(/%(?![0-9A-Fa-f]{2})|[^\w.~:/?#[\]@!$&'()*+,;=%-]/g, encodeURIComponent);

/** A percent-encoded character that must be encoded, in capitals: no library changes it. */
const SETTLED = /%(?!2D|2E|3\d|[46][1-9A-F]|[57][0-9A]|5F|7E)[0-9A-F]{2}/g;

/** Returns comment lines about a URL that libraries would change; none for most URLs. */
export function remarkOn(url: string, comment: string): string[] {
	const afterHost = url.replace(/^\w+:\/\/[^/]*/, '').replace(SETTLED, '');
	return lawful(afterHost) === afterHost && !/[[\]%]/.test(afterHost)
		? []
		: [`${comment} The address may go out spelled in another way; curl keeps it as it is.`];
}
