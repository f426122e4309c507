// Answers to requests that no method and no control takes.
import { bad, failedWith, quote } from './answers';
import { BODY_TOO_LARGE } from './bounds';
import { DIALECTS, JURISDICTION, TORONTO } from './dialect';
import { unknownFormat } from './refusals';
import { COMMON_HEADERS, respond } from './respond';
import { splitExtension, splitPath, toFormat, verbsOf } from './routes';

/** The errors body for another verb, another path, or a path without a format. */
export function notFound(request: Request): Response {
	const { pathname } = new URL(request.url);
	const dialect =
		DIALECTS.find(({ path }) => pathname.toLowerCase().includes(`/${path}`)) ?? TORONTO;
	const { id, extension } = splitPath(pathname);
	const format = toFormat(extension) ?? 'xml';
	const verbs = verbsOf(id);
	const takesFormat = !id.startsWith('submissions');
	if (verbs.length > 0 && takesFormat && extension === null) {
		return respond(unknownFormat(null), dialect, 'xml');
	}
	if (verbs.length > 0 && !verbs.includes(request.method)) {
		const allowed = verbs.join(', ');
		const description = `${request.method} is not a method of ${id}. Use ${allowed}.`;
		return respond(failedWith(405, description), dialect, format, { Allow: allowed });
	}
	const description = `${id === '' ? 'This path' : quote(id)} is no resource of GeoReport v2. Try ${dialect.path}services.xml?jurisdiction_id=${JURISDICTION}.`;
	return respond(failedWith(404, description), dialect, format);
}

/** Whether the path can be decoded as UTF-8. */
export function isDecodable(request: Request): boolean {
	try {
		decodeURIComponent(new URL(request.url).pathname);
		return true;
	} catch {
		return false;
	}
}

/** The errors body for a path that cannot be decoded. */
export function undecodable(request: Request): Response {
	const format = toFormat(splitExtension(new URL(request.url).pathname).extension) ?? 'xml';
	const failure = bad('The path is not valid UTF-8. Percent-encode it again.');
	return respond({ kind: 'failed', failures: [failure] }, TORONTO, format);
}

/** The errors body for a request whose body is larger than the bound, without reading it. */
export function tooLarge({ pathname }: URL): Response {
	const format = pathname.endsWith('.json') ? 'json' : 'xml';
	return respond(failedWith(413, BODY_TOO_LARGE), TORONTO, format);
}

/** The answer to a CORS preflight: pages of any origin may call the mock-up. */
export function preflight(request: Request): Response {
	return new Response(null, {
		status: 204,
		headers: {
			...COMMON_HEADERS,
			'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
			'Access-Control-Allow-Headers':
				request.headers.get('Access-Control-Request-Headers') ?? 'Content-Type, Prefer',
			'Access-Control-Allow-Private-Network': 'true',
			'Access-Control-Max-Age': '600'
		}
	});
}
