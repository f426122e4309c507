/**
 * `npm test`: every check, one after the other, even if an earlier one failed. The last line is
 * the sum. `npm test -- --only unit,browser` runs only those.
 */

import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
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

interface Step {
	name: string;
	/** The script of package.json that this step runs. */
	script: string;
	/** What its runner counts; a step without is one check. */
	report?: { file: string; args?: string[]; tally: (json: never) => Tally };
	/** A step that must not have failed before this one. */
	needs?: string;
}

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const UNIT_REPORT = join(ROOT, 'test-results/unit.json');
const BROWSER_REPORT = join(ROOT, 'test-results/browser.json');

const STEPS: readonly Step[] = [
	{ name: 'format', script: 'format:check' },
	{ name: 'lint', script: 'lint' },
	{ name: 'types', script: 'check' },
	{
		name: 'unit',
		script: 'test:unit',
		report: {
			file: UNIT_REPORT,
			args: ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`],
			tally: tallyVitest
		}
	},
	{ name: 'build', script: 'build' },
	{
		name: 'browser',
		script: 'test:browser',
		report: { file: BROWSER_REPORT, tally: tallyPlaywright },
		needs: 'build'
	}
];

function readJson<T>(...path: string[]): T {
	return JSON.parse(readFileSync(join(...path), 'utf8')) as T;
}

/** Runs a script of package.json without a shell; gives how it ended, null if it went well. */
function runScript(script: string, extraArgs: readonly string[]): Promise<string | null> {
	const { scripts } = readJson<{ scripts: Record<string, string> }>(ROOT, 'package.json');
	const [tool = '', ...args] = (scripts[script] ?? '').split(' ');
	const folder = join(ROOT, 'node_modules', tool);
	const { bin } = readJson<{ bin: string | Record<string, string> }>(folder, 'package.json');
	const program = join(folder, typeof bin === 'string' ? bin : (bin[tool] ?? ''));
	const child = spawn(process.execPath, [program, ...args, ...extraArgs], {
		cwd: ROOT,
		stdio: 'inherit',
		env: { ...process.env, BROWSER_REPORT }
	});
	return new Promise((done) => {
		child.once('error', (error) => done(error.message));
		child.once('close', (code, signal) => {
			done(code === 0 ? null : signal ? `was ended by ${signal}` : `ended with code ${code}`);
		});
	});
}

async function runStep({ name, script, report }: Step): Promise<Tally> {
	if (report) rmSync(report.file, { force: true });
	const problem = await runScript(script, report?.args ?? []);
	if (!report) return problem ? oneFailed(`${name}: ${problem}`) : onePassed;
	if (!existsSync(report.file)) {
		return oneFailed(`${name}: no report; the runner ${problem ?? 'ended as if all were well'}`);
	}
	const tally = report.tally(readJson<never>(report.file));
	// For instance an error that no test was waiting for.
	const unexplained = problem !== null && tally.failed.length === 0;
	return unexplained ? total([tally, oneFailed(`${name}: the runner ${problem}`)]) : tally;
}

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const only = values.only?.split(',') ?? STEPS.map(({ name }) => name);
const unknown = only.filter((wanted) => !STEPS.some(({ name }) => name === wanted));
if (unknown.length > 0) {
	throw new Error(
		`No step ${unknown.join(', ')}; there are ${STEPS.map((s) => s.name).join(', ')}`
	);
}

const tallies = new Map<string, Tally>();
for (const step of STEPS.filter(({ name }) => only.includes(name))) {
	console.log(`\n== ${step.name} ==`);
	const obstacle = step.needs && tallies.get(step.needs)?.failed.length ? step.needs : null;
	tallies.set(
		step.name,
		obstacle
			? oneFailed(`${step.name}: not run, because ${obstacle} failed`)
			: await runStep(step).catch((error: unknown) => oneFailed(`${step.name}: ${String(error)}`))
	);
}

const sum = total([...tallies.values()]);
console.log('\n== result ==');
for (const [name, tally] of tallies) console.log(`${name}: ${lastLine(tally)}`);
for (const skip of sum.skipped) console.log(`skipped: ${skip}`);
for (const failure of sum.failed) console.log(`FAILED: ${failure}`);
process.exitCode = isGood(sum) ? 0 : 1;
console.log(lastLine(sum));
