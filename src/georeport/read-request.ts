// Turns requests back into drafts, as a form has them: https://wiki.open311.org/GeoReport_v2/.
import { BOUNDS } from './bounds';
import { METHODS, methodOf, type ApiMethod, type MethodName } from './methods';
import { multipartParts } from './read-multipart';
import {
	toHttpRequest,
	type Draft,
	type EndpointBase,
	type HttpRequest,
	type Values
} from './request';
import type { Format } from './types';

type Pairs = readonly (readonly [string, string])[];

/** The draft for a request, or in words why there is none. */
export type ReadRequest = { draft: Draft } | { problem: string };

const decoded = (text: string): string | null => {
	try {
		return decodeURIComponent(text);
	} catch {
		return null;
	}
};

/** Reads a query or a form-encoded body; takes a broken percent escape literally. */
function readForm(text: string): Pairs {
	return text
		.split('&')
		.filter((pair) => pair !== '')
		.map((pair) => {
			const [name = '', ...rest] = pair.replaceAll('+', ' ').split('=');
			const value = rest.join('=');
			return [decoded(name) ?? name, decoded(value) ?? value] as const;
		});
}

/** Makes a text of an argument, or a list of one that is repeated ("General" allows either). */
function toValues(pairs: Pairs): Values {
	const texts = new Map<string, string[]>();
	for (const [name, value] of pairs) {
		const all = texts.get(name);
		if (all) all.push(value);
		else texts.set(name, [value]);
	}
	return Object.fromEntries(
		[...texts].map(([name, all]) => [name, all.length > 1 ? all : (all[0] ?? '')])
	);
}

/** Splits a path into what comes before `.xml` or `.json`, and the format. */
function splitFormat(path: string): { stem: string; format: Format | null } {
	const [, stem = path, format] = /^(.*)\.(xml|json)$/s.exec(path) ?? [];
	return { stem, format: format === 'xml' || format === 'json' ? format : null };
}

/** Returns the path arguments of a method if the path is one of its own; otherwise null. */
function matchPath(method: ApiMethod, path: string): Values | null {
	const { stem, format } = splitFormat(path);
	const [before = '', after] = method.path.replace('.{format}', '').split(/\{\w+\}/);
	if (!format) return null;
	if (after === undefined) return stem === before ? {} : null;
	const [argument] = method.arguments;
	const text = stem.slice(before.length);
	const value = decoded(text);
	if (!argument || !stem.startsWith(before) || text.includes('/') || value === null) return null;
	return value === '' ? {} : { [argument.name]: value };
}

/** Whether the query has an argument that the method has in its path. */
const collides = (method: ApiMethod, values: Values) =>
	method.arguments.some(({ name, place }) => place === 'path' && Object.hasOwn(values, name));

/**
 * Returns the method most like a path that is no method's own: by its beginning, else the current
 * one.
 */
function nearest(
	path: string,
	candidates: readonly ApiMethod[],
	current: MethodName,
	values: Values
) {
	const kind = (text: string) => [/^\w*/.exec(text)?.[0], text.includes('/')].join();
	const fit = candidates.filter((method) => !collides(method, values));
	return (
		fit.find((method) => kind(method.path) === kind(path)) ??
		fit.find(({ name }) => name === current) ??
		fit.find(({ name }) => name === 'services' || name === 'submit') ??
		methodOf('services')
	);
}

/** Whether there are more arguments than a form shows. */
const isTooMany = (pairs: Pairs) => pairs.length > BOUNDS.formPairs.value;

/**
 * Reads the body of a POST into values and files if a form could have sent it; otherwise keeps it.
 */
function readBody(
	type: string | undefined,
	body: string
): Pick<Draft, 'values' | 'files' | 'rawBody'> {
	const raw = { values: {}, rawBody: { type: type ?? 'text/plain', text: body } };
	const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(type ?? '')?.[1] ?? 'utf-8';
	if (/^utf-?8$/i.test(charset)) {
		const isForm = /^\s*application\/x-www-form-urlencoded\s*(;|$)/i.test(type ?? '');
		if ((type === undefined || isForm) && decoded(body) !== null) {
			const pairs = readForm(body);
			return isTooMany(pairs) ? raw : { values: toValues(pairs) };
		}
		const parts = multipartParts(type ?? '', body);
		if (parts && !isTooMany(parts.pairs)) {
			const read = { values: toValues(parts.pairs), files: parts.files };
			const base = { url: '', discoveryUrl: '' };
			const again = toHttpRequest({ method: 'submit', format: 'xml', ...read }, base);
			const sent = multipartParts(again.headers['Content-Type'] ?? '', again.body ?? '');
			if (JSON.stringify(sent) === JSON.stringify(parts)) return read;
		}
	}
	return raw;
}

