import { createContext } from 'svelte';
import type { TestCase } from '../cases/expectation';
import type { MethodName } from '../georeport/methods';
import type { Draft, HttpRequest } from '../georeport/request';
import type { Exchange } from '../http/exchange';
import { CaseOutcomes } from './case-outcomes.svelte';
import { instantOf } from './clock';
import type { Endpoint } from './endpoint';
import type { ExchangeView } from './exchange-view.svelte';
import type { Point } from './gazetteer';
import { mapContentOf, type MapContent } from './map-content';
import type { nextStepsOf, NextStep, NextSteps } from './next-steps';
import type { PageState } from './page-state';
import type { reportStepsOf, ReportSteps } from './report-steps';
import { requestName } from './request-name';
import { RequestComposer, type ComposerOptions } from './request-composer.svelte';
import { rawAnswerOf } from './sending';
import { Sender } from './sender.svelte';
import { changesSince, type RequestChange } from './staleness';
import { ViewSettings } from './view-settings.svelte';

/** What Explorer needs from outside. */
export interface ExplorerOptions extends ComposerOptions {
	/** Told of every exchange that a person began, once it ends, with what it was asked of. */
	onexchange?: (exchange: Exchange, endpoint: Endpoint, testCase: TestCase | null) => void;
}

/** How many exchanges of this visit are kept in memory. */
const VISIT_LIMIT = 50;

/** How a request is sent. */
interface SendOptions {
	/** Whether a person began it: it is told to the history, and the map goes where the answer is. */
	begun: boolean;
	/** Whether the selected service request stays selected, where the next answer has it too. */
	keepsSelection: boolean;
	/** Whether the page shows nothing of it while it waits. */
	quietly?: boolean;
}

/**
 * What the panes share: a request as it is composed, and the exchange it led to. Panes read it and
 * call its verbs; it has no effects, so it runs wherever JavaScript does.
 *
 * Only a GET to the mock-up is ever sent by itself: when a method or case is chosen, when the clock
 * moves, when faults are turned off. Everything else that changes the request makes a draft.
 */
export class Explorer extends RequestComposer {
	/** How the request, the answer and the map are looked at. */
	readonly settings = new ViewSettings();
	readonly caseOutcomes = new CaseOutcomes();
	readonly #options: ExplorerOptions;
	readonly #sender: Sender;
	/** What shows an exchange; comes with the first one. */
	#View: typeof ExchangeView | null = null;
	/** The exchange on the page; null before the first, and where a choice cannot be sent yet. */
	view: ExchangeView | null = $state.raw(null);
	/** The exchanges of this visit that a person began, oldest first. */
	visit: readonly ExchangeView[] = $state.raw([]);
	/** Counts what "Back" goes over: each send by a person, each choice of a method, case or step. */
	step = $state(0);
	/** The name of the service request to select once an answer has it. */
	#wanted: string | null = $state.raw(null);
	#notices: readonly string[] = $state.raw([]);
	/** The step at which a place began to be chosen on the map; null where none is. */
	#choosingAt: number | null = $state(null);

