import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs a process and resolves to its output, without the machine's proxies and rc files. */
function run(program: string, args: readonly string[]): Promise<{ out: string; err: string }> {
	const { PATH, HOME } = process.env;
	const child = spawn(program, args, {
		env: { PATH, HOME, LANG: 'C.UTF-8', PYTHONUTF8: '1', no_proxy: '*' },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let out = '';
	let err = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
	return new Promise((done, fail) => {
		child.once('error', fail);
		child.once('close', () => done({ out, err }));
	});
}

/** Whether a program exists and runs with these arguments. */
export async function canRun(program: string, ...args: string[]): Promise<boolean> {
	return new Promise((done) => {
		const child = spawn(program, args, { stdio: 'ignore' });
		child.once('error', () => done(false));
		child.once('close', (code) => done(code === 0));
	});
}

/** How to run many files in one process, each after a line that names it. */
export interface Runner {
	program: string;
	/** The extension of the files. */
	ending: string;
	/** The source of the driver, which gets the files as arguments. */
	driver: string;
}

const MARK = '\u241e';

/** Bash for curl, wget and HTTPie. */
export const BASH: Runner = {
	program: 'bash',
	ending: 'sh',
	driver: `for file in "$@"; do printf '${MARK}'; bash "$file" 2>&1; done`
};

/** CPython. */
export const PYTHON: Runner = {
	program: 'python3',
	ending: 'py',
	driver: `import runpy, sys, traceback
for file in sys.argv[1:]:
    print('${MARK}', end='', flush=True)
    try:
        runpy.run_path(file, run_name='__main__')
    except BaseException:
        traceback.print_exc(file=sys.stdout)
`
};

/** The Node that runs the tests. */
export const NODE: Runner = {
	program: process.execPath,
	ending: 'mjs',
	driver: `for (const file of process.argv.slice(2)) {
	process.stdout.write('${MARK}');
	await import(file).catch(console.log);
}
`
};

/**
 * Writes each sample to a file, runs all of them in one process, and resolves to what each printed.
 */
export async function runSamples(runner: Runner, samples: readonly string[]): Promise<string[]> {
	const folder = await mkdtemp(join(tmpdir(), 'samples-'));
	try {
		const write = async (name: string, text: string) => {
			const file = join(folder, `${name}.${runner.ending}`);
			await writeFile(file, text);
			return file;
		};
		const driver = await write('driver', runner.driver);
		const files = await Promise.all(samples.map((text, at) => write(`sample${at}`, text)));
		const { out, err } = await run(runner.program, [driver, ...files]);
		const printed = out.split(MARK).slice(1);
		if (printed.length !== samples.length) throw new Error(`The driver broke off: ${err}${out}`);
		return printed;
	} finally {
		await rm(folder, { recursive: true });
	}
}
