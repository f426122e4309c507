import type { Endpoint } from '../explorer/endpoint';
import type { AnsweredBy, Exchange } from '../http/exchange';
import type { Draft, HttpRequest } from '../georeport/request';

/**
 * Why an answer is stored without its body: it is over the size limit, or repeats the request's
 * key.
 */
export type BodyLeftOut = 'large' | 'key';

/** What the user can change in an entry. */
export interface Marks {
	/** The user's name for it; null for none. */
	name: string | null;
	pinned: boolean;
}

/** What is stored with an exchange. */
interface Kept extends Marks {
	/** The endpoint that was asked; `apiKey` is always empty. */
	endpoint: Endpoint;
	/** The `id` of the open test case; null for none. */
	testCase: string | null;
	/** The names of keys and headers that were removed from the draft. */
	leftOut: readonly string[];
	/** The contents of the answer, as text; empty for a failure. */
	contents: string;
	bodyLeftOut: BodyLeftOut | null;
}

/** An answer as it is stored. Its text is decoded and parsed again when the entry is read. */
export interface StoredResponse {
	status: number;
	statusText: string;
	headers: readonly (readonly [string, string])[];
	bytes: Uint8Array;
	/** The text if it is not the bytes decoded as UTF-8; otherwise null. */
	otherText: string | null;
	answeredBy: AnsweredBy;
}

/** An entry as it is stored, without the id, which the store assigns. */
export interface StoredEntry extends Kept {
	exchange: {
		draft: Draft;
		request: HttpRequest;
		startedAt: number;
		duration: number;
		outcome: { kind: 'response'; response: StoredResponse } | { kind: 'failure'; message: string };
	};
}

/** A stored exchange. It never contains the key it was sent with. */
export interface Entry extends Kept {
	/** Unique among the tabs of a site; negative for an entry that exists in this tab only. */
	id: number;
	exchange: Exchange;
}
