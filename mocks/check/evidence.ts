// What a scene has to go by: its calls, read the way the mock-up reads them, the result and the end.
import type { MethodName } from '../../src/georeport/methods';
import { formOf, queryArguments, toArguments, type Arguments } from '../api/arguments';
import { METHOD_ROUTES, splitExtension, toFormat } from '../api/routes';
import { readResult, type Result } from './result';
import type { Call, CheckFormat, Ending, Scene } from './scene';

/** A call, with what the mock-up makes of it. */
export interface SeenCall extends Call {
	/** The path, without doubled slashes and without a slash after the format. */
	path: string;
	/** The method of GeoReport v2 that it is; null for none. */
	api: MethodName | null;
	/** The code, id or token in the path; empty where there is none. */
	id: string;
	format: CheckFormat | null;
	query: Arguments;
	/** The names and values of the query, as they arrived. */
	pairs: readonly (readonly [name: string, value: string])[];
	/** The form of a POST; null for none, and for one that cannot be read. */
	form: Arguments | null;
	/** Why the form cannot be read; null if it can or there is none. */
	formProblem: string | null;
}

/** Everything that the checks of a scene look at. */
export interface Evidence {
	scene: Scene;
	calls: readonly SeenCall[];
	result: Result;
	ending: Ending | null;
}

const NO_ARGUMENTS = toArguments([]);

/** What comes after a base of the mock-up; discovery is beside Toronto's. */
const BELOW_BASE =
	/^.*\/(?:open311test\/ws|georeport\/v2)\/(.+)$|^.*\/open311test\/(discovery\.\w+)$/i;

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** Not URL.canParse: in Node 20 and 22 it refuses letters such as ü once it was called often. */
function parsedUrl(url: string): URL | null {
	try {
		return new URL(url, 'http://localhost');
	} catch {
		return null;
	}
}

function methodOf(verb: string, path: string) {
	const [, below, discovery] = BELOW_BASE.exec(path) ?? [];
	const { id: resource, extension } = splitExtension(below ?? discovery ?? '');
	const format = toFormat(extension);
	const [, name] = /^[^/]+\/([^/]+)$/.exec(resource) ?? [];
	// HEAD is GET without the body.
	const asked = verb === 'HEAD' ? 'get' : verb.toLowerCase();
	const route = METHOD_ROUTES.find((each) => each.verb === asked && each.resource.test(resource));
	const isWhole =
		format !== null &&
		route !== undefined &&
		route.path.endsWith('/:name') === (name !== undefined) &&
		(route.method === 'discovery' || below !== undefined);
	return isWhole
		? { api: route.method, id: decoded(name ?? ''), format }
		: { api: null, id: '', format: null };
}

function seen(call: Call): SeenCall {
	const url = parsedUrl(call.url);
	const path = (url?.pathname ?? call.url).replace(/\/{2,}/g, '/').replace(/\/$/, '');
	const method = call.method.toUpperCase();
	const form =
		method === 'POST' && call.body.length > 0
			? formOf(Uint8Array.from(call.body), call.headers['content-type'] ?? '')
			: null;
	const isWrong = form !== null && 'status' in form;
	return {
		...call,
		...methodOf(method, path),
		method,
		path,
		pairs: url ? [...url.searchParams] : [],
		query: url ? queryArguments(url.href) : NO_ARGUMENTS,
		form: isWrong ? null : form,
		formProblem: isWrong ? form.description : null
	};
}

/** Reads the calls, the result and the end of a scene. */
export const toEvidence = (
	scene: Scene,
	calls: readonly Call[],
	result: unknown,
	ending: Ending | null
): Evidence => ({ scene, calls: calls.map(seen), result: readResult(result), ending });

/** Returns the calls of one method. */
export const callsOf = ({ calls }: Evidence, api: MethodName) =>
	calls.filter((call) => call.api === api);

/** Whether a call was answered with this status, and the answer reached the client. */
export const got = ({ answer, reached }: SeenCall, status: number) =>
	reached && answer?.status === status;

/** Whether a call was refused for what it asked, and the answer reached the client. */
export const isRefused = ({ answer, reached }: SeenCall) =>
	reached && answer !== null && answer.status >= 400 && answer.status < 500;

/** The method that a task is about, whose calls a scene may change. */
function methodOfTask({ task }: Scene): MethodName {
	switch (task.do) {
		case 'services':
			return 'services';
		case 'report':
			return 'submit';
		case 'follow':
			return 'token';
		case 'list':
			return 'requests';
		case 'show':
			return 'request';
		default:
			return task satisfies never;
	}
}

/** Returns the first call that is no method of GeoReport v2 although its path has a text in it. */
export const strayCall = ({ calls }: Evidence, text: string) =>
	calls.find(({ api, path }) => api === null && path.includes(text));

/** Returns the calls that the task of the scene is about. */
export const taskCalls = (evidence: Evidence) => callsOf(evidence, methodOfTask(evidence.scene));

/**
 * Whether the client gave up, crashed or was stopped before it came to an end of its own, so that
 * what it has not done is no fault of its own.
 */
export const isCutShort = ({ result, ending }: Evidence) =>
	result.kind === 'error' ||
	(result.kind === 'none' && ending !== null && (ending.timedOut || ending.code !== 0));
