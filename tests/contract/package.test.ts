// The package from `npm pack`, installed into an empty project outside this one.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { complaintsOf } from './type-check';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** npm and npx are scripts, which Windows starts only in a shell. */
const shell = process.platform === 'win32';
const run = promisify(execFile);

/** A client's test: Node's test runner, MSW's server, and facts of the mock-up as literals. */
const CLIENT_TEST = `
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setupServer } from 'msw/node';
import { createMockUp, DIALECTS, grade, handlers, memoryStore, SCENES } from 'toronto-open311-mock';
import { startServer } from 'toronto-open311-mock/server';

const server = setupServer(...handlers);
before(() => server.listen({ onUnhandledRequest: 'bypass' }));

const BASE = 'https://open311.example.org/open311test/ws/';
const CITY = 'jurisdiction_id=toronto.ca';

test('the service list has six services', async () => {
	const response = await fetch(BASE + 'services.xml?' + CITY);
	const codes = (await response.text()).match(/(?<=<service_code>)[^<]+/g);
	const six = ['CSROWC-05', 'CSROWBM-03', 'CSROWR-12', '30102', 'CSROSC-14', 'SWLMALB-02'];
	assert.deepEqual(codes, six);
});

test('a fixed service request is found by its id', async () => {
	const response = await fetch(BASE + 'requests/101000000001.xml?' + CITY);
	assert.match(await response.text(), /<service_request_id>101000000001<.*296 BRUNSWICK AVE/s);
});

test('a report is followed by its token', async () => {
	const body = new URLSearchParams({
		jurisdiction_id: 'toronto.ca',
		service_code: 'SWLMALB-02',
		address_string: 'High Park',
		description: 'Tags all over the bin.'
	});
	const response = await fetch(BASE + 'requests.json', { method: 'POST', body });
	assert.equal(response.status, 200);
	const [{ token }] = await response.json();
	assert.match(String(token), /^9\\d{7}$/);
	const followed = await fetch(BASE + 'tokens/' + token + '.json?' + CITY);
	const [{ service_request_id }] = await followed.json();
	const found = await fetch(BASE + 'requests/' + service_request_id + '.xml?' + CITY);
	assert.match(await found.text(), /<status>open<.*Tags all over the bin\\./s);
});

test('over HTTP: with a fault, a store of the test, and closed', async (context) => {
	assert.deepEqual(DIALECTS.map(({ path }) => path), ['open311test/ws/', 'georeport/v2/']);
	const store = memoryStore();
	const mockUp = createMockUp({ store, prefer: { services: 'code=503' } });
	const { url, close } = await startServer({ mockUp });
	context.after(close);
	assert.match(url, /^http:\\/\\/127\\.0\\.0\\.1:\\d+\\/$/);
	server.close();
	assert.equal((await fetch(url + 'georeport/v2/services.xml')).status, 503);
	const body = new URLSearchParams({ service_code: 'SWLMALB-02', address_string: 'High Park' });
	const response = await fetch(url + 'georeport/v2/requests.xml', { method: 'POST', body });
	assert.match(await response.text(), /<service_request_id>101000900001</);
	assert.equal((await store.all()).length, 1);
	await close();
	await close();
	await assert.rejects(fetch(url + 'georeport/v2/services.xml'));
});

test('the calls of a client are graded', async () => {
	const { handlers, calls } = createMockUp({ record: true });
	server.resetHandlers(...handlers);
	server.listen({ onUnhandledRequest: 'bypass' });
	await fetch(BASE + 'services.xml');
	const { services } = SCENES('toronto', 'xml');
	const failed = grade(services, calls(), null, null).filter(({ verdict }) => verdict === 'failed');
	assert.deepEqual(failed.map(({ check }) => check), ['jurisdiction', 'named-agent']);
});
`;

/** A client for `check`: what it is to do, and where, is in its environment. */
const CHECKED_CLIENT = `
import { writeFileSync } from 'node:fs';
const { OPEN311_ENDPOINT, OPEN311_RESULT, OPEN311_TASK } = process.env;
const { service_request_id } = JSON.parse(OPEN311_TASK);
const url = OPEN311_ENDPOINT + 'requests/' + service_request_id + '.xml?jurisdiction_id=toronto.ca';
const xml = await (await fetch(url, { headers: { 'User-Agent': 'Checked/1 (me@example.org)' } })).text();
const [, code, description] = /<code>(.*)<.code>\\s*<description>(.*)<.description>/.exec(xml);
writeFileSync(OPEN311_RESULT, JSON.stringify({ refused: [{ code, description }] }));
`;

