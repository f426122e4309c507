import { NOTES, type SeededRequest } from '../data/requests';
import type { CityRequest } from './city-request';
import { atMoment } from './lifecycle';
import type { Stored, Submission, SubmissionStore } from '../store/store';

/** Toronto at one moment: the fixed rows, the submissions, and the time. */
export interface City {
	/** Returns the time of the city's clock, in milliseconds since 1970. */
	now(): number;
	/** Returns the same city at another instant, not earlier than its clock. */
	at(moment: number): City;
	/**
	 * Returns every request that has an id by now, the newest first; equal times by id, descending.
	 */
	requests(): Promise<CityRequest[]>;
	/** Returns the open requests of the fixed rows that a new report can be a duplicate of. */
	duplicateTargets(): CityRequest[];
	/** Returns the request with an id; null if no request has it by now. */
	byId(service_request_id: string): Promise<CityRequest | null>;
	/** Returns the request with a token, even before it has an id; null for none. */
	byToken(token: string): Promise<CityRequest | null>;
	/** Stores a report and returns it with its token and id. */
	accept(submission: Submission): Promise<CityRequest>;
	/** Returns the submissions in order, also those without an id. */
	submitted(): Promise<CityRequest[]>;
	/** Changes the submission that has or will have this id; resolves to false if there is none. */
	change(service_request_id: string, part: Partial<Submission>): Promise<boolean>;
	/** Deletes the submission that has or will have this id; resolves to false if there is none. */
	forget(service_request_id: string): Promise<boolean>;
	/** Deletes all submissions. */
	reset(): Promise<void>;
}

/**
 * The mock-up's clock stands still here, a Friday noon, so that the same call gets the same bytes.
 */
export const FIXED_CLOCK = Date.parse('2012-06-15T12:00:00-04:00');

const FIRST_SUBMITTED_ID = 101000900000;
const FIRST_SUBMITTED_TOKEN = 91000000;

/** Turns the dates of a seeded row into instants. */
export function fromSeed(seed: SeededRequest): CityRequest {
	const instant = (text: string | null) => (text === null ? null : Date.parse(text));
	const { assigned, duplicateTarget = false, requested, updated, expected, ...others } = seed;
	return {
		...others,
		requested: Date.parse(requested),
		updated: instant(updated),
		expected: instant(expected),
		assigned: Date.parse(assigned ?? requested),
		duplicateTarget,
		held: false
	};
}

/** Ids and tokens of submissions depend on their order alone, in ranges that no fixed row uses. */
function fromStored({ place, submission }: Stored): CityRequest {
	return {
		updated: null,
		assigned: submission.requested,
		held: false,
		...submission,
		service_request_id: String(FIRST_SUBMITTED_ID + place),
		token: String(FIRST_SUBMITTED_TOKEN + place),
		duplicateTarget: false
	};
}

const newestFirst = (a: CityRequest, b: CityRequest) =>
	b.requested - a.requested || (a.service_request_id < b.service_request_id ? 1 : -1);

/**
 * Makes a city of fixed rows, a store for submissions and a clock. It knows neither HTTP nor
 * dialects. The rows start as recorded and change as the clock goes on.
 */
export function createCity(
	rows: readonly CityRequest[],
	store: SubmissionStore,
	now: () => number
): City {
	const begun = now();
	const targets = rows.filter(({ duplicateTarget }) => duplicateTarget);

	/** Finds a submission by its id or token, which are the first of their range plus its place. */
	async function storedAs(name: string, first: number): Promise<Stored | null> {
		const place = Number(name) - first;
		if (!(place > 0) || String(first + place) !== name) return null;
		const submission = await store.get(place);
		return submission && { place, submission };
	}

	const stored = (id: string) => storedAs(id, FIRST_SUBMITTED_ID);

	const seen = (each: Stored, moment: number): CityRequest | null =>
		each.submission.requested > moment
			? null
			: atMoment(fromStored(each), each.submission.requested, moment);

	function seenAt(clock: () => number): City {
		const submitted = async () => {
			const moment = clock();
			return (await store.all()).flatMap((each) => seen(each, moment) ?? []);
		};
		/** Finds a request by its id or token: a fixed row, or a report submitted by now. */
		const named = async (name: string, field: 'service_request_id' | 'token', first: number) => {
			const moment = clock();
			const row = rows.find((each) => each[field] === name);
			if (row) return atMoment(row, begun, moment);
			const found = await storedAs(name, first);
			return found && seen(found, moment);
		};
		const all = async () => {
			const moment = clock();
			return [...rows.map((row) => atMoment(row, begun, moment)), ...(await submitted())];
		};
		return {
			now: clock,
			at: (moment) => seenAt(() => moment),
			async requests() {
				const moment = clock();
				return (await all()).filter(({ assigned }) => assigned <= moment).sort(newestFirst);
			},
			duplicateTargets() {
				const moment = clock();
				return targets
					.filter(({ assigned }) => assigned <= moment)
					.map((row) => atMoment(row, begun, moment))
					.filter(({ note }) => NOTES[note].status === 'open');
			},
			async byId(service_request_id) {
				const found = await named(service_request_id, 'service_request_id', FIRST_SUBMITTED_ID);
				return found && found.assigned <= clock() ? found : null;
			},
			byToken: (token) => named(token, 'token', FIRST_SUBMITTED_TOKEN),
			async accept(submission) {
				return fromStored({ place: await store.add(submission), submission });
			},
			submitted,
			async change(id, part) {
				const found = await stored(id);
				if (found) await store.put(found.place, { ...found.submission, ...part });
				return found !== null;
			},
			async forget(id) {
				const found = await stored(id);
				if (found) await store.put(found.place, null);
				return found !== null;
			},
			reset: () => store.reset()
		};
	}
	return seenAt(now);
}
