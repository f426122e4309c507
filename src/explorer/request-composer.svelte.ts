import type { TestCase } from '../cases/expectation';
import { methodOf, type MethodName } from '../georeport/methods';
import type { PreferSyntax } from '../georeport/preferences';
import { toHttpRequest, valuesOf, type Draft, type HttpRequest } from '../georeport/request';
import type { CityRules, Problem } from '../georeport/rules/rule';
import { problemsOf } from '../georeport/rules/rules';
import type { Format, ServiceDefinition } from '../georeport/types';
import { KEY_PLACEHOLDER, withKey } from './api-key';
import { Catalogue } from './catalogue.svelte';
import { emptyDraft, forEndpoint, withHeader, withoutPin, withPin, withValue } from './draft-edits';
import { liesBelow, type Endpoint } from './endpoint';
import { EndpointList } from './endpoint-list.svelte';
import type { Point } from './gazetteer';
import { KeptDrafts, visitDrafts, type DraftStore } from './kept-drafts';
import { MockUpControls } from './mock-up-controls.svelte';
import { pinOf, type Pin } from './pin';
import { rawAnswerOf, type Send } from './sending';
import { changesSince, type ComposedRequest, type RequestChange } from './staleness';

/** What composing a request needs from outside: where to ask, what to try, and how to send. */
export interface ComposerOptions {
	endpoints: readonly [Endpoint, ...Endpoint[]];
	/** The test cases that are there from the beginning. */
	cases: readonly TestCase[];
	/** Loads all of them; left out, there are no others. */
	loadCases?: () => Promise<readonly TestCase[]>;
	/** How many there are in all, known before they are loaded. */
	caseCount?: number;
	/** The case the page opens on. */
	opening: TestCase;
	send: Send;
	/** Where the controls of an endpoint's mock-up are, a URL that ends in a slash; null for none. */
	controls: (endpoint: Endpoint) => string | null;
	/** Reads and writes Prefer headers as the mock-up does. */
	prefer: PreferSyntax;
	/** What keeps drafts from one visit to the next; left out, they are kept for this visit. */
	drafts?: DraftStore;
}

/** A request as a person composes it, and what is known of it before it is sent. */
export class RequestComposer {
	/** The test cases; all of them once they were loaded. */
	cases: readonly TestCase[] = $state.raw([]);
	/** How many test cases there are, whether they were loaded or not. */
	readonly caseCount: number;
	readonly #loadCases: ComposerOptions['loadCases'];
	/** The services and definitions of the endpoints, for the forms. */
	readonly catalogue: Catalogue;
	/** What the mock-up is asked to do otherwise. */
	readonly mockUp: MockUpControls;
	readonly #endpoints: EndpointList;
	readonly #keptDrafts: KeptDrafts;
	draft: Draft = $state.raw() as Draft;
	/** The test case the draft was opened from; stays until another method or case is chosen. */
	testCase: TestCase | null = $state.raw(null);
	#city: CityRules | null = $state.raw(null);

	method = $derived(methodOf(this.draft.method));

	/** The one request the draft stands for: this is sent. */
	httpRequest: HttpRequest = $derived(
		this.requestOf(this.draft, this.endpoint, this.endpoint.apiKey)
	);

	/** The same request as it is shown and turned into code: a kept key gives way to a placeholder. */
	shownRequest: HttpRequest = $derived(
		this.requestOf(this.draft, this.endpoint, this.endpoint.apiKey && KEY_PLACEHOLDER)
	);

	/** The draft, its server and what is sent for it, to be compared with what was sent before. */
	composed: ComposedRequest = $derived({
		draft: withKey(this.draft, this.endpoint.apiKey && KEY_PLACEHOLDER),
		endpoint: this.endpoint,
		request: this.shownRequest
	});

	/** The test case to be named beside the draft; null for none, and at any server but the mock-up. */
	shownCase: TestCase | null = $derived(this.endpoint.dialect ? this.testCase : null);

