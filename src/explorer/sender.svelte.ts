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
	async send(draft: Draft, request: HttpRequest): Promise<Exchange | null> {
		this.cancel();
		const sending = new AbortController();
		this.#underWay = sending;
		this.#isSettling = true;
		this.#unread = null;
		const isLatest = () => this.#underWay === sending;
		const settled = setTimeout(() => {
			if (isLatest()) this.#isSettling = false;
		}, SETTLING);
		const exchange = await this.#send(draft, request, sending.signal, (text) => {
			if (isLatest()) this.#unread = text;
		});
		clearTimeout(settled);
		if (!isLatest()) return null;
		this.#underWay = null;
		this.#unread = null;
		return exchange;
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
