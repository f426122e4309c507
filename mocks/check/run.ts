// A run of the client check over HTTP: one client, one scene after another.
import type { DialectName } from '../../src/georeport/dialect';
import { CHECK_FOLDER, DIALECTS } from '../api/dialect';
import { loggable } from '../api/loggable';
import { splitPath, toFormat } from '../api/routes';
import type { CheckEvents } from './events';
import { gradeSoFar, summaryReport } from './grade';
import { gradeScene, unaskedIn, type GradedScene } from './grade-scene';
import type { Arrival } from './recording';
import type { Call, CheckFormat, CheckReport, Scene, SceneId, SceneReport } from './scene';
import { hostScene, type SceneHost } from './scene-host';
import { SCENES } from './scenes';

/** What begins a scene. */
export interface Choice {
	scene: SceneId;
	/** Null if the first call is to tell it. */
	dialect: DialectName | null;
	/** Null if the first call is to tell it. */
	format: CheckFormat | null;
	/** How long the client has from its first call on; null for as long as the scene says. */
	seconds: number | null;
}

const FIRST: Choice = { scene: 'services', dialect: null, format: null, seconds: null };

/** Gets what happens in a run. */
export type RunListener = <Name extends keyof CheckEvents>(
	name: Name,
	data: CheckEvents[Name]
) => void;

type Events<Name extends keyof CheckEvents> = CheckEvents[Name];

/** The time between two lists of verdicts, in milliseconds. */
const LULL = 100;

/** The scene of a run, and whether it has ended. */
interface Current extends Choice {
	host: SceneHost;
	timer: ReturnType<typeof setTimeout> | null;
	/** Runs for a while after verdicts were told. */
	lull: ReturnType<typeof setTimeout> | null;
	/** Whether there is more to tell after it. */
	isDue: boolean;
	ended: boolean;
}

const dialectIn = (path: string): DialectName | null =>
	DIALECTS.find(({ discoveryPath }) => path.includes(`/${discoveryPath}`))?.name ?? null;

/** What comes before the path of a base in a URL. */
const BEFORE_BASE = new RegExp(`^https?://[^/]*(?:/+${CHECK_FOLDER}/[^/]*)?`, 'i');

/** A call as it is shown. */
function seen({ number, begin, end, method, url, answer, reached }: Call): Events<'call'> {
	const path = loggable(url.replace(BEFORE_BASE, ''));
	return { number, begin, end, method, path, status: answer?.status ?? null, reached };
}

/** A run. It begins in `services`, which until `begin` is called `plain` answers. */
export class CheckRun {
	#current: Current;
	/** The scenes that have ended; a scene that is played again takes the place of its first try. */
	readonly #ended = new Map<string, GradedScene>();
	readonly #views = new Set<RunListener>();

	constructor(plain: (request: Request) => Promise<Response>) {
		this.#current = this.#open(FIRST, plain);
	}

	/** The current scene, in the dialect and format that are known by now. */
	get scene(): Scene {
		const { scene, dialect, format } = this.#current;
		return SCENES(dialect ?? 'toronto', format ?? 'xml')[scene];
	}

	/** The calls of the current scene. */
	get calls(): Call[] {
		return this.#current.host.recording.calls;
	}

	/** The bytes that are kept of the calls of the current scene. */
	get bytes(): number {
		return this.#current.host.recording.bytes;
	}

	/** How many look on. */
	get views(): number {
		return this.#views.size;
	}

	answer(request: Request, arrival?: Arrival): Promise<Response> {
		return this.#current.host.answer(request, arrival);
	}

	/** Ends the current scene and begins another. A scene without a call leaves no verdicts. */
	begin(choice: Choice) {
		if (this.calls.length > 0) this.#end(null);
		this.#close();
		this.#current = this.#open(choice);
		this.#tell('scene', this.#shown());
	}

	/** Ends the current scene with what the client understood, if it says; null if it had ended. */
	finish(result: object | null): SceneReport | null {
		return this.#end(result);
	}

