// What of a request is nobody else's business: the reporter's contact details and the key
// ("POST Service Request": first_name, last_name, email, phone, api_key).
import type { Draft, HttpRequest } from './request';

/** The arguments that tell who reports. They go into links and exports only when asked for. */
export const PERSONAL: readonly string[] = ['first_name', 'last_name', 'email', 'phone'];

/** The argument that never goes into a link or an export. */
export const KEY = 'api_key';

/** Names of headers that servers take keys in, or anything that sounds like one. */
const SECRET_HEADER = /authori[sz]ation|cookie|key|token|secret|password|credential/i;

/** Whether a request has a key in its body or headers: what a redirect would take along. */
export const carriesKey = ({ headers, body }: HttpRequest): boolean =>
	decoded(body ?? '').includes(KEY) ||
	Object.keys(headers).some((name) => SECRET_HEADER.test(name));

/** A draft that may be given away, and the names of what was taken out of it. */
export interface Shareable {
	draft: Draft;
	leftOut: string[];
}

/**
 * Takes the key out of a draft, and the reporter's contact details unless `personal` says they may
 * stay: among the values, in headers, in a path's own query and in a body of any type. A body that
 * cannot be taken apart goes as a whole.
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
