import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { kept, memoryStore, type Submission, type SubmissionStore } from './store';

interface Schema extends DBSchema {
	submissions: { key: number; value: Submission | null };
}

/**
 * A store shared by the tabs and the service worker of one origin, kept over reloads. A connection
 * that the browser cut, as when site data is cleared, is opened again. Where the browser denies
 * storage it answers from memory instead, for as long as the page or worker lives.
 */
export function indexedDbStore(name: string): SubmissionStore {
	const fallback = memoryStore();
	let connection: Promise<IDBPDatabase<Schema> | null> | null = null;

	const connect = () =>
		(connection ??= Promise.resolve()
			.then(() =>
				openDB<Schema>(name, 1, {
					upgrade: (db) => void db.createObjectStore('submissions'),
					terminated: () => (connection = null)
				})
			)
			.catch(() => null));

	async function using<Result>(
		work: (db: IDBPDatabase<Schema>) => Promise<Result>,
		instead: () => Promise<Result>
	): Promise<Result> {
		const db = await connect();
		if (!db) return instead();
		try {
			return await work(db);
		} catch {
			db.close();
			connection = null;
			const again = await connect();
			return again ? work(again) : instead();
		}
	}

	return {
		add: (submission) =>
			using(
				async (db) => {
					const transaction = db.transaction('submissions', 'readwrite');
					const last = await transaction.store.openKeyCursor(null, 'prev');
					const place = (last?.key ?? 0) + 1;
					await Promise.all([transaction.store.add(submission, place), transaction.done]);
					return place;
				},
				() => fallback.add(submission)
			),
		all: () =>
			using(
				async (db) => {
					const transaction = db.transaction('submissions');
					const [places, submissions] = await Promise.all([
						transaction.store.getAllKeys(),
						transaction.store.getAll()
					]);
					return kept(submissions.map((submission, at) => [places[at] ?? at + 1, submission]));
				},
				() => fallback.all()
			),
		put: (place, submission) =>
			using(
				async (db) => void (await db.put('submissions', submission, place)),
				() => fallback.put(place, submission)
			),
		reset: () => using((db) => db.clear('submissions'), fallback.reset)
	};
}
