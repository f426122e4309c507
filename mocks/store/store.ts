import type { StatusNote } from '../data/requests';

/**
 * An accepted report, without the reporter's name, e-mail address and phone number, which are never
 * stored. Instants are in milliseconds since 1970.
 */
export interface Submission {
	service_code: string;
	note: StatusNote;
	requested: number;
	expected: number | null;
	address: string | null;
	address_id: string | null;
	lat: number;
	long: number;
	description: string | null;
	media_url: string | null;
	/** When it gets its id; absent if at once. */
	assigned?: number;
	/** When somebody changed it by hand; absent if nobody did. */
	updated?: number;
	/** Whether its state was set by hand, so that it no longer changes with time. */
	held?: boolean;
}

/** A submission and its place in the order since the last reset, from 1. */
export interface Stored {
	place: number;
	submission: Submission;
}

/** The submissions. Token and id depend on the place, so `add` allocates it atomically. */
export interface SubmissionStore {
	/** Stores a submission and resolves to its place. */
	add(submission: Submission): Promise<number>;
	/** Resolves to every submission, in order. */
	all(): Promise<Stored[]>;
	/** Resolves to the submission in a place, null for none, in constant time. */
	get(place: number): Promise<Submission | null>;
	/** Replaces the submission in a place, or deletes it with null; the place is not used again. */
	put(place: number, submission: Submission | null): Promise<void>;
	/** Deletes everything; the next place is 1 again. */
	reset(): Promise<void>;
}

/** Returns the places whose submissions were not deleted. */
export const kept = (places: readonly (readonly [number, Submission | null])[]): Stored[] =>
	places.flatMap(([place, submission]) => (submission ? [{ place, submission }] : []));

/** Makes a store in memory, which lasts as long as the program. */
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
