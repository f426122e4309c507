// The mock-up over HTTP, for curl, emulators, phones and existing clients.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DIALECTS, isBelowRoot } from '../api/dialect';
import { createMockUp, type MockUp } from './mock-up';
import { COMMON_HEADERS } from '../api/respond';

async function toRequest(incoming: IncomingMessage): Promise<Request> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(chunk as Buffer);
	const method = incoming.method ?? 'GET';
	const headers = new Headers();
	for (const [name, value] of Object.entries(incoming.headers)) {
		if (typeof value === 'string') headers.set(name, value);
	}
	const url = new URL(`http://${incoming.headers.host ?? 'localhost'}${incoming.url ?? '/'}`);
	const body = method === 'GET' || method === 'HEAD' ? null : Buffer.concat(chunks);
	return new Request(url, { method, headers, body });
}

/** Returns the path and query for the log, without the API key. */
const loggable = (url: string) => url.replace(/(api(?:_|%5f)key=)[^&]*/gi, '$1…');

const INDEX = `Toronto Open311 mock-up (unofficial). Its endpoints:
${DIALECTS.map(({ path, discoveryPath }) => `  /${path}services.xml\n  /${discoveryPath}discovery.xml`).join('\n')}
GET /mock-up/submissions lists what was submitted, DELETE forgets it; PATCH and DELETE of
/mock-up/submissions/{service_request_id} change or forget one.
`;

async function answer(mockUp: MockUp, incoming: IncomingMessage, outgoing: ServerResponse) {
	let response: Response;
	try {
		const request = await toRequest(incoming);
		response = isBelowRoot(new URL('/', request.url).href, request.url)
			? await mockUp.answer(request)
			: new Response(INDEX, {
					status: new URL(request.url).pathname === '/' ? 200 : 404,
					headers: { ...COMMON_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' }
				});
	} catch {
		response = new Response('The URL or a header of the request is not valid HTTP.\n', {
			status: 400,
			headers: COMMON_HEADERS
		});
	}
	// The Prefer header asked for a lost connection.
	if (response.type === 'error') return void outgoing.destroy();
	const body = Buffer.from(await response.arrayBuffer());
	outgoing.writeHead(response.status, {
		...Object.fromEntries(response.headers),
		...(response.status === 204 || incoming.method === 'HEAD'
			? {}
			: { 'Content-Length': body.length })
	});
	outgoing.end(incoming.method === 'HEAD' ? undefined : body);
}

/** Makes a Node HTTP server that the mock-up answers. `log` gets one line for each answer. */
export function createMockServer(mockUp: MockUp, log: (line: string) => void): Server {
	return createServer((incoming, outgoing) => {
		const begun = performance.now();
		outgoing.on('finish', () => {
			const duration = `${(performance.now() - begun).toFixed(0)} ms`;
			log(`${incoming.method} ${loggable(incoming.url ?? '')} ${outgoing.statusCode} ${duration}`);
		});
		void answer(mockUp, incoming, outgoing);
	});
}

/** The options of a server. */
export interface ServerOptions {
	/** By default 0, which takes any free port. */
	port?: number;
	/** The address to listen on; by default only this computer can reach it. */
	host?: string;
	/** What answers; by default a new mock-up, which stores submissions in memory. */
	mockUp?: MockUp;
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

/** Starts a server. Rejects with Node's own error if it cannot listen there. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
	const { port = 0, host = '127.0.0.1', mockUp = createMockUp(), log = () => {} } = options;
	const server = createMockServer(mockUp, log);
	await new Promise<void>((listening, failed) => {
		server.once('error', failed).listen(port, host, listening);
	});
	const actual = (server.address() as AddressInfo).port;
	return {
		url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}/`,
		close: () =>
			new Promise((closed) => {
				server.close(() => closed());
				server.closeAllConnections();
			})
	};
}
