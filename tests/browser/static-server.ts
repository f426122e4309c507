import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** A request that reached the server: its method, and its path with the query. */
export interface Hit {
	method: string;
	path: string;
}

/** A running server; `url` is the page's address and ends in a slash. */
export interface StaticServer {
	url: string;
	hits: Hit[];
	close: () => Promise<void>;
}

/** The options of the server; a `port` of 0 means any free one. */
export interface StaticServerOptions {
	/** The folder to serve; by default the built site, at PLAYGROUND_DIST if that is set. */
	directory?: string;
	base?: string;
	port?: number;
	host?: string;
	/** A file served with status 200 for missing files; read at each request. */
	fallback?: string;
	/** Headers for every file. */
	headers?: Record<string, string>;
}

/**
 * The path where other processes can read (GET) or clear (DELETE) the hits; not recorded itself.
 */
export const HITS_PATH = '/__hits';

const CONTENT_TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.map': 'application/json; charset=utf-8',
	'.webmanifest': 'application/manifest+json; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.ico': 'image/x-icon',
	'.woff2': 'font/woff2',
	'.xml': 'application/xml; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8'
};

/**
 * Serves a folder below `base` like a plain web host. It has no fallback page, so a request for the
 * mock-up gets a 404 and is recorded in `hits`.
 */
export async function startStaticServer(options: StaticServerOptions = {}): Promise<StaticServer> {
	const { base = '/docs/playground/', port = 0, host = '127.0.0.1', headers = {} } = options;
	const root = resolve(options.directory ?? process.env.PLAYGROUND_DIST ?? 'dist');
	const hits: Hit[] = [];

	const answer = async (request: IncomingMessage, response: ServerResponse) => {
		const { method = '', url = '' } = request;
		request.resume();
		if (url === HITS_PATH) {
			if (method === 'DELETE') hits.length = 0;
			return send(response, 200, { 'Content-Type': 'application/json' }, JSON.stringify(hits));
		}
		hits.push({ method, path: url });
		if (method !== 'GET' && method !== 'HEAD') {
			return sendText(response, 405, 'Method not allowed', { Allow: 'GET, HEAD' });
		}
		let file = fileAt(root, base, url);
		let body = file && (await readFile(file).catch(() => null));
		if (!body && options.fallback) {
			file = resolve(root, options.fallback);
			body = await readFile(file).catch(() => null);
		}
		if (!file || !body) return sendText(response, 404, 'Not found');
		const type = CONTENT_TYPES[extname(file)] ?? 'application/octet-stream';
		send(response, 200, { 'Content-Type': type, ...headers }, body);
	};

	const server = createServer((request, response) => void answer(request, response));
	await new Promise<void>((listening, failed) => {
		server.once('error', failed).listen(port, host, listening);
	});
	return {
		url: `http://${host}:${(server.address() as AddressInfo).port}${base}`,
		hits,
		close: () =>
			new Promise((closed) => {
				server.close(() => closed());
				server.closeAllConnections();
			})
	};
}

/** Returns the file for a URL, or null if it is not below `base` and inside `root`. */
function fileAt(root: string, base: string, url: string): string | null {
	try {
		const path = decodeURIComponent(url.replace(/[?#].*/, ''));
		if (!path.startsWith(base)) return null;
		const file = resolve(
			root,
			`./${path.slice(base.length)}`,
			path.endsWith('/') ? 'index.html' : ''
		);
		return file.startsWith(root + sep) ? file : null;
	} catch {
		return null; // a % without two digits
	}
}

function send(
	response: ServerResponse,
	status: number,
	headers: Record<string, string>,
	body: string | Buffer
): void {
	// Node leaves out the body of an answer to HEAD.
	response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) }).end(body);
}

function sendText(
	response: ServerResponse,
	status: number,
	text: string,
	headers: Record<string, string> = {}
): void {
	send(response, status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers }, `${text}\n`);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '4311' },
			directory: { type: 'string', default: process.env.PLAYGROUND_DIST ?? 'dist' },
			base: { type: 'string', default: '/docs/playground/' }
		}
	});
	const { url } = await startStaticServer({ ...values, port: Number(values.port) });
	console.log(`Serving ${values.directory} at ${url}`);
}
