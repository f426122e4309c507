// Watches the calls of a client around a mock-up: what came, what was answered, and when.
import { DIALECTS } from '../api/dialect';
import type { CallAnswer, Call } from './scene';

/** How many calls are recorded, and how many bytes of URLs and bodies; later ones are answered all the same. */
const MOST_CALLS = 300;
const MOST_BYTES = 16_000_000;

/** What a host knows of a call besides its Request. */
export interface Arrival {
	/** The URL as it was sent, where `Request` prints it in another way. */
	url: string;
	/** Resolves once the answer is sent or the connection is gone: whether it reached the client whole. */
	sent: Promise<boolean>;
}

/** What becomes of a call. */
export interface Reply {
	/** The answer as it was made; null for none. */
	made: Response | null;
	/** The same, or `Response.error()` where the connection is dropped before it. */
	sent: Response;
}

/** The reply that sends what was made. */
export const replyOf = (response: Response): Reply => ({
	made: response.type === 'error' ? null : response,
	sent: response
});

/** Whether a call is one of an API's client: below one of the two bases, and no preflight. */
function isCall({ method, url }: Request): boolean {
	const path = new URL(url).pathname.replace(/\/{2,}/g, '/').toLowerCase();
	return (
		method !== 'OPTIONS' && DIALECTS.some(({ discoveryPath }) => path.includes(`/${discoveryPath}`))
	);
}

type MutableCall = { -readonly [Name in keyof Call]: Call[Name] };

async function answerOf(response: Response): Promise<CallAnswer> {
	const { status, headers } = response;
	return { status, headers: Object.fromEntries(headers), body: await response.clone().text() };
}

/** The calls of a client, up to a bound. `now` gives milliseconds of the clock of the calls. */
export class Recording {
	#calls: MutableCall[] = [];
	#bytes = 0;
	#closed = false;
	readonly #now: () => number;
	readonly #changed: (call: Call) => void;

	/** `changed` is told each call when it arrives and once it is over. */
	constructor(now: () => number, changed: (call: Call) => void = () => {}) {
		this.#now = now;
		this.#changed = changed;
	}

	/** The calls so far, in the order in which they arrived; copies, which no longer change. */
	get calls(): Call[] {
		return this.#calls.map((call) => ({ ...call }));
	}

	/** The bytes that it holds of URLs, bodies and answers. */
	get bytes(): number {
		return this.#bytes;
	}

	/** Records nothing from now on. */
	close() {
		this.#closed = true;
	}

	/** Answers a call by `reply` and records it. Rejects as `reply` does. */
	async answer(
		request: Request,
		reply: (request: Request) => Promise<Reply>,
		arrival?: Arrival
	): Promise<Response> {
		if (!isCall(request)) return (await reply(request)).sent;
		const body = new Uint8Array(await request.clone().arrayBuffer());
		const call = this.#begin(request, arrival?.url ?? request.url, body);
		if (!call) return (await reply(request)).sent;
		void arrival?.sent.then((reached) => this.#end(call, reached));
		try {
			const { made, sent } = await reply(request);
			if (made) {
				call.answer = await answerOf(made);
				this.#bytes += call.answer.body.length;
			}
			if (!arrival) this.#end(call, sent.type !== 'error');
			return sent;
		} catch (error) {
			if (!arrival) this.#end(call, false);
			throw error;
		}
	}

	#begin(request: Request, url: string, body: Uint8Array): MutableCall | null {
		const bytes = this.#bytes + url.length + body.length;
		if (this.#closed || this.#calls.length >= MOST_CALLS || bytes > MOST_BYTES) return null;
		this.#bytes = bytes;
		const call: MutableCall = {
			number: this.#calls.length + 1,
			begin: this.#now(),
			end: null,
			method: request.method,
			url,
			headers: Object.fromEntries(request.headers),
			body,
			answer: null,
			reached: false
		};
		this.#calls.push(call);
		this.#changed({ ...call });
		return call;
	}

	#end(call: MutableCall, reached: boolean) {
		call.end = this.#now();
		call.reached = reached;
		if (!this.#closed) this.#changed({ ...call });
	}
}
