import type { Exchange } from '../http/exchange';
import type { Endpoint } from './endpoint';
import type { ExchangeView } from './exchange-view.svelte';
import type { Explorer } from './explorer.svelte';

/** What an answer is set beside: the other of XML and JSON, or the mock-up's other dialect. */
export type CounterpartKind = 'format' | 'dialect';

/** The mock-up's other dialect, among all endpoints; null for a server of others. */
export const otherDialect = (of: Endpoint, endpoints: readonly Endpoint[]): Endpoint | null =>
	of.kind === 'mock-up'
		? (endpoints.find(({ id, kind }) => kind === 'mock-up' && id !== of.id) ?? null)
		: null;

/**
 * Asks for the counterpart of an exchange. Null where there is none: it was no GET, its address names
 * no format, or there is no other dialect. What the page shows stays.
 */
export async function fetchCounterpart(
	explorer: Explorer,
	{ exchange: { draft, request }, endpoint }: ExchangeView,
	kind: CounterpartKind,
	signal: AbortSignal
): Promise<Exchange | null> {
	if (request.method !== 'GET') return null;
	if (kind === 'dialect') {
		const other = otherDialect(endpoint, explorer.endpoints);
		return other && explorer.exchange(draft, other, signal);
	}
	if (draft.path && !draft.path.includes('{format}')) return null;
	const format = draft.format === 'xml' ? 'json' : 'xml';
	return explorer.exchange({ ...draft, format }, endpoint, signal);
}
