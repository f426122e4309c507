import type { Draft } from '../georeport/request';
import type { Endpoint } from './endpoint';
import type { ExchangeView } from './exchange-view.svelte';

/** What an answer is set beside: the other of XML and JSON, or the mock-up's other dialect. */
export type CounterpartKind = 'format' | 'dialect';

/** The mock-up's other dialect, among all endpoints; null for a server of others. */
export const otherDialect = (of: Endpoint, endpoints: readonly Endpoint[]): Endpoint | null =>
	of.kind === 'mock-up'
		? (endpoints.find(({ id, kind }) => kind === 'mock-up' && id !== of.id) ?? null)
		: null;

/**
 * What to ask, and where, for the counterpart of an exchange. Null where there is none: it was no GET,
 * its address names no format, or there is no other dialect.
 */
export function counterpartOf(
	{ exchange: { draft, request }, endpoint }: ExchangeView,
	kind: CounterpartKind,
	endpoints: readonly Endpoint[]
): { draft: Draft; endpoint: Endpoint } | null {
	if (request.method !== 'GET') return null;
	if (kind === 'dialect') {
		const other = otherDialect(endpoint, endpoints);
		return other && { draft, endpoint: other };
	}
	if (draft.path && !draft.path.includes('{format}')) return null;
	return { draft: { ...draft, format: draft.format === 'xml' ? 'json' : 'xml' }, endpoint };
}
