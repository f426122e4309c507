import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { kept, type Submission, type SubmissionStore } from './store';

interface Schema extends DBSchema {
	submissions: { key: number; value: Submission | null };
}

/**
 * The version of the stored format. Increase it with every change of the format, so that two
 * versions of the page that are open at the same time never read each other's submissions.
 */
const FORM = 1;

/**
 * A store that the tabs and the service worker of one origin share, and that survives a reload.
 * Opens the connection again if the browser closes it, as when site data is cleared. If the browser
 * denies storage or has no space left, submissions stay in memory for as long as the page or worker
 * lives.
 */
export function indexedDbStore(name: string): SubmissionStore {
	/** The submissions that the database could not take, by place. */
	const rest = new Map<number, Submission | null>();
	let connection: Promise<IDBPDatabase<Schema> | null> | null = null;

	const connect = () =>
		(connection ??= Promise.resolve()
			.then(() =>
				openDB<Schema>(`${name} ${FORM}`, 1, {
					upgrade: (db) => void db.createObjectStore('submissions'),
					terminated: () => (connection = null)
				})
			)
			.catch(() => null));

	/** Works with the database; resolves to null if there is none or the work fails twice. */
	async function using<Result>(work: (db: IDBPDatabase<Schema>) => Promise<Result>) {
		const db = await connect();
		if (!db) return null;
		try {
			return await work(db);
		} catch {
			db.close();
			connection = null;
			const again = await connect();
			return again && work(again).catch(() => null);
		}
	}

	async function places(): Promise<[number, Submission | null][]> {
		const stored = await using(async (db) => {
			const transaction = db.transaction('submissions');
			const [keys, values] = await Promise.all([
				transaction.store.getAllKeys(),
				transaction.store.getAll()
			]);
			return keys.map((place, at): [number, Submission | null] => [place, values[at] ?? null]);
		});
		return [...new Map([...(stored ?? []), ...rest])].sort(([place], [other]) => place - other);
	}

	/** The last place of `rest`. */
	let lastOfRest = 0;

	const lastKey = async (db: IDBPDatabase<Schema>) =>
		(await db.transaction('submissions').store.openKeyCursor(null, 'prev'))?.key ?? 0;

	return {
		async add(submission) {
			const stored = await using(async (db) => {
				const transaction = db.transaction('submissions', 'readwrite');
				const last = await transaction.store.openKeyCursor(null, 'prev');
				const place = Math.max(last?.key ?? 0, lastOfRest) + 1;
				await Promise.all([transaction.store.add(submission, place), transaction.done]);
				return place;
			});
			if (stored !== null) return stored;
			const last = (await using(lastKey)) ?? 0;
			lastOfRest = Math.max(last, lastOfRest) + 1;
			rest.set(lastOfRest, submission);
			return lastOfRest;
		},
		all: async () => kept(await places()),
		async get(place) {
			const own = rest.get(place);
			return own !== undefined
				? own
				: ((await using((db) => db.get('submissions', place))) ?? null);
		},
		async put(place, submission) {
			const stored = rest.has(place)
				? null
				: await using((db) => db.put('submissions', submission, place));
			if (stored === null) {
				rest.set(place, submission);
				lastOfRest = Math.max(place, lastOfRest);
			}
		},
		async reset() {
			rest.clear();
			lastOfRest = 0;
			await using((db) => db.clear('submissions'));
		}
	};
}
