import type { Note } from '../data/requests';

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
	/** When its id is known; from the start if absent. */
	assigned?: number;
	/** When somebody changed it by hand; never if absent. */
	updated?: number;
	/** Whether its state was set by hand, so that time alone changes nothing. */
	held?: boolean;
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
	/** What is kept in a place; null for none. Takes no longer where more is kept. */
	get(place: number): Promise<Submission | null>;
	/** Puts another submission in a place, or none: its token and id are then never given again. */
	put(place: number, submission: Submission | null): Promise<void>;
	/** Forgets everything; the next place is 1 again. */
	reset(): Promise<void>;
}

/** What is left of places whose submissions may be gone. */
export const kept = (places: readonly (readonly [number, Submission | null])[]): Stored[] =>
	places.flatMap(([place, submission]) => (submission ? [{ place, submission }] : []));

/** A store that lasts as long as the program. */
export function memoryStore(): SubmissionStore {
	let stored: (Submission | null)[] = [];
	return {
		add: (submission) => Promise.resolve(stored.push(submission)),
		all: () => Promise.resolve(kept(stored.map((each, at) => [at + 1, each]))),
		get: (place) => Promise.resolve(stored[place - 1] ?? null),
		put(place, submission) {
			stored[place - 1] = submission;
			return Promise.resolve();
		},
		reset() {
			stored = [];
			return Promise.resolve();
		}
	};
}
