// The private parts of a request: the reporter's contact details and the key ("POST Service
// Request": first_name, last_name, email, phone, api_key).
import type { Draft, HttpRequest } from './request';

/** The arguments that identify the reporter. Links and exports have them only on request. */
export const PERSONAL: readonly string[] = ['first_name', 'last_name', 'email', 'phone'];

/** The argument that links and exports never have. */
export const KEY = 'api_key';

/** Names of headers that can carry a key, or sound as if they do. */
const SECRET_HEADER = /authori[sz]ation|cookie|key|token|secret|password|credential/i;

/** Whether a request has a key in its body or headers, which a redirect would pass on. */
export const carriesKey = ({ headers, body }: HttpRequest): boolean =>
	decoded(body ?? '').includes(KEY) ||
	Object.keys(headers).some((name) => SECRET_HEADER.test(name));

/** A draft that can be shared, and the names of what was removed from it. */
export interface Shareable {
	draft: Draft;
	leftOut: string[];
}

/**
 * Removes the key from a draft, and the reporter's contact details unless `personal` is true: from
 * the values, the headers, the query of a path and a body of any type. Removes the whole body if it
 * has private parts that cannot be separated.
 */
export function shareable(draft: Draft, personal = false): Shareable {
	const leftOut: string[] = [];
	const isPrivate = (name: string) => name === KEY || (!personal && PERSONAL.includes(name));
	const keeps = (name: string, held: boolean) => {
		if (held && !leftOut.includes(name)) leftOut.push(name);
		return !held;
	};
	const pairs = (text: string) =>
		text
			.split('&')
			.filter((pair) => {
				const name = decoded(pair.split('=')[0] ?? '');
				return keeps(name, isPrivate(name));
			})
			.join('&');

	const { values, headers, path, files, rawBody, ...others } = draft;
	const shared: Draft = {
		...others,
		values: Object.fromEntries(
			Object.entries(values).filter(([name]) => keeps(name, isPrivate(name)))
		)
	};
	if (headers) {
		shared.headers = Object.fromEntries(
			Object.entries(headers).filter(([name]) => keeps(name, SECRET_HEADER.test(name)))
		);
	}
	if (path !== undefined) {
		const [before = '', ...query] = path.split('?');
		const kept = pairs(query.join('?'));
		shared.path = kept ? `${before}?${kept}` : before;
	}
	if (files) shared.files = files.filter(({ name }) => keeps(name, isPrivate(name)));
	if (rawBody) {
		const { type, text } = rawBody;
		const named = [KEY, ...PERSONAL].filter((name) => isPrivate(name) && text.includes(name));
		if (/^application\/x-www-form-urlencoded/i.test(type)) {
			shared.rawBody = { type, text: pairs(text) };
		} else if (named.length === 0) {
			shared.rawBody = rawBody;
		} else {
			named.forEach((name) => keeps(name, true));
		}
	}
	return { draft: shared, leftOut };
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		return text;
	}
}
