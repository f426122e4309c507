import { createContext } from 'svelte';
import type { Exchange } from './exchange';
import {
	judge,
	type DialectName,
	type Follow,
	type TestCase,
	type Verdict
} from './georeport/expectation';
import { methodOf, type MethodName } from './georeport/methods';
import { formatOf, type Parsed } from './georeport/parse';
import {
	toHttpRequest,
	type Draft,
	type EndpointBase,
	type HttpRequest
} from './georeport/request';
import type { Format, ServiceRequest } from './georeport/types';

/** An endpoint that can be asked. `dialect` is null for anything but the mock-up. */
export interface Endpoint extends EndpointBase {
	name: string;
	dialect: DialectName | null;
}

/** A service request in the answer shown, with a key that is unique within it. */
export interface ShownRequest {
	key: string;
	serviceRequest: ServiceRequest;
}

/** What Explorer needs from outside: where to ask, what to try, and how to send. */
export interface ExplorerOptions {
	endpoints: readonly [Endpoint, ...Endpoint[]];
	cases: readonly TestCase[];
	/** The case the page opens on. */
	opening: TestCase;
	send: (draft: Draft, request: HttpRequest, signal: AbortSignal) => Promise<Exchange>;
	/** Forgets every submitted report; false if the mock-up could not be reached. */
	reset: () => Promise<boolean>;
}

/**
 * The state of the page: an endpoint, a draft, the exchange it led to, and one selection. Panes
 * read it and call its verbs; it has no effects, so it runs wherever JavaScript does.
 */
export class Explorer {
	readonly endpoints: readonly Endpoint[];
	readonly cases: readonly TestCase[];
	readonly #options: ExplorerOptions;
	#sending: AbortController | null = null;

	endpoint: Endpoint = $state.raw() as Endpoint;
	draft: Draft = $state.raw() as Draft;
	/** The test case the draft was opened from; stays until another method or case is chosen. */
	testCase: TestCase | null = $state.raw(null);
	exchange: Exchange | null = $state.raw(null);
	/** The case that was open when the exchange was sent unchanged, else null. */
	#judgedCase: TestCase | null = $state.raw(null);
	#exchangeEndpoint: Endpoint | null = $state.raw(null);
	sending = $state(false);
	selectedKey: string | null = $state.raw(null);

	/** The one request the draft stands for: shown, turned into code and sent. */
	httpRequest: HttpRequest = $derived(toHttpRequest(this.draft, this.endpoint));

	method = $derived(methodOf(this.draft.method));

	parsed: Parsed | null = $derived(
		this.exchange?.outcome.kind === 'response' ? this.exchange.outcome.response.parsed : null
	);

	/** The service requests of the answer, in its order. */
	shownRequests: ShownRequest[] = $derived(
		this.parsed?.kind === 'serviceRequests'
			? this.parsed.serviceRequests.map((serviceRequest, index) => ({
					key: `${index}:${serviceRequest.service_request_id ?? serviceRequest.token ?? ''}`,
					serviceRequest
				}))
			: []
	);

	selected: ShownRequest | null = $derived(
		this.shownRequests.find(({ key }) => key === this.selectedKey) ?? null
	);

	/** How the answer stands against the open case's expectation; null when none applies. */
	verdicts: Verdict[] | null = $derived.by(() => {
		const dialect = this.#exchangeEndpoint?.dialect;
		if (!dialect || !this.#judgedCase || this.exchange?.outcome.kind !== 'response') return null;
		const { response } = this.exchange.outcome;
		const contentType = response.headers.find(([name]) => name === 'content-type')?.[1] ?? null;
		return judge(this.#judgedCase.outcomes[dialect].expect, {
			status: response.status,
			text: response.text,
			format: formatOf(contentType, response.text) ?? this.exchange.draft.format,
			parsed: response.parsed
		});
	});

	/** The calls the judged case goes on with after this answer. */
	nextCalls: readonly Follow[] = $derived.by(() => {
		const dialect = this.#exchangeEndpoint?.dialect;
		return dialect && this.verdicts ? (this.#judgedCase?.outcomes[dialect].then ?? []) : [];
	});

	constructor(options: ExplorerOptions) {
		this.#options = options;
		this.endpoints = options.endpoints;
		this.cases = options.cases;
		this.endpoint = options.endpoints[0];
		this.draft = { method: 'requests', format: 'xml', values: {} };
		this.openCase(options.opening);
	}

	/** Starts an empty draft of a method, keeping the format and the jurisdiction. */
	chooseMethod = (name: MethodName) => {
		const takes = methodOf(name).arguments.some(({ name }) => name === 'jurisdiction_id');
		this.testCase = null;
		this.draft = {
			method: name,
			format: this.draft.format,
			values: takes ? { jurisdiction_id: 'toronto.ca' } : {}
		};
	};

	/** Fills the draft with a test case's request, keeping the format. */
	openCase = (testCase: TestCase) => {
		this.testCase = testCase;
		this.draft = { ...testCase.draft, format: this.draft.format };
	};

	chooseEndpoint = (endpoint: Endpoint) => {
		this.endpoint = endpoint;
	};

	chooseFormat = (format: Format) => {
		this.draft = { ...this.draft, format };
	};

	/** Sets an argument; an empty list of texts takes it out of the draft. */
	setValue = (name: string, value: string | readonly string[]) => {
		const { [name]: _, ...others } = this.draft.values;
		const remove = typeof value !== 'string' && value.length === 0;
		this.draft = {
			...this.draft,
			values: remove ? others : { ...this.draft.values, [name]: value }
		};
	};

	/** Sends the draft; an answer still awaited is given up, so the latest send wins. */
	send = async () => {
		this.#sending?.abort();
		const sending = new AbortController();
		this.#sending = sending;
		this.sending = true;
		const { draft, testCase, endpoint } = this;
		const exchange = await this.#options.send(draft, this.httpRequest, sending.signal);
		if (this.#sending !== sending) return;
		this.#sending = null;
		this.sending = false;
		this.exchange = exchange;
		this.#exchangeEndpoint = endpoint;
		this.#judgedCase = testCase && sameRequest(testCase.draft, draft, endpoint) ? testCase : null;
		this.selectedKey = null;
	};

	/** Gives up the answer that is awaited. */
	cancel = () => this.#sending?.abort();

	/** Chooses one of the service requests shown, or none. */
	select = (key: string | null) => {
		this.selectedKey = key;
	};

	/** Forgets every submitted report of the mock-up. */
	reset = () => this.#options.reset();
}

/** Whether a draft still asks exactly what the case does; the format is free. */
function sameRequest(ofCase: TestCase['draft'], draft: Draft, endpoint: Endpoint): boolean {
	const asked = toHttpRequest({ ...ofCase, format: draft.format }, endpoint);
	return JSON.stringify(asked) === JSON.stringify(toHttpRequest(draft, endpoint));
}

/** The Explorer of the component tree one is in. */
export const [getExplorer, setExplorer] = createContext<Explorer>();
