/**
 * `npm run app-check:all`: checks the example clients, in both dialects and both formats. Standard output
 * gets one report for each; exits with 0 if all pass.
 */
import { fileURLToPath } from 'node:url';
import { checkClient } from './check-command';

const CLIENTS = [
	{ program: process.execPath, file: 'client.mjs' },
	{ program: 'python3', file: 'client.py' }
];

const pathOf = (file: string) =>
	fileURLToPath(new URL(`../check/clients/${file}`, import.meta.url));

const RUNS = CLIENTS.flatMap(({ program, file }) =>
	['toronto', 'standard'].flatMap((dialect) =>
		['xml', 'json'].map((format) => ({
			name: `${file}, ${dialect}, ${format}`,
			args: ['--dialect', dialect, '--format', format, '--', program, pathOf(file)]
		}))
	)
);

const ends: (() => void)[] = [];
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
	process.on(signal, () => ends.forEach((end) => end()));
}

// All at a time: most of a run is waiting.
const codes = await Promise.all(
	RUNS.map(({ name, args }) =>
		checkClient(args, {
			out: (text) => console.log(`${name}\n${text}\n`),
			err: (line) => console.error(`${name}: ${line}`),
			whenTold: (end) => ends.push(end)
		})
	)
);
process.exitCode = Math.max(...codes);
