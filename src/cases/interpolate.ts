// Values of one request that come from the answers to earlier ones.
import type { Values } from '../georeport/request';
import type { Expectation } from './expectation';

/** Fields of earlier answers by their wire names. */
export type Captured = Readonly<Record<string, string>>;

/**
 * Returns the captured field for a text such as `$token`. Any other text comes back unchanged, and
 * so does one that names a field which no answer had.
 */
export const interpolate = (text: string, captured: Captured): string =>
	text.replace(/^\$(\w+)$/, (whole, name: string) =>
		Object.hasOwn(captured, name) ? (captured[name] ?? whole) : whole
	);

/** Interpolates each value of a request; a repeated argument stays as it is. */
export const interpolateValues = (values: Values, captured: Captured): Values =>
	Object.fromEntries(
		Object.entries(values).map(([name, value]) => [
			name,
			typeof value === 'string' ? interpolate(value, captured) : value
		])
	);

/** Interpolates what the checks of an expectation want of fields. */
export const interpolateExpectation = (
	{ claims, ...expectation }: Expectation,
	captured: Captured
): Expectation => ({
	...expectation,
	claims: claims.map((claim) =>
		claim.claim === 'some' || claim.claim === 'every' || claim.claim === 'none'
			? {
					...claim,
					fields: Object.fromEntries(
						Object.entries(claim.fields).map(([name, wanted]) => [
							name,
							typeof wanted === 'string' ? interpolate(wanted, captured) : wanted
						])
					)
				}
			: claim
	)
});
