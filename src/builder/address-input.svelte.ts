import type { Endpoint } from '../explorer/endpoint';
import type { Explorer } from '../explorer/explorer.svelte';
import type { TestCase } from '../cases/expectation';
import type { Draft } from '../georeport/request';
import { EMBEDDED } from '../ui/embedded';
import type { readText } from './pasted-text';
import type { TypedAddress } from './typed-address';

/** What was typed last and what came of it. */
interface Typed {
	text: string;
	/** The draft it led to; the line follows the form again as soon as there is another. */
	draft: Draft;
	/** Whether the text still stands in the line as it was typed. */
	open: boolean;
	problem: string | null;
	notes: readonly string[];
	/** The text with plain characters, where a word processor has put others. */
	plain: string | null;
	/** A request to a server not asked before, until typing its address has come to an end. */
	waiting: Extract<TypedAddress, { kind: 'request' }> | null;
}

/** The request that was there when the typing began. */
interface Before {
	draft: Draft;
	endpoint: Endpoint;
	testCase: TestCase | null;
}

/**
 * The address of the request as a line of text that can be typed over: with another address, or with
 * a command of curl or PowerShell. What is understood becomes the request at once.
 */
export class AddressInput {
	readonly #explorer: Explorer;
	#last: Typed | null = $state.raw(null);
	/** Escape goes back to it. */
	#before: Before;
	#focused = false;
	/** What is being read, if anything; a later text makes it void. */
	#reading: Promise<void> | null = null;
	/** What reads texts, once it is loaded: the first focus asks for it. */
	#reader: typeof readText | null = null;

	#typed: Typed | null = $derived.by(() =>
		this.#last?.draft === this.#explorer.draft ? this.#last : null
	);

	/** What stands in the line: what is being typed, else the request's own address. */
	text: string = $derived.by(() =>
		this.#typed?.open ? this.#typed.text : this.#explorer.shownRequest.url
	);

	/** Why the text is no request; null while it is one. The request is then as it was. */
	problem: string | null = $derived(this.#typed?.problem ?? null);

	/** What a person should know of the request that was typed; empty for nothing. */
	notes: string = $derived(this.#typed?.notes.join(' ') ?? '');

	/** The text with plain characters, to be offered; null where no word processor changed it. */
	plain: string | null = $derived(this.#typed?.plain ?? null);

	constructor(explorer: Explorer) {
		this.#explorer = explorer;
		this.#before = this.#now();
	}

	#now(): Before {
		const { draft, endpoint, testCase } = this.#explorer;
		return { draft, endpoint, testCase };
	}

	/** A text that stands in the line as typed, of which nothing is said yet. */
	#typing(text: string): Typed {
		const { draft } = this.#explorer;
		return { text, draft, open: true, problem: null, notes: [], plain: null, waiting: null };
	}

	/** What a request to a server of others means; `waits` while the page has not turned to it. */
	#serverNote({ name }: Endpoint, waits: boolean): string {
		const server = `${name} is another server`;
		if (EMBEDDED)
			return `${server}: an embed sends to the mock-up only. Open it in full to use other servers.`;
		return waits
			? `${server}. Leave the field to switch to it; Enter sends at once.`
			: `${server}: Send goes there, over the network.`;
	}

	/** Makes the request the page's own. A server not asked before waits until `settled`. */
	#take(text: string, read: TypedAddress, settled: boolean) {
		if (read.kind === 'problem') {
			this.#last = { ...this.#typing(text), problem: read.words, plain: read.plain ?? null };
			return;
		}
		const { draft, endpoint, isNew, notes } = read;
		const waiting = isNew && !settled ? read : null;
		if (!waiting) {
			const { draft: before, testCase } = this.#before;
			this.#explorer.openDraft(draft, endpoint, draft.method === before.method ? testCase : null);
		}
		this.#last = {
			...this.#typing(text),
			notes:
				endpoint.kind === 'added'
					? [...notes, this.#serverNote(endpoint, waiting !== null)]
					: notes,
			plain: read.plain ?? null,
			waiting
		};
	}

	async #load() {
		this.#reader ??= (await import('./pasted-text')).readText;
	}

	/** Reads a text, at once or when the reader has loaded; `complete` as in `type`. */
	#read(text: string, complete: boolean) {
		this.#reading = null;
		if (this.#reader) {
			const read = this.#reader(text, this.#before, this.#explorer.endpoints);
			// A command is pasted as a whole; an address may still be typed.
			this.#take(text, read, complete || !/^\s*https?:/i.test(text));
		} else {
			this.#last = this.#typing(text);
			this.#reading = this.#readLate(text, complete);
		}
	}

	async #readLate(text: string, complete: boolean) {
		try {
			await this.#load();
		} catch {
			const problem = 'The part that reads addresses could not be loaded. Reload to try again.';
			if (this.#last?.text === text) this.#last = { ...this.#last, problem };
		}
		if (!this.#reader || this.#last?.text !== text) return;
		if (this.#last.draft !== this.#explorer.draft) return;
		this.#read(text, complete);
		if (!this.#focused) this.#settle();
	}

	/** Turns to the server that waits, if one does. */
	#turn() {
		if (this.#typed?.waiting) this.#take(this.#typed.text, this.#typed.waiting, true);
	}

	/** Ends the typing: what was understood gives way to the request's own address. */
	#settle() {
		this.#turn();
		const typed = this.#typed;
		if (typed?.open && typed.problem === null) this.#last = { ...typed, open: false };
	}

	/** Takes over the text of the line; one that was pasted as a whole is `complete`. */
	type = (text: string, complete: boolean) => {
		if (!this.#typed?.open) this.#before = this.#now();
		this.#read(text, complete);
	};

	/** Reads the text again with plain characters in place of those of a word processor. */
	readPlain = () => {
		if (this.plain !== null) this.type(this.plain, true);
	};

	/** Begins the typing; resolves once texts are read as they are typed. */
	enter = async () => {
		this.#focused = true;
		// If it cannot be loaded, that is a problem once there is something to read.
		await this.#load().catch(() => {});
	};

	/** Ends the typing, unless what was typed is still being read. */
	leave = () => {
		this.#focused = false;
		if (!this.#reading) this.#settle();
	};

	/** Waits for what is being read; whether the request is then ready to be sent. */
	finish = async (): Promise<boolean> => {
		await this.#reading;
		if (this.#typed?.open && this.#typed.problem !== null) return false;
		this.#turn();
		this.#before = this.#now();
		return true;
	};

	/** Goes back to the request from before the typing; false where nothing was typed. */
	undo = (): boolean => {
		if (!this.#typed?.open) return false;
		this.#last = this.#reading = null;
		const { draft, endpoint, testCase } = this.#before;
		this.#explorer.openDraft(draft, endpoint, testCase);
		return true;
	};
}
