// Turns drafts, as a form has them, into requests: https://wiki.open311.org/GeoReport_v2/,
// "General".
import { methodOf, type MethodName } from './methods';
import type { Format } from './types';

/** Argument values by wire name; a list is sent as the same name repeated, in order. */
export type Values = Readonly<Record<string, string | readonly string[]>>;

/** A file in a multipart body. GeoReport v2 does not have them, but real clients send them. */
export interface FilePart {
	name: string;
	filename: string;
	type: string;
	text: string;
}

/**
 * A request as a person composes it. The last five fields are for requests that no form would send,
 * to see how a server answers them.
 */
export interface Draft {
	method: MethodName;
	format: Format;
	values: Values;
	/** Instead of the method's own verb. */
	verb?: string;
	/** Instead of the method's own path; `{format}` is still replaced. */
	path?: string;
	headers?: Readonly<Record<string, string>>;
	/** Sent as multipart/form-data, after the values. */
	files?: readonly FilePart[];
	/** Instead of the form-encoded values. */
	rawBody?: { type: string; text: string };
}

/** Whether a draft does anything that no form would: whether it has one of its last five fields. */
export const isBeyondForms = ({ verb, path, headers, files, rawBody }: Draft): boolean =>
	[verb, path, rawBody].some((part) => part !== undefined) ||
	Object.keys(headers ?? {}).length + (files ?? []).length > 0;

/** The base URLs of a GeoReport v2 endpoint, absolute and with a slash at the end. */
export interface EndpointBase {
	/** The base of `services.xml` and `requests.xml`. */
	url: string;
	/** The base of `discovery.xml`, which Toronto has one level up. */
	discoveryUrl: string;
}

/** A request as plain data; the address line, the code samples and the sender all use it. */
export interface HttpRequest {
	method: string;
	url: string;
	headers: Readonly<Record<string, string>>;
	body: string | null;
}

/** Returns the values of one argument without the empty ones ("General": empty is not sent). */
export function valuesOf(values: Values, name: string): string[] {
	const value = Object.hasOwn(values, name) ? values[name] : undefined;
	return (typeof value === 'string' ? [value] : [...(value ?? [])]).filter((text) => text !== '');
}

/** Percent-encodes as UTF-8; half a surrogate pair becomes U+FFFD, as in forms. */
const encode = (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

/** Percent-encodes only what RFC 3986 forbids in a query, so that dates and lists stay readable. */
const encodeQuery = (text: string) =>
	encode(text).replace(/%(3A|2C|2F|40)/g, (escape) => decodeURIComponent(escape));

const BOUNDARY = 'toronto-open311-playground';

const quoted = (text: string) =>
	`"${text.replace(/["\r\n]/g, (character) => encodeURIComponent(character))}"`;

function multipart(pairs: [string, string][], files: readonly FilePart[]): string {
	const parts = [
		...pairs.map(
			([name, value]) => `Content-Disposition: form-data; name=${quoted(name)}\r\n\r\n${value}`
		),
		...files.map(
			(file) =>
				`Content-Disposition: form-data; name=${quoted(file.name)}; filename=${quoted(file.filename)}\r\n` +
				`Content-Type: ${file.type}\r\n\r\n${file.text}`
		)
	];
	return parts.map((part) => `--${BOUNDARY}\r\n${part}\r\n`).join('') + `--${BOUNDARY}--\r\n`;
}

/**
 * Returns the request of a draft. Path arguments go percent-encoded into the path, the others into
 * the query of a GET or the form-encoded body of a POST ("POST Service Request"). Throws nothing: a
 * draft that breaks a rule becomes a request that breaks it.
 */
export function toHttpRequest(draft: Draft, base: EndpointBase): HttpRequest {
	const method = methodOf(draft.method);
	const verb = draft.verb ?? method.verb;
	const inPath = new Set(
		method.arguments.filter(({ place }) => place === 'path').map(({ name }) => name)
	);
	const path = (draft.path ?? method.path).replace(/\{(\w+)\}/g, (_, name: string) =>
		name === 'format' ? draft.format : encode(valuesOf(draft.values, name)[0] ?? '')
	);
	const pairs = Object.keys(draft.values)
		.filter((name) => !inPath.has(name))
		.flatMap((name) =>
			valuesOf(draft.values, name).map((value): [string, string] => [name, value])
		);
	const url = (draft.method === 'discovery' ? base.discoveryUrl : base.url) + path;

	if (method.verb === 'GET' || verb === 'GET' || verb === 'HEAD') {
		const query = pairs.map((pair) => pair.map(encodeQuery).join('=')).join('&');
		return {
			method: verb,
			url: query ? `${url}?${query}` : url,
			headers: { ...draft.headers },
			body: null
		};
	}
	const [type, body] = draft.rawBody
		? [draft.rawBody.type, draft.rawBody.text]
		: draft.files
			? [`multipart/form-data; boundary=${BOUNDARY}`, multipart(pairs, draft.files)]
			: ['application/x-www-form-urlencoded; charset=utf-8', new URLSearchParams(pairs).toString()];
	return { method: verb, url, headers: { 'Content-Type': type, ...draft.headers }, body };
}
