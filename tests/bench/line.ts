// A line of limited speed, shared by all that is sent over it.

/** How fast a line is. */
export interface Speed {
	bytesPerSecond: number;
	/** Milliseconds from a request to the first byte of its answer. */
	latency: number;
}

/** As fast as the machine allows. */
export const UNLIMITED: Speed = { bytesPerSecond: Infinity, latency: 0 };

/** What an Ethernet frame holds of a TCP stream. */
const PART = 1_460;

interface Transfer {
	body: Buffer;
	sent: number;
	write: (part: Buffer) => void;
	signal: AbortSignal;
	done: () => void;
}

const wait = (milliseconds: number) =>
	new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Carries bodies side by side, a part of each in turn. */
export class SharedLine {
	#speed = UNLIMITED;
	readonly #transfers: Transfer[] = [];
	#isBusy = false;

	/** Sets the speed of all that is sent from now on. */
	set speed(speed: Speed) {
		this.#speed = speed;
	}

	/** Writes a body in parts as they arrive; ends when it has arrived or `signal` gives it up. */
	async carry(body: Buffer, write: (part: Buffer) => void, signal: AbortSignal): Promise<void> {
		const { latency } = this.#speed;
		if (latency > 0) await wait(latency);
		return new Promise((done) => {
			this.#transfers.push({ body, sent: 0, write, signal, done });
			if (!this.#isBusy) void this.#run();
		});
	}

	async #run() {
		this.#isBusy = true;
		// Timers are late; what is due next counts from when the part before was due.
		let due = performance.now();
		for (let next = this.#transfers.shift(); next; next = this.#transfers.shift()) {
			const { body, sent, write, signal, done } = next;
			const { bytesPerSecond } = this.#speed;
			const size = Number.isFinite(bytesPerSecond) ? PART : body.length;
			const part = body.subarray(sent, sent + size);
			if (!signal.aborted) {
				due += (part.length / bytesPerSecond) * 1_000;
				const early = due - performance.now();
				if (early > 0) await wait(early);
			}
			if (!signal.aborted && part.length > 0) write(part);
			if (signal.aborted || sent + part.length >= body.length) done();
			else this.#transfers.push({ ...next, sent: sent + part.length });
		}
		this.#isBusy = false;
	}
}
