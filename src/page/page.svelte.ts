import type { Endpoint } from '../explorer/endpoint';
import type { ExchangeView } from '../explorer/exchange-view.svelte';
import type { Explorer } from '../explorer/explorer.svelte';
import { rememberEndpoints } from '../explorer/kept-endpoints';
import { summaryOf } from '../http/summary';
import { isLessonLinked } from '../lessons/source';
import type { PageActions } from '../palette/page-actions';
import { copyText } from '../ui/copy-text';
import { recall, remember } from '../ui/local-storage';
import type { ShortcutName } from '../ui/shortcuts';
import type { Theme, ThemeName } from '../ui/theme.svelte';
import type { VersionNews } from '../worker/worker-link';
import { Presenter } from './presenter.svelte';

/** The panes that a phone shows one at a time. */
export type PaneName = 'cases' | 'request' | 'response' | 'map';

/** What a page of two columns shows beside the request and its answer. */
export type SideName = 'cases' | 'map';

/** The places to start from. */
export type StartName = 'cases' | 'history' | 'console' | 'lessons';

/** The dialogs of the page, of which at most one is open. */
export type DialogName = 'palette' | 'shortcuts' | 'endpoint' | 'runner' | 'production' | 'about';

/** A link to the page as it is, and the names of what it leaves out. */
export interface PageLink {
	url: string;
	leftOut: string[];
}

/** What the page needs from outside. */
export interface PageOptions {
	explorer: Explorer;
	theme: Pick<Theme, 'choose' | 'dark' | 'name'>;
	/** The link to the page as it is, with or without who reports. */
	link: (personal: boolean) => PageLink;
}

/** What of the page is to be seen, and what can be done with it as a whole. */
export class Page implements PageActions {
	readonly explorer: Explorer;
	readonly theme: PageOptions['theme'];
	readonly link: PageOptions['link'];
	readonly presenter = new Presenter();
	pane: PaneName = $state('response');
	side: SideName = $state('cases');
	start: StartName = $state('cases');
	dialog: DialogName | null = $state(null);
	/** The endpoint whose settings are open; null for a new one. */
	editedEndpoint: Endpoint | null = $state.raw(null);
	/** Whether a lesson is under way: then its step is shown above all. */
	learning: boolean = $state(
		isLessonLinked() || recall('learning', (value) => value === true, false)
	);
	/** What is shown as a handout instead of the page; null for none. */
	handout: 'exchange' | 'lesson' | null = $state(null);
	/** What is known of another version of the page. */
	version: VersionNews | null = $state(null);
	/** What the last action led to; said until the next answer. */
	#notice: { words: string; view: ExchangeView | null } | null = $state.raw(null);

	/** One line on how things stand: for the status line, and for those who hear the page. */
	status: string = $derived.by(() => {
		const { sending, view } = this.explorer;
		if (sending) return 'Sending…';
		if (this.#notice?.view === view) return this.#notice.words;
		return view ? summaryOf(view.exchange) : 'Ready';
	});

	constructor({ explorer, theme, link }: PageOptions) {
		this.explorer = explorer;
		this.theme = theme;
		this.link = link;
	}

	/** Tells what came of an action, until the next answer. */
	say = (words: string) => {
		this.#notice = { words, view: this.explorer.view };
	};

	/** Sends; a phone then turns to the answer, unless the map shows it already. */
	send = () => {
		if (this.pane !== 'map') this.pane = 'response';
		void this.explorer.send();
	};

	cancel = () => this.explorer.cancel();

	reset = async () => {
		this.say(
			(await this.explorer.mockUp.reset())
				? 'The mock-up is reset: reports you submitted are forgotten, the fixed ones stay.'
				: 'The mock-up could not be reached, so nothing was reset. Reload the page and try again.'
		);
	};

	showPane = (pane: PaneName) => {
		this.pane = pane;
	};

	showSide = (side: SideName) => {
		this.side = side;
	};

	showRequest = () => this.showPane('request');

	showResponse = () => this.showPane('response');

	/** Shows a place to start from, in the pane that holds them. */
	showStart = (start: StartName) => {
		this.start = start;
		this.pane = this.side = 'cases';
	};

	/** Shows another place to start from, where they are seen already. */
	chooseStart = (start: StartName) => {
		this.start = start;
	};

	showHistory = () => this.showStart('history');

	showMockUp = () => this.showStart('console');

	showLessons = () => this.showStart('lessons');

	/** Begins the lesson, or goes on with it: its step stands above the page from now on. */
	beginLesson = () => {
		this.#setLearning(true);
		this.start = 'cases';
	};

	leaveLesson = () => this.#setLearning(false);

	#setLearning(learning: boolean) {
		this.learning = learning;
		remember('learning', learning);
	}

	present = () => this.presenter.toggle();

	/** Shows an exchange or a lesson as a page to print. */
	showHandout = (what: 'exchange' | 'lesson') => {
		this.handout = what;
	};

	closeHandout = () => {
		this.handout = null;
	};

	printExchange = () => this.showHandout('exchange');

	printLesson = () => this.showHandout('lesson');

	chooseTheme = (name: ThemeName) => this.theme.choose(name);

	/** Tells of another version of the page; null when the person has been told. */
	showVersion = (news: VersionNews | null) => {
		this.version = news;
	};

	/** Opens the command palette, or closes it. */
	find = () => this.#open(this.dialog === 'palette' ? null : 'palette');

	openShortcuts = () => this.#open('shortcuts');

	runCases = () => this.#open('runner');

	showProduction = () => this.#open('production');

	showAbout = () => this.#open('about');

	/** Opens an endpoint's settings; null stands for a new one. */
	editEndpoint = (endpoint: Endpoint | null) => {
		this.editedEndpoint = endpoint;
		this.#open('endpoint');
	};

	addEndpoint = () => this.editEndpoint(null);

	closeDialog = () => {
		// What was changed in the settings of an endpoint is kept from now on.
		if (this.dialog === 'endpoint') rememberEndpoints(this.explorer.endpoints);
		this.#open(null);
	};

	#open(dialog: DialogName | null) {
		this.dialog = dialog;
	}

	/** Does what a shortcut asks for; false where there is nothing to do. */
	press = (shortcut: ShortcutName | null): boolean => {
		if (shortcut === 'send') this.send();
		else if (shortcut === 'find') this.find();
		else if (shortcut === 'present') this.present();
		else if (shortcut === 'cancel' && this.explorer.sending) this.cancel();
		else return false;
		return true;
	};

	copyLink = () => this.#copy(this.link(false).url, 'The link is');

	copyCurl = async () => {
		const { codeFor } = await import('../code/languages');
		await this.#copy(codeFor('curl', this.explorer.shownRequest), 'The curl command is');
	};

	async #copy(text: string, what: string) {
		const copied = await copyText(text);
		this.say(
			copied ? `${what} copied.` : `The browser does not let this page copy. ${what}: ${text}`
		);
	}

	exportHttp = () =>
		this.#save(async () => {
			const { saveHttpFile } = await import('../export/save-request');
			return saveHttpFile(this.explorer);
		});

	exportHar = async () => {
		const exchange = this.explorer.view?.exchange;
		if (!exchange) return;
		await this.#save(async () => {
			const { saveHar } = await import('../export/save-request');
			return saveHar(exchange);
		});
	};

	async #save(save: () => Promise<string>) {
		try {
			this.say(`${await save()} is saved.`);
		} catch {
			this.say('The export could not be loaded. Check the connection, then try again.');
		}
	}
}
