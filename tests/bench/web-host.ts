// A static web host like those of real sites: folders and pages, compressed, with a record of what
// was sent.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

/** A requested file with its sizes in bytes: uncompressed, and in each encoding. */
export interface Sent {
	path: string;
	/** The file extension, with the dot. */
	type: string;
	/** When the request arrived, in milliseconds since 1970. */
	at: number;
	/** Whether a service worker requested it by itself, for its cache. */
	byWorker: boolean;
	gzip: number;
	brotli: number;
}

/** A running host; every file that is requested is added to `sent`. */
export interface WebHost {
	url: string;
	sent: Sent[];
	close: () => void;
}

/** What to serve: folders by the path above them, and texts by their path. */
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

/** Returns all encodings of a file, each at its best level, as a host would keep them. */
async function encoded(plain: Buffer, type: string): Promise<Encoded> {
	if (isCompressed(type)) return { plain, gzip: plain, brotli: plain };
	const [zipped, brotli] = await Promise.all([
		promisify(gzip)(plain, { level: 9 }),
		promisify(brotliCompress)(plain)
	]);
	return { plain, gzip: zipped, brotli };
}

/** Serves folders and texts on a free port; compresses a file when it is first requested. */
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
