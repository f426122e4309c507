import { NOTES, type SeededRequest } from '../data/requests';
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
	/** The open requests of the fixed rows of which a new report can be a duplicate. */
	duplicateTargets(): CityRequest[];
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
	const targets = rows.filter(({ duplicateTarget }) => duplicateTarget);

	/** What was submitted, by its id or token: these are the first of their range and a place. */
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
			: grown(fromStored(each), each.submission.requested, moment);

	function seenAt(clock: () => number): City {
		const submitted = async () => {
			const moment = clock();
			return (await store.all()).flatMap((each) => seen(each, moment) ?? []);
		};
		/** A request by its id or token: a fixed row, or what was submitted by now. */
		const named = async (name: string, field: 'service_request_id' | 'token', first: number) => {
			const moment = clock();
			const row = rows.find((each) => each[field] === name);
			if (row) return grown(row, begun, moment);
			const found = await storedAs(name, first);
			return found && seen(found, moment);
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
			duplicateTargets() {
				const moment = clock();
				return targets
					.filter(({ assigned }) => assigned <= moment)
					.map((row) => grown(row, begun, moment))
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
