/**
 * `npm test`: runs every check, even after a failure, and as many at a time as possible. The last
 * line has the totals. `npm test -- --only unit,browser` runs only these steps.
 */

import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { schedule, type Scheduled } from './schedule.ts';
import {
	isGood,
	lastLine,
	oneFailed,
	onePassed,
	tallyPlaywright,
	tallyVitest,
	total,
	type Tally
} from './tally.ts';

interface Step extends Scheduled {
	/** The script in package.json that this step runs. */
	script: string;
	/** The report of its runner; a step without one counts as one check. */
	report?: { file: string; args?: string[]; tally: (json: never) => Tally };
}

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const UNIT_REPORT = join(ROOT, 'test-results/unit.json');
const COST_REPORT = join(ROOT, 'test-results/cost.json');
const BROWSER_REPORT = join(ROOT, 'test-results/browser.json');

/** These tests compare how long two sizes take. Other work at the same time would distort that. */
const COST_TESTS = 'tests/cost';

const vitestReport = (file: string, ...args: string[]): NonNullable<Step['report']> => ({
	file,
	args: [...args, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
	tally: tallyVitest
});

/** How many steps run at a time: most of them use more than one processor. */
const LANES = Math.max(2, availableParallelism());

/** The long ones first, because steps start in this order, see `schedule`. */
const STEPS: readonly Step[] = [
	{ name: 'build', script: 'build' },
	{
		name: 'unit',
		script: 'test:unit',
		report: vitestReport(UNIT_REPORT, `--exclude=${COST_TESTS}/**`)
	},
	{ name: 'types', script: 'check' },
	{ name: 'lint', script: 'lint' },
	{ name: 'format', script: 'format:check' },
	{ name: 'unused', script: 'unused' },
	{ name: 'browsers', script: 'browsers' },
	{
		name: 'cost',
		script: 'test:unit',
		report: vitestReport(COST_REPORT, COST_TESTS, '--no-file-parallelism'),
		alone: true
	},
	{
		name: 'browser',
		script: 'test:browser',
		report: { file: BROWSER_REPORT, tally: tallyPlaywright },
		needs: ['build', 'browsers'],
		alone: true
	}
];

function readJson<T>(...path: string[]): T {
	return JSON.parse(readFileSync(join(...path), 'utf8')) as T;
}

/** The end of a script: its error, null for none, and its output if that was captured. */
interface Ended {
	problem: string | null;
	printed: string;
}

/** Runs a script of package.json without a shell; `capture` captures its output. */
function runScript(script: string, extraArgs: readonly string[], capture: boolean): Promise<Ended> {
	const { scripts } = readJson<{ scripts: Record<string, string> }>(ROOT, 'package.json');
	const [tool = '', ...args] = (scripts[script] ?? '').split(' ');
	const folder = join(ROOT, 'node_modules', tool);
	const { bin } = readJson<{ bin: string | Record<string, string> }>(folder, 'package.json');
	const program = join(folder, typeof bin === 'string' ? bin : (bin[tool] ?? ''));
	const colours = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
	const child = spawn(process.execPath, [program, ...args, ...extraArgs], {
		cwd: ROOT,
		stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
		env: { ...process.env, ...colours, BROWSER_REPORT }
	});
	let printed = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream?.setEncoding('utf8').on('data', (text: string) => (printed += text));
	}
	return new Promise((done) => {
		child.once('error', (error) => done({ problem: error.message, printed }));
		child.once('close', (code, signal) => {
			const problem = signal ? `was ended by ${signal}` : `ended with code ${code}`;
			done({ problem: code === 0 ? null : problem, printed });
		});
	});
}

function tallyOf({ name, report }: Step, problem: string | null): Tally {
	if (!report) return problem ? oneFailed(`${name}: ${problem}`) : onePassed;
	if (!existsSync(report.file)) {
		return oneFailed(`${name}: no report; the runner ${problem ?? 'ended as if all were well'}`);
	}
	const tally = report.tally(readJson<never>(report.file));
	// For example, an error outside every test.
	const unexplained = problem !== null && tally.failed.length === 0;
	return unexplained ? total([tally, oneFailed(`${name}: the runner ${problem}`)]) : tally;
}

/** Runs a step; its output is printed as it comes, or at the end if other steps run too. */
async function runStep(step: Step, capture: boolean): Promise<Tally> {
	const { name, script, report } = step;
	if (!capture) console.log(`\n== ${name} ==`);
	if (report) rmSync(report.file, { force: true });
	const { problem, printed } = await runScript(script, report?.args ?? [], capture);
	if (capture) console.log(`\n== ${name} ==\n${printed.trimEnd()}`);
	return tallyOf(step, problem);
}

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const only = values.only?.split(',') ?? STEPS.map(({ name }) => name);
const unknown = only.filter((wanted) => !STEPS.some(({ name }) => name === wanted));
if (unknown.length > 0) {
	throw new Error(
		`No step ${unknown.join(', ')}; there are ${STEPS.map((s) => s.name).join(', ')}`
	);
}

const results = new Map<string, { tally: Tally; seconds: number }>();
const steps = STEPS.filter(({ name }) => only.includes(name));
await schedule(steps, LANES, async (step) => {
	const { name } = step;
	const begun = performance.now();
	const obstacle = step.needs?.find((needed) => results.get(needed)?.tally.failed.length);
	const tally = obstacle
		? oneFailed(`${name}: not run, because ${obstacle} failed`)
		: await runStep(step, !step.alone && steps.length > 1).catch((error: unknown) =>
				oneFailed(`${name}: ${String(error)}`)
			);
	results.set(name, { tally, seconds: (performance.now() - begun) / 1000 });
});

const sum = total([...results.values()].map(({ tally }) => tally));
console.log('\n== result ==');
for (const [name, { tally, seconds }] of results) {
	console.log(`${name}: ${lastLine(tally)} (${seconds.toFixed(0)} s)`);
}
for (const skip of sum.skipped) console.log(`skipped: ${skip}`);
for (const failure of sum.failed) console.log(`FAILED: ${failure}`);
process.exitCode = isGood(sum) ? 0 : 1;
console.log(lastLine(sum));
