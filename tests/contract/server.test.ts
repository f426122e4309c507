import type { Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createMockUp } from '../../mocks/hosts/mock-up';
import { createMockServer } from '../../mocks/hosts/server';

/** Starts a mock-up on a free port, closed at the end of the test, and returns what it logs. */
async function serving(): Promise<{ root: string; lines: string[]; server: Server }> {
	const lines: string[] = [];
	const server = createMockServer(createMockUp(), (line) => lines.push(line));
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
