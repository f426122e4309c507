// Runs a client as a process of its own, and leaves nothing of it running.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

/** A program and its arguments. */
export type ClientCommand = readonly [program: string, ...args: string[]];

/** How a client's process is run. */
export interface ProcessOptions {
	env: NodeJS.ProcessEnv;
	/** After so many seconds it is ended. */
	seconds: number;
	/** Ends it at once. */
	stop: AbortSignal;
	/** Called once it runs. */
	begun: () => void;
	/** Gets its output line by line, up to a bound. */
	print: (line: string) => void;
}

/** How a process ended. */
export interface ProcessEnd {
	code: number | null;
	signal: string | null;
	timedOut: boolean;
}

/** How long a process has to end by itself once it is told to, in milliseconds. */
const GRACE = 1000;

/** How often it is looked whether it has ended, in milliseconds. */
const LOOK = 20;

const MOST_LINES = 1000;
const MOST_CHARACTERS = 2000;

const IS_WINDOWS = process.platform === 'win32';

/** Hands on output line by line; cuts long lines, and leaves out what is over the bound. */
function printLines(child: ChildProcess, print: (line: string) => void) {
	let lines = 0;
	const printLine = (text: string) => {
		lines += 1;
		if (lines <= MOST_LINES) print(text.replace(/\r$/, ''));
		else if (lines === MOST_LINES + 1) print(`… It printed more than ${MOST_LINES} lines.`);
	};
	for (const stream of [child.stdout, child.stderr]) {
		let rest = '';
		let isCut = false;
		stream?.setEncoding('utf8').on('data', (chunk: string) => {
			const pieces = chunk.split('\n');
			pieces.forEach((piece, at) => {
				if (!isCut) rest += piece;
				if (!isCut && rest.length > MOST_CHARACTERS) {
					isCut = true;
					rest = `${rest.slice(0, MOST_CHARACTERS)}…`;
				}
				if (at === pieces.length - 1) return;
				printLine(rest);
				rest = '';
				isCut = false;
			});
		});
		stream?.on('end', () => {
			if (rest !== '') printLine(rest);
		});
	}
}

/** Signals a process and all that it started; 0 only asks. Returns whether there is any left. */
function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals | 0): boolean {
	if (pid === undefined) return false;
	try {
		process.kill(-pid, signal);
		return true;
	} catch {
		return false;
	}
}

/** Ends a process and all that it started, first politely. */
async function endGroup(child: ChildProcess): Promise<void> {
	if (IS_WINDOWS) {
		if (child.pid === undefined) return;
		// There are no groups; this ends what still has its parent.
		const kill = spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
		await once(kill, 'close').catch(() => child.kill());
		return;
	}
	if (!signalGroup(child, 'SIGTERM')) return;
	for (let waited = 0; waited < GRACE; waited += LOOK) {
		await wait(LOOK);
		if (!signalGroup(child, 0)) return;
	}
	signalGroup(child, 'SIGKILL');
}

const reasonOf = (program: string, { code, message }: NodeJS.ErrnoException) =>
	code === 'ENOENT'
		? `The command ${program} was not found. Give the path of a program, and its arguments as words of their own.`
		: `The command ${program} cannot be started: ${message}`;

/**
 * Runs a program without a shell and without input, in a process group of its own. Resolves when it has
 * ended by itself, or was ended, and nothing that it started runs any more; to a text if it could not be
 * started, which says why. `ended` is called at the moment when it ends.
 */
export async function runProcess(
	[program, ...args]: ClientCommand,
	{ env, seconds, stop, begun, print }: ProcessOptions,
	ended: () => void
): Promise<ProcessEnd | string> {
	let child: ChildProcess;
	try {
		child = spawn(program, args, {
			env,
			stdio: ['ignore', 'pipe', 'pipe'],
			detached: !IS_WINDOWS,
			windowsHide: true
		});
	} catch (error) {
		// Such as an argument with a zero byte in it.
		return reasonOf(program, error as NodeJS.ErrnoException);
	}
	child.once('spawn', begun);
	printLines(child, print);
	const killAll = () => (IS_WINDOWS ? child.kill() : signalGroup(child, 'SIGKILL'));
	process.once('exit', killAll);
	const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
	let timer: NodeJS.Timeout | undefined;
	const over = new AbortController();
	const how = await new Promise<'ended' | 'late' | 'stopped' | NodeJS.ErrnoException>((resolve) => {
		child.once('error', resolve).once('exit', () => resolve('ended'));
		timer = setTimeout(() => resolve('late'), seconds * 1000);
		if (stop.aborted) resolve('stopped');
		stop.addEventListener('abort', () => resolve('stopped'), { signal: over.signal });
	});
	ended();
	clearTimeout(timer);
	over.abort();
	if (how instanceof Error) {
		process.off('exit', killAll);
		return reasonOf(program, how);
	}
	await endGroup(child);
	// What has left the group may still hold the pipes.
	await Promise.race([closed, wait(GRACE, undefined, { ref: false })]);
	child.stdout?.destroy();
	child.stderr?.destroy();
	process.off('exit', killAll);
	return { code: child.exitCode, signal: child.signalCode, timedOut: how === 'late' };
}
