// What must hold of the mock-up's answer to any call.
import { readingOf } from '../../src/answer/reading';
import type { MethodName } from '../../src/georeport/methods';
import { PREFER } from '../../mocks/api/preferences';
import { METHOD_ROUTES } from '../../mocks/api/routes';
import type { MockUp } from '../../mocks/hosts/mock-up';
import type { OddCall } from './calls';

/** The root that calls are made below. */
const ROOT = 'https://fuzz.example/playground/';

const STATUSES = [200, 204, 400, 403, 404, 405, 406, 413, 415];

const PROTOTYPE = Object.getOwnPropertyNames(Object.prototype).sort().join();

/** The method that a path and verb call; null for a control and for nothing. */
function methodOf({ verb, path }: OddCall): MethodName | null {
	if (path.startsWith('mock-up/')) return null;
	const below = path
		.replace(/\?.*$/s, '')
		.replace(/^.*?(?:ws|v2)\//, '')
		.replace(/\.[^./]*$/, '');
	const isVerb = (of: string) => of.toUpperCase() === (verb === 'HEAD' ? 'GET' : verb);
	return (
		METHOD_ROUTES.find((each) => isVerb(each.verb) && each.resource.test(below))?.method ?? null
	);
}

/**
 * Makes a call and returns what is wrong with its answer in one sentence; null for nothing. Wrong are
 * an exception, a status that no one asked for, a body that cannot be read although nothing broke it,
 * a refusal without errors, and whatever changes what all objects share.
 */
export async function wrongWith(mockUp: MockUp, call: OddCall): Promise<string | null> {
	const { verb, path, headers, body } = call;
	const preferred = PREFER.parse(headers.Prefer);
	let response: Response;
	try {
		response = await mockUp.answer(new Request(ROOT + path, { method: verb, headers, body }));
	} catch (error) {
		return `It threw ${String(error)}.`;
	}
	if (Object.getOwnPropertyNames(Object.prototype).sort().join() !== PROTOTYPE) {
		return 'It changed Object.prototype.';
	}
	if (response.type === 'error') {
		return preferred.fault === 'drop' ? null : 'It lost a connection that nobody asked it to lose.';
	}
	const { status } = response;
	const text = await response.text();
	const isWanted = STATUSES.includes(status) || status === preferred.code;
	if (!isWanted && !(preferred.fault === 'html' && status === 502)) return `It answered ${status}.`;
	const contentType = response.headers.get('Content-Type') ?? '';
	const isBroken = preferred.fault !== null || verb === 'HEAD' || status === 204;
	if (isBroken || !/xml|json/.test(contentType)) return null;
	const { tree, parsed } = readingOf({
		method: methodOf(call) ?? 'requests',
		status,
		contentType,
		text
	});
	if (!tree || tree.malformed) return `Its body cannot be read: ${text.slice(0, 200)}`;
	if (path.startsWith('mock-up/')) return null;
	if (status >= 400 && (parsed.kind !== 'errors' || parsed.errors.length === 0)) {
		return `It answered ${status} without errors: ${text.slice(0, 200)}`;
	}
	return status < 400 && (parsed.kind === 'errors' || parsed.kind === 'unreadable')
		? `It answered ${status} with ${parsed.kind}: ${text.slice(0, 200)}`
		: null;
}
