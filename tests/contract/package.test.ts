// The package from `npm pack`, installed into an empty project outside this one.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
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
import { createMockUp, DIALECTS, handlers, memoryStore } from 'toronto-open311-mock';
import { startServer } from 'toronto-open311-mock/server';

const server = setupServer(...handlers);
before(() => server.listen({ onUnhandledRequest: 'bypass' }));
after(() => server.close());

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
`;

/** A client in TypeScript. Its errors must be detected; otherwise the types are empty. */
const TYPED_CLIENT = `
import { setupServer } from 'msw/node';
import { createMockUp, handlers, memoryStore, STANDARD, type Dialect, type MockUp } from 'toronto-open311-mock';
import { startServer, type RunningServer } from 'toronto-open311-mock/server';

setupServer(...handlers).listen();
const mockUp: MockUp = createMockUp({ store: memoryStore(), prefer: { submit: 'delay=10' } });
setupServer(...mockUp.handlers).listen();
const running: RunningServer = await startServer({ port: 0, mockUp });
const dialect: Dialect = STANDARD;
export const url: string = running.url + dialect.path;
const name: 'toronto' | 'standard' = dialect.name;
export const answer: Promise<Response> = mockUp.answer(new Request(url + name));

// @ts-expect-error A method of the API has a name of its own.
createMockUp({ prefer: { report: 'code=503' } });
// @ts-expect-error A port is a number.
await startServer({ port: '3110' });
// @ts-expect-error There are two dialects.
export const wrong: 'chicago' = dialect.name;
// @ts-expect-error A handler is no text.
export const text: string = handlers[0];
`;

let folder = '';

/** The packed file, and the paths in it. */
let packed: { filename: string; unpackedSize: number; files: { path: string }[] };

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'toronto-open311-mock-'));
	const pack = ['pack', '--json', '--loglevel=error', '--pack-destination', folder];
	const { stdout } = await run('npm', pack, { cwd: PROJECT, shell });
	[packed] = JSON.parse(stdout) as [typeof packed];
	const file = (name: string, text: string) => writeFile(join(folder, name), text);
	await file('package.json', '{ "name": "client", "private": true, "type": "module" }');
	await file('client.test.js', CLIENT_TEST);
	await file('client.ts', TYPED_CLIENT);
	// This version, which npm has in its cache.
	const msw = await readFile(join(PROJECT, 'node_modules/msw/package.json'), 'utf8');
	const { version } = JSON.parse(msw) as { version: string };
	const install = ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'];
	await run('npm', [...install, `./${packed.filename}`, `msw@${version}`], { cwd: folder, shell });
}, 240_000);

afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

test('it contains only the mock-up, and depends only on MSW', async () => {
	const foreign = packed.files.filter(
		({ path }) =>
			!/^(?:LICENSE|README\.md|package\.json|dist-package\/(?:mocks|package)\/[\w/-]+(?:\.d\.ts|\.js)|dist-package\/src\/(?:georeport|document|answer|cases)\/[\w-]+\.d\.ts)$/.test(
				path
			)
	);
	expect(foreign).toEqual([]);
	expect(packed.unpackedSize).toBeLessThan(400_000);
	const text = await readFile(
		join(folder, 'node_modules/toronto-open311-mock/package.json'),
		'utf8'
	);
	const { dependencies = {}, peerDependencies } = JSON.parse(text) as Record<string, object>;
	expect(Object.keys({ ...dependencies, ...peerDependencies })).toEqual(['msw']);
});

test('a client can be tested with its handlers and its server', async () => {
	const args = ['--test', '--test-reporter=tap', 'client.test.js'];
	const { stdout } = await run(process.execPath, args, { cwd: folder }).catch(
		(error: { stdout: string }) => error
	);
	expect(stdout).not.toMatch(/^ *not ok /m);
	expect(stdout.match(/^ *ok \d+ - (?:the|a|over) /gm)).toHaveLength(4);
}, 120_000);

test.each([
	[
		'nodenext',
		{ module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext }
	],
	['bundler', { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }]
])(
	'TypeScript finds its types (resolution %s)',
	(_, how) => {
		const options = {
			...how,
			exactOptionalPropertyTypes: true,
			// The types of MSW's own dependencies are not under test.
			skipLibCheck: true
		};
		expect(complaintsOf(join(folder, 'client.ts'), options)).toEqual([]);
	},
	60_000
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

test('an unknown flag gets an error with the program’s usage', async () => {
	const program = join(folder, 'node_modules/.bin/toronto-open311-mock');
	const failure = await run(program, ['--colour'], { cwd: folder, shell }).then(
		() => null,
		(error: { code: number; stderr: string }) => error
	);
	expect(failure?.code).toBe(2);
	expect(failure?.stderr).toContain('Usage: npx toronto-open311-mock [--port 3110]');
}, 120_000);
