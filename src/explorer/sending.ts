import type { RawAnswer } from '../cases/raw-answer';
import type { Draft, HttpRequest } from '../georeport/request';
import type { Exchange } from '../http/exchange';
import { contentTypeOf } from '../http/summary';

/**
 * Sends a request and resolves with what came of it; never rejects. `onlarge` is called with the text
 * of a large answer, which is still to be read.
 */
export type Send = (
	draft: Draft,
	request: HttpRequest,
	signal: AbortSignal,
	onlarge?: (text: string) => void
) => Promise<Exchange>;

/** Resolves to the answer of an exchange. Rejects with a sentence where none came, or where it was not read to its end. */
export async function rawAnswerOf(exchange: Exchange): Promise<RawAnswer & { exchange: Exchange }> {
	const { outcome } = exchange;
	if (outcome.kind === 'failure') throw new Error(outcome.message);
	const { status, text, bytes, reading, cutBy } = outcome.response;
	if (cutBy) throw new Error((await import('../georeport/bounds')).BOUNDS[cutBy].words);
	if (reading.readAnyway && reading.parsed.kind === 'unreadable') {
		throw new Error(reading.parsed.message);
	}
	const contentType = contentTypeOf(outcome.response);
	const { decode } = await import('../document/charset');
	const { text: _, ...encoding } = decode(bytes, contentType);
	return { status, contentType, text, encoding, reading, exchange };
}
