import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { HITS_PATH, startStaticServer, type StaticServer } from './static-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'static-server-'));
let server: StaticServer;

beforeAll(async () => {
	mkdirSync(join(folder, 'site/assets'), { recursive: true });
	writeFileSync(join(folder, 'secret.txt'), 'secret');
	writeFileSync(join(folder, 'site/index.html'), '<!doctype html><title>Site</title>');
	for (const name of ['a.js', 'a.css', 'a.json', 'a.svg', 'a.png', 'a.woff2', 'a.xml', 'a.txt']) {
		writeFileSync(join(folder, 'site/assets', name), name);
	}
	writeFileSync(join(folder, 'site/site.webmanifest'), '{}');
	server = await startStaticServer({
		directory: join(folder, 'site'),
		headers: { 'X-Extra': 'yes' }
	});
});
beforeEach(() => {
	server.hits.length = 0;
});
afterAll(async () => {
	await server.close();
	rmSync(folder, { recursive: true });
});

/** Sends a path unchanged, which fetch would normalize. */
function rawStatus(path: string, host = 'localhost'): Promise<number | undefined> {
	const { hostname, port } = new URL(server.url);
	return new Promise((done, failed) => {
		request({ hostname, port, path, headers: { Host: host } }, (response) => {
			response.resume();
			done(response.statusCode);
		})
			.on('error', failed)
			.end();
	});
}

test('serves the page below the base, on 127.0.0.1', async () => {
	const response = await fetch(server.url);
	expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/docs\/playground\/$/);
	expect(response.status).toBe(200);
	expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
	expect(response.headers.get('x-extra')).toBe('yes');
	expect(await response.text()).toBe('<!doctype html><title>Site</title>');
});

test.each([
	['assets/a.js', 'text/javascript; charset=utf-8'],
	['assets/a.css', 'text/css; charset=utf-8'],
	['assets/a.json', 'application/json; charset=utf-8'],
	['assets/a.svg', 'image/svg+xml'],
	['assets/a.png', 'image/png'],
	['assets/a.woff2', 'font/woff2'],
	['assets/a.xml', 'application/xml; charset=utf-8'],
	['assets/a.txt', 'text/plain; charset=utf-8'],
	['site.webmanifest', 'application/manifest+json; charset=utf-8']
])('%s is %s', async (path, type) => {
	const response = await fetch(new URL(`${path}?v=1`, server.url));
	expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
});

test.each(['nope', 'assets', 'assets/', 'assets/nope.js', 'ws/services.xml', '/', '/index.html'])(
	'404 in plain text for %s',
	async (path) => {
		const response = await fetch(new URL(path, server.url));
		expect(response.status).toBe(404);
		expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
		expect(await response.text()).toBe('Not found\n');
	}
);

test.each(['../secret.txt', '..%2fsecret.txt', '%2e%2e/secret.txt', '..%5csecret.txt', '%', '%00'])(
	'stays in its folder and does not fail for %s',
	async (path) => {
		expect(await rawStatus(`/docs/playground/${path}`)).toBe(404);
	}
);

test('answers under any host name', async () => {
	expect(await rawStatus('/docs/playground/', 'playground.example:8080')).toBe(200);
});

test('answers HEAD with the headers and no body', async () => {
	const response = await fetch(server.url, { method: 'HEAD' });
	expect([response.status, response.headers.get('content-length')]).toEqual([200, '34']);
	expect(await response.text()).toBe('');
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('405 for %s', async (method) => {
	const response = await fetch(server.url, { method });
	expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test('records every request; other processes can read and clear the record', async () => {
	const hitsUrl = new URL(HITS_PATH, server.url);
	await fetch(new URL('nope?jurisdiction_id=toronto.ca', server.url), { method: 'POST' });
	await fetch(new URL('/elsewhere', server.url));
	const expected = [
		{ method: 'POST', path: '/docs/playground/nope?jurisdiction_id=toronto.ca' },
		{ method: 'GET', path: '/elsewhere' }
	];
	expect(server.hits).toEqual(expected);
	expect(await (await fetch(hitsUrl)).json()).toEqual(expected);
	expect(await (await fetch(hitsUrl, { method: 'DELETE' })).json()).toEqual([]);
	expect(server.hits).toEqual([]);
});
