import type { Server } from 'node:http';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { connect, type AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createMockUp } from '../../mocks/hosts/mock-up';
import type { Callers } from '../../mocks/hosts/callers';
import { createMockServer } from '../../mocks/hosts/server';

/** Starts a mock-up on a free port, closed at the end of the test, and returns what it logs. */
async function serving(
	callers: Callers = {}
): Promise<{ root: string; lines: string[]; server: Server }> {
	const lines: string[] = [];
	const server = createMockServer(createMockUp(), (line) => lines.push(line), callers);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.close();
		server.closeAllConnections();
	});
	const { port } = server.address() as AddressInfo;
	return { root: `http://127.0.0.1:${port}/`, lines, server };
}

test('HEAD has the status and headers of GET, and no body', async () => {
	const { root } = await serving();
	for (const path of ['georeport/v2/services.json', 'georeport/v2/requests/1.xml']) {
		const [head, get] = await Promise.all([
			fetch(root + path, { method: 'HEAD' }),
			fetch(root + path)
		]);
		expect(head.status).toBe(get.status);
		expect(head.headers.get('Content-Type')).toBe(get.headers.get('Content-Type'));
		expect(head.headers.get('X-Mock-Up')).toBe('toronto-open311-playground');
		expect(await head.text()).toBe('');
	}
});

test('a preflight permits any page, on a private network too', async () => {
	const { root } = await serving();
	const response = await fetch(`${root}open311test/ws/requests.json`, {
		method: 'OPTIONS',
		headers: {
			Origin: 'https://client.example',
			'Access-Control-Request-Method': 'POST',
			'Access-Control-Request-Headers': 'prefer,x-trace',
			'Access-Control-Request-Private-Network': 'true'
		}
	});
	expect(response.status).toBe(204);
	expect(await response.text()).toBe('');
	const header = (name: string) => response.headers.get(name);
	expect(header('Access-Control-Allow-Origin')).toBe('*');
	expect(header('Access-Control-Allow-Methods')).toContain('POST');
	expect(header('Access-Control-Allow-Headers')).toBe('prefer,x-trace');
	expect(header('Access-Control-Allow-Private-Network')).toBe('true');
});

test('any page can read an answer, and no cache stores it', async () => {
	const { root } = await serving();
	const response = await fetch(`${root}georeport/v2/services.xml`);
	expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
	expect(response.headers.get('Access-Control-Expose-Headers')).toContain('X-Mock-Up');
	expect(response.headers.get('Cache-Control')).toBe('no-store');
	expect(response.headers.get('Content-Length')).toBe(
		String((await response.arrayBuffer()).byteLength)
	);
});

test('each request is logged on one line, without its API key', async () => {
	const { root, lines } = await serving();
	await (await fetch(`${root}georeport/v2/services.xml?api_key=SECRET&a=b`)).text();
	await (await fetch(`${root}georeport/v2/services.xml?a=b&API_KEY=SECRET`)).text();
	expect(lines.map((line) => line.replace(/\d+ ms$/, 'n ms'))).toEqual([
		'GET /georeport/v2/services.xml?api_key=…&a=b 200 n ms',
		'GET /georeport/v2/services.xml?a=b&API_KEY=… 200 n ms'
	]);
});

test('the root lists the endpoints; another path is 404 and lists them too', async () => {
	const { root } = await serving();
	const [index, unknown] = [await fetch(root), await fetch(`${root}elsewhere.xml`)];
	expect([index.status, unknown.status]).toEqual([200, 404]);
	for (const response of [index, unknown]) {
		const text = await response.text();
		expect(text).toContain('/open311test/ws/services.xml');
		expect(text).toContain('/georeport/v2/services.xml');
	}
});

test('discovery has the host of the request', async () => {
	const { root } = await serving();
	const discovery = await (await fetch(`${root}open311test/discovery.json`)).text();
	expect(discovery).toContain(`"url":"${root}open311test/ws"`);
	expect(discovery).toContain(`"url":"${root}georeport/v2"`);
});

test('a closed server does not answer', async () => {
	const { root, server } = await serving();
	expect((await fetch(root)).status).toBe(200);
	server.close();
	server.closeAllConnections();
	await once(server, 'close');
	await expect(fetch(root)).rejects.toThrow();
});

