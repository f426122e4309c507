// Endpoints, exchanges and an explorer for tests.
import type { TestCase } from '../cases/expectation';
import type { Endpoint } from './endpoint';
import { Explorer, type ExplorerOptions } from './explorer.svelte';
import type { Exchange } from '../http/exchange';
import { readingOf } from '../answer/reading';
import { toHttpRequest, type Draft } from '../georeport/request';

/** Another server, with a key kept for it. */
export const springfield: Endpoint = {
	id: 'https://open311.example.org/v2/',
	name: 'Springfield',
	kind: 'added',
	dialect: null,
	jurisdiction: 'example.org',
	apiKey: 'k3y/for+Springfield',
	url: 'https://open311.example.org/v2/',
	discoveryUrl: 'https://open311.example.org/'
};

/** The mock-up as an endpoint of the page. */
export const toronto: Endpoint = {
	id: 'toronto',
	name: 'Toronto mock-up',
	kind: 'mock-up',
	dialect: 'toronto',
	jurisdiction: 'toronto.ca',
	apiKey: '',
	url: 'https://a.example/open311test/ws/',
	discoveryUrl: 'https://a.example/open311test/'
};

/** An answered exchange with Springfield, as `send` would give it. */
export function answered(
	draft: Draft,
	text: string,
	{ startedAt = 0, status = 200, contentType = 'text/xml; charset=utf-8', key = '' } = {}
): Exchange {
	const values = key ? { ...draft.values, api_key: key } : draft.values;
	return {
		draft,
		request: toHttpRequest({ ...draft, values }, springfield),
		startedAt,
		duration: 34,
		outcome: {
			kind: 'response',
			response: {
				status,
				statusText: '',
				headers: [['content-type', contentType]],
				bytes: new TextEncoder().encode(text),
				text,
				answeredBy: 'network',
				reading: readingOf({ method: draft.method, status, contentType, text })
			}
		}
	};
}

/** A GET Service Requests with two rows in its answer. */
export const list: Draft = {
	method: 'requests',
	format: 'xml',
	values: { jurisdiction_id: 'example.org', status: 'open' }
};

/** Two rows, of which the second has no more than a token. */
export const TWO_ROWS =
	'<?xml version="1.0" encoding="utf-8"?><service_requests>' +
	'<request><service_request_id>638344</service_request_id><status>closed</status></request>' +
	'<request><token>12345</token></request></service_requests>';

/** The exchange of `list` at a time. */
export const listedAt = (startedAt: number) => answered(list, TWO_ROWS, { startedAt });

/** A test case that lists service requests. */
export const listCase: TestCase = {
	id: 'requests',
	title: 'The last 90 days',
	shows: '',
	group: 'list',
	draft: { method: 'requests', values: { jurisdiction_id: 'toronto.ca' } },
	outcomes: {
		toronto: { expect: { status: 200, claims: [] }, then: [] },
		standard: { expect: { status: 200, claims: [] }, then: [] }
	},
	provenance: 'invented',
	section: 'GET Service Requests'
};

/** An explorer that opens on `listCase` at the mock-up; every request is answered with two rows. */
export const explorerWith = (
	more: Partial<ExplorerOptions> & Pick<ExplorerOptions, 'prefer'>
): Explorer =>
	new Explorer({
		endpoints: [toronto],
		cases: [listCase],
		opening: listCase,
		send: async () => listedAt(0),
		controls: () => 'https://a.example/mock-up/',
		...more
	});
