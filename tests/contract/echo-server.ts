import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived, before anything read it. */
export interface Arrival {
	method: string;
	/** The request target, byte for byte. */
	url: string;
	/** By lower-case name. */
	headers: Readonly<Record<string, string>>;
	body: Buffer;
}

/** What the echo server answers to everything: a refusal, for samples must print those too. */
export const REFUSAL = { status: 404, body: '<errors>Café closed</errors>' };

/** A server on a free port of this machine that notes what arrives; `close` ends it. */
export async function startEcho() {
	const arrivals: Arrival[] = [];
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
		/** What arrived below a path, in order. */
		below: (path: string) => arrivals.filter(({ url }) => url.startsWith(path)),
		close() {
			server.close();
			server.closeAllConnections();
		}
	};
}
