import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { memoryStore, type Stored, type Submission, type SubmissionStore } from './store';

interface Schema extends DBSchema {
	submissions: { key: number; value: Submission };
}

/**
 * A store shared by the tabs and the service worker of one origin, kept over reloads. Where the
 * browser denies storage it answers from memory instead, for as long as the page or worker lives.
 */
export function indexedDbStore(name: string): SubmissionStore {
	const fallback = memoryStore();
	const database = Promise.resolve()
		.then(() =>
			openDB<Schema>(name, 1, { upgrade: (db) => void db.createObjectStore('submissions') })
		)
		.catch(() => null);

	const using = async <Result>(
		work: (db: IDBPDatabase<Schema>) => Promise<Result>,
		instead: () => Promise<Result>
	) => {
		const db = await database;
		return db ? work(db) : instead();
	};

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
					return submissions.map((submission, at): Stored => ({
						place: places[at] ?? at + 1,
						submission
					}));
				},
				() => fallback.all()
			),
		reset: () => using((db) => db.clear('submissions'), fallback.reset)
	};
}