/** A client in TypeScript. Its errors must be detected; otherwise the types are empty. */
const TYPED_CLIENT = `
import { setupServer } from 'msw/node';
import { createMockUp, grade, handlers, memoryStore, SCENES, STANDARD, type Call, type Dialect, type MockUp, type Verdict } from 'toronto-open311-mock';
import { startServer, type RunningServer } from 'toronto-open311-mock/server';

setupServer(...handlers).listen();
const mockUp: MockUp = createMockUp({ store: memoryStore(), prefer: { submit: 'delay=10' } });
setupServer(...mockUp.handlers).listen();
const running: RunningServer = await startServer({ port: 0, mockUp });
const dialect: Dialect = STANDARD;
export const url: string = running.url + dialect.path;
const name: 'toronto' | 'standard' = dialect.name;
export const answer: Promise<Response> = mockUp.answer(new Request(url + name));

const calls: Call[] = createMockUp({ record: true }).calls();
export const verdicts: Verdict[] = grade(SCENES('standard', 'json').busy, calls, null, null);

// @ts-expect-error A method of the API has a name of its own.
createMockUp({ prefer: { report: 'code=503' } });
// @ts-expect-error A port is a number.
await startServer({ port: '3110' });
// @ts-expect-error There are two dialects.
export const wrong: 'chicago' = dialect.name;
// @ts-expect-error A handler is no text.
export const text: string = handlers[0];
`;

/** The client's own manifest, before anything is installed. */
const CLIENT = '{ "name": "client", "private": true, "type": "module" }';

/** The version of MSW that is here, so that npm has it at hand. */
const { version: MSW_HERE } = JSON.parse(
	readFileSync(join(PROJECT, 'node_modules/msw/package.json'), 'utf8')
) as { version: string };

const [NODE_MAJOR = 0, NODE_MINOR = 0] = process.versions.node.split('.').map(Number);

/** MSW 3 needs Node 22.12. */
const HAS_NODE_FOR_3 = NODE_MAJOR > 22 || (NODE_MAJOR === 22 && NODE_MINOR >= 12);

const INSTALL = ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'];

const NODENEXT = {
	module: ts.ModuleKind.NodeNext,
	moduleResolution: ts.ModuleResolutionKind.NodeNext
};

let folder = '';

/** The packed file, and the paths in it. */
let packed: { filename: string; unpackedSize: number; files: { path: string }[] };

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'toronto-open311-mock-'));
	const pack = ['pack', '--json', '--loglevel=error', '--pack-destination', folder];
	const { stdout } = await run('npm', pack, { cwd: PROJECT, shell });
	[packed] = JSON.parse(stdout) as [typeof packed];
	const file = (name: string, text: string) => writeFile(join(folder, name), text);
	await file('package.json', CLIENT);
	await file('client.test.js', CLIENT_TEST);
	await file('client.ts', TYPED_CLIENT);
	await file('checked-client.mjs', CHECKED_CLIENT);
	await run('npm', [...INSTALL, `./${packed.filename}`, `msw@${MSW_HERE}`], { cwd: folder, shell });
}, 240_000);

afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

test('it contains only the mock-up, and depends only on MSW', async () => {
	const foreign = packed.files.filter(
		({ path }) =>
			!/^(?:LICENSE|README\.md|package\.json|dist-package\/(?:mocks|package)\/[\w/-]+(?:\.d\.ts|\.js)|dist-package\/src\/report\/[\w-]+(?:\.d\.ts|\.js)|dist-package\/src\/(?:georeport|document|answer|cases)\/[\w-]+\.d\.ts|mocks\/check\/clients\/client\.(?:mjs|py))$/.test(
				path
			)
	);
	expect(foreign).toEqual([]);
	expect(packed.unpackedSize).toBeLessThan(600_000);
	const text = await readFile(
		join(folder, 'node_modules/toronto-open311-mock/package.json'),
		'utf8'
	);
	const { dependencies = {}, peerDependencies } = JSON.parse(text) as Record<string, object>;
	expect({ ...dependencies, ...peerDependencies }).toEqual({ msw: '^2.11.0 || ^3.0.0' });
	expect(packed.files.map(({ path }) => path)).toContain('LICENSE');
});

test('publint and attw find nothing wrong with it', async () => {
	const file = join(folder, packed.filename);
	const tool = (name: string, ...args: string[]) =>
		run(process.execPath, [join(PROJECT, 'node_modules', name), ...args], { cwd: folder }).then(
			({ stdout }) => ({ code: 0, stdout }),
			({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout })
		);
	const publint = await tool('publint/src/cli.js', file, '--strict');
	expect(publint.stdout).toContain('All good!');
	expect(publint.code).toBe(0);
	// It has ES modules alone; what Node's CommonJS of old makes of them is not the matter.
	const attw = await tool('@arethetypeswrong/cli/dist/index.js', file, '--profile', 'esm-only');
	expect(attw.stdout.match(/^node16 \(from ESM\): 🟢/gm)).toHaveLength(3);
	expect(attw.code).toBe(0);
}, 120_000);

/** The client's test under the MSW that is installed in a folder. */
async function expectClientPasses(cwd: string) {
	const args = ['--test', '--test-reporter=tap', 'client.test.js'];
	const { stdout } = await run(process.execPath, args, { cwd }).catch(
		(error: { stdout: string }) => error
	);
	expect(stdout).not.toMatch(/^ *not ok /m);
	expect(stdout.match(/^ *ok \d+ - (?:the|a|over) /gm)).toHaveLength(5);
}

