import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived, unparsed. */
export interface RawRequest {
	method: string;
	/** The request target, byte for byte. */
	url: string;
	/** By name in lower case. */
	headers: Readonly<Record<string, string>>;
	body: Buffer;
}

/** The answer to every request: a refusal, because samples must print those too. */
export const REFUSAL = { status: 404, body: '<errors>Café closed</errors>' };

/** Starts a server on a free port that records what arrives; `close` stops it. */
export async function startEcho() {
	const arrivals: RawRequest[] = [];
	const server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		arrivals.push({
			method: request.method ?? '',
			url: request.url ?? '',
			headers: Object.fromEntries(
				Object.entries(request.headers).map(([name, value]) => [name, String(value)])
			),
			body: Buffer.concat(chunks)
		});
		response.writeHead(REFUSAL.status, { 'Content-Type': 'text/xml; charset=utf-8' });
		response.end(REFUSAL.body);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		root: `http://127.0.0.1:${port}/`,
		/** Returns what arrived below a path, in order. */
		below: (path: string) => arrivals.filter(({ url }) => url.startsWith(path)),
		close() {
			server.close();
			server.closeAllConnections();
		}
	};
}
