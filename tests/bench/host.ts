// Serves what a comparison needs: the answer, and a page for each peer that requests it.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Peer } from './peers.ts';

/** A running host; `answer` is the body of requests.xml and requests.json. */
export interface Host {
	url: string;
	answer: { format: 'xml' | 'json'; text: string };
	close: () => void;
}

const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8'
};

const openApi = (url: string, format: 'xml' | 'json') => ({
	openapi: '3.0.3',
	info: { title: 'Open311', version: '2' },
	servers: [{ url }],
	paths: {
		[`/requests.${format}`]: {
			get: {
				summary: 'GET Service Requests',
				responses: {
					200: { description: 'Service requests.', content: { [`application/${format}`]: {} } }
				}
			}
		}
	}
});

const SWAGGER = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="swagger/swagger-ui.css">
<div id="app"></div><script src="swagger/swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({ url: 'openapi.json', dom_id: '#app', docExpansion: 'full', tryItOutEnabled: true })</script>`;

const SCALAR = `<!doctype html><meta charset="utf-8"><div id="app"></div>
<script src="scalar/dist/browser/standalone.js"></script>
<script>Scalar.createApiReference('#app', { url: 'openapi.json', withDefaultFonts: false, telemetry: false, agent: { disabled: true } })</script>`;

/** Serves the answer and the peers' pages on one port. */
export async function startHost(peers: { swagger: Peer; scalar: Peer }, port = 0): Promise<Host> {
	const host: Host = { url: '', answer: { format: 'xml', text: '' }, close: () => server.close() };
	const server = createServer(async (request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		const send = (type: string, body: string | Buffer) =>
			response
				.writeHead(200, { 'Content-Type': type, 'Access-Control-Allow-Origin': '*' })
				.end(body);
		const { format, text } = host.answer;
		if (pathname.endsWith(`/requests.${format}`)) {
			return send(format === 'xml' ? 'text/xml; charset=utf-8' : 'application/json', text);
		}
		if (pathname === '/openapi.json') {
			return send('application/json', JSON.stringify(openApi(host.url.slice(0, -1), format)));
		}
		if (pathname === '/swagger.html') return send('text/html; charset=utf-8', SWAGGER);
		if (pathname === '/scalar.html') return send('text/html; charset=utf-8', SCALAR);
		const [, name, ...path] = pathname.split('/');
		const peer = name === 'swagger' ? peers.swagger : name === 'scalar' ? peers.scalar : null;
		const file = peer && (await readFile(join(peer.directory, ...path)).catch(() => null));
		if (file) return send(TYPES[extname(pathname)] ?? 'application/octet-stream', file);
		response.writeHead(404, { 'Access-Control-Allow-Origin': '*' }).end();
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	host.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
	return host;
}
