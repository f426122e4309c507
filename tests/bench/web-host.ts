// A static web host as a site has one: folders and pages, compressed, sent over a line that may be slow.
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { SharedLine } from './line.ts';

/** A part of a file that was sent. */
export interface Carried {
	/** Milliseconds since 1970. */
	at: number;
	bytes: number;
	/** Whether a service worker asked for the file by itself, as for a copy of the site. */
	byWorker: boolean;
}

/** A host that runs. */
export interface WebHost {
	url: string;
	/** All that is sent goes over it. */
	line: SharedLine;
	/** Grows with all that is sent, in its order. */
	carried: Carried[];
	/** How many files are on their way; a page may wait for one that its service worker asked for. */
	pending: () => number;
	close: () => void;
}

/** What is served, at the paths of URLs. */
export interface Served {
	/** Folders by the path above them. */
	folders: Readonly<Record<string, string>>;
	/** Texts by their own path, for a host with this URL. */
	texts: (url: string) => Readonly<Record<string, string>>;
	/** What answers the rest; null for what is not there. */
	answer?: (url: string) => Promise<Response | null>;
	/** Any free one if not given. */
	port?: number;
}

const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.webmanifest': 'application/manifest+json; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.woff2': 'font/woff2'
};

interface Sent {
	type: string;
	body: Buffer;
	/** Fonts are compressed already; answers are made anew each time. */
	isZipped: boolean;
}

/** Starts a host on this computer. */
export async function startWebHost(served: Served): Promise<WebHost> {
	const { folders, texts, answer, port = 0 } = served;
	const files = new Map<string, Promise<Sent | null>>();
	const carried: Carried[] = [];
	const line = new SharedLine();
	let pending = 0;
	let url = '';

	/** As hosts keep it: compressed once, at the best level. */
	async function load(path: string, text: string | undefined): Promise<Sent | null> {
		const above = Object.keys(folders).find((folder) => path.startsWith(folder)) ?? '';
		const file = join(folders[above] ?? '', path.slice(above.length));
		const plain =
			text !== undefined
				? Buffer.from(text)
				: above
					? await readFile(file).catch(() => null)
					: null;
		if (!plain) return null;
		const end = extname(path);
		const isZipped = end !== '.woff2';
		const body = isZipped ? await promisify(gzip)(plain, { level: 9 }) : plain;
		return { type: TYPES[end] ?? 'application/octet-stream', body, isZipped };
	}

	async function find({ url: asked = '/' }: IncomingMessage): Promise<Sent | null> {
		const { pathname, href } = new URL(asked, url);
		const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
		const text = texts(url)[path];
		// A text may be another by now.
		const key = text ?? path;
		const kept = files.get(key) ?? load(path, text);
		files.set(key, kept);
		const file = await kept;
		if (file) return file;
		const response = await answer?.(href);
		if (!response) return null;
		const body = Buffer.from(await response.arrayBuffer());
		return { type: response.headers.get('Content-Type') ?? '', body, isZipped: false };
	}

	const server = createServer(async (request, response) => {
		const byWorker = /service-worker\.js$/.test(request.headers.referer ?? '');
		pending++;
		const closing = new AbortController();
		response.once('close', () => {
			closing.abort();
			pending--;
		});
		const sent = await find(request);
		if (!sent) return void response.writeHead(404, { 'Access-Control-Allow-Origin': '*' }).end();
		const { type, body, isZipped } = sent;
		response.writeHead(200, {
			'Content-Type': type,
			'Content-Length': body.length,
			'Cache-Control': 'max-age=600',
			'Access-Control-Allow-Origin': '*',
			...(isZipped ? { 'Content-Encoding': 'gzip' } : {})
		});
		const write = (part: Buffer) => {
			response.write(part);
			carried.push({
				at: performance.timeOrigin + performance.now(),
				bytes: part.length,
				byWorker
			});
		};
		await line.carry(body, write, closing.signal);
		response.end();
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject).listen(port, '127.0.0.1', resolve);
	});
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
	return {
		url,
		line,
		carried,
		pending: () => pending,
		close() {
			server.close();
			server.closeAllConnections();
		}
	};
}
