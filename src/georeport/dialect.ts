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
	const isMockUp = headers.some(
		([name, value]) => name.toLowerCase() === MOCK_UP_MARK.header && value === MOCK_UP_MARK.value
	);
	return isMockUp && base.endsWith(MOCK_UP_MARK.base) ? 'toronto' : 'standard';
}
