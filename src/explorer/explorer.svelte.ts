import { createContext } from 'svelte';
import { Catalogue } from './catalogue.svelte';
import { liesBelow, type Endpoint } from './endpoint';
import type { Exchange } from '../http/exchange';
import {
	judge,
	type Expectation,
	type Follow,
	type JudgedAnswer,
	type TestCase,
	type Verdict
} from '../cases/expectation';
import { methodOf, type MethodName } from '../georeport/methods';
import { formatOf, type Parsed } from '../answer/parse';
import type { Reading } from '../answer/reading';
import { shareable } from '../georeport/privacy';
import { toHttpRequest, valuesOf, type Draft, type HttpRequest } from '../georeport/request';
import type { CityRules, Problem } from '../georeport/rules/rule';
import { problemsOf } from '../georeport/rules/rules';
import type { RawAnswer } from '../cases/run-case';
import type { Format, ServiceDefinition, ServiceRequest } from '../georeport/types';
import { pinOf, pinValues, takesPin, type Pin } from './pin';
import type { Point } from './gazetteer';
import type { AnswerTab, Bending, MapView, PageState, RequestTab } from './page-state';

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
	send: (
		draft: Draft,
		request: HttpRequest,
		signal: AbortSignal,
		onlarge?: (text: string) => void
	) => Promise<Exchange>;
	/** Where the controls of an endpoint's mock-up are, a URL that ends in a slash; null for none. */
	controls: (endpoint: Endpoint) => string | null;
	/** Told of every exchange that a person began, once it ends, with what it was asked of. */
	onexchange?: (exchange: Exchange, endpoint: Endpoint, testCase: TestCase | null) => void;
}

/** What stands in code and copies where the kept key goes when the request is sent. */
export const KEY_PLACEHOLDER = 'YOUR_API_KEY';

/**
 * The state of the page: an endpoint, a draft, the exchange it led to, and one selection. Panes
 * read it and call its verbs; it has no effects, so it runs wherever JavaScript does.
 */
export class Explorer {
	readonly cases: readonly TestCase[];
	/** The services and definitions of the endpoints, for the forms. */
	readonly catalogue: Catalogue;
	readonly #options: ExplorerOptions;
	#sending: AbortController | null = null;

	endpoints: readonly Endpoint[] = $state.raw([]);
	#endpointId = $state('');
	/** Whether a person chose the endpoint here: a link alone must not make the page ask a server. */
	#chosenByHand = $state(false);
	draft: Draft = $state.raw() as Draft;
	/** The test case the draft was opened from; stays until another method or case is chosen. */
	testCase: TestCase | null = $state.raw(null);
	exchange: Exchange | null = $state.raw(null);
	/** The case that was open when the exchange was sent unchanged, else null. */
	#judgedCase: TestCase | null = $state.raw(null);
	/** What the exchange shown was asked of. */
	exchangeEndpoint: Endpoint | null = $state.raw(null);
	sending = $state(false);
	/** The text of a large answer that has come and is still being read; else null. */
	unread: string | null = $state.raw(null);
	selectedKey: string | null = $state.raw(null);
	/** A node of the answer's document chosen by itself, in the chosen service request or outside. */
	#pickedNode: number | null = $state.raw(null);
	/** The name of the service request to choose once an answer has it. */
	#wanted: string | null = $state.raw(null);
	requestTab: RequestTab = $state('form');
	answerTab: AnswerTab = $state('pretty');
	mapView: MapView | null = $state.raw(null);
	/** What the mock-up is asked to do otherwise; nothing of it goes to another server. */
	bending: Bending = $state.raw({});
	/** How the last run of each test case came out, by its id. */
	outcomes: Readonly<Record<string, 'passed' | 'failed' | 'skipped'>> = $state.raw({});
	/** What the City asks beyond the specification; null until it is loaded. */
	city: CityRules | null = $state.raw(null);
	/** What the person should know of how the page came to be as it is: what a link left out. */
	notices: readonly string[] = $state.raw([]);

