import type { CheckedAnswer } from '../conformance/conformance';
import type { Finding } from '../conformance/findings';
import type { Reading } from '../answer/reading';

/** How long the page checks at a stretch, in milliseconds, before it does other work. */
const STRETCH = 12;

/**
 * Checks an answer against GeoReport v2: a large one where it was read, else a little at a time, so
 * that the page goes on answering. Null once `signal` gave it up.
 */
export async function check(
	answer: Omit<CheckedAnswer, 'tree'>,
	reading: Reading,
	signal: AbortSignal
): Promise<Finding[] | null> {
	const { text: _, ...asked } = answer;
	const found = await reading.check?.(asked);
	if (found) return found;
	const { checking } = await import('../conformance/conformance');
	const steps = checking({ ...answer, tree: reading.tree });
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
