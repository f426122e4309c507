/** The page's line to its service worker. */
export interface WorkerLink {
	/** Whether our worker controls this page and is awake; waits for it a moment if it is starting. */
	answers(): Promise<boolean>;
	/** Asks the worker to keep the site for offline use. */
	keepShell(): void;
}

/** How long the first answer waits for a worker that is being installed. */
const PATIENCE = 2000;

/** How long a worker in control may take to wake up. */
const WAKE_UP = 1500;

const NO_WORKER: WorkerLink = { answers: () => Promise.resolve(false), keepShell: () => {} };

const within = <Value>(milliseconds: number, promise: Promise<Value>): Promise<Value | null> =>
	Promise.race([
		promise,
		new Promise<null>((resolve) => setTimeout(() => resolve(null), milliseconds))
	]);

/** The browser's worker container, or null where there is none or it may not be touched. */
function containerOf(): ServiceWorkerContainer | null {
	try {
		return navigator.serviceWorker ?? null;
	} catch {
		return null;
	}
}

function ping(worker: ServiceWorker): Promise<boolean> {
	const { port1, port2 } = new MessageChannel();
	const pong = new Promise<boolean>((resolve) => {
		port1.onmessage = () => resolve(true);
	});
	worker.postMessage('ping', [port2]);
	return within(WAKE_UP, pong).then((answered) => {
		port1.close();
		return answered ?? false;
	});
}

/**
 * Registers the worker at `url` for the folder it lies in. Where the browser has no workers or
 * refuses this one, the link says so and never throws. After a hard reload the browser leaves the
 * page without its worker; the link calls it back.
 */
export function linkWorker(url: URL): WorkerLink {
	const container = containerOf();
	if (!container) return NO_WORKER;
	const registered: Promise<ServiceWorkerRegistration | null> = Promise.resolve()
		.then(() => container.register(url, { scope: new URL('./', url).href }))
		.then((registration) => registration ?? null)
		.catch(() => null);
	let patience = PATIENCE;

	const ours = () => (container.controller?.scriptURL === url.href ? container.controller : null);

	async function controller(): Promise<ServiceWorker | null> {
		if (ours()) return ours();
		const registration = await within(patience, registered);
		if (!registration || ours()) return ours();
		const controlled = new Promise<void>((resolve) =>
			container?.addEventListener('controllerchange', () => resolve(), { once: true })
		);
		registration.active?.postMessage('claim');
		await within(patience, controlled);
		patience = 200;
		return ours();
	}

	return {
		async answers() {
			const worker = await controller();
			return worker !== null && ping(worker);
		},
		keepShell() {
			void registered.then((registration) => registration?.active?.postMessage('keep shell'));
		}
	};
}
