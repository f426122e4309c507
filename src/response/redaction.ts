import type { Exchange } from '../http/exchange';

/** Removes from a text what no copy of an answer may have. */
export type Redact = (text: string) => string;

/**
 * Resolves to what removes the keys and contact details of a request from texts of its answer.
 * Where the code for it cannot be loaded, nothing is left of a text: better no copy than one with a
 * key.
 */
export async function redactionOf(exchange: Exchange): Promise<Redact> {
	try {
		const { hiding, secretsOf } = await import('../georeport/secrets');
		return hiding(secretsOf(exchange, { personal: false }));
	} catch {
		return () => '';
	}
}
