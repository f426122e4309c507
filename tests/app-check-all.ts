/**
 * `npm run app-check:all`: checks both example clients in both dialects and both formats, side by
 * side, and then every mistake of `tests/contract/client-faults/` in every scene. Prints a line for
 * each check; exits with 1 if one was not passed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { checkClient } from '../mocks/hosts/check-command';

const CLIENTS = [
	['node', 'mocks/check/clients/client.mjs'],
	['python3', 'mocks/check/clients/client.py']
] as const;

const DIALECTS = ['toronto', 'standard'];
const FORMATS = ['xml', 'json'];

/** Checks a client; returns whether it passed. Its own output is printed if it did not. */
async function check(program: string, file: string, dialect: string, format: string) {
	const begun = performance.now();
	const lines: string[] = [];
	let report = '';
	const args = ['--dialect', dialect, '--format', format, '--', program, file];
	const code = await checkClient(args, {
		out: (text) => (report += text),
		err: (line) => lines.push(line),
		whenTold: (end) => process.once('SIGINT', end).once('SIGTERM', end)
	});
	const seconds = ((performance.now() - begun) / 1000).toFixed(0);
	const outcome = code === 0 ? 'passed' : `ended with ${code}`;
	console.log(`${file} in ${dialect} and ${format}: ${outcome} (${seconds} s)`);
	if (code !== 0) console.log([...lines, report].join('\n'));
	return code === 0;
}

/** Plays every scene with every mistake; returns whether each was named. */
async function checkMistakes(): Promise<boolean> {
	const vitest = ['node_modules/vitest/vitest.mjs', 'run', 'tests/contract/client-check.test.ts'];
	const env = { ...process.env, EVERY_SCENE: '1' };
	const child = spawn(process.execPath, vitest, { env, stdio: 'inherit' });
	const [code] = (await once(child, 'close')) as [number | null];
	return code === 0;
}

const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython) console.log('client.py: skipped, since there is no python3');
const clients = CLIENTS.filter(([program]) => program !== 'python3' || hasPython);
const checks = clients.flatMap(([program, file]) =>
	DIALECTS.flatMap((dialect) => FORMATS.map((format) => check(program, file, dialect, format)))
);
const passed = await Promise.all(checks);
const named = await checkMistakes();
process.exitCode = named && passed.every(Boolean) ? 0 : 1;
