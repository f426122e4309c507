import type { DBSchema, IDBPDatabase } from 'idb';
import type { Marks, Row } from './entry';

/**
 * Where exchanges are kept: values in, values out. A call may reject, as when the browser denies
 * storage or has no room left.
 */
export interface HistoryStore {
	/** Every row with its `id`; whoever reads them must expect rows of another version. */
	list(): Promise<unknown[]>;
	/** Keeps a new row and tells the id it got: a positive number that is never given twice. */
	put(row: Row): Promise<number>;
	/** Changes the marks of a row; one that is gone stays gone. */
	mark(id: number, marks: Marks): Promise<void>;
	/** Takes rows out; ids that are gone are fine. */
	remove(ids: readonly number[]): Promise<void>;
	clear(): Promise<void>;
	/** Calls back when another tab has changed what is kept. */
	hear(onchange: () => void): void;
}

/** A store that forgets with the page. */
export function memoryHistory(): HistoryStore {
	const rows = new Map<number, Row>();
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

/** The database of a deployment, by the path of its folder: several may share one origin. */
export const historyNameOf = (path: string) => `toronto-open311 history ${path}`;

interface Schema extends DBSchema {
	exchanges: { key: number; value: Row };
}

/** Opens the database of a name. What reads databases loads now: nothing is kept at the first answer. */
async function open(name: string, onlost: () => void): Promise<IDBPDatabase<Schema>> {
	const { openDB } = await import('idb');
	return new Promise((resolve, reject) => {
		openDB<Schema>(name, 1, {
			upgrade: (db) =>
				void db.createObjectStore('exchanges', { keyPath: 'id', autoIncrement: true }),
			blocked: () => reject(new Error('Another tab holds the storage.')),
			// Another tab wants to renew or delete the database: stand out of its way.
			blocking: (_version, _wanted, event) => {
				onlost();
				(event.target as IDBDatabase).close();
			},
			terminated: onlost
		}).then(resolve, reject);
	});
}

/** The other tabs of a name; nobody where the browser has no channel between tabs. */
function channelOf(name: string): BroadcastChannel | null {
	try {
		return new BroadcastChannel(name);
	} catch {
		return null;
	}
}

/**
 * A store shared by the tabs of the deployment at a path and kept over visits. The database is
 * opened at the first call; a connection that the browser cut, as when site data is cleared, is
 * opened again. Where the browser denies storage or has no room, calls reject.
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
			// Only a closed connection is worth a second try: a full store stays full.
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
