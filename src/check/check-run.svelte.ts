import type { CheckEvents } from '../../mocks/check/events';
import type { CheckFormat, CheckReport, SceneId, CheckVerdict } from '../../mocks/check/scene';
import type { Explorer } from '../explorer/explorer.svelte';
import type { DialectName } from '../georeport/dialect';
import { checkFolderOf, isRunName, newRunName } from './check-server';
import { EVENT_NAMES, readEvent, type CheckEvent } from './live-events';
import { openedCallOf, type OpenedCall, type RecordedCall } from './opened-call';

/** A scene to begin. */
interface SceneChoice {
	scene: SceneId;
	dialect: DialectName;
	format: CheckFormat;
	/** How long the client has from its first call on; null for as long as the scene says. */
	seconds: number | null;
}

/** Long enough to use an app by hand. */
const BY_HAND = 300;

/** What a run uses of an EventSource. */
interface EventStream {
	readonly readyState: number;
	addEventListener(name: string, listener: (event: Event) => void): void;
	close(): void;
}

/** What a run needs from outside. */
export interface CheckRunOptions {
	/** The folder of the runs, absolute; null where there can be none. */
	folder: string | null;
	name: string;
	fetch: (url: string, init?: RequestInit) => Promise<Response>;
	/** Begins to listen to the events at a URL. */
	listen: (url: string) => EventStream;
}

/** How many calls are shown; the server records no more. */
const MOST_CALLS = 300;

/** The longest body of an answer of the server that is read, in UTF-16 code units. */
const LONGEST = 12_000_000;

/** Milliseconds until the server is taken not to be there. */
const PATIENCE = 5_000;

const CLOSED = 2;

const EMPTY: CheckReport = { passed: 0, failed: 0, notReached: 0, scenes: [] };

/** A run of the client check at the server that serves the page, as it is watched from the page. */
export class WatchedRun {
	readonly #options: CheckRunOptions;
	#stream: EventStream | null = null;
	/** Whether the server is there; `looking` until that is known. */
	server: 'looking' | 'there' | 'none' = $state('looking');
	/** Whether the events of the run arrive. */
	isLive = $state(false);
	#name = $state('');
	/** The scene that Start begins. */
	choice: SceneChoice = $state.raw({
		scene: 'services',
		dialect: 'toronto',
		format: 'xml',
		seconds: BY_HAND
	});
	/** What went wrong last and what to do; empty for nothing. */
	problem = $state('');
	/** The scene that is on; null before the first is known. */
	current: CheckEvents['scene'] | null = $state.raw(null);
	/** Whether the scene has ended. */
	hasEnded = $state(false);
	/** The calls of the scene, oldest first. */
	calls: readonly CheckEvents['call'][] = $state.raw([]);
	/** The verdicts of the scene, as far as they have fallen. */
	verdicts: readonly CheckVerdict[] = $state.raw([]);
	/** The scenes that have ended. */
	report: CheckReport = $state.raw(EMPTY);

	constructor(options: CheckRunOptions) {
		this.#options = options;
		this.#name = options.name;
	}

	get name(): string {
		return this.#name;
	}

	/** The absolute URL of the run, with a slash at its end; null where there can be no server. */
	get root(): string | null {
		const { folder } = this.#options;
		return folder && `${folder}${this.#name}/`;
	}

