import type { Reading } from '../answer/reading';
import type { CheckedAnswer } from '../conformance/conformance';
import type { Finding } from '../conformance/findings';
import { decode } from '../document/charset';
import { BOUNDS } from '../georeport/bounds';
import type { Draft } from '../georeport/request';
import type { BodyBound } from '../http/body';
import type { HttpResponse } from '../http/exchange';
import { contentTypeOf } from '../http/summary';
import { firstStretch, inStretches, pause } from '../ui/stretches';
import { rulesOf, type Endpoint } from './endpoint';

/** A text of fewer UTF-16 units is checked at once: waiting for a task of its own takes longer. */
const SMALL = 10_000;

/** A text and how it was read. */
interface ReadText {
	text: string;
	reading: Pick<Reading, 'tree' | 'check' | 'readAnyway'>;
	/** The bound that ended it; left out for a whole one. */
	cutBy?: BodyBound;
}

/**
 * Checks an answer against GeoReport v2: a large one where it was read, else a little at a time, so
 * that the page stays responsive. Null if `signal` cancelled it; `stopped` if it took too long or the
 * answer was not read to its end, neither of which is a fault of the server.
 */
export async function checkRead(
	check: Omit<CheckedAnswer, 'text' | 'tree'>,
	{ text, reading, cutBy }: ReadText,
	signal: AbortSignal
): Promise<Finding[] | 'stopped' | null> {
	if (cutBy || reading.readAnyway) return 'stopped';
	const found = await reading.check?.(check, signal);
	if (found) return found;
	const { checking } = await import('../conformance/conformance');
	const steps = checking({ ...check, text, tree: reading.tree });
	const atOnce = text.length < SMALL ? firstStretch(steps) : null;
	const done = atOnce ?? (await inStretches(steps, signal, BOUNDS.readingTime.value * 1_000));
	return done === 'late' ? 'stopped' : done && done.result;
}

/** Checks an answer of an endpoint by the rules that hold there, as `checkRead` does. */
export async function checkAnswer(
	{ method, format, path }: Draft,
	response: HttpResponse,
	endpoint: Endpoint,
	signal: AbortSignal
): Promise<Finding[] | 'stopped' | null> {
	const { status, headers, bytes } = response;
	// Decoding a large answer takes long too, so the page shows the answer first.
	if (response.text.length >= SMALL) await pause();
	const { text: _, ...encoding } = decode(bytes, contentTypeOf(response));
	const asked = path && !path.includes('{format}') ? null : format;
	const dialect = rulesOf(endpoint, headers);
	return checkRead({ method, asked, status, headers, dialect, encoding }, response, signal);
}
