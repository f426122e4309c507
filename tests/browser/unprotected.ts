/**
 * `npm run unprotected`: removes one protection after the other, builds the page without it, and
 * runs the tests that must then fail. Exits with 1 if one passes, because then it tests nothing.
 * `-- --only WORDS` runs only the protections whose description contains these words.
 */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROTECTIONS, type Protection, type Removal } from './protections.ts';

/** What the build of the page does not need. */
const LEFT_OUT = ['.git', 'dist', 'dist-package', 'node_modules', 'test-results', 'tests'];

const TOOLS = {
	vite: 'node_modules/vite/bin/vite.js',
	playwright: 'node_modules/@playwright/test/cli.js'
};

/** Runs a tool of the project; returns whether it succeeded, and its output. */
function run(tool: keyof typeof TOOLS, args: string[], cwd: string, env = {}) {
	const program = join(process.cwd(), TOOLS[tool]);
	const child = spawn(process.execPath, [program, ...args], {
		cwd,
		env: { ...process.env, ...env }
	});
	let said = '';
	child.stdout.on('data', (text: Buffer) => (said += text.toString()));
	child.stderr.on('data', (text: Buffer) => (said += text.toString()));
	return new Promise<{ well: boolean; said: string }>((done) => {
		child.once('close', (code) => done({ well: code === 0, said }));
	});
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Takes a piece out of a file of a copy of the project. */
async function remove({ file, replace: [text, by] }: Removal, folder: string) {
	const path = join(folder, file);
	const before = await readFile(path, 'utf8');
	if (before.split(text).length !== 2) {
		throw new Error(`${file} does not hold exactly once: ${text}`);
	}
	await writeFile(
		path,
		before.replace(text, () => by)
	);
}

/** Builds the page without a protection in a folder, and returns the path of the build. */
async function buildWithout(protection: Protection, folder: string) {
	for (const source of (await readdir('.')).filter((name) => !LEFT_OUT.includes(name))) {
		await cp(source, join(folder, source), { recursive: true });
	}
	await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
	await remove(protection, folder);
	if (protection.also) await remove(protection.also, folder);
	const { well, said } = await run('vite', ['build'], folder);
	if (!well) throw new Error(`The page does not build without it:\n${said}`);
	return join(folder, 'dist');
}

const PROJECTS = ['--project', 'chromium', '--project', 'webgl'];

/** Runs the tests with these titles on a build. */
function runRows(rows: readonly string[], directory: string, more: readonly string[] = []) {
	const grep = `spec\\.ts (?:${rows.map(escaped).join('|')})(?: @\\w+)*$`;
	return run(
		'playwright',
		['test', ...PROJECTS, '--reporter', 'line', '-g', grep, ...more],
		process.cwd(),
		{
			PLAYGROUND_DIST: directory,
			PLAYGROUND_TEST_PORT: process.env.PLAYGROUND_TEST_PORT ?? '4391',
			BROWSER_REPORT: ''
		}
	);
}

/** Returns the tests that still pass although they must fail. */
async function survivors(rows: readonly string[], directory: string): Promise<string[]> {
	const passed: string[] = [];
	for (const row of rows) {
		const { well, said } = await runRows([row], directory, ['--timeout', '45000']);
		if (well) passed.push(row);
		else if (!/^ +1 failed$/m.test(said)) {
			throw new Error(`“${row}” did not fail, it could not be run:\n${said}`);
		}
	}
	return passed;
}

/** Runs the tests on the unchanged page: failures mean something only for tests that pass there. */
async function expectAllPass(rows: readonly string[]) {
	const folder = await mkdtemp(join(tmpdir(), 'protected-'));
	const built = await run('vite', ['build', '--outDir', folder, '--emptyOutDir'], process.cwd());
	const { well, said } = await runRows(rows, folder);
	await rm(folder, { recursive: true });
	if (!built.well || !well) throw new Error(`Not every row passes on the whole page:\n${said}`);
	console.log('with all protections every row passes');
}

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const chosen = PROTECTIONS.filter(({ without }) => without.includes(values.only));
await expectAllPass([...new Set(chosen.flatMap(({ rows }) => rows))]);
let rows = 0;
let unnoticed = 0;
for (const protection of chosen) {
	const folder = await mkdtemp(join(tmpdir(), 'unprotected-'));
	try {
		const passed = await survivors(protection.rows, await buildWithout(protection, folder));
		rows += protection.rows.length;
		unnoticed += passed.length;
		console.log(`without ${protection.without}:`);
		for (const row of protection.rows) {
			console.log(`  ${passed.includes(row) ? 'STILL PASSES' : 'fails'}: ${row}`);
		}
	} finally {
		await rm(folder, { recursive: true });
	}
}
console.log(`${rows - unnoticed} of ${rows} rows fail without their protection`);
process.exitCode = unnoticed === 0 ? 0 : 1;
