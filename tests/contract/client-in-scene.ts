// Plays a scene of the client check with the example client in this process, at a clock of its own:
// what takes a client 20 seconds of waiting is over at once, and takes the same time on any machine.
import { readFileSync } from 'node:fs';
import { grade } from '../../mocks/check/grade';
import type { Call, Scene, CheckVerdict } from '../../mocks/check/scene';
import { hostScene } from '../../mocks/check/scene-host';
import { DIALECTS, JURISDICTION, TORONTO } from '../../mocks/api/dialect';

/** The source of the example client. */
export const CLIENT = readFileSync(
	new URL('../../mocks/check/clients/client.mjs', import.meta.url),
	'utf8'
);

/**
 * Returns the client's source with another piece in place of one; throws if that is not in it exactly
 * once, so that no change goes amiss.
 */
export function changed([from, to]: readonly [from: string, to: string]): string {
	const pieces = CLIENT.split(from);
	if (pieces.length !== 2) throw new Error(`The client has ${pieces.length - 1} times: ${from}`);
	return pieces.join(to);
}

/** How long an answer is on its way, in milliseconds. */
const LATENCY = 30;

/** A client that asks more often than this will not end by itself. */
const MOST_CALLS = 120;

/** What Node's own fetch sends along. */
const FETCH_HEADERS = [
	['Accept', '*/*'],
	['User-Agent', 'node']
] as const;

/** After how many turns of this process a call counts as one that gets no answer. */
const SILENT_TURNS = 200;

interface Timer {
	at: number;
	run: () => void;
}

/** A clock that moves to the next timer when nothing else is left to do. */
class VirtualClock {
	now = 0;
	#timers: Timer[] = [];

	after(milliseconds: number, run: () => void) {
		this.#timers.push({ at: this.now + Math.max(0, milliseconds), run });
	}

	/** Runs the next timer; returns whether there was one before `end`. */
	step(end: number): boolean {
		this.#timers.sort((a, b) => a.at - b.at);
		const next = this.#timers.shift();
		if (!next || next.at > end) return false;
		this.now = next.at;
		next.run();
		return true;
	}
}

/** What became of a client in a scene. */
export interface Played {
	calls: readonly Call[];
	/** What it wrote; null for nothing. */
	result: object | null;
	verdicts: readonly CheckVerdict[];
}

/** Returns what a client wrote, or null if it is no JSON object. */
function resultOf(text: string | null): object | null {
	try {
		const value: unknown = JSON.parse(text ?? 'null');
		return typeof value === 'object' ? value : null;
	} catch {
		return null;
	}
}

type Program = (...globals: unknown[]) => Promise<void>;

const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as new (
	...parameters: string[]
) => Program;

const IMPORT = "import { writeFile } from 'node:fs/promises';\n";

/** Makes a program of a client's source that finds all it needs of the world in its arguments. */
function programOf(source: string): Program {
	if (!source.includes(IMPORT)) throw new Error('The client imports something else.');
	const names = ['process', 'fetch', 'setTimeout', 'AbortSignal', 'writeFile'];
	return new AsyncFunction(...names, `'use strict';${source.replace(IMPORT, '\n')}`);
}

/** What a client finds around it: nothing of it is real. */
function worldOf(scene: Scene, clock: VirtualClock, fetch: typeof globalThis.fetch) {
	const { discoveryPath, path } = DIALECTS.find(({ name }) => name === scene.dialect) ?? TORONTO;
	const root = 'http://127.0.0.1:3110/';
	const written: { result: string | null } = { result: null };
	const process = {
		exitCode: 0,
		env: {
			OPEN311_DISCOVERY: `${root}${discoveryPath}discovery.xml`,
			OPEN311_ENDPOINT: `${root}${path}`,
			OPEN311_JURISDICTION: JURISDICTION,
			OPEN311_FORMAT: scene.format,
			OPEN311_SCENE: scene.id,
			OPEN311_TASK: JSON.stringify(scene.task),
			OPEN311_RESULT: 'result.json'
		}
	};
	const timeout = (milliseconds: number) => {
		const controller = new AbortController();
		const reason = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
		clock.after(milliseconds, () => controller.abort(reason));
		return controller.signal;
	};
	const globals = [
		process,
		fetch,
		(run: () => void, milliseconds: number) => clock.after(milliseconds, run),
		{ timeout },
		(_: string, text: string) => Promise.resolve(void (written.result = text))
	];
	return { process, written, globals };
}

/** Plays a scene to its end, as `npm run app-check` does with a process. */
export async function play(source: string, scene: Scene): Promise<Played> {
	const clock = new VirtualClock();
	const host = hostScene(scene.id, undefined, undefined, () => clock.now);
	const travel = () => new Promise<void>((done) => clock.after(LATENCY, done));
	let answering = 0;

	async function ask(request: Request, signal: AbortSignal) {
		let tell = (_reached: boolean) => {};
		const sent = new Promise<boolean>((resolve) => (tell = resolve));
		signal.addEventListener('abort', () => tell(false));
		answering += 1;
		const response = await host.answer(request, { url: request.url, sent });
		const body = response.type === 'error' ? null : await response.text();
		answering -= 1;
		await travel();
		tell(body !== null);
		if (body === null) throw new TypeError('fetch failed');
		const { ok, status, headers } = response;
		return { ok, status, headers, text: () => Promise.resolve(body) };
	}

	async function fetch(url: URL | string, { signal, ...init }: RequestInit = {}) {
		const headers = new Headers(init.headers);
		for (const [name, value] of FETCH_HEADERS) {
			if (!headers.has(name)) headers.set(name, value);
		}
		const request = new Request(url, { ...init, headers });
		await travel();
		if (host.recording.calls.length >= MOST_CALLS) return new Promise<never>(() => {});
		const given = signal ?? new AbortController().signal;
		return Promise.race([
			ask(request, given),
			new Promise<never>((_, reject) =>
				given.addEventListener('abort', () => reject(given.reason as Error))
			)
		]);
	}

	const { process, written, globals } = worldOf(scene, clock, fetch as typeof globalThis.fetch);
	let isRunning = true;
	const running = programOf(source)(...globals).then(
		() => (isRunning = false),
		() => {
			process.exitCode = 1;
			isRunning = false;
		}
	);
	let turns = 0;
	let timedOut = false;
	while (isRunning && !timedOut) {
		// All that a client does without waiting is done by then.
		await new Promise(setImmediate);
		const isAnswering = answering > 0 && (scene.id !== 'silence' || turns++ < SILENT_TURNS);
		if (isRunning && !isAnswering) timedOut = !clock.step(scene.seconds * 1000);
	}
	if (!timedOut) await running;
	const { calls } = host.recording;
	host.end();
	const result = timedOut ? null : resultOf(written.result);
	const ending = timedOut
		? { at: scene.seconds * 1000, code: null, signal: 'SIGKILL', timedOut }
		: { at: clock.now, code: process.exitCode, signal: null, timedOut };
	return { calls, result, verdicts: grade(scene, calls, result, ending) };
}
