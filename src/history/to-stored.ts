import type { Endpoint } from '../explorer/endpoint';
import type { Exchange, HttpResponse } from '../http/exchange';
import { shareable } from '../georeport/privacy';
import { toHttpRequest } from '../georeport/request';
import { contentsOf } from '../http/summary';
import type { BodyLeftOut, Row, StoredResponse } from './entry';
import { holdsKey, keysIn, withoutKeys } from './redact-keys';

/** The largest body that is stored, in bytes. */
export const LARGEST_BODY = 2_000_000;

const NOTHING = new Uint8Array();

function stored(response: HttpResponse, withBody: boolean): StoredResponse {
	const { status, statusText, headers, bytes, text, answeredBy } = response;
	const plain = !withBody || new TextDecoder().decode(bytes) === text;
	return {
		status,
		statusText,
		headers,
		bytes: withBody ? bytes : NOTHING,
		otherText: plain ? null : text,
		answeredBy
	};
}

function whyWithoutBody(response: HttpResponse, keys: readonly string[]): BodyLeftOut | null {
	if (response.bytes.length > LARGEST_BODY) return 'large';
	return holdsKey(response.text, keys) ? 'key' : null;
}

/**
 * Returns an exchange as the history stores it, without its key and what can be parsed again. The
 * reporter's contact details are included, because the history stays on this device.
 */
export function toStored(exchange: Exchange, endpoint: Endpoint, testCase: string | null): Row {
	const { draft, leftOut } = shareable(exchange.draft, true);
	const keys = keysIn(exchange, endpoint, leftOut);
	const { startedAt, duration, outcome } = exchange;
	const sent = { draft, request: toHttpRequest(draft, endpoint), startedAt, duration };
	const kept = {
		name: null,
		pinned: false,
		endpoint: { ...endpoint, apiKey: '' },
		testCase,
		leftOut
	};
	if (outcome.kind === 'failure') {
		const exchange = withoutKeys({ ...sent, outcome }, keys);
		return { ...kept, contents: '', bodyLeftOut: null, exchange };
	}
	const { response } = outcome;
	const bodyLeftOut = whyWithoutBody(response, keys);
	const answer = stored(response, bodyLeftOut === null);
	const headers = withoutKeys(answer.headers, keys);
	return {
		...kept,
		contents: contentsOf(response.reading.parsed),
		bodyLeftOut,
		exchange: {
			...withoutKeys(sent, keys),
			outcome: { kind: 'response', response: { ...answer, headers } }
		}
	};
}
