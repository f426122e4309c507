// A call of a client as an exchange, so that the page shows it like one of its own.
import type { Call } from '../../mocks/check/scene';
import type { Endpoint } from '../explorer/endpoint';
import { readRequest } from '../georeport/read-request';
import { toHttpRequest, type Draft, type HttpRequest } from '../georeport/request';
import type { Exchange } from '../http/exchange';
import type { Failure } from '../http/failure';
import { readHere } from '../http/read-here';
import { runOfUrl } from './check-server';

/** A call as the server hands it out: its body as text, and no API key anywhere. */
export type RecordedCall = Omit<Call, 'body'> & { body: string };

/** What the page can show of a call. */
export interface OpenedCall {
	exchange: Exchange;
	endpoint: Endpoint;
}

/** Headers that are about the connection, not about the request. */
const OF_CONNECTION = /^(host|connection|keep-alive|content-length|transfer-encoding)$/;

const requestOf = ({ method, url, headers, body }: RecordedCall): HttpRequest => ({
	method,
	url,
	headers: Object.fromEntries(
		Object.entries(headers).filter(([name]) => !OF_CONNECTION.test(name))
	),
	body: body === '' ? null : body
});

const lost = (message: string): Failure => ({ kind: 'failure', message });

async function outcomeOf({ answer, reached, end }: RecordedCall, draft: Draft) {
	if (!answer) {
		return lost(
			end === null
				? 'No answer yet. This scene may never answer this call; see what your app makes of it.'
				: 'The connection ended before there was an answer.'
		);
	}
	if (!reached) {
		return lost(
			`The mock-up answered ${answer.status}, but the connection ended before the answer reached your app.`
		);
	}
	const { status, headers, body: text } = answer;
	const contentType = headers['content-type'] ?? null;
	const response = {
		status,
		statusText: '',
		headers: Object.entries(headers),
		bytes: new TextEncoder().encode(text),
		text,
		answeredBy: 'network' as const,
		reading: await readHere({ method: draft.method, status, contentType, text })
	};
	return { kind: 'response' as const, response };
}

/**
 * Resolves to a call as an exchange with the endpoint that it asked, or in words why it cannot be shown.
 * `now` is in milliseconds since 1970: when the page takes it to have been sent.
 */
export async function openedCallOf(call: RecordedCall, now: number): Promise<OpenedCall | string> {
	const run = runOfUrl(call.url);
	if (!run) return `Call ${call.number} went to ${call.url}, which is no address of a run.`;
	const request = requestOf(call);
	const plain: Draft = { method: 'services', format: 'xml', values: {} };
	const read = readRequest(request, run.base, plain);
	if ('problem' in read) return `Call ${call.number} cannot be shown as a form. ${read.problem}`;
	const { draft } = read;
	// As the page itself writes it: else the answer would seem to be of another request than the form's.
	const asForm = toHttpRequest(draft, run.base);
	const duration = call.end === null ? 0 : call.end - call.begin;
	return {
		exchange: {
			draft,
			request: asForm,
			startedAt: now,
			duration,
			outcome: await outcomeOf(call, draft)
		},
		endpoint: {
			...run.base,
			id: run.base.url,
			name: `Check my app: ${run.name}`,
			kind: 'local',
			dialect: run.dialect,
			jurisdiction: 'toronto.ca',
			apiKey: ''
		}
	};
}