	/** Asks whether the server is there, and if so begins to listen; may be called again. */
	open = async (): Promise<void> => {
		this.close();
		this.problem = '';
		this.#clear();
		const { name, root } = this;
		if (this.server === 'none') this.server = 'looking';
		const scene = root ? await this.#ask(`${root}scene`) : null;
		if (name !== this.#name) return;
		const isThere = scene?.ok === true && (await isSceneAnswer(scene));
		if (name !== this.#name || this.#stream) return;
		this.server = isThere ? 'there' : 'none';
		if (isThere) this.#listen(`${root}events`);
	};

	/** Stops listening; the run goes on at the server. */
	close = () => {
		this.#stream?.close();
		this.#stream = null;
		this.isLive = false;
	};

	/** Turns to the run of another name; one that cannot be a name is a problem, and changes nothing. */
	rename = async (name: string): Promise<void> => {
		if (!isRunName(name)) {
			this.problem =
				'The name was not changed: it needs 1 to 40 lower-case letters a to z, digits and hyphens.';
			return;
		}
		if (name === this.#name) return void (this.problem = '');
		this.#name = name;
		this.current = null;
		this.report = EMPTY;
		await this.open();
	};

	/** Changes what Start begins. */
	choose = (choice: Partial<SceneChoice>): void => {
		this.choice = { ...this.choice, ...choice };
	};

	/** Ends the scene that is on and begins the chosen one. */
	start = (): Promise<void> => this.#put('scene', this.choice, 'The scene did not begin');

	/** Ends the scene that is on, without a result of the client. */
	finish = (): Promise<void> => this.#put('result', null, 'The scene was not ended');

	/** Resolves to a call as the page shows it, or in words why it cannot be. */
	openCall = async (number: number): Promise<OpenedCall | string> => {
		const answer = await this.#ask(`${this.root}calls/${number}`);
		const call = answer?.ok ? await readJson(answer) : null;
		if (call) return openedCallOf(call as RecordedCall, Date.now());
		return `Call ${number} could not be read. It may be of a scene that is over; look at the calls of the scene that is on.`;
	};

	async #put(what: string, body: unknown, failed: string) {
		this.problem = '';
		const answer = await this.#ask(`${this.root}${what}`, {
			method: 'PUT',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(body)
		});
		if (answer?.ok) return;
		const why = answer
			? `the server answered ${answer.status}.`
			: 'the server did not answer. Is npm run mock still running?';
		this.problem = `${failed}: ${why}`;
	}

	/** Resolves to null where no answer came. */
	async #ask(url: string, init: RequestInit = {}): Promise<Response | null> {
		try {
			const signal = AbortSignal.timeout(PATIENCE);
			return await this.#options.fetch(url, { ...init, signal, cache: 'no-store' });
		} catch {
			return null;
		}
	}

	#listen(url: string) {
		const stream = this.#options.listen(url);
		this.#stream = stream;
		const mine = () => this.#stream === stream;
		stream.addEventListener('open', () => {
			if (!mine()) return;
			this.isLive = true;
			this.problem = '';
		});
		stream.addEventListener('error', () => {
			if (!mine()) return;
			this.isLive = false;
			this.problem =
				stream.readyState === CLOSED
					? 'The live view ended: the server refused it. Close the panel and open it again.'
					: 'The connection to the server is lost, and is being tried again. Is npm run mock still running?';
		});
		for (const name of EVENT_NAMES) {
			stream.addEventListener(name, (event) => {
				const told = mine() && readEvent(name, String((event as MessageEvent).data));
				if (told) this.#take(told);
			});
		}
	}

	#take(event: CheckEvent) {
		if (event.name === 'report') this.report = event.data;
		else if (event.name === 'verdicts') this.verdicts = event.data;
		else if (event.name === 'call') this.#takeCall(event.data);
		else if (event.name === 'scene') {
			this.current = event.data;
			this.#clear();
		} else {
			this.verdicts = event.data.verdicts;
			this.hasEnded = true;
		}
	}

	/** What a view is told when it connects, and when a scene begins. */
	#clear() {
		this.hasEnded = false;
		this.calls = [];
		this.verdicts = [];
	}

	#takeCall(call: CheckEvents['call']) {
		const at = this.calls.findIndex(({ number }) => number === call.number);
		this.calls = at < 0 ? [...this.calls, call].slice(-MOST_CALLS) : this.calls.with(at, call);
	}
}

/** Resolves to the object that an answer holds as JSON; null for anything else. */
async function readJson(answer: Response): Promise<object | null> {
	try {
		const text = await answer.text();
		const value: unknown = text.length > LONGEST ? null : JSON.parse(text);
		return typeof value === 'object' ? value : null;
	} catch {
		return null;
	}
}

/** Whether an answer is that of a run about its scene, and not a page of a host. */
const isSceneAnswer = async (answer: Response) => 'task' in ((await readJson(answer)) ?? {});

/** The run of each page stays, so that closing the panel loses nothing. */
const runs = new WeakMap<Explorer, WatchedRun>();

/** The run that a page watches; there is one. */
export function checkRunOf(explorer: Explorer): WatchedRun {
	const run =
		runs.get(explorer) ??
		new WatchedRun({
			folder: checkFolderOf(document.baseURI),
			name: newRunName(),
			fetch: (url, init) => fetch(url, init),
			listen: (url) => new EventSource(url)
		});
	runs.set(explorer, run);
	return run;
}
