import type { HttpRequest } from '../georeport/request';

const NAME = /^[!#$%&'*+.^`|~\w-]+$/;
/** What no value of a header has: https://fetch.spec.whatwg.org/#concept-header-value. */
const NOT_IN_VALUE = /[\0\r\n]|[^\0-\xff]/;

/** Returns why a browser makes no such request, as part of a sentence; null if it does. */
export function whyUnsendable({ url, method, headers, body }: HttpRequest): string | null {
	const name = Object.entries(headers).find(
		([name, value]) => !NAME.test(name) || NOT_IN_VALUE.test(value)
	)?.[0];
	if (name !== undefined)
		return `the header “${name.slice(0, 40)}” has characters that a header cannot have`;
	try {
		new Request(url, { method, headers, body });
		return null;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
