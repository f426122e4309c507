import type { DBSchema, IDBPDatabase } from 'idb';
import type { Marks, StoredEntry } from './entry';

/**
 * Stores the exchanges of the history as plain values. Any call can reject, for instance if the
 * browser denies storage or the storage is full.
 */
export interface HistoryStore {
	/** Resolves to every row with its `id`. Rows can be of another version, so validate them. */
	list(): Promise<unknown[]>;
	/** Adds a row and resolves to its id, a positive number that is never reused. */
	put(row: StoredEntry): Promise<number>;
	/** Changes the marks of a row; does nothing if it is gone. */
	mark(id: number, marks: Marks): Promise<void>;
	/** Removes rows; ignores ids that are gone. */
	remove(ids: readonly number[]): Promise<void>;
	clear(): Promise<void>;
	/** Calls back when another tab has changed the store. */
	hear(onchange: () => void): void;
}

/** Returns a store in memory, which is lost with the page. */
export function memoryHistory(): HistoryStore {
	const rows = new Map<number, StoredEntry>();
	let last = 0;
	return {
		list: async () => [...rows].map(([id, row]) => ({ ...structuredClone(row), id })),
		put: async (row) => {
			rows.set(++last, structuredClone(row));
			return last;
		},
		mark: async (id, marks) => {
			const row = rows.get(id);
			if (row) rows.set(id, { ...row, ...marks });
		},
		remove: async (ids) => ids.forEach((id) => rows.delete(id)),
		clear: async () => rows.clear(),
		hear: () => undefined
	};
}

/**
 * Returns the database name for a deployment by its folder's path, because several can share an
 * origin.
 */
export const historyNameOf = (path: string) => `toronto-open311 history ${path}`;

interface Schema extends DBSchema {
	exchanges: { key: number; value: StoredEntry };
}

/**
 * Opens a database. The library for it is loaded here, since nothing needs it before the first
 * answer.
 */
async function open(name: string, onlost: () => void): Promise<IDBPDatabase<Schema>> {
	const { openDB } = await import('idb');
	return new Promise((resolve, reject) => {
		openDB<Schema>(name, 1, {
			upgrade: (db) =>
				void db.createObjectStore('exchanges', { keyPath: 'id', autoIncrement: true }),
			blocked: () => reject(new Error('Another tab is using the storage.')),
			// Another tab wants to upgrade or delete the database, which an open connection would block.
			blocking: (_version, _wanted, event) => {
				onlost();
				(event.target as IDBDatabase).close();
			},
			terminated: onlost
		}).then(resolve, reject);
	});
}

/** Returns the channel to other tabs with the same database; null if the browser has none. */
function channelOf(name: string): BroadcastChannel | null {
	try {
		return new BroadcastChannel(name);
	} catch {
		return null;
	}
}

/**
 * Returns a store that persists and that all tabs of the deployment at this path share. It opens
 * the database at the first call, and again if the browser closes the connection, for instance when
 * site data is cleared. Calls reject if the browser denies storage or has no room.
 */
export function indexedDbHistory(path: string): HistoryStore {
	const name = historyNameOf(path);
	const channel = channelOf(name);
	let connection: Promise<IDBPDatabase<Schema>> | null = null;
	const forget = () => void (connection = null);

	function connect() {
		if (connection) return connection;
		connection = open(name, forget);
		connection.catch(forget);
		return connection;
	}

	async function using<Result>(work: (db: IDBPDatabase<Schema>) => Promise<Result>) {
		try {
			return await work(await connect());
		} catch (error) {
			// Only a closed connection is worth a retry: a full store stays full.
			if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
			forget();
			return work(await connect());
		}
	}

	async function changing<Result>(work: (db: IDBPDatabase<Schema>) => Promise<Result>) {
		const result = await using(work);
		channel?.postMessage('changed');
		return result;
	}

	return {
		list: () => using((db) => db.getAll('exchanges')),
		put: (row) => changing((db) => db.add('exchanges', row)),
		mark: (id, marks) =>
			changing(async (db) => {
				const transaction = db.transaction('exchanges', 'readwrite');
				const row = await transaction.store.get(id);
				if (row) await transaction.store.put({ ...row, ...marks });
				await transaction.done;
			}),
		remove: (ids) =>
			changing(async (db) => {
				const transaction = db.transaction('exchanges', 'readwrite');
				await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done]);
			}),
		clear: () => changing((db) => db.clear('exchanges')),
		hear: (onchange) => channel?.addEventListener('message', onchange)
	};
}
