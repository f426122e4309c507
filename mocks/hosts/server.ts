// The mock-up over HTTP, for curl, emulators, phones and existing clients.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { CHECK_FOLDER, DIALECTS, isBelowRoot } from '../api/dialect';
import { BODY_BYTES } from '../api/bounds';
import { loggable } from '../api/loggable';
import { tooLarge } from '../api/unmatched';
import { runPathOf } from '../api/check-runs';
import { COMMON_HEADERS } from '../api/respond';
import { ClientRuns } from '../check/client-runs';
import { forOrigin, refusalOf, type Callers } from './callers';
import { createMockUp, type MockUp } from './mock-up';
import { answerFromSite } from './site';
import { answerToUnreadable, HEADER_BYTES, targetOf } from './target';

/** Reads a body up to the bound; null for a larger one, of which the rest is thrown away. */
const readBody = (incoming: IncomingMessage) =>
	new Promise<Buffer<ArrayBuffer> | null>((resolve, reject) => {
		if (Number(incoming.headers['content-length']) > BODY_BYTES) resolve(null);
		const chunks: Buffer[] = [];
		let size = 0;
		incoming.on('data', (chunk: Buffer) => {
			size += chunk.length;
			if (size <= BODY_BYTES) return void chunks.push(chunk);
			chunks.length = 0;
			resolve(null);
		});
		incoming.on('end', () => resolve(Buffer.concat(chunks)));
		incoming.on('error', reject);
	});

/** The URL as it was sent, which `URL` may print in another way. */
const asSent = ({ url = '' }: IncomingMessage, { origin, href }: URL) =>
	url.startsWith('/') ? origin + url : href;

function toRequest(incoming: IncomingMessage, url: URL, bytes: Buffer<ArrayBuffer>): Request {
	const method = incoming.method ?? 'GET';
	const headers = new Headers();
	for (const [name, value] of Object.entries(incoming.headers)) {
		if (typeof value === 'string') headers.set(name, value);
	}
	return new Request(url, { method, headers, body: /^(GET|HEAD)$/.test(method) ? null : bytes });
}

const INDEX = `Toronto Open311 mock-up (unofficial). Its endpoints:
${DIALECTS.map(({ path, discoveryPath }) => `  /${path}services.xml\n  /${discoveryPath}discovery.xml`).join('\n')}
GET /mock-up/submissions lists what was submitted, DELETE forgets it; PATCH and DELETE of
/mock-up/submissions/{service_request_id} change or forget one.
Below /check/ and a name of your choice are the same endpoints for one client, which is checked there:
PUT /check/NAME/scene begins a scene, GET /check/NAME/report.md says how it went.
`;

const VERBS = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS';
const NO_TRACE = `TRACE is not answered here. Use one of ${VERBS}.\n`;

const inWords = (status: number, text: string, headers: Record<string, string> = COMMON_HEADERS) =>
	new Response(text, {
		status,
		headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }
	});

/** What answers behind a server, as a mock-up does. */
export type Answering = Pick<MockUp, 'answer'>;

/** Resolves once an answer is sent, or can be no more: whether all of it was. */
const sending = (outgoing: ServerResponse) =>
	new Promise<boolean>((resolve) => {
		outgoing.once('finish', () => resolve(true)).once('close', () => resolve(false));
	});

/** Who may call a server, and the folder of its page. */
interface Bounds {
	callers: Callers;
	site: string | null;
}

async function responseTo(
	answering: Answering,
	incoming: IncomingMessage,
	sent: Promise<boolean>,
	{ callers, site }: Bounds
) {
	const target = targetOf(incoming);
	if ('problem' in target) return inWords(400, `${target.problem}\n`);
	const { url } = target;
	try {
		const refusal = refusalOf(url, incoming.headers.origin ?? null, callers);
		// Without the headers that let pages read it.
		if (refusal) return inWords(refusal.status, `${refusal.words}\n`, {});
		if (incoming.method === 'TRACE')
			return inWords(405, NO_TRACE, { ...COMMON_HEADERS, Allow: VERBS });
		const bytes = await readBody(incoming);
		if (bytes === null) return tooLarge(url);
		const request = toRequest(incoming, url, bytes);
		const file = site === null ? null : await answerFromSite(site, request);
		if (file) return file;
		return isBelowRoot(new URL('/', url).href, request.url)
			? await answering.answer(request, { url: asSent(incoming, url), sent })
			: inWords(url.pathname === '/' ? 200 : 404, INDEX);
	} catch {
		return inWords(400, 'A header of the request is not valid. Correct it and send it again.\n');
	}
}

