// `npm run app-check`: how clients are run, and that nothing of them is left.
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CheckReport } from '../../mocks/check/scene';
import { checkClient } from '../../mocks/hosts/check-command';

/** A client that reads the service list, or does what its first argument says. */
const CLIENT = `
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
const { OPEN311_ENDPOINT, OPEN311_JURISDICTION, OPEN311_RESULT, OPEN311_FORMAT, OPEN311_SCENE } = process.env;
const [, , what, file] = process.argv;
const url = OPEN311_ENDPOINT + 'services.' + OPEN311_FORMAT + '?jurisdiction_id=' + OPEN311_JURISDICTION;
const services = async () => (await fetch(url, { headers: { 'User-Agent': 'Tiny client 1' } })).json();
const write = (text) => writeFileSync(OPEN311_RESULT, text);
const runOn = () => setInterval(() => {}, 1000);
switch (what) {
	case 'good':
		console.log('Asking for ' + OPEN311_SCENE + '\\nand more');
		write(JSON.stringify({ services: await services() }, (name, value) => (name === 'service_code' ? String(value) : value)));
		break;
	case 'variables':
		writeFileSync(file, JSON.stringify(process.env));
		break;
	case 'fails':
		process.exitCode = 3;
		break;
	case 'broken':
		write('{"services": [');
		break;
	case 'list':
		write('[]');
		break;
	case 'huge':
		write(JSON.stringify({ error: 'a'.repeat(1_000_000) }));
		break;
	case 'folder':
		await import('node:fs').then(({ mkdirSync }) => mkdirSync(OPEN311_RESULT));
		break;
	case 'calls':
		await Promise.all(Array.from({ length: 60 }, services));
		break;
	case 'prints':
		for (let line = 0; line < 1200; line++) console.log('x'.repeat(3000));
		break;
	case 'never ends':
		process.on('SIGTERM', () => {});
		writeFileSync(file, String(process.pid));
		runOn();
		break;
	case 'forks': {
		const child = spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)'], { stdio: 'inherit' });
		writeFileSync(file, String(child.pid));
		child.unref();
		break;
	}
	case 'waits':
		console.log('waiting');
		runOn();
}
`;

let folder = '';

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'check-command-'));
	await writeFile(join(folder, 'client.mjs'), CLIENT);
});

afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

/** Runs the command; `told` ends it when a line that it prints has this text. */
async function checking(args: readonly string[], told?: string) {
	const printed = { out: '', err: '' };
	let tell = () => {};
	const code = await checkClient(args, {
		out: (text) => (printed.out += `${text}\n`),
		err(line) {
			printed.err += `${line}\n`;
			if (told !== undefined && line.includes(told)) tell();
		},
		whenTold: (end) => (tell = end)
	});
	return { code, ...printed };
}

/** Checks the client above in the scene `services`, with JSON for format and report. */
async function checkingClient(
	what: readonly string[],
	options: readonly string[] = [],
	told?: string
) {
	const { code, out, err } = await checking(
		[
			...['--scene', 'services', '--report', 'json', '--format', 'json', ...options, '--'],
			...[process.execPath, join(folder, 'client.mjs'), ...what]
		],
		told
	);
	const report = JSON.parse(out) as CheckReport;
	const verdicts = report.scenes[0]?.verdicts ?? [];
	const verdictOf = (name: string) => verdicts.find(({ check }) => check === name)?.verdict;
	return { code, err, report, verdictOf };
}

/** Whether a process runs; where nobody asks how it ended, it is still listed, as a zombie. */
function isRunning(pid: number) {
	try {
		process.kill(pid, 0);
		return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'ENOENT' && !existsSync('/proc/self');
	}
}

/** The process whose id is in a file of the folder. */
const pidIn = async (name: string) => Number(await readFile(join(folder, name), 'utf8'));

test.concurrent('a good client passes, and only the report is on standard output', async () => {
	const { code, err, report } = await checkingClient(['good']);
	expect(report.scenes).toMatchObject([
		{ scene: 'services', dialect: 'toronto', format: 'json', outcome: 'passed' }
	]);
	expect(err).toBe(
		'services: begins (1 of 1, at most 30 s)\nservices: Asking for services\nservices: and more\nservices: passed\n'
	);
	expect(code).toBe(0);
});

test.concurrent('the client reads from its environment what to do', async () => {
	const file = join(folder, 'variables.json');
	await checkingClient(['variables', file], ['--dialect', 'standard']);
	const variables = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
	expect(variables).toMatchObject({
		OPEN311_DISCOVERY: expect.stringMatching(
			/^http:\/\/127\.0\.0\.1:\d+\/georeport\/v2\/discovery\.xml$/
		),
		OPEN311_ENDPOINT: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/georeport\/v2\/$/),
		OPEN311_JURISDICTION: 'toronto.ca',
		OPEN311_FORMAT: 'json',
		OPEN311_SCENE: 'services',
		OPEN311_TASK: '{"do":"services"}',
		PATH: process.env.PATH
	});
	await expect(readFile(variables.OPEN311_RESULT ?? '')).rejects.toThrow('ENOENT');
});

