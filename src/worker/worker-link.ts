import { whenIdle } from '../ui/idle';
import { trustedScript } from './trusted-script';
import { isOurs, versionOf } from './worker-version';

/** News of another version of the page: one is waiting to take over, or another tab let it. */
export type VersionNews = 'waiting' | 'replaced';

/** The connection between the page and its service worker. No method rejects. */
export interface WorkerLink {
	/**
	 * Resolves to whether our worker controls this page and is awake; waits briefly if it is
	 * starting, unless `isAwaited`: a person is waiting for the answer.
	 */
	answers(isAwaited?: boolean): Promise<boolean>;
	/** Asks the worker, once it is ready and the page at rest, to cache the site for offline use. */
	keepShell(): void;
	/** Calls back for another version, now or later. A version never takes over by itself. */
	onversion(tell: (news: VersionNews) => void): void;
	/**
	 * Lets the waiting version take over. Resolves once it has, after pending answers have arrived,
	 * or at once if none is waiting.
	 */
	renew(): Promise<void>;
}

/** The options of `linkWorker`. */
export interface WorkerLinkOptions {
	/** The worker's script; its folder is the worker's scope. */
	script: URL;
	/** The version of this page. */
	build: string;
	/** Settles when the worker may be installed, which takes time that a starting page needs. */
	begin: Promise<unknown>;
	/**
	 * Sends a request without data or effect; resolves to whether our worker of this version
	 * answered.
	 */
	probe: (signal: AbortSignal) => Promise<boolean>;
}

/** How long the first request waits for a worker that is being installed, in milliseconds. */
const PATIENCE = 2000;

/** How long a worker in control may take to wake up, in milliseconds. */
const WAKE_UP = 1500;

/** How long the worker in control may take to name its version before ours replaces it, in milliseconds. */
const PROVING = 10_000;

/** How often our worker is asked to replace another one, and after how many milliseconds each time. */
const REPLACING_TRIES = 60;
const REPLACING_PAUSE = 500;

/** How long the offline copy waits at most for an idle browser, in milliseconds. */
const REST = 10_000;

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

/** Resolves once the page has loaded all that it names, and the browser has nothing to do. */
async function atRest(): Promise<void> {
	if (document.readyState !== 'complete') {
		await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
	}
	await new Promise<void>((resolve) => whenIdle(resolve, REST));
}

/** Returns the browser's worker container, or null if there is none or access is denied. */
function containerOf(): ServiceWorkerContainer | null {
	try {
		return navigator.serviceWorker ?? null;
	} catch {
		return null;
	}
}

/**
 * Registers the worker. Never throws: if the browser has no workers or refuses this one, `answers`
 * resolves to false. A hard reload leaves the page without its worker, so the link makes it take
 * control again. A worker in control can still be bypassed (by developer tools), be another version
 * or another site's, so each request is preceded by a probe that carries no data.
 */
export function linkWorker({ script, build, begin, probe }: WorkerLinkOptions): WorkerLink {
	const container = containerOf();
	if (!container) return NO_WORKER;
	const register = async () => {
		await begin;
		return container.register(trustedScript(script), {
			scope: new URL('./', script).href
		});
	};
	const registered: Promise<ServiceWorkerRegistration | null> = register()
		.then((registration) => registration ?? null)
		.catch(() => null);
	let patience = PATIENCE;

	const inControl = () => container.controller?.scriptURL === script.href;
	const changed = () =>
		new Promise<void>((resolve) =>
			container.addEventListener('controllerchange', () => resolve(), { once: true })
		);
	/** The last worker in control that has shown that it is ours. */
	let proven: ServiceWorker | null = null;
	async function isThisVersion(): Promise<boolean> {
		const asked = container?.controller ?? null;
		const answered = await probe(AbortSignal.timeout(WAKE_UP)).catch(() => false);
		if (answered) proven = asked;
		return answered;
	}

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

	/**
	 * Lets our worker replace one that is not ours. It asks for that itself while it is installed, but if
	 * the other one is busy then, Chromium lets ours wait until it is asked again.
	 */
	async function replaceOther(registration: ServiceWorkerRegistration) {
		let other: ServiceWorker | null = null;
		for (let tries = 0; tries < REPLACING_TRIES; tries++) {
			const controller = container?.controller;
			const { installing, waiting } = registration;
			// Our own worker gets no message: a message keeps it busy, and a busy worker cannot be replaced.
			if (!controller || controller === proven || !(installing || waiting)) return;
			if (waiting?.scriptURL === script.href) {
				// Another site's worker can have the same address; it names no version.
				if (controller !== other && inControl() && (await isOurs(controller, PROVING))) return;
				other = controller;
				waiting.postMessage('take over');
			}
			await new Promise((resolve) => setTimeout(resolve, REPLACING_PAUSE));
		}
	}
	void registered.then((registration) => {
		if (!registration) return;
		const replace = () => void replaceOther(registration);
		replace();
		// If the other worker has the same URL, the browser finds ours only some time after this.
		registration.addEventListener('updatefound', replace);
	});

	async function watch(tell: (news: VersionNews) => void) {
		const registration = await registered;
		if (!registration) return;
		const look = async () => {
			const { waiting } = registration;
			if (!waiting || !inControl()) return;
			// The page itself may already be the new version, from the network.
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
		answers: async (isAwaited = false) =>
			(isAwaited ? inControl() : await takeControl()) && (await isThisVersion()),
		keepShell: () =>
			void registered
				.then((registration) => registration && container.ready)
				.then(async (ready) => (await atRest(), ready))
				.then((ready) => ready?.active?.postMessage(`keep shell ${build}`)),
		onversion: (tell) => void watch(tell),
		async renew() {
			const waiting = (await registered)?.waiting;
			if (!waiting) return;
			const controlled = changed().then(() => true);
			do waiting.postMessage('take over');
			while (!(await within(REPLACING_PAUSE, controlled)) && waiting.state === 'installed');
			if (waiting.state !== 'redundant') await controlled;
		}
	};
}
