// The client check on the command line: `npm run app-check` here, `npx toronto-open311-mock check` with
// the package.
import { parseArgs } from 'node:util';
import {
	CHECK_REPORT_FORMATS,
	checkReportOf,
	type CheckReportFormat
} from '../../src/report/check-report';
import { summaryReport } from '../check/grade';
import { unaskedIn, type GradedScene } from '../check/grade-scene';
import { SCENE_IDS, type Scene } from '../check/scene';
import { SCENES } from '../check/scenes';
import type { ClientCommand } from './client-process';
import { playScene } from './play-scene';

/** How to call the program, from source in this repository or compiled in the package. */
const CALLED = import.meta.url.endsWith('.ts')
	? 'npm run -s app-check --'
	: 'npx toronto-open311-mock check';

const USAGE = `Usage: ${CALLED} [--scene ID] [--dialect toronto] [--format xml] [--report text]
       [--timeout SECONDS] -- COMMAND [ARG...]

Runs COMMAND once for each scene, beside a mock-up of its own, and says which checks the client passes.
What it is to do it reads from its environment (OPEN311_ENDPOINT, OPEN311_TASK and others), and it may
write what it understood to the file that OPEN311_RESULT names.

  --scene    a scene to run; may be given several times. By default all:
             ${SCENE_IDS.slice(0, 6).join(', ')},
             ${SCENE_IDS.slice(6, 13).join(', ')},
             ${SCENE_IDS.slice(13).join(', ')}
  --dialect  toronto or standard
  --format   xml or json: what the client is asked to use
  --report   text, json, junit or markdown. The report alone goes to standard output
  --timeout  how many seconds a scene has at most, from 1 to 3600. By default 30, silence 60

Exits with 0 if no check of level must failed and the checks of each scene were reached, with 1 if not,
with 2 if nothing could be run.`;

const OPTIONS = {
	scene: { type: 'string', multiple: true, default: [] as string[] },
	dialect: { type: 'string', default: 'toronto' },
	format: { type: 'string', default: 'xml' },
	report: { type: 'string', default: 'text' },
	timeout: { type: 'string' },
	help: { type: 'boolean', default: false }
} as const;

/** The least time for a client that waits for an answer that never comes, in seconds. */
const SILENCE_SECONDS = 60;

/** What is to be run, and how. */
interface Order {
	scenes: readonly Scene[];
	command: ClientCommand;
	report: CheckReportFormat;
}

/** The command line up to the client's command, and the command. */
function splitArgs(args: readonly string[]): { own: string[]; command: string[] } {
	const { tokens } = parseArgs({
		args: [...args],
		options: OPTIONS,
		strict: false,
		allowPositionals: true,
		tokens: true
	});
	const first = tokens.find(({ kind }) => kind === 'positional' || kind === 'option-terminator');
	if (!first) return { own: [...args], command: [] };
	const begin = first.kind === 'positional' ? first.index : first.index + 1;
	return { own: args.slice(0, first.index), command: args.slice(begin) };
}

/** One of the values that an option takes; a text if it is another, which says so. */
function oneOf<Value extends string>(
	option: string,
	text: string,
	values: readonly Value[]
): { value: Value } | string {
	const value = values.find((each) => each === text);
	if (value !== undefined) return { value };
	return `--${option} ${text} is not known. Give one of ${values.join(', ')}.`;
}

/** Reads the command line; a text if it is wrong, which says why in one line; null for help. */
function readOrder(args: readonly string[]): Order | string | null {
	const { own, command } = splitArgs(args);
	let values;
	try {
		({ values } = parseArgs({ args: own, options: OPTIONS }));
	} catch (error) {
		const [sentence] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/);
		return `${sentence}. See --help.`;
	}
	if (values.help) return null;
	const dialect = oneOf('dialect', values.dialect, ['toronto', 'standard']);
	if (typeof dialect === 'string') return dialect;
	const format = oneOf('format', values.format, ['xml', 'json']);
	if (typeof format === 'string') return format;
	const report = oneOf('report', values.report, CHECK_REPORT_FORMATS);
	if (typeof report === 'string') return report;
	for (const id of values.scene) {
		const scene = oneOf('scene', id, SCENE_IDS);
		if (typeof scene === 'string') return scene;
	}
	const { timeout } = values;
	const seconds =
		timeout === undefined ? null : /^\d+(\.\d+)?$/.test(timeout) ? Number(timeout) : 0;
	if (seconds !== null && (seconds < 1 || seconds > 3600)) {
		return `--timeout ${timeout} is no number of seconds. Give one from 1 to 3600.`;
	}
	const [program, ...rest] = command;
	if (program === undefined || program === '') {
		return `No command was given. Put the client's command after --, such as: ${CALLED} -- node client.mjs`;
	}
	const all = SCENES(dialect.value, format.value);
	const timed = (scene: Scene): Scene => {
		if (seconds === null) return scene;
		return {
			...scene,
			seconds: scene.id === 'silence' ? Math.max(SILENCE_SECONDS, seconds) : seconds
		};
	};
	const ids = SCENE_IDS.filter((id) => values.scene.length === 0 || values.scene.includes(id));
	return {
		scenes: ids.map((id) => timed(all[id])),
		command: [program, ...rest],
		report: report.value
	};
}

/** What the program has of its surroundings. */
interface Surroundings {
	out: (text: string) => void;
	err: (line: string) => void;
	/** Calls back when the program is told to end. */
	whenTold: (end: () => void) => void;
}

/**
 * Checks a client: prints the report, progress and the client's own output to `err`, and gives the exit
 * code. Once it is told to end it ends the client, and prints what was graded.
 */
export async function checkClient(
	args: readonly string[],
	{ out, err, whenTold }: Surroundings
): Promise<number> {
	const order = readOrder(args);
	if (order === null) {
		out(USAGE);
		return 0;
	}
	if (typeof order === 'string') {
		err(order);
		return 2;
	}
	const { scenes, command } = order;
	const stopped = new AbortController();
	whenTold(() => stopped.abort());
	const graded: GradedScene[] = [];
	for (const [at, scene] of scenes.entries()) {
		const { id, seconds } = scene;
		const place = `${at + 1} of ${scenes.length}`;
		const print = (line: string) => err(`${id}: ${line}`);
		const played = await playScene(scene, command, {
			seconds,
			stop: stopped.signal,
			begun: () => print(`begins (${place}, at most ${seconds} s)`),
			print
		}).catch((error: Error) => `The mock-up for ${id} cannot be started: ${error.message}`);
		if (typeof played === 'string') {
			err(played);
			return 2;
		}
		if (stopped.signal.aborted) {
			err(`Stopped in ${id} (${place}); the report has the scenes before it.`);
			break;
		}
		graded.push(played);
		print(played.report.outcome);
	}
	const report = summaryReport(graded.map((each) => each.report));
	out(checkReportOf(report, order.report, unaskedIn(graded)).trimEnd());
	const isGood = report.scenes.every(({ outcome }) => outcome === 'passed');
	return isGood && graded.length === scenes.length ? 0 : 1;
}
