import type { Note } from './data/requests';

/**
 * A report that was accepted, without the reporter: names, e-mail and phone are never kept.
 * Instants are milliseconds since 1970.
 */
export interface Submission {
	service_code: string;
	note: Note;
	requested: number;
	expected: number | null;
	address: string | null;
	address_id: string | null;
	lat: number;
	long: number;
	description: string | null;
	media_url: string | null;
}

/** A submission and its place in the order since the last reset, counted from 1. */
export interface Stored {
	place: number;
	submission: Submission;
}

/** What has been submitted. Token and id follow from the place, so `add` allocates it atomically. */
export interface SubmissionStore {
	/** Keeps a submission and tells its place. */
	add(submission: Submission): Promise<number>;
	/** Everything kept, in order. */
	all(): Promise<Stored[]>;
	/** Forgets everything; the next place is 1 again. */
	reset(): Promise<void>;
}

/** A store that lasts as long as the program. */
export function memoryStore(): SubmissionStore {
	let stored: Stored[] = [];
	return {
		add(submission) {
			const place = stored.length + 1;
			stored.push({ place, submission });
			return Promise.resolve(place);
		},
		all: () => Promise.resolve([...stored]),
		reset() {
			stored = [];
			return Promise.resolve();
		}
	};
}
