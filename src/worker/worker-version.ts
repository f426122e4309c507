/** The message that asks a worker of this site for its version; it answers on the port that comes with it. */
export const VERSION = 'version';

/** The version a worker tells of itself; null if it tells none in so many milliseconds. */
export function versionOf(worker: ServiceWorker, milliseconds: number): Promise<string | null> {
	const { port1, port2 } = new MessageChannel();
	return new Promise((resolve) => {
		port1.onmessage = ({ data }) => resolve(typeof data === 'string' ? data : null);
		setTimeout(() => resolve(null), milliseconds);
		worker.postMessage(VERSION, [port2]);
	});
}
