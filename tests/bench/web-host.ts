// A static web host as a site has one: folders and pages, compressed, with a record of what was sent.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

/** A file that was asked for, with its size in bytes: as it is, and as each encoding makes it. */
export interface Sent {
	path: string;
	/** The end of its name, with the dot. */
	type: string;
	/** When the request came: milliseconds since 1970. */
	at: number;
	/** Whether a service worker asked for it by itself, as for a copy of the site. */
	byWorker: boolean;
	gzip: number;
	brotli: number;
}

/** A host that runs; `sent` grows with every file. */
export interface WebHost {
	url: string;
	sent: Sent[];
	close: () => void;
}

/** What is served: folders by the path above them, and texts by their own path. */
export interface Served {
	folders: Readonly<Record<string, string>>;
	texts: Readonly<Record<string, string>>;
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

interface Encoded {
	plain: Buffer;
	gzip: Buffer;
	brotli: Buffer;
}

/** Fonts are compressed already. */
const isCompressed = (type: string) => type === '.woff2';

/** As a host keeps it: each encoding at its best level. */
async function encoded(plain: Buffer, type: string): Promise<Encoded> {
	if (isCompressed(type)) return { plain, gzip: plain, brotli: plain };
	const [zipped, brotli] = await Promise.all([
		promisify(gzip)(plain, { level: 9 }),
		promisify(brotliCompress)(plain)
	]);
	return { plain, gzip: zipped, brotli };
}

/** Serves folders and texts on a free port; a file is compressed once, when it is first asked for. */
export async function startWebHost({ folders, texts }: Served): Promise<WebHost> {
	const files = new Map<string, Promise<Encoded | null>>();

	async function load(path: string): Promise<Encoded | null> {
		const text = texts[path];
		if (text !== undefined) return encoded(Buffer.from(text), extname(path));
		const above = Object.keys(folders).find((folder) => path.startsWith(folder));
		const file = above && join(folders[above] ?? '', path.slice(above.length));
		const plain = file ? await readFile(file).catch(() => null) : null;
		return plain && encoded(plain, extname(path));
	}

	const sent: Sent[] = [];
	const server = createServer(async (request, response) => {
		const at = Date.now();
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
		if (!files.has(path)) files.set(path, load(path));
		const file = await files.get(path);
		if (!file) return void response.writeHead(404).end();
		const type = extname(path);
		const accepted = String(request.headers['accept-encoding']);
		const encoding = isCompressed(type)
			? null
			: (['br', 'gzip'] as const).find((each) => accepted.includes(each));
		const body = encoding === 'br' ? file.brotli : encoding === 'gzip' ? file.gzip : file.plain;
		sent.push({
			path,
			type,
			at,
			byWorker: /service-worker\.js$/.test(request.headers.referer ?? ''),
			gzip: file.gzip.length,
			brotli: file.brotli.length
		});
		response
			.writeHead(200, {
				'Content-Type': TYPES[type] ?? 'application/octet-stream',
				'Content-Length': body.length,
				'Cache-Control': 'max-age=600',
				Vary: 'Accept-Encoding',
				...(encoding ? { 'Content-Encoding': encoding } : {})
			})
			.end(body);
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject).listen(0, '127.0.0.1', resolve);
	});
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		sent,
		close() {
			server.close();
			server.closeAllConnections();
		}
	};
}
