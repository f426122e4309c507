import type { Exchange } from '../http/exchange';
import { contentsOf, statusOf } from '../http/summary';
import { spokenTimeOf } from './amounts';

/** An exchange in one sentence to be heard: `200 OK, 10 service requests, 12 milliseconds.` */
export function inSpokenWords({ outcome, duration }: Exchange): string {
	if (outcome.kind === 'failure') return outcome.message.split(/(?<=\.)\s/)[0] ?? '';
	const { response } = outcome;
	return `${statusOf(response)}, ${contentsOf(response.reading.parsed)}, ${spokenTimeOf(duration)}.`;
}
