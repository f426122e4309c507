import type { CheckedAnswer } from '../georeport/conformance';
import type { Finding } from '../georeport/conformance-findings';

/** How long the page checks at a stretch, in milliseconds, before it does other work. */
const STRETCH = 12;

/**
 * Checks an answer against GeoReport v2 a little at a time, so that the page goes on answering.
 * Null once `signal` gave it up.
 */
export async function check(answer: CheckedAnswer, signal: AbortSignal): Promise<Finding[] | null> {
	const { checking } = await import('../georeport/conformance');
	const steps = checking(answer);
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
