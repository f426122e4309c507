import { createContext } from 'svelte';
import type { TestCase } from '../cases/expectation';
import type { Draft, HttpRequest } from '../georeport/request';
import type { Exchange } from '../http/exchange';
import { CaseOutcomes } from './case-outcomes.svelte';
import type { Endpoint } from './endpoint';
import { ExchangeView, requestName } from './exchange-view.svelte';
import type { PageState } from './page-state';
import { RequestComposer, type ComposerOptions } from './request-composer.svelte';
import { rawAnswerOf } from './sending';
import { ViewSettings } from './view-settings.svelte';

/** What Explorer needs from outside. */
export interface ExplorerOptions extends ComposerOptions {
	/** Told of every exchange that a person began, once it ends, with what it was asked of. */
	onexchange?: (exchange: Exchange, endpoint: Endpoint, testCase: TestCase | null) => void;
}

/**
 * What the panes share: a request as it is composed, and the exchange it led to. Panes read it and
 * call its verbs; it has no effects, so it runs wherever JavaScript does.
 */
export class Explorer extends RequestComposer {
	/** How the request, the answer and the map are looked at. */
	readonly settings = new ViewSettings();
	readonly caseOutcomes = new CaseOutcomes();
	readonly #options: ExplorerOptions;
	/** The exchange on the page; null before the first. */
	view: ExchangeView | null = $state.raw(null);
	sending = $state(false);
	/** The text of a large answer that has come and is still being read; else null. */
	unread: string | null = $state.raw(null);
	#underWay: AbortController | null = null;
	/** The name of the service request to select once an answer has it. */
	#wanted: string | null = $state.raw(null);
	#notices: readonly string[] = $state.raw([]);

	/** All of the page that a link carries. */
	pageState: PageState = $derived({
		endpoint: this.endpoint.id,
		draft: this.draft,
		testCase: this.testCase?.id ?? null,
		requestTab: this.settings.requestTab,
		answerTab: this.settings.answerTab,
		selected: this.view?.selected ? requestName(this.view.selected) : this.#wanted,
		map: this.settings.mapView,
		overrides: this.mockUp.overrides
	});

	constructor(options: ExplorerOptions) {
		super(options);
		this.#options = options;
	}

	/** What the person should know of how the page came to be as it is: what a link left out. */
	get notices(): readonly string[] {
		return this.#notices;
	}

	/** Tells the person how the page came to be as it is; nothing is told for an empty list. */
	notify = (notices: readonly string[]) => {
		this.#notices = notices;
	};

	override openCase(testCase: TestCase) {
		super.openCase(testCase);
		this.#wanted = null;
	}

	/**
	 * Sends the draft; an answer still awaited is given up, so the latest send wins. Resolves with
	 * what is then shown, or null for what was given up.
	 */
	send = () => this.#send(true);

	/** Sends what a link opened, and keeps the selection and the map view that it asks for. */
	resume = () => this.#send(false);

	async #send(afresh: boolean): Promise<Exchange | null> {
		this.#underWay?.abort();
		const sending = new AbortController();
		this.#underWay = sending;
		this.sending = true;
		this.unread = null;
		const { draft, testCase, endpoint } = this;
		const onlarge = (text: string) => {
			if (this.#underWay === sending) this.unread = text;
		};
		const exchange = await this.#options.send(draft, this.httpRequest, sending.signal, onlarge);
		if (this.#underWay !== sending) return null;
		this.#underWay = null;
		this.sending = false;
		this.unread = null;
		if (afresh) {
			this.settings.moveMap(null);
			this.#wanted = null;
		}
		this.show(exchange, endpoint, testCase);
		if (afresh) this.#options.onexchange?.(exchange, endpoint, testCase);
		return exchange;
	}

	/** Gives up the answer that is awaited. */
	cancel = () => this.#underWay?.abort();

	/** Sends a draft beside the builder: nothing is shown, and nothing kept in the history. */
	exchange = (draft: Draft, endpoint: Endpoint, signal: AbortSignal): Promise<Exchange> =>
		this.#options.send(draft, this.requestOf(draft, endpoint, endpoint.apiKey), signal);

	/**
	 * Asks an endpoint beside the builder: nothing is shown, and nothing kept in the history. Throws a
	 * sentence where no answer came.
	 */
	ask = async (request: HttpRequest, signal: AbortSignal, draft = this.draft) =>
		rawAnswerOf(await this.#options.send(draft, request, signal));

	/** Shows an exchange as the last one: one that has just ended, or one that was kept. */
	show = (exchange: Exchange, endpoint: Endpoint, testCase: TestCase | null): ExchangeView => {
		const view = new ExchangeView(exchange, endpoint, testCase, () => (this.#wanted = null));
		view.selectNamed(this.#wanted);
		this.view = view;
		return view;
	};

	/** Puts the page in the state of a link. Nothing is sent; `isHarmless` tells whether it may be. */
	restore = (state: PageState) => {
		this.openLinked(state.draft, state.endpoint, state.testCase);
		this.settings.restore(state);
		this.mockUp.setOverrides(state.overrides);
		this.view?.selectNamed(state.selected);
		this.#wanted = state.selected;
	};
}

/** The Explorer of the component tree one is in. */
export const [getExplorer, setExplorer] = createContext<Explorer>();
