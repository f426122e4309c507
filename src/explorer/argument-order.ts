import { methodOf, type MethodName } from '../georeport/methods';
import type { Draft, HttpRequest, Values } from '../georeport/request';

/**
 * Sorts names by the method's table of arguments; others, such as `attribute[CODE]`, come after them
 * and keep their order among themselves, as repeated names do.
 */
function byTable(method: MethodName): (one: string, other: string) => number {
	const order = new Map(methodOf(method).arguments.map(({ name }, at) => [name, at]));
	const placeOf = (name: string) => order.get(name) ?? order.size;
	return (one, other) => placeOf(one) - placeOf(other);
}

/** Returns a draft whose values stand in the order of the method's table of arguments. */
export function inTableOrder(draft: Draft): Draft {
	const compare = byTable(draft.method);
	const sorted = Object.entries(draft.values).toSorted(([one], [other]) => compare(one, other));
	return { ...draft, values: Object.fromEntries(sorted) as Values };
}

const FORM = 'application/x-www-form-urlencoded';

/** The name of a `name=value` pair as it goes over the wire; a broken escape stands for itself. */
function nameIn(pair: string): string {
	const [name = ''] = pair.split('=');
	try {
		return decodeURIComponent(name.replaceAll('+', ' '));
	} catch {
		return name;
	}
}

/**
 * Returns a text that is equal for requests that ask the same: verb, URL, headers and body, with the
 * pairs of a query or a form in the order of the method's table. Repeated names keep their order.
 */
export function requestKey(request: HttpRequest, method: MethodName): string {
	const compare = byTable(method);
	const sorted = (pairs: string) =>
		pairs
			.split('&')
			.toSorted((one, other) => compare(nameIn(one), nameIn(other)))
			.join('&');
	const [address = '', query] = request.url.split(/\?(.*)/s);
	const headers = Object.entries(request.headers)
		.map(([name, value]) => [name.toLowerCase(), value])
		.toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1));
	const isForm = headers.some(
		([name, value]) => name === 'content-type' && value?.startsWith(FORM)
	);
	const body = isForm && request.body !== null ? sorted(request.body) : request.body;
	return JSON.stringify([request.method, address, query && sorted(query), headers, body]);
}
