import { decode } from '../document/charset';
import type { Finding } from '../conformance/findings';
import { BOUNDS } from '../georeport/bounds';
import type { Draft } from '../georeport/request';
import type { HttpResponse } from '../http/exchange';
import { contentTypeOf } from '../http/summary';
import { inStretches } from '../ui/stretches';
import { rulesOf, type Endpoint } from './endpoint';

/**
 * Checks an answer of an endpoint against GeoReport v2, by the rules that hold there: a large one where
 * it was read, else a little at a time, so that the page goes on answering. Null once `signal` gave it
 * up, and `stopped` where it took too long.
 */
export async function checkAnswer(
	{ method, format, path }: Draft,
	response: HttpResponse,
	endpoint: Endpoint,
	signal: AbortSignal
): Promise<Finding[] | 'stopped' | null> {
	const { status, headers, text, bytes, reading } = response;
	const { text: _, ...encoding } = decode(bytes, contentTypeOf(response));
	const asked = path && !path.includes('{format}') ? null : format;
	const dialect = rulesOf(endpoint, headers);
	const check = { method, asked, status, headers, dialect, encoding };
	const found = await reading.check?.(check, signal);
	if (found) return found;
	const { checking } = await import('../conformance/conformance');
	const steps = checking({ ...check, text, tree: reading.tree });
	const done = await inStretches(steps, signal, BOUNDS.readingTime.value * 1_000);
	return done === 'late' ? 'stopped' : done && done.result;
}
