import type { MapRecord } from './records.ts';

/**
 * Tells which choice the map is to follow: one made among the places that it shows already. What came
 * chosen with its answer, as from a link, moves nothing: the link may say where to look.
 */
export class ChoiceWatch {
	#records: readonly MapRecord[] | null = null;
	#key: string | null = null;

	/**
	 * The record that was chosen since the last call, if it is one of these; null for none. While
	 * nobody sees the map it waits.
	 */
	next(records: readonly MapRecord[], key: string | null, isSeen: boolean): MapRecord | null {
		if (this.#records !== records) {
			this.#records = records;
			this.#key = key;
		}
		if (key === this.#key || !isSeen) return null;
		this.#key = key;
		return records.find((record) => record.key === key) ?? null;
	}
}