async function answer(
	answering: Answering,
	incoming: IncomingMessage,
	outgoing: ServerResponse,
	bounds: Bounds
) {
	const response = await responseTo(answering, incoming, sending(outgoing), bounds);
	// The Prefer header, or a scene of the client check, asked for a lost connection.
	if (response.type === 'error') return void outgoing.destroy();
	const { origin = null } = incoming.headers;
	const headers = forOrigin(Object.fromEntries(response.headers), origin, bounds.callers);
	if (response.body && headers['content-type']?.startsWith('text/event-stream')) {
		outgoing.writeHead(response.status, headers).flushHeaders();
		// It ends when the caller goes away.
		return pipeline(Readable.fromWeb(response.body as WebStream), outgoing).catch(() => {});
	}
	const body = Buffer.from(await response.arrayBuffer());
	outgoing.writeHead(response.status, {
		...headers,
		...(response.status === 204 || incoming.method === 'HEAD'
			? {}
			: { 'Content-Length': body.length })
	});
	outgoing.end(incoming.method === 'HEAD' ? undefined : body);
}

/**
 * Makes a Node HTTP server that a mock-up answers. It answers only to its own names and to the
 * pages that may call it. `log` gets one line for each answer. `site` is the folder of the built page, for
 * `playground/`.
 */
export function createMockServer(
	answering: Answering,
	log: (line: string) => void,
	callers: Callers = {},
	site: string | null = null
): Server {
	const options = { maxHeaderSize: HEADER_BYTES, requireHostHeader: false };
	const server = createServer(options, (incoming, outgoing) => {
		const begun = performance.now();
		outgoing.on('finish', () => {
			const duration = `${(performance.now() - begun).toFixed(0)} ms`;
			log(`${incoming.method} ${loggable(incoming.url ?? '')} ${outgoing.statusCode} ${duration}`);
		});
		void answer(answering, incoming, outgoing, { callers, site });
	});
	return server.on('clientError', ({ code }: NodeJS.ErrnoException, socket) => {
		if (code === 'ECONNRESET' || !socket.writable) socket.destroy();
		else socket.end(answerToUnreadable(code));
	});
}

/** The options of a server. */
export interface ServerOptions extends Callers {
	/** By default 0, which takes any free port. */
	port?: number;
	/** The address to listen on; by default only this computer can reach it. */
	host?: string;
	/** What answers; by default a new mock-up, which stores submissions in memory. */
	mockUp?: Answering;
	/** The folder of the built page, which then answers below `playground/`; by default none does. */
	site?: string;
	/** Gets one line for each answer; by default nothing is logged. */
	log?: (line: string) => void;
}

/** A server that listens. */
export interface RunningServer {
	/** The root of the mock-up, with a slash at the end; the path of a dialect comes after it. */
	url: string;
	/** Stops listening and closes open connections; can be called more than once. */
	close(): Promise<void>;
}

/** Paths of the client check: below `check/` at the root. */
const IN_RUN = new RegExp(`^/+${CHECK_FOLDER}/`);

/** Starts a server. Rejects with Node's own error if it cannot listen there. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
	const { port = 0, host = '127.0.0.1', mockUp = createMockUp(), log = () => {} } = options;
	const runs = new ClientRuns((request) => mockUp.answer(request));
	const answering: Answering = {
		answer(request, arrival) {
			const run = IN_RUN.test(new URL(request.url).pathname) ? runPathOf(request.url) : null;
			return run ? runs.answer(run, request, arrival) : mockUp.answer(request, arrival);
		}
	};
	const server = createMockServer(answering, log, { ...options, host }, options.site);
	await new Promise<void>((listening, failed) => {
		server.once('error', failed).listen(port, host, listening);
	});
	const actual = (server.address() as AddressInfo).port;
	return {
		url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}/`,
		close: () =>
			new Promise((closed) => {
				runs.close();
				server.close(() => closed());
				server.closeAllConnections();
			})
	};
}