	/** Whether a place is being chosen on the map; any other step of the person ends it. */
	choosingPlace: boolean = $derived(this.#choosingAt === this.step);

	/** What of the draft is no longer what was sent; empty where the answer belongs to the draft. */
	changes: readonly RequestChange[] = $derived(
		this.view ? changesSince(this.view.sent, this.composed) : []
	);

	/** Whether the answer on the page belongs to another request than the draft. */
	isStale: boolean = $derived(this.changes.length > 0);

	/**
	 * Whether the page shows that it does, by its looks and with the request's changes. An answer that
	 * comes at once takes the place of the old one instead, so that the page does not flicker.
	 */
	looksStale: boolean = $derived.by(() => this.isStale && !this.#sender.settling);

	/** Whether the awaited answer replaces the same one, made at build time. */
	#isQuiet = $state(false);

	/** Whether the answer has been awaited long enough for the page to show it. */
	isWaiting: boolean = $derived.by(() => this.sending && !this.#sender.settling && !this.#isQuiet);

	/** The stages of the report that the exchange is about; null for none. */
	reportSteps: ReportSteps | null = $derived.by(
		() => this.view && (this.#reportStepsOf?.(this.view, this.visit) ?? null)
	);

	/** Both come with the first answer. */
	#reportStepsOf: typeof reportStepsOf | null = $state.raw(null);
	#nextStepsOf: typeof nextStepsOf | null = $state.raw(null);

	/** What can be done next with the answer; nothing while it is of another request than the draft. */
	nextSteps: NextSteps = $derived.by(() =>
		this.view && !this.looksStale && this.#nextStepsOf
			? this.#nextStepsOf(this.view, {
					record: this.view.chosenRecord,
					jurisdiction: this.view.endpoint.jurisdiction,
					clock: this.view.endpoint.dialect ? this.mockUp.clock : null,
					isOwnReport: this.reportSteps !== null
				})
			: { main: null, others: [] }
	);

	/** What the map and its list show. */
	mapContent: MapContent = $derived(mapContentOf(this.view, this.visit));

	/** Whether the draft may be sent without being asked to: it changes nothing, and misses nothing. */
	maySendByItself: boolean = $derived(
		this.isHarmless && this.problems.every(({ kind }) => kind !== 'missing')
	);

	/** All of the page that a link carries. */
	pageState: PageState = $derived({
		endpoint: this.endpoint.id,
		draft: this.draft,
		testCase: this.testCase?.id ?? null,
		requestTab: this.settings.requestTab,
		answerTab: this.settings.answerTab,
		selected: this.view?.selected ? requestName(this.view.selected) : this.#wanted,
		map: this.settings.mapView,
		overrides: this.mockUp.overrides,
		...(this.settings.stage === null ? {} : { stage: this.settings.stage }),
		...(this.settings.lesson === null ? {} : { lesson: this.settings.lesson })
	});

	constructor(options: ExplorerOptions) {
		super(options);
		this.#options = options;
		this.#sender = new Sender(async (...sent) => {
			const [exchange] = await Promise.all([options.send(...sent), this.#loadView()]);
			return exchange;
		});
	}

	/** Whether an answer is awaited. */
	get sending(): boolean {
		return this.#sender.sending;
	}

	/** The text of a large answer that has come and is still being read; else null. */
	get unread(): string | null {
		return this.#sender.unread;
	}

	/** What the person should know of how the page came to be as it is: what a link left out. */
	get notices(): readonly string[] {
		return this.#notices;
	}

	/** Tells the person how the page came to be as it is; nothing is told for an empty list. */
	notify = (notices: readonly string[]) => {
		this.#notices = notices;
	};

	/** Has the person choose the place of the draft on the map: the spot of a report, or of a search. */
	choosePlace = () => {
		this.#choosingAt = this.step;
	};

	/** Ends choosing a place; `point` becomes that of the draft, null leaves it as it is. */
	endChoosingPlace = (point: Point | null) => {
		this.#choosingAt = null;
		if (point) this.putPin(point);
	};

	/** Turns to a method; sends its draft where that changes nothing and misses nothing. */
	chooseMethod = (name: MethodName) => {
		this.putMethod(name);
		this.#arrive();
	};

	/** Turns to a test case; sends its request where that changes nothing. */
	openCase = (testCase: TestCase) => {
		this.putCase(testCase);
		this.#arrive();
	};

	/** Turns to the test case of this id, once it is loaded; an unknown one changes nothing. */
	openCaseNamed = async (id: string): Promise<void> => {
		const named = (cases: readonly TestCase[]) => cases.find((each) => each.id === id);
		const testCase = named(this.cases) ?? named(await this.loadCases());
		if (testCase) this.openCase(testCase);
	};

	/** Puts the open case's own request back in the place of a changed one, as a draft. */
	restoreCase = () => {
		if (this.testCase) this.putCase(this.testCase);
	};

	/** Sends what was chosen, or empties the page of the answer to something else. */
	#arrive() {
		this.step += 1;
		this.#wanted = null;
		if (this.maySendByItself) void this.#send({ begun: true, keepsSelection: false });
		else this.#empty();
	}

	#empty() {
		this.#sender.drop();
		this.view = null;
	}

	/**
	 * Goes on from an answer: a person chose a call by its name. A GET is sent, to any server; a
	 * report is only filled in.
	 */
	follow = (draft: Draft, endpoint: Endpoint = this.endpoint): Promise<Exchange | null> => {
		this.keepDraft();
		this.openDraft(draft, endpoint);
		if (this.httpRequest.method === 'GET') return this.send();
		this.step += 1;
		this.#empty();
		return Promise.resolve(null);
	};

	/** Takes over a request that was made elsewhere, and of a test case if it still is one's own. */
	takeOver = (draft: Draft, testCase: TestCase | null) => {
		this.keepDraft();
		this.openDraft(draft, this.endpoint, testCase);
		this.#arrive();
	};

	/** Takes a next step that is a call or moves the clock; false for the others, which are the page's. */
	takeStep = ({ action }: NextStep): boolean => {
		if (action.kind === 'clock') void this.moveClock(action.instant);
		else if (action.kind !== 'call') return false;
		else {
			const { draft, select } = action;
			void this.follow(draft).then(
				(exchange) => exchange && select && this.view?.selectNamed(select)
			);
		}
		return true;
	};

	/**
	 * Shows an exchange of this visit again, with the request that led to it and the mock-up's clock as
	 * it stood; nothing is sent.
	 */
	showAgain = (view: ExchangeView) => {
		this.#sender.drop();
		this.keepDraft();
		const { draft, request } = view.exchange;
		this.openDraft(draft, view.endpoint, view.testCase);
		if (view.endpoint.dialect && !draft.headers?.Prefer) {
			this.mockUp.setClock(instantOf(this.mockUp.parse(request.headers.Prefer ?? '').clock));
		}
		this.step += 1;
		this.view = view;
	};