/** What one raw HTTP request is answered with: status line, headers and body. */
async function raw(server: Server, text: string): Promise<string> {
	const { port } = server.address() as AddressInfo;
	const socket = connect(port, '127.0.0.1').setEncoding('utf8');
	let answer = '';
	socket.on('data', (chunk: string) => (answer += chunk));
	socket.end(text);
	await once(socket, 'close');
	return answer;
}

const get = (target: string, host: string, ...headers: string[]) =>
	[`GET ${target} HTTP/1.1`, `Host: ${host}`, 'Connection: close', ...headers, '', ''].join('\r\n');

const SERVICES = '/georeport/v2/services.json';

test('a request target in absolute form is answered, by the host in it', async () => {
	const { server } = await serving();
	const answer = await raw(
		server,
		get('http://localhost:99/open311test/discovery.json', '10.0.0.1')
	);
	expect(answer).toMatch(/^HTTP\/1\.1 200 /);
	expect(answer).toContain('"url":"http://localhost:99/georeport/v2"');
	const rebound = await raw(server, get(`http://evil.example${SERVICES}`, 'localhost'));
	expect(rebound).toMatch(/^HTTP\/1\.1 421 /);
	const kept = await raw(server, get(`HTTP://127.0.0.1${SERVICES}`, 'evil.example'));
	expect(kept).toMatch(/^HTTP\/1\.1 200 /);
	const star = get('*', 'localhost').replace('GET', 'OPTIONS');
	expect(await raw(server, star)).toMatch(/^HTTP\/1\.1 200 /);
	expect(await raw(server, get('http://', 'localhost'))).toMatch(/^HTTP\/1\.1 400 /);
});

test.each([
	['localhost', 200],
	['LOCALHOST.:3110', 200],
	['client.localhost', 200],
	['127.0.0.1:80', 200],
	['192.168.1.20:3110', 200],
	['10.0.2.2', 200],
	['[::1]:3110', 200],
	[hostname(), 200],
	[`${hostname().replace(/\.local$/, '')}.local`, 200],
	['mock.internal', 200],
	['api.client.example:3110', 200],
	['evil.example', 421],
	['localhost.evil.example', 421],
	['evil-localhost', 421],
	['127.0.0.1.evil.example', 421],
	['client.example', 421],
	['other.client.example', 421]
])('called %s it answers %i', async (host, status) => {
	const { server } = await serving({ host: 'mock.internal', allowHosts: ['API.client.example'] });
	const answer = await raw(server, get(SERVICES, host));
	expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
	if (status === 200) return;
	expect(answer).toContain(`This server does not answer to the name ${host}.`);
	expect(answer).toContain(`--allow-host ${host}.`);
	expect(answer).not.toMatch(/access-control/i);
});

test('by --allow-origin a site alone may call it, and programs go on', async () => {
	const { root } = await serving({ allowOrigins: ['https://client.example'] });
	const report = (origin: string | null) =>
		fetch(`${root}georeport/v2/requests.json`, {
			method: 'POST',
			headers: origin === null ? {} : { Origin: origin },
			body: new URLSearchParams({ service_code: 'SWLMALB-02', address_string: 'High Park' })
		});
	const allowed = await report('https://client.example');
	expect(allowed.status).toBe(200);
	expect(allowed.headers.get('Access-Control-Allow-Origin')).toBe('https://client.example');
	expect(allowed.headers.get('Vary')).toBe('Origin');
	const program = await report(null);
	expect([program.status, program.headers.get('Access-Control-Allow-Origin')]).toEqual([200, null]);
	expect((await report(new URL(root).origin)).status).toBe(200);
	for (const origin of ['https://evil.example', 'http://client.example', 'null']) {
		const refused = await report(origin);
		expect([refused.status, refused.headers.get('Access-Control-Allow-Origin')]).toEqual([
			403,
			null
		]);
		expect(await refused.text()).toBe(
			`Pages of ${origin} may not call this server. Start it with --allow-origin ${origin} as well.\n`
		);
		const preflight = { method: 'OPTIONS', headers: { Origin: origin } };
		expect((await fetch(`${root}mock-up/submissions`, preflight)).status).toBe(403);
	}
	const submitted = (await (await fetch(`${root}mock-up/submissions`)).json()) as unknown[];
	expect(submitted).toHaveLength(3);
});

