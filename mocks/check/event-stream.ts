import { COMMON_HEADERS } from '../api/respond';
import type { RunListener } from './run';

/** How many events wait for a view that reads too slowly; then its connection ends. */
const MOST_WAITING = 2000;

/**
 * Answers with server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html), each
 * with its name and JSON. `watch` is handed what takes the events, and returns what ends that.
 */
export function eventStream(watch: (view: RunListener) => () => void): Response {
	let stop = () => {};
	const encoder = new TextEncoder();
	const body = new ReadableStream<Uint8Array>(
		{
			start(controller) {
				const view: RunListener = (name, data) => {
					if ((controller.desiredSize ?? 0) <= 0) {
						stop();
						controller.close();
					} else {
						controller.enqueue(encoder.encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`));
					}
				};
				stop = watch(view);
			},
			cancel: () => stop()
		},
		new CountQueuingStrategy({ highWaterMark: MOST_WAITING })
	);
	return new Response(body, {
		headers: { ...COMMON_HEADERS, 'Content-Type': 'text/event-stream; charset=utf-8' }
	});
}