	/**
	 * The verdicts of the scenes that have ended, and of the current one if it has calls; and how many
	 * checks of level `must` were not asked for want of a result.
	 */
	report(): { report: CheckReport; unasked: number } {
		const isOpen = !this.#current.ended && this.calls.length > 0;
		const graded = [...this.#ended.values(), ...(isOpen ? [this.#graded(null)] : [])];
		return { report: summaryReport(graded.map((each) => each.report)), unasked: unaskedIn(graded) };
	}

	/** Tells a view all that stands and then all that happens, until the function returned is called. */
	watch(view: RunListener): () => void {
		view('report', this.#reportOfEnded());
		view('scene', this.#shown());
		for (const call of this.calls) view('call', seen(call));
		if (!this.#current.ended && this.calls.length > 0) {
			view('verdicts', gradeSoFar(this.scene, this.calls));
		}
		const { dialect, format } = this.scene;
		const ended = this.#current.ended && this.#ended.get(`${this.scene.id} ${dialect} ${format}`);
		if (ended) view('ended', ended.report);
		this.#views.add(view);
		return () => this.#views.delete(view);
	}

	/** Ends the current scene without verdicts, for a run that is forgotten. */
	close() {
		this.#close();
		this.#views.clear();
	}

	#open(choice: Choice, plain?: (request: Request) => Promise<Response>): Current {
		const host = hostScene(choice.scene, (call) => this.#changed(host, call), plain);
		return { ...choice, host, timer: null, lull: null, isDue: false, ended: false };
	}

	#close() {
		const { host, timer, lull } = this.#current;
		for (const each of [timer, lull]) if (each !== null) clearTimeout(each);
		host.end();
		this.#current.ended = true;
	}

	#tell: RunListener = (name, data) => {
		for (const view of this.#views) view(name, data);
	};

	#shown(): Events<'scene'> {
		const { scene, dialect, format } = this.#current;
		return { scene, task: this.scene.task, seconds: this.#seconds(), dialect, format };
	}

	#seconds = () => this.#current.seconds ?? this.scene.seconds;

	/** The first call tells what `PUT scene` left open, and begins the time. */
	#changed(host: SceneHost, call: Call) {
		const current = this.#current;
		if (host !== current.host || current.ended) return;
		const path = new URL(call.url).pathname.replace(/\/{2,}/g, '/').toLowerCase();
		const dialect = current.dialect ?? dialectIn(path);
		const isDiscovery = path.includes('/discovery.');
		const format = current.format ?? (isDiscovery ? null : toFormat(splitPath(path).extension));
		if (dialect !== current.dialect || format !== current.format) {
			Object.assign(current, { dialect, format });
			this.#tell('scene', this.#shown());
			for (const earlier of this.calls.slice(0, -1)) this.#tell('call', seen(earlier));
		}
		current.timer ??= setTimeout(() => this.#timeIsUp(), this.#seconds() * 1000);
		this.#tell('call', seen(call));
		if (call.end !== null && this.#views.size > 0) this.#tellVerdicts(current);
	}

	/** A flood of calls is not graded after each of them. */
	#tellVerdicts(current: Current) {
		if (current.lull !== null) return void (current.isDue = true);
		current.isDue = false;
		this.#tell('verdicts', gradeSoFar(this.scene, this.calls));
		current.lull = setTimeout(() => {
			current.lull = null;
			if (current.isDue) this.#tellVerdicts(current);
		}, LULL);
	}

	#reportOfEnded = () => summaryReport([...this.#ended.values()].map(({ report }) => report));

	#graded = (result: object | null, calls = this.calls) =>
		gradeScene(this.scene, calls, result, null);

	/** A call that has no answer by then has waited until now. */
	#timeIsUp() {
		const now = this.#current.host.now();
		this.#end(
			null,
			this.calls.map((call) => ({ ...call, end: call.end ?? now }))
		);
	}

	#end(result: object | null, calls = this.calls): SceneReport | null {
		if (this.#current.ended) return null;
		const graded = this.#graded(result, calls);
		this.#close();
		const { scene, dialect, format } = graded.report;
		this.#ended.set(`${scene} ${dialect} ${format}`, graded);
		this.#tell('ended', graded.report);
		this.#tell('report', this.#reportOfEnded());
		return graded.report;
	}
}
