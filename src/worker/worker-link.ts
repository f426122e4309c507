import { trustedScript } from './trusted-script';
import { versionOf } from './worker-version';

/** What becomes known of other versions of the page: one waits for leave, or another tab gave it. */
export type VersionNews = 'waiting' | 'replaced';

/** The page's line to its service worker. */
export interface WorkerLink {
	/** Whether our worker controls this page and is awake; waits for it a moment if it is starting. */
	answers(): Promise<boolean>;
	/** Asks the worker to keep the site for offline use, as soon as there is one. */
	keepShell(): void;
	/** Tells of another version, now or later. It never takes over by itself. */
	onversion(tell: (news: VersionNews) => void): void;
	/**
	 * Gives the version that waits leave to take over; ends when it has, which is once the answers
	 * still awaited have come, or when none waits.
	 */
	renew(): Promise<void>;
}

/** What a link needs to know. */
export interface WorkerLinkOptions {
	/** The worker's script; it serves the folder the script lies in. */
	script: URL;
	/** The version of this page. */
	build: string;
	/** Asks something of no consequence; whether our worker, of this very version, answered it. */
	probe: (signal: AbortSignal) => Promise<boolean>;
}

/** How long the first answer waits for a worker that is being installed, in milliseconds. */
const PATIENCE = 2000;

/** How long a worker in control may take to wake up, in milliseconds. */
const WAKE_UP = 1500;

const NO_WORKER: WorkerLink = {
	answers: () => Promise.resolve(false),
	keepShell: () => {},
	onversion: () => {},
	renew: () => Promise.resolve()
};

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

/**
 * Registers the worker. Where the browser has no workers or refuses this one, the link says so and
 * never throws. After a hard reload the browser leaves the page without its worker; the link calls
 * it back. A worker in control may still be passed by (developer tools can), be of another version
 * or not be ours, so each question is preceded by a probe that carries nothing.
 */
export function linkWorker({ script, build, probe }: WorkerLinkOptions): WorkerLink {
	const container = containerOf();
	if (!container) return NO_WORKER;
	const registered: Promise<ServiceWorkerRegistration | null> = Promise.resolve()
		.then(() => container.register(trustedScript(script), { scope: new URL('./', script).href }))
		.then((registration) => registration ?? null)
		.catch(() => null);
	let patience = PATIENCE;

	const inControl = () => container.controller?.scriptURL === script.href;
	const changed = () =>
		new Promise<void>((resolve) =>
			container.addEventListener('controllerchange', () => resolve(), { once: true })
		);
	const isThisVersion = () => probe(AbortSignal.timeout(WAKE_UP)).catch(() => false);

	async function takeControl(): Promise<boolean> {
		if (inControl()) return true;
		const registration = await within(patience, registered);
		if (!registration || inControl()) return inControl();
		const controlled = changed();
		registration.active?.postMessage('claim');
		await within(patience, controlled);
		patience = 200;
		return inControl();
	}

	async function watch(tell: (news: VersionNews) => void) {
		const registration = await registered;
		if (!registration) return;
		const look = async () => {
			const { waiting } = registration;
			if (!waiting || !inControl()) return;
			// The page itself may have come from the network as the new version already.
			if ((await versionOf(waiting, PATIENCE)) !== build) tell('waiting');
			else waiting.postMessage('take over if alone');
		};
		void look();
		registration.addEventListener('updatefound', () =>
			registration.installing?.addEventListener('statechange', () => void look())
		);
		container?.addEventListener('controllerchange', async () => {
			const controller = inControl() ? container?.controller : null;
			const version = controller ? await versionOf(controller, PATIENCE) : null;
			if (version !== null && version !== build) tell('replaced');
			else void look();
		});
	}

	return {
		answers: async () => (await takeControl()) && (await isThisVersion()),
		keepShell: () =>
			void registered
				.then((registration) => registration && container.ready)
				.then((ready) => ready?.active?.postMessage(`keep shell ${build}`)),
		onversion: (tell) => void watch(tell),
		async renew() {
			const waiting = (await registered)?.waiting;
			if (!waiting) return;
			const controlled = changed();
			waiting.postMessage('take over');
			await controlled;
		}
	};
}