/** The typed client with one way to find modules. */
function expectTypesKnown(cwd: string, how: ts.CompilerOptions) {
	const options = {
		...how,
		exactOptionalPropertyTypes: true,
		// The types of MSW's own dependencies are not under test.
		skipLibCheck: true
	};
	expect(complaintsOf(join(cwd, 'client.ts'), options)).toEqual([]);
}

test(
	'a client can be tested with its handlers and its server',
	() => expectClientPasses(folder),
	120_000
);

test.each([
	['nodenext', NODENEXT],
	['bundler', { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }]
])('TypeScript finds its types (resolution %s)', (_, how) => expectTypesKnown(folder, how), 60_000);

test.for(['2.11.0', '3'])(
	'the same with MSW %s, the end of what it takes',
	{ timeout: 240_000 },
	async (version, { skip }) => {
		if (version === '3' && !HAS_NODE_FOR_3) skip(`MSW 3 needs Node 22.12, not ${process.version}`);
		const other = await mkdtemp(join(tmpdir(), 'toronto-open311-mock-'));
		onTestFinished(() => rm(other, { recursive: true, force: true, maxRetries: 3 }));
		await writeFile(join(other, 'package.json'), CLIENT);
		await writeFile(join(other, 'client.test.js'), CLIENT_TEST);
		await writeFile(join(other, 'client.ts'), TYPED_CLIENT);
		const file = join(folder, packed.filename);
		const failure = await run('npm', [...INSTALL, file, `msw@${version}`], {
			cwd: other,
			shell
		}).then(
			() => null,
			(error: { stderr: string }) => error.stderr
		);
		if (/\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENOTCACHED)\b/.test(failure ?? '')) {
			skip(`npm cannot get MSW ${version} here.`);
		}
		expect(failure).toBe(null);
		const manifest = await readFile(join(other, 'node_modules/msw/package.json'), 'utf8');
		expect((JSON.parse(manifest) as { version: string }).version).toMatch(
			version === '3' ? /^3\./ : /^2\.11\.0$/
		);
		await expectClientPasses(other);
		expectTypesKnown(other, NODENEXT);
	}
);

/** Starts a program; resolves once it has printed the mock-up's URL, with a way to stop it. */
async function serving(command: string, ...args: string[]) {
	const stdio = ['ignore', 'pipe', 'pipe'] as const;
	const program = spawn(command, args, { cwd: folder, shell, stdio: [...stdio] });
	onTestFinished(() => void program.kill('SIGKILL'));
	const ended = once(program, 'close');
	let errors = '';
	program.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
	const base = await new Promise<string>((resolve, reject) => {
		let printed = '';
		program.once('exit', () => reject(new Error(`It ended early. ${errors}`)));
		program.stdout.setEncoding('utf8').on('data', (chunk: string) => {
			printed += chunk;
			const [url] = /http:\S+\/georeport\/v2\/(?=\n)/.exec(printed) ?? [];
			if (url !== undefined) resolve(url);
		});
	});
	return {
		program,
		base,
		ended: ended.then(([code]) => ({ code: code as number | null, errors }))
	};
}

const PORT = ['--port', '0'];

test('npx starts the mock-up over HTTP, and it stops with npx', async () => {
	const npx = await serving('npx', '--no-install', 'toronto-open311-mock', ...PORT);
	const response = await fetch(`${npx.base}requests/101000000001.json`);
	expect(await response.json()).toMatchObject([{ service_request_id: '101000000001' }]);
	npx.program.kill('SIGTERM');
	expect((await npx.ended).errors).toBe('');
	await expect(fetch(`${npx.base}services.xml`)).rejects.toThrow('fetch failed');
}, 120_000);

test('the program answers, and exits with 0 on SIGTERM', async () => {
	const { program, base, ended } = await serving(
		join(folder, 'node_modules/.bin/toronto-open311-mock'),
		...PORT
	);
	const response = await fetch(`${base}services.xml`);
	expect((await response.text()).match(/<service>/g)).toHaveLength(6);
	program.kill('SIGTERM');
	expect(await ended).toEqual({ code: 0, errors: '' });
}, 120_000);

test('npx checks a client: its report alone is on standard output', async () => {
	const scenes = [
		'--scene',
		'gone',
		'--report',
		'json',
		'--',
		process.execPath,
		'checked-client.mjs'
	];
	const npx = ['--no-install', 'toronto-open311-mock', 'check', ...scenes];
	const { stdout, stderr } = await run('npx', npx, { cwd: folder, shell });
	expect(JSON.parse(stdout)).toMatchObject({
		failed: 0,
		scenes: [{ scene: 'gone', dialect: 'toronto', format: 'xml', outcome: 'passed' }]
	});
	expect(stderr).toBe('gone: begins (1 of 1, at most 30 s)\ngone: passed\n');
}, 120_000);

test('an unknown flag gets an error with the program’s usage', async () => {
	const program = join(folder, 'node_modules/.bin/toronto-open311-mock');
	const failure = await run(program, ['--colour'], { cwd: folder, shell }).then(
		() => null,
		(error: { code: number; stderr: string }) => error
	);
	expect(failure?.code).toBe(2);
	expect(failure?.stderr).toContain('Usage: npx toronto-open311-mock [--port 3110]');
}, 120_000);
