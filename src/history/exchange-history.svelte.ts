import type { Endpoint } from '../explorer/endpoint';
import type { Exchange } from '../http/exchange';
import type { TestCase } from '../cases/expectation';
import type { Entry, Marks } from './entry';
import type { HistoryStore } from './history-store';

/** How many unpinned exchanges are kept, and how many pinned ones. */
export const LIMIT = 50;

const newestFirst = (a: Entry, b: Entry) =>
	b.exchange.startedAt - a.exchange.startedAt || b.id - a.id;

/** Whether an entry exists in this tab only. */
const isOwn = ({ id }: Pick<Entry, 'id'>) => id < 0;

function reasonOf(error: unknown): string {
	const name = error instanceof Error ? error.name : '';
	return name === 'QuotaExceededError'
		? 'the storage of this browser is full'
		: 'the browser refuses to store';
}

/**
 * The history of exchanges, on this device only. Its methods run one after the other and never
 * reject. If the store refuses an entry, it is kept until the page closes, and `problem` says so.
 */
export class ExchangeHistory {
	readonly #store: HistoryStore;
	/** Settles when the last method has finished. */
	#turn: Promise<void> = Promise.resolve();
	#isLoaded = false;
	/** The id of the last entry that could not be stored. */
	#lastOwnId = 0;
	/** The problem of the last method call. */
	#failure: string | null = $state.raw(null);
	/** Why entries of this tab could not be stored. */
	#whyOwn: string | null = $state.raw(null);

	/** Newest first, pinned or not. */
	entries: readonly Entry[] = $state.raw([]);

	/** What failed and what to do; null if everything is stored. */
	problem: string | null = $derived(
		this.#failure ?? (this.entries.some(isOwn) ? this.#whyOwn : null)
	);

	constructor(store: HistoryStore) {
		this.#store = store;
		store.hear(() => void this.load());
	}

	/** Reads the stored entries, also those of other tabs; skips rows that cannot be read. */
	load = () => this.#inTurn(() => this.#read());

	/** Adds an exchange without its key; removes the oldest unpinned entries beyond `LIMIT`. */
	add = (exchange: Exchange, endpoint: Endpoint, testCase: TestCase | null) =>
		this.#inTurn(async () => {
			if (!this.#isLoaded) await this.#read();
			// What takes the keys out loads with the first exchange; nothing is kept without it.
			const stored = await this.#try(() => import('./to-stored'), notLoaded);
			if (!stored) return;
			const row = stored.toStored(exchange, endpoint, testCase?.id ?? null);
			const readEntry = await this.#loadReader();
			const id = await this.#try(() => this.#store.put(row), keptForNow);
			if (id === null) this.#whyOwn = this.#failure;
			const entry = readEntry?.({ ...row, id: id ?? --this.#lastOwnId });
			if (entry) this.entries = [entry, ...this.entries].toSorted(newestFirst);
			const tooMany = this.entries.filter(({ pinned }) => !pinned).slice(LIMIT);
			if (tooMany.length > 0) await this.#remove(tooMany.map(({ id }) => id));
		});

	/**
	 * Keeps an entry until it is unpinned or erased; sets `problem` if `LIMIT` are pinned already.
	 */
	pin = (id: number) =>
		this.#inTurn(async () => {
			if (this.entries.filter(({ pinned }) => pinned).length < LIMIT) {
				await this.#mark(id, { pinned: true });
			} else {
				this.#failure = `Not pinned: ${LIMIT} exchanges are pinned already. Unpin one first.`;
			}
		});

	/** Unpins an entry, so that newer ones can replace it. */
	unpin = (id: number) => this.#inTurn(() => this.#mark(id, { pinned: false }));

	/** Names an entry; a blank name removes its name. */
	rename = (id: number, name: string) =>
		this.#inTurn(() => this.#mark(id, { name: name.trim() || null }));

	/** Removes an entry, pinned or not. */
	erase = (id: number) => this.#inTurn(() => this.#remove([id]));

	/** Removes all entries, including pinned ones and rows that cannot be read. */
	eraseAll = () =>
		this.#inTurn(async () => {
			const done = await this.#try(async () => {
				await this.#store.clear();
				return true;
			}, notErased);
			// Entries that were never stored are removed in any case.
			this.entries = done ? [] : this.entries.filter((entry) => !isOwn(entry));
		});

	async #read() {
		const rows = await this.#try(() => this.#store.list(), keptForNow);
		const readEntry = await this.#loadReader();
		if (!rows || !readEntry) return;
		this.#isLoaded = true;
		const read = rows.flatMap((row) => readEntry(row) ?? []);
		this.entries = [...this.entries.filter(isOwn), ...read].toSorted(newestFirst);
	}

	/** Loads what reads rows; null where it cannot be, which is told. */
	async #loadReader() {
		try {
			return (await import('./read')).readEntry;
		} catch {
			this.#failure =
				'The history could not be loaded. Check the connection, then reload the page.';
			return null;
		}
	}

	async #mark(id: number, marks: Partial<Marks>) {
		const entry = this.entries.find((each) => each.id === id);
		if (!entry) return;
		const marked = { ...entry, ...marks };
		const { name, pinned } = marked;
		if (id > 0) await this.#try(() => this.#store.mark(id, { name, pinned }), keptForNow);
		this.entries = this.entries.map((each) => (each === entry ? marked : each));
	}

	async #remove(ids: readonly number[]) {
		const stored = ids.filter((id) => id > 0);
		const done = await this.#try(async () => {
			if (stored.length > 0) await this.#store.remove(stored);
			return true;
		}, notErased);
		const gone = done ? ids : ids.filter((id) => id < 0);
		this.entries = this.entries.filter(({ id }) => !gone.includes(id));
	}

	#inTurn(work: () => Promise<void>): Promise<void> {
		const done = this.#turn.then(() => {
			this.#failure = null;
			return work();
		});
		// A bug in one method must not block the next.
		this.#turn = done.catch(() => undefined);
		return done;
	}

	/** Resolves to what `work` does; null if it rejects, with the problem noted. */
	async #try<Result>(
		work: () => Promise<Result>,
		wordsOf: (reason: string) => string
	): Promise<Result | null> {
		try {
			return await work();
		} catch (error) {
			this.#failure = wordsOf(reasonOf(error));
			return null;
		}
	}
}

const keptForNow = (reason: string) =>
	`Kept for this visit only: ${reason}. Everything else keeps working.`;

const notLoaded = () =>
	'Not kept: a part of the page could not be loaded. Reload the page, and what you send from then on is kept.';

const notErased = () =>
	'Not erased: the browser refused to delete it. Clear this site’s data in the browser’s settings.';
