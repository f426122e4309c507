import type { Finding } from '../conformance/findings';
import type { Draft } from '../georeport/request';
import type { HttpResponse } from '../http/exchange';

/** How long the page checks at a stretch, in milliseconds, before it does other work. */
const STRETCH = 12;

/**
 * Checks an answer against GeoReport v2: a large one where it was read, else a little at a time, so
 * that the page goes on answering. Null once `signal` gave it up.
 */
export async function checkAnswer(
	{ method, format, path }: Draft,
	{ status, headers, text, reading }: HttpResponse,
	signal: AbortSignal
): Promise<Finding[] | null> {
	const asked = path && !path.includes('{format}') ? null : format;
	const found = await reading.check?.({ method, asked, status, headers });
	if (found) return found;
	const { checking } = await import('../conformance/conformance');
	const steps = checking({ method, asked, status, headers, text, tree: reading.tree });
	while (!signal.aborted) {
		const until = performance.now() + STRETCH;
		while (performance.now() < until) {
			const step = steps.next();
			if (step.done) return step.value;
		}
		await new Promise((resume) => setTimeout(resume));
	}
	return null;
}
