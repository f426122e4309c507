// One scene of the client check on the command line: a mock-up on a free port, and the client beside it.
import { lstat, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DIALECTS, JURISDICTION, TORONTO } from '../api/dialect';
import { gradeScene, type GradedScene } from '../check/grade-scene';
import { readObject, RESULT_BYTES } from '../check/orders';
import type { Scene } from '../check/scene';
import { hostScene } from '../check/scene-host';
import { runProcess, type ClientCommand, type ProcessOptions } from './client-process';
import { startServer } from './server';

/** What the client wrote: null for nothing that can be used, then with what is wrong. */
interface Written {
	result: object | null;
	problem: string | null;
}

async function readResult(path: string): Promise<Written> {
	const none = (problem: string): Written => ({ result: null, problem });
	const file = await lstat(path).catch(() => null);
	if (!file) return none('It wrote no result, so checks that need one are not asked.');
	if (!file.isFile()) return none('OPEN311_RESULT is no file any more, so there is no result.');
	if (file.size > RESULT_BYTES) {
		return none(
			`Its result has ${file.size} bytes and is not read. Write at most ${RESULT_BYTES}.`
		);
	}
	const bytes = await readFile(path).catch(() => null);
	const read = bytes ? readObject('Its result', bytes) : 'Its result cannot be read.';
	return typeof read === 'string'
		? none(`${read} It counts as none.`)
		: { result: read, problem: null };
}

/** The variables of a scene, besides those of the caller. */
function variablesOf({ id, dialect, format, task }: Scene, root: string, result: string) {
	const { path, discoveryPath } = DIALECTS.find(({ name }) => name === dialect) ?? TORONTO;
	return {
		OPEN311_DISCOVERY: `${root}${discoveryPath}discovery.xml`,
		OPEN311_ENDPOINT: root + path,
		OPEN311_JURISDICTION: JURISDICTION,
		OPEN311_FORMAT: format,
		OPEN311_SCENE: id,
		OPEN311_TASK: JSON.stringify(task),
		OPEN311_RESULT: result
	};
}

/** How a scene is played. */
export type PlayOptions = Omit<ProcessOptions, 'env'>;

/**
 * Plays a scene with a client and grades it; a text if the client could not be started, which
 * says why. `print` also gets what is wrong with the result. Nothing of the client runs afterwards.
 */
export async function playScene(
	scene: Scene,
	command: ClientCommand,
	options: PlayOptions
): Promise<GradedScene | string> {
	const folder = await mkdtemp(join(tmpdir(), 'open311-check-'));
	const host = hostScene(scene.id);
	const server = await startServer({ mockUp: host });
	try {
		const result = join(folder, 'result.json');
		const env = { ...process.env, ...variablesOf(scene, server.url, result) };
		let at = 0;
		const end = await runProcess(command, { ...options, env }, () => (at = host.now()));
		if (typeof end === 'string') return end;
		const { calls } = host.recording;
		const written = await readResult(result);
		if (written.problem !== null && !options.stop.aborted) options.print(written.problem);
		return gradeScene(scene, calls, written.result, { at, ...end });
	} finally {
		host.end();
		await server.close();
		await rm(folder, { recursive: true, force: true, maxRetries: 3 });
	}
}
