/** The message that asks a worker for its version; the reply goes to the port sent with it. */
export const VERSION = 'version';

/** Resolves to the version of a worker; null if it does not reply in time. */
export function versionOf(worker: ServiceWorker, milliseconds: number): Promise<string | null> {
	const { port1, port2 } = new MessageChannel();
	return new Promise((resolve) => {
		port1.onmessage = ({ data }) => resolve(typeof data === 'string' ? data : null);
		setTimeout(() => resolve(null), milliseconds);
		worker.postMessage(VERSION, [port2]);
	});
}

/** Resolves to whether a worker is ours: whether it names its version in so many milliseconds. */
export const isOurs = async (worker: ServiceWorker, patience = 5000): Promise<boolean> =>
	(await versionOf(worker, patience)) !== null;
