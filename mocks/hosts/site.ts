// The built page as files, below `playground/` of the mock-up's server.
import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';

/** Where the page is, relative to the root of the server. Its service worker answers nothing outside. */
export const SITE_FOLDER = 'playground';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.webmanifest': 'application/manifest+json; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.ico': 'image/x-icon',
	'.woff2': 'font/woff2',
	'.xml': 'text/xml; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8'
};

const NOT_BUILT = `The page is not built yet. Run "npm run build" in the repository, then load this address again.\n`;

/** For every file: other pages may read it, as on any static host, and a new build is seen at once. */
const HEADERS = {
	'Access-Control-Allow-Origin': '*',
	'Cache-Control': 'no-cache',
	'X-Content-Type-Options': 'nosniff'
};

const inWords = (status: number, text: string, headers: Record<string, string> = {}) =>
	new Response(text, {
		status,
		headers: { ...HEADERS, ...headers, 'Content-Type': 'text/plain; charset=utf-8' }
	});

/** The file that a path names; null if it is not in the folder. */
function fileAt(folder: string, path: string): string | null {
	try {
		const name = decodeURIComponent(path);
		const file = resolve(
			folder,
			`./${name}`,
			name === '' || name.endsWith('/') ? 'index.html' : ''
		);
		return file.startsWith(folder + sep) && !name.includes('\0') ? file : null;
	} catch {
		return null; // A % without two digits.
	}
}

/** Answers a request below `playground/` with a file of this folder; null for any other request. */
export async function answerFromSite(site: string, request: Request): Promise<Response | null> {
	const { pathname } = new URL(request.url);
	if (pathname === `/${SITE_FOLDER}`) {
		return new Response(null, { status: 308, headers: { ...HEADERS, Location: `${pathname}/` } });
	}
	if (!pathname.startsWith(`/${SITE_FOLDER}/`)) return null;
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		return inWords(405, 'The page is read with GET.\n', { Allow: 'GET, HEAD' });
	}
	const folder = resolve(site);
	const read = (file: string) => readFile(file).catch(() => null);
	const file = fileAt(folder, pathname.slice(SITE_FOLDER.length + 2));
	const bytes = file && (await read(file));
	if (file && bytes) {
		const type = CONTENT_TYPES[extname(file)] ?? 'application/octet-stream';
		return new Response(bytes, { headers: { ...HEADERS, 'Content-Type': type } });
	}
	return (await read(join(folder, 'index.html')))
		? inWords(404, 'The page has no such file.\n')
		: inWords(404, NOT_BUILT);
}
