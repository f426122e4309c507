import type { SeededRequest } from '../data/requests';
import type { CityRequest } from './city-request';
import { grown } from './lifecycle';
import type { Stored, Submission, SubmissionStore } from '../store/store';

/** The state of Toronto at one moment: fixed rows, what was submitted since, and the time. */
export interface City {
	/** Milliseconds since 1970 by the city's own clock. */
	now(): number;
	/** The same city at another instant, later than its clock shows. */
	at(moment: number): City;
	/** Every request that has an id by now, newest first; equal times by id, descending. */
	requests(): Promise<CityRequest[]>;
	/** The request with an id; null if none has it, or has it yet. */
	byId(service_request_id: string): Promise<CityRequest | null>;
	/** Also finds a request whose id is not assigned yet. */
	byToken(token: string): Promise<CityRequest | null>;
	/** Takes a report and gives it its token and id. */
	accept(submission: Submission): Promise<CityRequest>;
	/** What was submitted, in order, those without an id as yet too. */
	submitted(): Promise<CityRequest[]>;
	/** Changes the submission that has, or will have, this id; false if there is none. */
	change(service_request_id: string, part: Partial<Submission>): Promise<boolean>;
	/** Forgets the submission that has, or will have, this id; false if there is none. */
	forget(service_request_id: string): Promise<boolean>;
	/** Forgets all reports but the fixed rows. */
	reset(): Promise<void>;
}

/** The mock-up's clock stands still here, a Friday noon, so that the same call gets the same bytes. */
export const FIXED_CLOCK = Date.parse('2012-06-15T12:00:00-04:00');

const FIRST_SUBMITTED_ID = 101000900000;
const FIRST_SUBMITTED_TOKEN = 91000000;

/** A seeded row with its dates as instants. */
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

/** Ids and tokens of submissions follow from their order alone, in ranges no fixed row uses. */
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
 * A city of fixed rows, a store for submissions and a clock. It knows no HTTP and no dialect. The
 * rows are as recorded at the instant it begins; from then on they change as time goes on.
 */
export function createCity(
	rows: readonly CityRequest[],
	store: SubmissionStore,
	now: () => number
): City {
	const begun = now();
	const stored = async (id: string) =>
		(await store.all()).find(({ place }) => String(FIRST_SUBMITTED_ID + place) === id);

	function seenAt(clock: () => number): City {
		const submitted = async () => {
			const moment = clock();
			return (await store.all())
				.filter(({ submission }) => submission.requested <= moment)
				.map((each) => grown(fromStored(each), each.submission.requested, moment));
		};
		const all = async () => {
			const moment = clock();
			return [...rows.map((row) => grown(row, begun, moment)), ...(await submitted())];
		};
		return {
			now: clock,
			at: (moment) => seenAt(() => moment),
			async requests() {
				const moment = clock();
				return (await all()).filter(({ assigned }) => assigned <= moment).sort(newestFirst);
			},
			async byId(service_request_id) {
				const moment = clock();
				const found = (await all()).find(
					(row) => row.service_request_id === service_request_id && row.assigned <= moment
				);
				return found ?? null;
			},
			async byToken(token) {
				return (await all()).find((request) => request.token === token) ?? null;
			},
			async accept(submission) {
				return fromStored({ place: await store.add(submission), submission });
			},
			submitted,
			async change(id, part) {
				const found = await stored(id);
				if (found) await store.put(found.place, { ...found.submission, ...part });
				return found !== undefined;
			},
			async forget(id) {
				const found = await stored(id);
				if (found) await store.put(found.place, null);
				return found !== undefined;
			},
			reset: () => store.reset()
		};
	}
	return seenAt(now);
}