/** A path without the slashes at its end, which many servers do not mind. */
const withoutSlashes = (path: string) => path.replace(/(?<!\/)\/+$/, '');

/** Whether an address is that of the discovery document, or lies below its base alone. */
function asksDiscovery(address: string, { url, discoveryUrl }: EndpointBase): boolean {
	if (!address.startsWith(discoveryUrl)) return false;
	const [path = ''] = address.slice(discoveryUrl.length).split('?');
	const isOne = matchPath(methodOf('discovery'), withoutSlashes(path)) !== null;
	return !address.startsWith(url) || isOne;
}

/** Escapes braces, which are placeholders in the path of a draft. */
const literal = (text: string) => text.replace(/[{}]/g, encodeURIComponent);

/**
 * Returns the draft that makes the same request to `base`. Whatever a form cannot send goes into
 * the last five fields of the draft. `current` decides the method or format if the request does
 * not. A request to another server, or a GET with a body, is a problem.
 */
export function readRequest(request: HttpRequest, base: EndpointBase, current: Draft): ReadRequest {
	const { method: verb, body } = request;
	const [address = ''] = request.url.split('#');
	const isDiscovery = asksDiscovery(address, base);
	const root = isDiscovery ? base.discoveryUrl : base.url;
	if (!address.startsWith(root)) return { problem: `The address does not begin with ${base.url}.` };
	const [path = '', ...rest] = address.slice(root.length).split('?');
	const query = rest.join('?');

	const sendsForm =
		!isDiscovery &&
		!/^(GET|HEAD)$/.test(verb) &&
		(body !== null || (verb === 'POST' && current.verb !== 'POST'));
	if (body && !sendsForm) {
		return { problem: `This ${verb} cannot have a body: put the arguments into the address.` };
	}
	const inQuery = sendsForm ? [] : readForm(query);
	if (isTooMany(inQuery)) return { problem: BOUNDS.formPairs.words };
	const values = toValues(inQuery);
	const bare = withoutSlashes(path);
	const candidates = METHODS.filter(({ name }) =>
		isDiscovery
			? name === 'discovery'
			: sendsForm
				? name === 'submit'
				: !/discovery|submit/.test(name)
	);
	const method =
		candidates.find((method) => matchPath(method, bare) && !collides(method, values)) ??
		nearest(path, candidates, current.method, values);
	const own = bare !== path || collides(method, values) ? null : matchPath(method, path);
	const { stem, format } = splitFormat(bare);
	const asked = sendsForm && query ? `?${query}` : '';
	const slashes = path.slice(bare.length);
	const whole = literal(stem) + (format ? '.{format}' : '') + slashes + literal(asked);
	const odd = own && !asked ? {} : { path: whole };

	const headers = Object.entries(request.headers);
	const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
	const others = sendsForm
		? headers.filter(([name]) => name.toLowerCase() !== 'content-type')
		: headers;
	const carried = sendsForm ? readBody(type, body ?? '') : { values };
	return {
		draft: {
			method: method.name,
			format: format ?? current.format,
			...(verb === method.verb ? {} : { verb }),
			...odd,
			...(others.length > 0 ? { headers: Object.fromEntries(others) } : {}),
			...carried,
			values: { ...own, ...carried.values }
		}
	};
}

/** The paths of all methods, with any text as a path argument. */
const PATHS = METHODS.map(({ path }) =>
	path.replace('.{format}', '').replace(/\{\w+\}/, '[^/?#]+')
).join('|');

const LOOKS_LIKE_GEOREPORT = new RegExp(
	`^(https?://[^/?#]+/(?:[^?#]*/)?)(?:${PATHS})\\.(?:xml|json)/*(?:[?#]|$)`,
	'i'
);

/**
 * Returns the base URL of an unknown GeoReport v2 server from one of its URLs; null for other URLs.
 */
export const baseOf = (url: string): string | null => LOOKS_LIKE_GEOREPORT.exec(url)?.[1] ?? null;