	/** What of the draft is no longer the shown case's request; its format and the clock are free. */
	caseChanges: readonly RequestChange[] = $derived.by(() => {
		if (!this.shownCase) return [];
		const draft = { ...this.shownCase.draft, format: this.draft.format };
		const request = toHttpRequest(draft, this.endpoint);
		return changesSince(
			{ draft, endpoint: this.endpoint, request },
			{ ...this.composed, request: toHttpRequest(this.composed.draft, this.endpoint) }
		);
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
			city: dialect ? this.#city : null
		});
	});

	/**
	 * The names of the arguments that a draft of this method and service cannot do without, by the
	 * specification, the server or the service; none of which only one of several is needed.
	 */
	required: readonly string[] = $derived.by(() => {
		const values = this.serviceCode ? { service_code: this.serviceCode } : {};
		const { dialect } = this.endpoint;
		const problems = problemsOf(
			{ method: this.draft.method, format: this.draft.format, values },
			{ dialect, services: null, definition: this.definition, city: dialect ? this.#city : null }
		);
		const alone = problems.filter(({ kind, names }) => kind === 'missing' && names.length === 1);
		const always = this.method.arguments.filter(({ required }) => required === 'yes');
		return [...alone.map(({ names: [name] }) => name), ...always.map(({ name }) => name)];
	});

	/** The instant by the clock of the endpoint that is asked: the mock-up's, else the computer's. */
	get now(): number {
		return this.endpoint.dialect ? this.mockUp.clock : Date.now();
	}

	/** The point that the draft names; null where it names none. */
	pin: Pin | null = $derived(pinOf(this.draft));

	/** Whether sending would report something: a POST of the method that submits. */
	get sendsReport(): boolean {
		return this.draft.method === 'submit' && this.httpRequest.method === 'POST';
	}

	/** Whether sending changes nothing anywhere: then a link may do it by itself. */
	isHarmless: boolean = $derived(
		this.httpRequest.method === 'GET' &&
			this.endpoint.kind === 'mock-up' &&
			liesBelow(this.httpRequest.url, this.endpoint)
	);

	constructor(options: ComposerOptions) {
		const { cases, controls, drafts, endpoints, opening, prefer, send } = options;
		this.#keptDrafts = new KeptDrafts(drafts ?? visitDrafts);
		this.#endpoints = new EndpointList(endpoints);
		this.cases = cases;
		this.caseCount = options.caseCount ?? cases.length;
		this.#loadCases = options.loadCases;
		this.catalogue = new Catalogue(send);
		this.mockUp = new MockUpControls({
			prefer,
			// The page's own where the endpoint has none.
			url: () => controls(this.endpoint) ?? this.endpoints.map(controls).find(Boolean) ?? null,
			ask: async (request) =>
				rawAnswerOf(await send(this.draft, request, new AbortController().signal))
		});
		this.draft = { ...opening.draft, format: 'xml' };
		this.testCase = opening;
	}

	get endpoints(): readonly Endpoint[] {
		return this.#endpoints.all;
	}

	/** The endpoint that is asked. */
	get endpoint(): Endpoint {
		return this.#endpoints.chosen;
	}

	/** Whether the page may ask this endpoint for what its forms need without being told to. */
	get mayFetchMetadata(): boolean {
		return this.#endpoints.mayFetchMetadata;
	}

	/** The request for a draft: with a key, and with what the mock-up is to do otherwise. */
	protected requestOf(draft: Draft, endpoint: Endpoint, apiKey: string): HttpRequest {
		const keyed = withKey(draft, apiKey);
		const prefer = this.mockUp.preferOf(draft.method, endpoint, draft.headers?.Prefer);
		return toHttpRequest(prefer ? withHeader(keyed, 'Prefer', prefer) : keyed, endpoint);
	}

	/** A request as it is shown and turned into code, of any draft: to the endpoint in use. */
	requestFor = (draft: Draft): HttpRequest =>
		this.requestOf(draft, this.endpoint, this.endpoint.apiKey && KEY_PLACEHOLDER);

	/** Takes over what the City asks beyond the specification, once that is loaded. */
	setCityRules = (rules: CityRules) => {
		this.#city = rules;
	};

	/**
	 * Starts a draft of a method: the one it was left with in this visit or before, else an empty one
	 * with the endpoint's jurisdiction. The format stays.
	 */
	protected putMethod(name: MethodName) {
		this.keepDraft();
		const { format } = this.draft;
		const kept = this.#keptDrafts.get(name, this.endpoint);
		this.testCase = null;
		this.draft = kept ? { ...kept, format } : emptyDraft(name, format, this.endpoint.jurisdiction);
	}

	/** Keeps the draft for when its method is chosen again, unless it is a test case's as it stands. */
	protected keepDraft() {
		const isOwn = this.testCase === null || this.caseChanges.length > 0;
		if (isOwn) this.#keptDrafts.keep(this.draft, this.endpoint);
	}

	/** Fills the draft with a test case's request, keeping the format. */
	protected putCase(testCase: TestCase) {
		this.keepDraft();
		this.testCase = testCase;
		this.draft = { ...testCase.draft, format: this.draft.format };
	}

	/** Takes over a request that was read from somewhere: typed, pasted or remembered. */
	openDraft = (
		draft: Draft,
		endpoint: Endpoint = this.endpoint,
		testCase: TestCase | null = null
	) => {
		if (endpoint.id !== this.endpoint.id) this.#endpoints.choose(endpoint);
		this.testCase = testCase;
		this.draft = draft;
	};

	/** Loads the test cases that are not there yet. Never rejects; without a network there are no more. */
	loadCases = async (): Promise<readonly TestCase[]> => {
		if (this.cases.length < this.caseCount) {
			this.cases = (await this.#loadCases?.().catch(() => null)) ?? this.cases;
		}
		return this.cases;
	};

	/** Takes over what a link names, which gives no leave to ask its endpoint by itself. */
	protected openLinked(draft: Draft, endpointId: string, caseId: string | null) {
		this.#endpoints.chooseLinked(endpointId);
		this.testCase = this.cases.find(({ id }) => id === caseId) ?? null;
		this.draft = draft;
	}

	/** Asks another endpoint from now on; the draft keeps what is not the old one's own. */
	chooseEndpoint = (endpoint: Endpoint) => {
		this.draft = forEndpoint(this.draft, this.endpoint, endpoint);
		this.#endpoints.choose(endpoint);
	};

	/** Adds an endpoint, or replaces the one of the same `id`. */
	putEndpoint = (endpoint: Endpoint) => this.#endpoints.put(endpoint);

	/** Takes an endpoint out of the list; the page's own stay. The first takes over if it was in use. */
	removeEndpoint = (endpoint: Endpoint) => {
		if (endpoint.kind !== 'added') return;
		const [first] = this.endpoints;
		if (first && this.endpoint.id === endpoint.id) this.chooseEndpoint(first);
		this.#endpoints.remove(endpoint);
	};

	chooseFormat = (format: Format) => {
		this.draft = { ...this.draft, format };
	};

	/** Sets an argument; an empty list of texts takes it out of the draft. */
	setValue = (name: string, value: string | readonly string[]) => {
		this.draft = withValue(this.draft, name, value);
	};

	/** Sets a header of the request; an empty text takes it out. */
	setHeader = (name: string, value: string) => {
		this.draft = withHeader(this.draft, name, value);
	};

	/** Puts a point into the request; a method that takes none gives way to a search around it. */
	putPin = (point: Point) => {
		const draft = withPin(this.draft, point, this.endpoint);
		if (draft.method !== this.draft.method) {
			this.keepDraft();
			this.testCase = null;
		}
		this.draft = draft;
	};

	/** Takes the point out of the request, and the radius around it. */
	removePin = () => {
		this.draft = withoutPin(this.draft);
	};
}
