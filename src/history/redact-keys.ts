// Finds and redacts the key that a request was sent with ("POST Service Request", api_key).
import type { Endpoint } from '../explorer/endpoint';
import type { Exchange } from '../http/exchange';
import { KEY } from '../georeport/privacy';

/** Shorter texts are not redacted, because they also occur inside words. */
const SHORTEST = 6;

/** Matches `api_key` and its value in a query, a form, a multipart part, JSON or XML. */
const NAMED = new RegExp(`${KEY}[=":\\s>]+?([^\\s"'&<>]{${SHORTEST},})`, 'g');

function decoded(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		return text;
	}
}

/**
 * Returns the keys that an exchange was sent with, as typed and as encoded, longest first: the
 * endpoint's own, those named `api_key`, and the words of the headers in `secretHeaders`.
 */
export function keysIn(
	{ request }: Exchange,
	endpoint: Endpoint,
	secretHeaders: readonly string[]
): string[] {
	const named = [request.url, request.body ?? ''].flatMap((text) =>
		[...text.matchAll(NAMED)].map(([, value]) => value ?? '')
	);
	const inHeaders = secretHeaders.flatMap((name) => request.headers[name]?.split(/\s+/) ?? []);
	const keys = [endpoint.apiKey, ...named, ...named.map(decoded), ...inHeaders];
	const inForms = (key: string) => new URLSearchParams({ key }).toString().slice('key='.length);
	return [...new Set(keys.flatMap((key) => [key, encodeURIComponent(key), inForms(key)]))]
		.filter(({ length }) => length >= SHORTEST)
		.toSorted((a, b) => b.length - a.length);
}

/** Whether a text contains one of the keys. */
export const holdsKey = (text: string, keys: readonly string[]) =>
	keys.some((key) => text.includes(key));

/** Returns a copy of plain data with every key in its texts replaced by `[api_key]`. */
export function withoutKeys<Data>(data: Data, keys: readonly string[]): Data {
	if (keys.length === 0) return data;
	const strip = (value: unknown): unknown => {
		if (typeof value === 'string') {
			return keys.reduce((text, key) => text.replaceAll(key, `[${KEY}]`), value);
		}
		if (Array.isArray(value)) return value.map(strip);
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, strip(inner)]));
	};
	return strip(data) as Data;
}
