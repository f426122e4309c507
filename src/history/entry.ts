import type { Endpoint } from '../explorer/endpoint';
import type { AnsweredBy, Exchange } from '../http/exchange';
import type { Draft, HttpRequest } from '../georeport/request';

/** Why an answer is kept without its body: it is too large, or it repeats the key it was asked with. */
export type BodyLeftOut = 'large' | 'key';

/** What a person may change of an entry. */
export interface Marks {
	/** What a person calls it; null for no name of its own. */
	name: string | null;
	pinned: boolean;
}

/** What is kept beside the exchange, in the store and in the entry alike. */
interface Kept extends Marks {
	/** Where it was sent; `apiKey` is always empty. */
	endpoint: Endpoint;
	/** The `id` of the test case that was open. */
	testCase: string | null;
	/** The names of the keys and headers that were taken out of the draft. */
	leftOut: readonly string[];
	/** What the answer held, in words; empty for a failure. */
	contents: string;
	bodyLeftOut: BodyLeftOut | null;
}

/** An answer as it is stored: its text and its parse are worked out again when it is read. */
export interface StoredResponse {
	status: number;
	statusText: string;
	headers: readonly (readonly [string, string])[];
	bytes: Uint8Array;
	/** The text, where it is not simply the bytes read as UTF-8. */
	otherText: string | null;
	answeredBy: AnsweredBy;
}

/** An entry as it is stored, without the id that the store gives it. */
export interface Row extends Kept {
	exchange: {
		draft: Draft;
		request: HttpRequest;
		startedAt: number;
		duration: number;
		outcome: { kind: 'response'; response: StoredResponse } | { kind: 'failure'; message: string };
	};
}

/** A kept exchange. The key it was sent with is nowhere in it. */
export interface Entry extends Kept {
	/** Unique among the tabs of a site; negative for an entry that lives in this tab alone. */
	id: number;
	exchange: Exchange;
}