	/** Moves the mock-up's clock to an instant, and asks again what may be asked again. */
	moveClock = (instant: number) => {
		this.mockUp.setClock(instant);
		return this.#sendAgain();
	};

	/** Undoes all that the mock-up was asked to do otherwise but the clock, and asks again. */
	clearFaults = () => {
		this.mockUp.clearFaults();
		return this.#sendAgain();
	};

	async #sendAgain(): Promise<Exchange | null> {
		if (!this.maySendByItself) return null;
		this.step += 1;
		return this.#send({ begun: true, keepsSelection: true });
	}

	/**
	 * Sends the draft; an answer still awaited is given up, so the latest send wins. Resolves with
	 * what is then shown, or null for what was given up.
	 */
	send = () => {
		this.step += 1;
		return this.#send({ begun: true, keepsSelection: false });
	};

	/**
	 * Sends what a link opened, and keeps the selection and the map view that it asks for. Quietly: the
	 * page does not show that it waits, for it has something to show in the answer's place.
	 */
	resume = (quietly = false) => this.#send({ begun: false, keepsSelection: true, quietly });

	async #send({ begun, keepsSelection, quietly = false }: SendOptions): Promise<Exchange | null> {
		this.#isQuiet = quietly;
		const { draft, testCase, endpoint } = this;
		const selected = this.view?.selected ? requestName(this.view.selected) : this.#wanted;
		const exchange = await this.#sender.send(draft, this.httpRequest);
		if (!exchange) return null;
		if (begun && !keepsSelection) this.settings.moveMap(null);
		this.#wanted = keepsSelection ? selected : null;
		const view = await this.show(exchange, endpoint, testCase);
		if (view) this.visit = [...this.visit, view].slice(-VISIT_LIMIT);
		if (begun) this.#options.onexchange?.(exchange, endpoint, testCase);
		return exchange;
	}

	/** Gives up the answer that is awaited. */
	cancel = () => this.#sender.cancel();

	/** Reads an answer whose reading was stopped, however long it takes; it can be stopped again. */
	readAnyway = async (view: ExchangeView): Promise<void> => {
		const { response, exchange, endpoint, testCase } = view;
		const again = view.reading?.readAnyway;
		if (!response || !again) return;
		const reading = await this.#sender.read(response.text, again);
		if (!reading) return;
		const outcome = { kind: 'response' as const, response: { ...response, reading } };
		const shown = await this.show({ ...exchange, outcome }, endpoint, testCase);
		if (!shown) return;
		this.visit = this.visit.map((before) => (before === view ? shown : before));
	};

	/** Sends a draft beside the builder: nothing is shown, and nothing kept in the history. */
	exchange = (draft: Draft, endpoint: Endpoint, signal: AbortSignal): Promise<Exchange> =>
		this.#options.send(draft, this.requestOf(draft, endpoint, endpoint.apiKey), signal);

	/**
	 * Asks an endpoint beside the builder: nothing is shown, and nothing kept in the history. Throws a
	 * sentence where no answer came.
	 */
	ask = async (request: HttpRequest, signal: AbortSignal, draft = this.draft) =>
		rawAnswerOf(await this.#options.send(draft, request, signal));

	/**
	 * Shows an exchange as the last one: one that has just ended, or one that was kept. Resolves to null,
	 * and says so on the page, if what shows it cannot be loaded.
	 */
	show = async (
		exchange: Exchange,
		endpoint: Endpoint,
		testCase: TestCase | null
	): Promise<ExchangeView | null> => {
		if (!this.#View) await this.#loadView();
		if (!this.#View) {
			this.notify(['The answer could not be shown. Check the network, then reload the page.']);
			return null;
		}
		const view = new this.#View(exchange, endpoint, testCase, () => (this.#wanted = null));
		view.selectNamed(this.#wanted);
		this.view = view;
		void this.#loadNextSteps();
		return view;
	};

	async #loadView() {
		const loaded = await Promise.all([
			import('./exchange-view.svelte'),
			import('./report-steps')
		]).catch(() => null);
		this.#View ??= loaded?.[0].ExchangeView ?? null;
		this.#reportStepsOf ??= loaded?.[1].reportStepsOf ?? null;
	}

	/** Without a network there are none; the next answer tries again. */
	async #loadNextSteps() {
		const loaded = await import('./next-steps').catch(() => null);
		this.#nextStepsOf ??= loaded?.nextStepsOf ?? null;
	}

	/**
	 * Puts the page in the state of a link, or of an entry of the browser's history with the exchange
	 * it had (null for none). Nothing is sent; `maySendByItself` tells whether it may be.
	 */
	restore = (state: PageState, view: ExchangeView | null = null) => {
		this.#sender.drop();
		this.view = view;
		this.openLinked(state.draft, state.endpoint, state.testCase);
		this.settings.restore(state);
		this.mockUp.setOverrides(state.overrides);
		this.view?.selectNamed(state.selected);
		this.#wanted = state.selected;
	};
}

/** The Explorer of the component tree one is in. */
export const [getExplorer, setExplorer] = createContext<Explorer>();