	endpoint: Endpoint = $derived(
		this.endpoints.find(({ id }) => id === this.#endpointId) ?? (this.endpoints[0] as Endpoint)
	);

	/** The one request the draft stands for: this is sent. */
	httpRequest: HttpRequest = $derived(
		this.#requestOf(this.draft, this.endpoint, this.endpoint.apiKey)
	);

	/** The same request as it is shown and turned into code: a kept key gives way to a placeholder. */
	shownRequest: HttpRequest = $derived(
		this.#requestOf(this.draft, this.endpoint, this.endpoint.apiKey && KEY_PLACEHOLDER)
	);

	/** What was sent for the exchange shown, with a placeholder for a kept key. */
	shownExchangeRequest: HttpRequest | null = $derived.by(() => {
		const endpoint = this.exchangeEndpoint;
		if (!this.exchange || !endpoint) return null;
		const draft = withKey(this.exchange.draft, endpoint.apiKey && KEY_PLACEHOLDER);
		const { headers } = this.exchange.request;
		return { ...toHttpRequest(draft, endpoint), headers };
	});

	/** The service_code of the draft, wherever it stands; empty for none. */
	serviceCode: string = $derived(valuesOf(this.draft.values, 'service_code')[0] ?? '');

	/** The questions of the draft's service, once they are known. */
	definition: ServiceDefinition | null = $derived.by(() => {
		if (this.draft.method !== 'submit' || !this.serviceCode) return null;
		const loaded = this.catalogue.definition(this.endpoint, this.serviceCode);
		return loaded.state === 'ready' ? loaded.value : null;
	});

	/** What the draft does that the server will not like, told before it is sent. */
	problems: Problem[] = $derived.by(() => {
		const { dialect } = this.endpoint;
		const services = this.catalogue.services(this.endpoint);
		return problemsOf(withKey(this.draft, this.endpoint.apiKey), {
			dialect,
			services: services.state === 'ready' ? services.value : null,
			definition: this.definition,
			city: dialect ? this.city : null
		});
	});

	/** The point that the draft names; null where it names none. */
	pin: Pin | null = $derived(pinOf(this.draft));

	/** Whether the page may ask this endpoint for what its forms need without being told to. */
	mayAsk: boolean = $derived(this.endpoint.kind === 'mock-up' || this.#chosenByHand);

	/** Whether sending changes nothing anywhere: then a link may do it by itself. */
	isHarmless: boolean = $derived(
		this.httpRequest.method === 'GET' &&
			this.endpoint.kind === 'mock-up' &&
			liesBelow(this.httpRequest.url, this.endpoint)
	);

	method = $derived(methodOf(this.draft.method));

	/** What the answer says and where; null while there is none. */
	reading: Reading | null = $derived(
		this.exchange?.outcome.kind === 'response' ? this.exchange.outcome.response.reading : null
	);

	parsed: Parsed | null = $derived(this.reading?.parsed ?? null);

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

	/** The node of the answer's document that is chosen: of a field, a finding or a whole record. */
	selectedNode: number | null = $derived.by(() => {
		if (this.#pickedNode !== null || !this.reading) return this.#pickedNode;
		const at = this.shownRequests.findIndex(({ key }) => key === this.selectedKey);
		return this.reading.records[at] ?? null;
	});

	/** The open case's expectation and the answer it is of; null when none applies. */
	judged: { expectation: Expectation; answer: JudgedAnswer } | null = $derived.by(() => {
		const dialect = this.exchangeEndpoint?.dialect;
		if (!dialect || !this.#judgedCase || this.exchange?.outcome.kind !== 'response') return null;
		const { response } = this.exchange.outcome;
		const contentType = response.headers.find(([name]) => name === 'content-type')?.[1] ?? null;
		const answer: JudgedAnswer = {
			status: response.status,
			text: response.text,
			format: formatOf(contentType, response.text) ?? this.exchange.draft.format,
			parsed: response.reading.parsed
		};
		return { expectation: this.#judgedCase.outcomes[dialect].expect, answer };
	});

	/** How the answer stands against the open case's expectation; null when none applies. */
	verdicts: Verdict[] | null = $derived(
		this.judged && judge(this.judged.expectation, this.judged.answer)
	);

	/** The calls the judged case goes on with after this answer. */
	nextCalls: readonly Follow[] = $derived.by(() => {
		const dialect = this.exchangeEndpoint?.dialect;
		return dialect && this.verdicts ? (this.#judgedCase?.outcomes[dialect].then ?? []) : [];
	});

	/** All of the page that a link carries. */
	pageState: PageState = $derived({
		endpoint: this.endpoint.id,
		draft: this.draft,
		testCase: this.testCase?.id ?? null,
		requestTab: this.requestTab,
		answerTab: this.answerTab,
		selected: this.selected ? nameOf(this.selected) : this.#wanted,
		map: this.mapView,
		bending: this.bending
	});

	constructor(options: ExplorerOptions) {
		this.#options = options;
		this.endpoints = options.endpoints;
		this.#endpointId = options.endpoints[0].id;
		this.cases = options.cases;
		this.catalogue = new Catalogue(options.send);
		this.draft = { method: 'requests', format: 'xml', values: {} };
		this.openCase(options.opening);
	}

	/** The request for a draft: with a key, and with what the mock-up is to do otherwise. */
	#requestOf(draft: Draft, endpoint: Endpoint, apiKey: string): HttpRequest {
		const own = draft.headers?.Prefer;
		const wishes = endpoint.dialect ? [own, this.bending[draft.method], this.bending.every] : [own];
		const prefer = wishes.filter(Boolean).join(', ');
		const keyed = withKey(draft, apiKey);
		return toHttpRequest(
			prefer ? { ...keyed, headers: { ...keyed.headers, Prefer: prefer } } : keyed,
			endpoint
		);
	}

	/** Asks the mock-up to do otherwise, for a method's requests or for every; an empty text undoes it. */
	bend = (scope: keyof Bending, wishes: string) => {
		const { [scope]: _, ...others } = this.bending;
		this.bending = wishes === '' ? others : { ...others, [scope]: wishes };
	};

	/** Starts an empty draft of a method, keeping the format and the endpoint's jurisdiction. */
	chooseMethod = (name: MethodName) => {
		const takes = methodOf(name).arguments.some(({ name }) => name === 'jurisdiction_id');
		const { jurisdiction } = this.endpoint;
		this.testCase = null;
		this.draft = {
			method: name,
			format: this.draft.format,
			values: takes && jurisdiction ? { jurisdiction_id: jurisdiction } : {}
		};
	};

	/** Fills the draft with a test case's request, keeping the format. */
	openCase = (testCase: TestCase) => {
		this.testCase = testCase;
		this.draft = { ...testCase.draft, format: this.draft.format };
		this.#wanted = null;
	};

	/** Takes over a request that was read from somewhere: typed, pasted or remembered. */
	openDraft = (
		draft: Draft,
		endpoint: Endpoint = this.endpoint,
		testCase: TestCase | null = null
	) => {
		if (endpoint.id !== this.endpoint.id) this.#turnTo(endpoint);
		this.testCase = testCase;
		this.draft = draft;
	};

	/**
	 * Asks another endpoint from now on. A jurisdiction that was the old one's own gives way to the
	 * new one's; a typed key stays behind, for it belongs to the endpoint it was typed for.
	 */
	chooseEndpoint = (endpoint: Endpoint) => {
		const { draft } = shareable(this.draft, true);
		const own = valuesOf(draft.values, 'jurisdiction_id').join() === this.endpoint.jurisdiction;
		const takes = this.method.arguments.some(({ name }) => name === 'jurisdiction_id');
		this.#turnTo(endpoint);
		this.draft = draft;
		if (takes && own) this.setValue('jurisdiction_id', endpoint.jurisdiction || []);
		// Trouble is asked of the mock-up alone; elsewhere the header could keep an answer away.
		if (!endpoint.dialect) this.setHeader('Prefer', '');
	};

	#turnTo(endpoint: Endpoint) {
		if (!this.endpoints.some(({ id }) => id === endpoint.id)) this.putEndpoint(endpoint);
		this.#endpointId = endpoint.id;
		this.#chosenByHand = true;
	}

	/** Adds an endpoint, or replaces the one of the same `id`. */
	putEndpoint = (endpoint: Endpoint) => {
		const at = this.endpoints.findIndex(({ id }) => id === endpoint.id);
		this.endpoints = at < 0 ? [...this.endpoints, endpoint] : this.endpoints.with(at, endpoint);
	};

	/** Takes an endpoint out of the list; the page's own stay. The first takes over if it was in use. */
	removeEndpoint = (endpoint: Endpoint) => {
		if (endpoint.kind !== 'added') return;
		const [first] = this.endpoints;
		if (first && this.endpoint.id === endpoint.id) this.chooseEndpoint(first);
		this.endpoints = this.endpoints.filter(({ id }) => id !== endpoint.id);
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

	/** Sets a header of the request; an empty text takes it out. */
	setHeader = (name: string, value: string) => {
		const { headers: { [name]: _, ...others } = {}, ...draft } = this.draft;
		const headers = value === '' ? others : { ...others, [name]: value };
		this.draft = Object.keys(headers).length > 0 ? { ...draft, headers } : draft;
	};

	/**
	 * Puts a point into the request: the spot of a report, or the centre of a search. A method that
	 * takes none gives way to a search around it.
	 */
	putPin = (point: Point) => {
		if (!takesPin(this.draft.method)) this.chooseMethod('requests');
		const { values } = this.draft;
		this.draft = { ...this.draft, values: { ...values, ...pinValues(this.draft, point) } };
	};

	/** Takes the point out of the request, and the radius around it. */
	removePin = () => {
		const { lat: _lat, long: _long, radius: _radius, ...values } = this.draft.values;
		this.draft = { ...this.draft, values };
	};

	/**
	 * Sends the draft; an answer still awaited is given up, so the latest send wins. Resolves with
	 * what is then shown, or null for what was given up.
	 */
	send = () => this.#sendNow(true);

	/** Sends what a link opened, and keeps the selection and the map view that it asks for. */
	resume = () => this.#sendNow(false);

	async #sendNow(afresh: boolean): Promise<Exchange | null> {
		this.#sending?.abort();
		const sending = new AbortController();
		this.#sending = sending;
		this.sending = true;
		this.unread = null;
		const { draft, testCase, endpoint } = this;
		const onlarge = (text: string) => {
			if (this.#sending === sending) this.unread = text;
		};
		const exchange = await this.#options.send(draft, this.httpRequest, sending.signal, onlarge);
		if (this.#sending !== sending) return null;
		this.#sending = null;
		this.sending = false;
		this.unread = null;
		if (afresh) {
			this.mapView = null;
			this.#wanted = null;
		}
		this.show(exchange, endpoint, testCase);
		if (afresh) this.#options.onexchange?.(exchange, endpoint, testCase);
		return exchange;
	}

	/**
	 * Asks what the exchange shown has asked, in the other format or of the mock-up's other dialect.
	 * Only for a GET, which changes nothing; null where there is no such answer. The exchange shown
	 * stays, and nothing is added to the history.
	 */
	askBeside = async (beside: 'format' | 'dialect', signal: AbortSignal) => {
		const { exchange } = this;
		const from = this.exchangeEndpoint;
		if (!from || exchange?.request.method !== 'GET') return null;
		const { draft } = exchange;
		const isOther = ({ id, kind }: Endpoint) => kind === 'mock-up' && id !== from.id;
		const to =
			beside === 'format' ? from : from.kind === 'mock-up' ? this.endpoints.find(isOther) : null;
		const inFormat = beside === 'dialect' || !draft.path || draft.path.includes('{format}');
		if (!to || !inFormat) return null;
		const other = draft.format === 'xml' ? 'json' : 'xml';
		const asked: Draft = { ...draft, format: beside === 'format' ? other : draft.format };
		return this.#options.send(asked, this.#requestOf(asked, to, to.apiKey), signal);
	};

	/**
	 * Asks an endpoint beside the builder: nothing is shown, and nothing kept in the history. Throws a
	 * sentence where no answer came.
	 */
	ask = async (
		request: HttpRequest,
		signal: AbortSignal,
		draft = this.draft
	): Promise<RawAnswer & { exchange: Exchange }> => {
		const exchange = await this.#options.send(draft, request, signal);
		const { outcome } = exchange;
		if (outcome.kind === 'failure') throw new Error(outcome.message);
		const { status, headers, text } = outcome.response;
		const contentType = headers.find(([name]) => name === 'content-type')?.[1] ?? null;
		return { status, contentType, text, exchange };
	};

	/** Shows an exchange as the last one: one that has just ended, or one that was kept. */
	show = (exchange: Exchange, endpoint: Endpoint, testCase: TestCase | null) => {
		this.exchange = exchange;
		this.exchangeEndpoint = endpoint;
		this.#judgedCase =
			testCase && sameRequest(testCase.draft, exchange.draft, endpoint) ? testCase : null;
		const wanted = this.shownRequests.find((shown) => nameOf(shown) === this.#wanted);
		this.selectedKey = wanted?.key ?? null;
		this.#pickedNode = null;
		this.#wanted = null;
	};

	/** Puts the page in the state of a link. Nothing is sent; `isHarmless` tells whether it may be. */
	restore = (state: PageState) => {
		const endpoint = this.endpoints.find(({ id }) => id === state.endpoint);
		if (endpoint && endpoint.id !== this.endpoint.id) {
			this.#endpointId = endpoint.id;
			this.#chosenByHand = false;
		}
		this.testCase = this.cases.find(({ id }) => id === state.testCase) ?? null;
		this.draft = state.draft;
		this.requestTab = state.requestTab;
		this.answerTab = state.answerTab;
		this.mapView = state.map;
		this.bending = state.bending;
		this.#wanted = state.selected;
		const shown = this.shownRequests.find((shown) => nameOf(shown) === state.selected);
		this.selectedKey = shown?.key ?? null;
		this.#pickedNode = null;
	};

	/** Gives up the answer that is awaited. */
	cancel = () => this.#sending?.abort();

	/** Chooses one of the service requests shown, or none. */
	select = (key: string | null) => {
		this.selectedKey = key;
		this.#pickedNode = null;
		this.#wanted = null;
	};

	/** Chooses a node of the answer's document, and with it the service request that it is part of. */
	selectNode = (node: number) => {
		const { records = [], tree = null } = this.reading ?? {};
		const at = records.findIndex((record) => record <= node && node < (tree?.ends[record] ?? 0));
		this.select(this.shownRequests[at]?.key ?? null);
		this.#pickedNode = node;
	};

	/**
	 * Asks the controls of the endpoint's mock-up, of the page's own where it has none, at the instant
	 * that its clock was moved to. Null if they could not be reached.
	 */
	control = async (
		method: 'GET' | 'PATCH' | 'DELETE',
		path: string,
		body: string | null = null
	) => {
		const { controls } = this.#options;
		const base =
			controls(this.endpoint) ?? this.endpoints.map(controls).find((url) => url !== null);
		if (!base) return null;
		const clock = /clock=[^,\s]+/.exec(this.bending.every ?? '')?.[0];
		const headers = clock ? { Prefer: clock } : {};
		const request = { method, url: `${base}${path}`, headers, body };
		return this.ask(request, new AbortController().signal).catch(() => null);
	};

	/** Forgets every submitted report of the mock-up; false if it could not be reached. */
	reset = async () => (await this.control('DELETE', 'submissions'))?.status === 204;
}

/** What people and links call a service request: its id, or the token it is waiting under. */
const nameOf = ({ serviceRequest }: ShownRequest) =>
	serviceRequest.service_request_id ?? serviceRequest.token;

/** The draft with the endpoint's key, where the method takes one and the draft has none. */
function withKey(draft: Draft, apiKey: string): Draft {
	const wants =
		apiKey !== '' && methodOf(draft.method).arguments.some(({ name }) => name === 'api_key');
	return wants && valuesOf(draft.values, 'api_key').length === 0
		? { ...draft, values: { ...draft.values, api_key: apiKey } }
		: draft;
}

/** Whether a draft still asks exactly what the case does; the format is free. */
function sameRequest(ofCase: TestCase['draft'], draft: Draft, endpoint: Endpoint): boolean {
	const asked = toHttpRequest({ ...ofCase, format: draft.format }, endpoint);
	return JSON.stringify(asked) === JSON.stringify(toHttpRequest(draft, endpoint));
}

/** The Explorer of the component tree one is in. */
export const [getExplorer, setExplorer] = createContext<Explorer>();
