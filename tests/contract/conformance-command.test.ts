// `npm run conformance` against correct, faulty and silent servers: once as a program, otherwise
// called in this process. Against the mock-up it also runs all cases over HTTP.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { XMLValidator } from 'fast-xml-parser';
import { expect, onTestFinished, test } from 'vitest';
import { CASES } from '../../mocks/cases/index';
import { createMockUp } from '../../mocks/hosts/mock-up';
import { createMockServer } from '../../mocks/hosts/server';
import { runConformance } from '../../src/cases/command';

/** The time limit for runs of every case and for programs, in milliseconds. */
const FULL_RUN = 60_000;
const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** Runs the program, and resolves once it has exited. */
async function spawned(...flags: string[]) {
	const program = spawn(
		process.execPath,
		['node_modules/tsx/dist/cli.mjs', 'src/cases/command.ts', ...flags],
		{ cwd: PROJECT, stdio: ['ignore', 'pipe', 'pipe'] }
	);
	onTestFinished(() => void program.kill('SIGKILL'));
	let [output, errors] = ['', ''];
	program.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
	program.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
	const [code] = await once(program, 'close');
	return { code: code as number | null, output, errors };
}

/** Runs the same in this process. */
async function ended(...flags: string[]) {
	let [output, errors] = ['', ''];
	const code = await runConformance(flags, {
		async out(text) {
			output += text;
		},
		err: (text) => (errors += text)
	});
	return { code, output, errors };
}

async function serving(listener: RequestListener): Promise<string> {
	const server = createServer(listener).listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.close();
		server.closeAllConnections();
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function mockUp(): Promise<string> {
	const server = createMockServer(createMockUp(), () => {}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.close();
		server.closeAllConnections();
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

interface Result {
	id: string;
	format: string;
	outcome: string;
}

test.each([
	['standard', 'georeport/v2/'],
	['toronto', 'open311test/ws/']
] as const)(
	'against the mock-up, %s dialect, every case passes in both formats, and so do the general ones',
	async (_, path) => {
		const endpoint = (await mockUp()) + path;
		const { code, output, errors } = await ended('--endpoint', endpoint, '--format', 'json');
		expect(errors).toMatch(/^\d+ passed, 0 failed, 0 skipped\n$/);
		expect(code).toBe(0);
		const { results } = JSON.parse(output) as { results: Result[] };
		const passed = (format: string) => (id: string) =>
			results.some((each) => each.id === id && each.format === format && each.outcome === 'passed');
		for (const format of ['xml', 'json']) {
			expect(CASES.map(({ id }) => id).filter((id) => !passed(format)(id))).toEqual([]);
			expect(passed(format)('general-submit')).toBe(true);
		}
	},
	FULL_RUN
);

/** A server with another name for a required field. */
function brokenServer() {
	const inner = createMockUp();
	return serving(async (incoming, outgoing) => {
		const url = `http://localhost/georeport/v2${incoming.url}`;
		const answer = await inner.answer(new Request(url, { method: incoming.method ?? 'GET' }));
		const text = (await answer.text()).replaceAll('service_name', 'title');
		outgoing
			.writeHead(answer.status, { 'Content-Type': answer.headers.get('Content-Type') ?? '' })
			.end(text);
	});
}

test('a server that breaks the specification fails, with exit code 1', async () => {
	const flags = ['--endpoint', await brokenServer(), '--jurisdiction', 'toronto.ca'];
	const { code, output, errors } = await ended(...flags, '--formats', 'xml');
	expect(code).toBe(1);
	expect(output).toMatch(/^# GeoReport v2: http/);
	expect(output).toMatch(/\| skipped \| general-submit \|.*writing was not allowed/);
	expect(errors).toMatch(/^\d+ passed, [1-9]\d* failed, [1-9]\d* skipped\n$/);
});

test(
	'the program writes only JUnit XML, and exits with the right code',
	async () => {
		const flags = ['--endpoint', await brokenServer(), '--jurisdiction', 'toronto.ca'];
		const { code, output, errors } = await spawned(...flags, '--format', 'junit');
		expect(code).toBe(1);
		expect(errors).toMatch(/^\d+ passed, [1-9]\d* failed, [1-9]\d* skipped\n$/);
		expect(XMLValidator.validate(output)).toBe(true);
		expect(output).toMatch(/^<\?xml /);
		expect(output.match(/<testcase /g)?.length).toBeGreaterThanOrEqual(20);
	},
	FULL_RUN
);

test('an unreachable, different or slow server gives a clear message and exit code 2', async () => {
	const down = await ended('--endpoint', 'http://127.0.0.1:9/');
	expect(down.errors).toMatch(/^http:\/\/127\.0\.0\.1:9\/services\.xml could not be asked: .+\n$/);
	const page = await serving((_, outgoing) =>
		outgoing.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>Hello')
	);
	const other = await ended('--endpoint', page);
	expect(other.errors).toMatch(
		/^This is no GeoReport v2 endpoint that answers: GET .*services\.xml gave 200, text\/html\n$/
	);
	const silent = await serving(() => {});
	const slow = await ended('--endpoint', silent, '--timeout', '0.5');
	expect(slow.errors).toMatch(/did not answer within 0\.5 s\.\n$/);
	const wrong = await ended('--endpoint', 'nowhere');
	expect(wrong.errors).toMatch(/^--endpoint nowhere: give an http or https URL\./);
	for (const { code, output } of [down, other, slow, wrong]) {
		expect([code, output]).toEqual([2, '']);
	}
});

test('the key goes to the endpoint alone, and not into the report', async () => {
	const KEY = 'planted & "key" 0123';
	const service = { service_code: '1', service_name: KEY, metadata: false, type: 'realtime' };
	const LISTS = [
		['/services.json', 'application/json', JSON.stringify([service])],
		[
			'/services.xml',
			'text/xml',
			'<services><service><service_code>1</service_code><service_name>planted &amp; "key" 0123</service_name><metadata>false</metadata><type>realtime</type></service></services>'
		]
	] as const;
	let elsewhere = '';
	const other = await serving((request, response) => {
		request.on('data', (chunk) => (elsewhere += String(chunk)));
		elsewhere += request.url;
		response.end();
	});
	const endpoint = await serving((request, response) => {
		request.resume().on('end', () => {
			const { method, url = '' } = request;
			const list = LISTS.find(([path]) => url.startsWith(path));
			if (method === 'POST') {
				response.writeHead(307, { Location: `${other}requests.xml` }).end();
			} else if (list) {
				response.setHeader('Content-Type', list[1]).end(list[2]);
			} else response.writeHead(404).end(`No ${KEY}`);
		});
	});
	process.env.OPEN311_API_KEY = KEY;
	onTestFinished(() => void delete process.env.OPEN311_API_KEY);
	const { output } = await ended('--endpoint', endpoint, '--write', '--format', 'json');
	expect(output).toContain('redirect');
	expect(output).not.toMatch(/planted.{1,10}key/);
	expect(elsewhere).toBe('');
}, 120_000);
