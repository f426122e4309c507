import type { Draft, HttpRequest } from '../georeport/request';
import type { Exchange } from '../http/exchange';
import type { Send } from './sending';

/** How long a send may take before the page shows that it waits, in milliseconds. */
const SETTLING = 200;

/** Sends one request at a time: the latest wins, in whatever order answers come in. */
export class Sender {
	readonly #send: Send;
	#underWay: AbortController | null = $state.raw(null);
	#isSettling = $state(false);
	#unread: string | null = $state.raw(null);

	/** Whether an answer is awaited. */
	sending: boolean = $derived(this.#underWay !== null);

	/** Whether it has been awaited for so short a time that the page need not show it yet. */
	settling: boolean = $derived(this.sending && this.#isSettling);

	constructor(send: Send) {
		this.#send = send;
	}

	/** The text of a large answer that has come and is still being read; else null. */
	get unread(): string | null {
		return this.#unread;
	}

	/**
	 * Sends a request and gives up the one before. Resolves with the exchange, also where there was no
	 * answer; with null for a request that was given up for a later one.
	 */
	send = (draft: Draft, request: HttpRequest): Promise<Exchange | null> =>
		this.#begin((signal, isLatest) =>
			this.#send(draft, request, signal, (text) => {
				if (isLatest()) this.#unread = text;
			})
		);

	/**
	 * Reads a text that came before, and gives up the answer that is awaited. Resolves with null for
	 * what was given up for a later send.
	 */
	read = <Result>(
		text: string,
		read: (signal: AbortSignal) => Promise<Result>
	): Promise<Result | null> => {
		const result = this.#begin(read);
		this.#unread = text;
		return result;
	};

	async #begin<Result>(
		work: (signal: AbortSignal, isLatest: () => boolean) => Promise<Result>
	): Promise<Result | null> {
		this.cancel();
		const working = new AbortController();
		this.#underWay = working;
		this.#isSettling = true;
		this.#unread = null;
		const isLatest = () => this.#underWay === working;
		const settled = setTimeout(() => {
			if (isLatest()) this.#isSettling = false;
		}, SETTLING);
		const result = await work(working.signal, isLatest);
		clearTimeout(settled);
		if (!isLatest()) return null;
		this.#underWay = null;
		this.#unread = null;
		return result;
	}

	/** Gives up the answer that is awaited; its send resolves with an exchange that says so. */
	cancel = () => this.#underWay?.abort();

	/** Gives up the answer that is awaited, and does not tell: its send resolves with null. */
	drop = () => {
		this.cancel();
		this.#underWay = null;
		this.#unread = null;
	};
}
