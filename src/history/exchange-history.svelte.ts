import type { Endpoint } from '../explorer/endpoint';
import type { Exchange } from '../http/exchange';
import type { TestCase } from '../cases/expectation';
import type { Entry, Marks } from './entry';
import type { HistoryStore } from './history-store';

/** How many exchanges are kept without a pin, and how many with one. */
export const LIMIT = 50;

const newestFirst = (a: Entry, b: Entry) =>
	b.exchange.startedAt - a.exchange.startedAt || b.id - a.id;

/** Whether an entry lives in this tab alone. */
const isOwn = ({ id }: Pick<Entry, 'id'>) => id < 0;

function reasonOf(error: unknown): string {
	const name = error instanceof Error ? error.name : '';
	return name === 'QuotaExceededError'
		? 'the storage of this browser is full'
		: 'the browser refuses to store';
}

/**
 * The exchanges that were kept, on this device alone. Its verbs run one after the other and never
 * reject; what a store refuses is kept for this visit, and `problem` says so.
 */
export class ExchangeHistory {
	readonly #store: HistoryStore;
	/** The verb under way. */
	#turn: Promise<void> = Promise.resolve();
	#isLoaded = false;
	/** The id of the last entry that no store has taken. */
	#lastOwnId = 0;
	/** What the last verb met with. */
	#trouble: string | null = $state.raw(null);
	/** Why the entries of this tab alone are not stored. */
	#whyOwn: string | null = $state.raw(null);

	/** Newest first, pinned or not. */
	entries: readonly Entry[] = $state.raw([]);

	/** What is the matter and what to do, in words; null while all is kept. */
	problem: string | null = $derived(
		this.#trouble ?? (this.entries.some(isOwn) ? this.#whyOwn : null)
	);

	constructor(store: HistoryStore) {
		this.#store = store;
		store.hear(() => void this.load());
	}

	/** Reads what is stored, also by other tabs. Rows that cannot be read are passed over. */
	load = () => this.#inTurn(() => this.#read());

	/** Keeps an exchange without its key; the oldest without a pin give way. */
	add = (exchange: Exchange, endpoint: Endpoint, testCase: TestCase | null) =>
		this.#inTurn(async () => {
			if (!this.#isLoaded) await this.#read();
			// What takes the keys out loads with the first exchange; nothing is kept without it.
			const stored = await this.#try(() => import('./to-stored'), notLoaded);
			if (!stored) return;
			const row = stored.toStored(exchange, endpoint, testCase?.id ?? null);
			const readEntry = await this.#loadReader();
			const id = await this.#try(() => this.#store.put(row), keptForNow);
			if (id === null) this.#whyOwn = this.#trouble;
			const entry = readEntry?.({ ...row, id: id ?? --this.#lastOwnId });
			if (entry) this.entries = [entry, ...this.entries].toSorted(newestFirst);
			const tooMany = this.entries.filter(({ pinned }) => !pinned).slice(LIMIT);
			if (tooMany.length > 0) await this.#remove(tooMany.map(({ id }) => id));
		});

	/** Keeps an entry until it is unpinned or erased; refused in words when `LIMIT` are pinned. */
	pin = (id: number) =>
		this.#inTurn(async () => {
			if (this.entries.filter(({ pinned }) => pinned).length < LIMIT) {
				await this.#mark(id, { pinned: true });
			} else {
				this.#trouble = `Not pinned: ${LIMIT} exchanges are pinned already. Unpin one first.`;
			}
		});

	/** Lets an entry go when newer ones need its room. */
	unpin = (id: number) => this.#inTurn(() => this.#mark(id, { pinned: false }));

	/** Calls an entry something; a blank name takes its name away. */
	rename = (id: number, name: string) =>
		this.#inTurn(() => this.#mark(id, { name: name.trim() || null }));

	/** Takes one entry out, pinned or not. */
	erase = (id: number) => this.#inTurn(() => this.#remove([id]));

	/** Takes every entry out, pinned ones and unreadable rows too. */
	eraseAll = () =>
		this.#inTurn(async () => {
			const done = await this.#try(async () => {
				await this.#store.clear();
				return true;
			}, notErased);
			// What no store has taken is gone in any case.
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
			this.#trouble =
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
			this.#trouble = null;
			return work();
		});
		// A bug in one verb must not stop the next.
		this.#turn = done.catch(() => undefined);
		return done;
	}

	/** What the store gives, or null when it rejects: then the trouble is told. */
	async #try<Result>(
		work: () => Promise<Result>,
		wordsOf: (reason: string) => string
	): Promise<Result | null> {
		try {
			return await work();
		} catch (error) {
			this.#trouble = wordsOf(reasonOf(error));
			return null;
		}
	}
}

const keptForNow = (reason: string) =>
	`Kept for this visit only: ${reason}. Everything else goes on working.`;

const notLoaded = () =>
	'Not kept: a part of the page could not be loaded. Reload the page, and what you send from then on is kept.';

const notErased = () =>
	'Not erased: the browser does not let go of it. Clear this site’s data in the browser’s settings.';
