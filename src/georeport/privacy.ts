// The private parts of a request: the reporter's contact details and keys ("POST Service Request":
// first_name, last_name, email, phone, api_key).
import { methodOf } from './methods';
import type { Draft, HttpRequest } from './request';

/** The arguments that identify the reporter. Links and exports have them only on request. */
export const PERSONAL: readonly string[] = ['first_name', 'last_name', 'email', 'phone'];

/** The argument that links and exports never have. */
export const KEY = 'api_key';

/** Names of keys, without their punctuation: `apikey`, `X-Access-Token`, `clientSecret`. */
const KEY_NAME =
	/^x?(?:api|app|access|auth|bearer|client|consumer|csrf|dev|developer|id|oauth|private|refresh|secret|security|service|session|shared|subscription|user|xsrf)*(?:key|token|secret|password|passwd|passcode|passphrase|pwd|sessionid|signature)s?$/;

/** Words that make any name with them the name of a key. */
const KEY_WORD =
	/^(?:key|apikey|token|secret|password|passwd|pwd|auth|authori[sz]ation|authentication|bearer|credentials?|cookie|jwt|signature|sig)$/;

/**
 * Whether a name of an argument, a field or a header sounds like that of a key: `api_key`, `apikey`,
 * `token`, `X-Auth-User`. The answer to a question, `attribute[CODE]`, never does.
 */
export function isKeyName(name: string): boolean {
	if (/^attribute\[/.test(name)) return false;
	const words = name
		.slice(0, 200)
		.replace(/(?<=[a-z\d])(?=[A-Z])/g, '-')
		.toLowerCase()
		.split(/[^a-z]+/);
	return words.some((word) => KEY_WORD.test(word)) || KEY_NAME.test(words.join(''));
}

/** Whether a header can carry a key by its name, or has one: with its scheme, or in the query of an address. */
const isSecretHeader = (name: string, value: string) =>
	isKeyName(name) ||
	/authori[sz]ation|cookie|key|token|secret|password|credential/i.test(name) ||
	/^\s*(?:Basic|Bearer|Digest|Token|ApiKey)\s+\S/i.test(value) ||
	fieldsIn(queryOf(value)).some(([name, text]) => isKeyName(name) && text !== '');

const JSON_FIELD = /(?<!\\)"((?:[^"\\]|\\[^])*)"\s*:\s*(?:"((?:[^"\\]|\\[^])*)"|([^\s,}\]"[{]+))/g;
const XML_FIELD = /<([\w:.-]+)(?:\s[^<>]*)?>([^<]*)(?=<)/g;
const PART =
	/name=(?:"([^"\r\n]*)"|([^\s";]+))(?:;[^\r\n]*)?(?:\r?\n[^\r\n]{1,1000}){0,5}\r?\n\r?\n([^\r\n]*)/g;

/**
 * The names in a query or a body, each with the text that it has, whatever the syntax: form, JSON,
 * XML or multipart. Texts come as they stand and, where they are encoded, decoded as well.
 */
function fieldsIn(text: string): [name: string, value: string][] {
	const inForm = text.split('&').flatMap((pair): [string, string][] => {
		const at = pair.indexOf('=');
		// A pair that is encoded twice has no “=” of its own.
		const [written, value] =
			at < 0 ? cut(decoded(pair)) : [decoded(pair.slice(0, at)), pair.slice(at + 1)];
		if (value === undefined) return [];
		const [name = ''] = cut(written);
		return [
			[name, value],
			[name, decoded(value)]
		];
	});
	const inJson = [...text.matchAll(JSON_FIELD)].map(
		([, name = '', quoted, bare]): [string, string] => [
			unquoted(name),
			unquoted(quoted ?? bare ?? '')
		]
	);
	const inXml = [...text.matchAll(XML_FIELD)].map(([, name = '', value = '']): [string, string] => [
		name,
		value.trim()
	]);
	const inParts = [...text.matchAll(PART)].map(
		([, quoted, bare = '', value = '']): [string, string] => [quoted ?? bare, value]
	);
	return [...inForm, ...inJson, ...inXml, ...inParts];
}

/** The text before and after the first “=”; without one, all of it as the name. */
function cut(pair: string): [name: string, value?: string] {
	const at = pair.indexOf('=');
	return at < 0 ? [pair] : [pair.slice(0, at), pair.slice(at + 1)];
}

/** The name of a pair of a query, however often it is encoded. */
const nameOf = (pair: string): string => cut(decoded(cut(pair)[0]))[0];

const queryOf = (url: string) => url.split('#')[0]?.split('?').slice(1).join('?') ?? '';

/** The names and texts that a request carries in its query and in its body. */
export const carriedFields = ({ url, body }: HttpRequest) => [
	...fieldsIn(queryOf(url)),
	...fieldsIn(body ?? '')
];

/** The headers of a request that may hold a key. */
export const secretHeaders = ({ headers }: HttpRequest): [name: string, value: string][] =>
	Object.entries(headers).filter(([name, value]) => isSecretHeader(name, value));

/** Whether a request has a key anywhere, which a redirect would pass on to another server. */
export const carriesKey = (request: HttpRequest): boolean =>
	secretHeaders(request).length > 0 ||
	decoded(request.body ?? '').includes(KEY) ||
	carriedFields(request).some(([name, value]) => isKeyName(name) && value !== '');

/** A request's URL without the arguments that sound like keys. */
export function urlWithoutKeys({ url }: HttpRequest): string {
	const [address = ''] = url.split('#');
	const [before = '', ...query] = address.split('?');
	const kept = query
		.join('?')
		.split('&')
		.filter((pair) => !isKeyName(nameOf(pair)))
		.join('&');
	return kept ? `${before}?${kept}` : before;
}

/** A draft that can be shared, and the names of what was removed from it. */
export interface Shareable {
	draft: Draft;
	leftOut: string[];
}

/** Whether an argument of a draft is a key: the token that a method asks about is none. */
export const isKeyOf = ({ method }: Pick<Draft, 'method'>, name: string): boolean =>
	name === KEY ||
	(isKeyName(name) && !methodOf(method).arguments.some((argument) => argument.name === name));

/**
 * Removes every key from a draft, and the reporter's contact details unless `personal` is true: from
 * the values, the headers, the query of a path and a body of any type. Removes the whole body if it
 * has private parts that cannot be separated.
 */
export function shareable(draft: Draft, personal = false): Shareable {
	const leftOut: string[] = [];
	const isPrivate = (name: string) =>
		isKeyOf(draft, name) || (!personal && PERSONAL.includes(name));
	const keeps = (name: string, held: boolean) => {
		if (held && !leftOut.includes(name)) leftOut.push(name);
		return !held;
	};
	const pairs = (text: string) =>
		text
			.split('&')
			.filter((pair) => {
				const name = nameOf(pair);
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
			Object.entries(headers).filter(([name, value]) => keeps(name, isSecretHeader(name, value)))
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
		const inText = PERSONAL.filter((name) => isPrivate(name) && text.includes(name));
		const inFields = fieldsIn(text).map(([name]) => name);
		const keys = inFields.filter((name) => isKeyOf(draft, name));
		const named = [...(text.includes(KEY) ? [KEY] : []), ...keys, ...inText];
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

function unquoted(text: string): string {
	try {
		return String(JSON.parse(`"${text}"`));
	} catch {
		return text;
	}
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		return text;
	}
}
