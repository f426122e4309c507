import type { Endpoint } from '../explorer/endpoint';
import type { Exchange, HttpResponse } from '../http/exchange';
import { shareable } from '../georeport/privacy';
import { hideIn, holdsSecret, secretsOf, type Secret } from '../georeport/secrets';
import { toHttpRequest } from '../georeport/request';
import { contentsOf } from '../http/summary';
import type { BodyLeftOut, StoredEntry, StoredResponse } from './entry';

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

function whyWithoutBody(response: HttpResponse, keys: readonly Secret[]): BodyLeftOut | null {
	if (response.bytes.length > LARGEST_BODY) return 'large';
	return holdsSecret(response.text, keys) ? 'key' : null;
}

/**
 * Returns an exchange as the history stores it, without its key and what can be parsed again. The
 * reporter's contact details are included, because the history stays on this device.
 */
export function toStored(
	exchange: Exchange,
	endpoint: Endpoint,
	testCase: string | null
): StoredEntry {
	const { draft, leftOut } = shareable(exchange.draft, true);
	const keys = secretsOf(exchange, { personal: true, apiKey: endpoint.apiKey });
	// A short key may be the value of another argument by chance.
	const long = keys.filter(({ isAnywhere }) => isAnywhere);
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
		const exchange = { ...hideIn(sent, long), outcome: hideIn(outcome, keys) };
		return { ...kept, contents: '', bodyLeftOut: null, exchange };
	}
	const { response } = outcome;
	const bodyLeftOut = whyWithoutBody(response, keys);
	const { statusText, headers, ...answer } = stored(response, bodyLeftOut === null);
	const said = hideIn({ statusText, headers }, keys);
	return {
		...kept,
		contents: contentsOf(response.reading.parsed),
		bodyLeftOut,
		exchange: {
			...hideIn(sent, long),
			outcome: { kind: 'response', response: { ...answer, ...said } }
		}
	};
}