test('a body over 10 MB is answered with 413, whether or not its length is told', async () => {
	const { root } = await serving();
	const bytes = new Uint8Array(10_000_001);
	for (const isTold of [true, false]) {
		for (const [path, method] of [
			['georeport/v2/requests.json', 'POST'],
			['mock-up/submissions/1', 'PATCH']
		] as const) {
			const body = isTold ? bytes : new Blob([bytes]).stream();
			const init: RequestInit & { duplex: 'half' } = { method, body, duplex: 'half' };
			const response = await fetch(root + path, init);
			expect(response.status).toBe(413);
			expect(await response.text()).toContain('The body is larger than 10 MB. Send a smaller one.');
		}
	}
	expect((await fetch(`${root}georeport/v2/services.xml`)).status).toBe(200);
});

const SENT = '\r\nHost: localhost\r\nConnection: close\r\n';

test.each([
	['two hosts', `GET ${SERVICES} HTTP/1.1${SENT}Host: evil.example\r\n\r\n`, /more than one Host/],
	['no host', `GET ${SERVICES} HTTP/1.1\r\nConnection: close\r\n\r\n`, /has no Host header/],
	['a host with a path', get(SERVICES, 'localhost/x'), /“localhost\/x” is not a name/],
	['a host with a query', get(SERVICES, 'localhost?x'), /“localhost\?x” is not a name/],
	['a host with a user', get(SERVICES, 'evil.example@localhost'), /is not a name with or without/],
	['a host that is no text', get(SERVICES, 'a b'), /“a b” is not a name/],
	['a port that is none', get(SERVICES, 'localhost:99999'), /The URL of the request is not valid/],
	['a target that is no URL', get('http://[', 'localhost'), /The URL of the request is not valid/],
	['a blank in the path', get('/a b', 'localhost'), /What came is not valid HTTP/],
	['an unknown verb', get(SERVICES, 'localhost').replace('GET', 'FOO'), /not valid HTTP/],
	[
		'two lengths',
		get(SERVICES, 'localhost', 'Content-Length: 1', 'Content-Length: 2'),
		/not valid/
	],
	['TLS', '\x16\x03\x01\x00\x05', /the server speaks http, not https/]
])('%s: 400, and words that say what to do', async (_, text, words) => {
	const { server, root } = await serving();
	const answer = await raw(server, text);
	expect(answer).toMatch(
		/^HTTP\/1\.1 400 Bad Request\r\n[^]*content-type: text\/plain; charset=utf-8\r\n/i
	);
	expect(answer).toMatch(words);
	expect((await fetch(root)).status).toBe(200);
});

test('without a Host header HTTP/1.0 is answered, and so is an empty one', async () => {
	const { server } = await serving();
	expect(await raw(server, `GET ${SERVICES} HTTP/1.0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200 /);
	expect(await raw(server, get(SERVICES, ''))).toMatch(/^HTTP\/1\.1 200 /);
});

test('TRACE is 405 and names what to use', async () => {
	const { server } = await serving();
	const answer = await raw(server, get(SERVICES, 'localhost').replace('GET', 'TRACE'));
	expect(answer).toMatch(/^HTTP\/1\.1 405 /);
	expect(answer).toMatch(/\r\nallow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS\r\n/i);
});

test('a URL of 100,000 characters has room, and one over 128 kB is 431 with words', async () => {
	const { server } = await serving();
	const of = (length: number) => get(`${SERVICES}?a=${'x'.repeat(length)}`, 'localhost');
	expect(await raw(server, of(100_000))).toMatch(/^HTTP\/1\.1 200 /);
	const answer = await raw(server, of(140_000));
	expect(answer).toMatch(/^HTTP\/1\.1 431 /);
	expect(answer).toContain('have more than 128 kB. Send fewer or shorter ones.');
});

test('a body that says it is too large is answered before it comes', async () => {
	const { server } = await serving();
	const text = get(SERVICES, 'localhost', 'Content-Length: 99999999999').replace('GET', 'POST');
	expect(await raw(server, text)).toMatch(/^HTTP\/1\.1 413 /);
});
