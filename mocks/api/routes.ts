// The one table of paths: where each method of the API and each control answers.
import type { MethodName } from '../../src/georeport/methods';
import type { Format } from '../../src/georeport/types';

/** A path with one of the verbs it takes. */
interface Route {
	verb: 'get' | 'post' | 'patch' | 'delete';
	/** Below the base, as MSW writes patterns; `:name` is an id with an extension. */
	path: string;
	/** The same path without its extension. */
	resource: RegExp;
}

/** Where a method of the API answers. */
export interface MethodRoute extends Route {
	method: MethodName;
}

/** Where a control of the mock-up answers. */
export interface ControlRoute extends Route {
	control: 'list' | 'reset' | 'forget' | 'change';
}

/** The methods of the API in the specification's order, discovery first. */
export const METHOD_ROUTES: readonly MethodRoute[] = [
	{ method: 'discovery', verb: 'get', path: 'discovery.:extension', resource: /^discovery$/ },
	{ method: 'services', verb: 'get', path: 'services.:extension', resource: /^services$/ },
	{ method: 'definition', verb: 'get', path: 'services/:name', resource: /^services\/[^/]*$/ },
	{ method: 'submit', verb: 'post', path: 'requests.:extension', resource: /^requests$/ },
	{ method: 'token', verb: 'get', path: 'tokens/:name', resource: /^tokens\/[^/]*$/ },
	{ method: 'requests', verb: 'get', path: 'requests.:extension', resource: /^requests$/ },
	{ method: 'request', verb: 'get', path: 'requests/:name', resource: /^requests\/[^/]+$/ }
];

/** The controls, below `mock-up/`. */
export const CONTROL_ROUTES: readonly ControlRoute[] = [
	{ control: 'list', verb: 'get', path: 'submissions', resource: /^submissions$/ },
	{ control: 'reset', verb: 'delete', path: 'submissions', resource: /^submissions$/ },
	{ control: 'forget', verb: 'delete', path: 'submissions/:id', resource: /^submissions\/[^/]+$/ },
	{ control: 'change', verb: 'patch', path: 'submissions/:id', resource: /^submissions\/[^/]+$/ }
];

/** Splits `101000000001.xml` into an id and an extension; without a dot the extension is null. */
export function splitExtension(name: string): { id: string; extension: string | null } {
	const dot = name.lastIndexOf('.');
	return dot < 0
		? { id: name, extension: null }
		: { id: name.slice(0, dot), extension: name.slice(dot + 1) };
}

/** Returns the format that an extension names; null for any other extension. */
export const toFormat = (extension: string | null): Format | null =>
	extension === 'xml' || extension === 'json' ? extension : null;

const BASE = /\/(?:open311test(?:\/ws)?|georeport(?:\/v2)?|mock-up)\//i;

/** Splits the part of a path below its base, the last one where there are several. */
export const splitPath = (pathname: string) => splitExtension(pathname.split(BASE).at(-1) ?? '');

const VERBS = ['get', 'head', 'post', 'patch', 'delete'];

/** Returns the verbs that a resource takes, in capitals; HEAD wherever GET is. Empty for none. */
export function verbsOf(resource: string): string[] {
	const taken = [...METHOD_ROUTES, ...CONTROL_ROUTES]
		.filter((route) => route.resource.test(resource))
		.flatMap(({ verb }) => (verb === 'get' ? ['get', 'head'] : [verb]));
	return VERBS.filter((verb) => taken.includes(verb)).map((verb) => verb.toUpperCase());
}

const UP_TO_METHOD = /^.*\/(?:ws|v2|open311test)\//i;

/**
 * Returns the method whose preferences apply to a request that no handler takes, such as one with a
 * wrong verb; null for none. Of the two methods at `requests`, POST is the report.
 */
export function methodAt({ method, url }: Request): MethodName | null {
	const name = new URL(url).pathname.replace(UP_TO_METHOD, '');
	const routes = METHOD_ROUTES.filter(({ path }) => name.startsWith(path.replace(/:\w+$/, '')));
	const route = routes.find(({ verb }) => verb === method.toLowerCase()) ?? routes.at(-1);
	return route?.method ?? null;
}
