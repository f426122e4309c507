import type { EndpointBase } from './request';

/** The dialects of the mock-up: as Toronto's server answered, or by the letter of GeoReport v2. */
export type DialectName = 'toronto' | 'standard';

/** The source of a fact: seen on Toronto's server, inferred from that, or invented here. */
export type Provenance = 'seen' | 'inferred' | 'invented';

/** The header with which the mock-up marks its answers, and the end of its base for Toronto. */
export const MOCK_UP_MARK = {
	header: 'x-mock-up',
	value: 'toronto-open311-playground',
	base: '/open311test/ws/'
} as const;

/** Whether an answer has the mark of the mock-up. */
export const isMarked = (headers: readonly (readonly [name: string, value: string])[]): boolean =>
	headers.some(
		([name, value]) => name.toLowerCase() === MOCK_UP_MARK.header && value === MOCK_UP_MARK.value
	);

const OWN_PATH = /(?:open311test\/ws|georeport\/v2)\/$/;

/**
 * Where a mock-up answers a test alone: the same base below `check/` and a name of lower-case letters
 * and digits. Null for a base that is none of the mock-up's.
 */
export function checkBase({ url, discoveryUrl }: EndpointBase, run: string): EndpointBase | null {
	const at = OWN_PATH.exec(url)?.index;
	if (at === undefined) return null;
	const root = `${url.slice(0, at)}check/${run}/`;
	return { url: root + url.slice(at), discoveryUrl: root + discoveryUrl.slice(at) };
}

/**
 * Whose rules an answer is held to. Known deviations of Toronto are accepted where a person or the
 * page itself marked the endpoint so, or where the mock-up answers at the City's own path; a path
 * alone is not enough.
 */
export function rulesFor(
	base: string,
	marked: DialectName | null,
	headers: readonly (readonly [name: string, value: string])[]
): DialectName {
	if (marked) return marked;
	return isMarked(headers) && base.endsWith(MOCK_UP_MARK.base) ? 'toronto' : 'standard';
}