test.concurrent.each([
	[['--scene', 'busi', '--', 'node'], '--scene busi is not known. Give one of services,'],
	[
		['--dialect', 'chicago', '--', 'node'],
		'--dialect chicago is not known. Give one of toronto, standard.\n'
	],
	[['--format', 'yaml', '--', 'node'], '--format yaml is not known. Give one of xml, json.\n'],
	[
		['--report', 'pdf', '--', 'node'],
		'--report pdf is not known. Give one of text, json, junit, markdown.\n'
	],
	[
		['--timeout', '0', '--', 'node'],
		'--timeout 0 is no number of seconds. Give one from 1 to 3600.\n'
	],
	[['--timeout', 'soon', '--', 'node'], '--timeout soon is no number of seconds.'],
	[['--colour', '--', 'node'], "Unknown option '--colour'. See --help.\n"],
	[['--scene', 'busy'], "No command was given. Put the client's command after --"],
	[['--scene', 'busy', '--'], 'No command was given.'],
	[['--', '/nowhere/client', '-x'], 'The command /nowhere/client was not found.'],
	[['--', tmpdir()], `The command ${tmpdir()} cannot be started: `]
])('%j exits with 2 and one line', async (args, line) => {
	const { code, out, err } = await checking(args);
	expect([code, out]).toEqual([2, '']);
	expect(err).toContain(line);
	expect(err.trimEnd().split('\n')).toHaveLength(1);
});

test('--help prints the usage', async () => {
	const { code, out, err } = await checking(['--help']);
	expect([code, err]).toEqual([0, '']);
	expect(out).toMatch(/^Usage: npm run -s app-check -- /);
	expect(out).toContain(' lost-answer, refused, needs-key, gone, broken-answer, silence\n');
});

test.concurrent('a client that ends at once without a result is graded on its calls', async () => {
	const { code, err, verdictOf } = await checkingClient(['fails']);
	expect(err).toContain('services: It wrote no result, so checks that need one are not asked.\n');
	expect(verdictOf('reads-services')).toBe('not reached');
	expect(verdictOf('ends-in-order')).toBe('failed');
	expect(code).toBe(1);
});

test.concurrent.each([
	['broken', 'services: Its result is not JSON: '],
	['list', 'services: Its result is JSON, but no object.'],
	['huge', 'services: Its result has 1000012 bytes and is not read. Write at most 1000000.\n'],
	['folder', 'services: OPEN311_RESULT is no file any more, so there is no result.\n']
])('a result that cannot be used (%s) counts as none, and is named', async (what, line) => {
	const { err, verdictOf } = await checkingClient([what]);
	expect(err).toContain(line);
	expect(verdictOf('reads-services')).toBe('not reached');
});

test.concurrent('a flood of calls is found', async () => {
	const { code, verdictOf } = await checkingClient(['calls']);
	expect(verdictOf('no-hammering')).toBe('failed');
	expect(code).toBe(0);
});

test.concurrent('a flood of output is cut, in lines and in their length', async () => {
	const { err } = await checkingClient(['prints']);
	const lines = err.split('\n').filter((line) => line.includes('xxx'));
	expect(lines).toHaveLength(1000);
	expect(lines[0]).toBe(`services: ${'x'.repeat(2000)}…`);
	expect(err).toContain('services: … It printed more than 1000 lines.\n');
});

test.concurrent('a client that never ends is ended when its time is up', async () => {
	const file = join(folder, 'never-ends');
	const { code, err, verdictOf } = await checkingClient(['never ends', file], ['--timeout', '1']);
	expect(err).toContain('services: begins (1 of 1, at most 1 s)\n');
	expect(verdictOf('ends-in-order')).toBe('failed');
	expect(code).toBe(1);
	expect(isRunning(await pidIn('never-ends'))).toBe(false);
});

test.concurrent('what a client has started does not outlive it', async () => {
	const { verdictOf } = await checkingClient(['forks', join(folder, 'forked')]);
	expect(verdictOf('ends-in-order')).toBe('passed');
	expect(isRunning(await pidIn('forked'))).toBe(false);
});

test.concurrent('told to end, it ends the client and prints what was graded', async () => {
	const { code, report, err } = await checkingClient(['waits'], [], 'services: waiting');
	expect(err).toContain('Stopped in services (1 of 1); the report has the scenes before it.\n');
	expect([code, report.scenes]).toEqual([1, []]);
});
