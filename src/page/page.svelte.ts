import type { Endpoint } from '../explorer/endpoint';
import type { Explorer } from '../explorer/explorer.svelte';
import { rememberEndpoints } from '../explorer/kept-endpoints';
import { STAGE_SCENES } from '../explorer/page-state';
import { answererOf, summaryOf } from '../http/summary';
import { isLessonLinked } from '../lessons/source';
import type { PageActions } from '../palette/page-actions';
import { announce } from '../ui/announcer.svelte';
import { recall, remember } from '../ui/local-storage';
import type { ShortcutName } from '../ui/shortcuts';
import type { ThemeName } from '../ui/theme.svelte';
import type { VersionNews } from '../worker/worker-link';
import { Columns } from './columns.svelte';
import { copyAndSay, saveAndSay } from './copy-and-save';
import type { DialogName, NavName, Notice, PageOptions } from './page-options';
import { SCENE_PANES, type PaneName } from './panes';

/** What of the page is to be seen, and what can be done with it as a whole. */
export class Page implements PageActions {
	readonly explorer: Explorer;
	readonly theme: PageOptions['theme'];
	readonly link: PageOptions['link'];
	readonly exchangeLink: PageOptions['exchangeLink'];
	/** Which columns are seen. */
	readonly columns: Columns;
	/** How the page lies in the window. */
	readonly layout: PageOptions['layout'];
	readonly #isBuilt: () => boolean;
	#pane: PaneName = $state('response');
	nav: NavName = $state('methods');
	/** Whether the navigation lies over the page, where it has no place beside it. */
	drawer = $state(false);
	dialog: DialogName | null = $state(null);
	/** The endpoint whose settings are open; null for a new one. */
	editedEndpoint: Endpoint | null = $state.raw(null);
	/** What is shown as a handout instead of the page; null for none. */
	handout: 'exchange' | 'lesson' | 'check' | null = $state(null);
	/** What is known of another version of the page. */
	version: VersionNews | null = $state(null);
	/** Whether the introduction is shown above the page. */
	intro = $state(false);
	/** What the last action led to; said until the next answer. */
	#notice: Notice | null = $state.raw(null);

	/** One line on how things stand: for the status line, and for those who hear the page. */
	status: string = $derived.by(() => {
		const { sending, view } = this.explorer;
		if (sending) return 'Sending…';
		if (this.notice) return this.notice.words;
		return view ? summaryOf(view.exchange) : 'Ready';
	});

	constructor({ explorer, theme, link, exchangeLink, layout, isBuilt }: PageOptions) {
		this.explorer = explorer;
		this.theme = theme;
		this.link = link;
		this.exchangeLink = exchangeLink;
		this.layout = layout;
		this.#isBuilt = isBuilt ?? (() => false);
		this.columns = new Columns({
			layout: () => layout.name,
			isWide: () => layout.isWide,
			hasLesson: () => this.nav === 'lessons'
		});
	}

	/** Who answered; `built in` for what was made when the site was built. */
	get answerer(): ReturnType<typeof answererOf> | 'built in' {
		const { view } = this.explorer;
		return !view && this.#isBuilt() ? 'built in' : answererOf(view?.exchange ?? null);
	}

	/** Whether the stage is shown in the place of the page. */
	get onStage(): boolean {
		return this.explorer.settings.stage !== null;
	}

	/** The part that is in front: of a phone, and of the stage, where each but the first is a scene. */
	get pane(): PaneName {
		const { stage } = this.explorer.settings;
		return stage === null ? this.#pane : SCENE_PANES[stage];
	}

	set pane(pane: PaneName) {
		this.#pane = pane;
		if (!this.onStage) return;
		const scene = STAGE_SCENES.find((scene) => SCENE_PANES[scene] === pane);
		this.explorer.settings.showStage(scene ?? null);
	}

	/** Which columns are folded to a rail now. */
	get folded() {
		return this.columns.folded;
	}

	/** Whether the answer has the room of request and map too. */
	get maximised() {
		return this.columns.maximised;
	}

	/** Gives the answer the room of request and map, or gives it back. */
	maximise = (maximised: boolean) => {
		this.columns.maximised = maximised;
	};

	toggleMaximised = () => this.maximise(!this.maximised);

	/** What the last action led to; null once the next answer is there, or it was dismissed. */
	get notice(): Notice | null {
		return this.#notice?.view === this.explorer.view ? this.#notice : null;
	}

	/** Tells what came of an action, until the next answer; what went wrong stays until it is dismissed. */
	say = (words: string, stays = false) => {
		this.#notice = { words, stays, view: this.explorer.view };
		announce(words);
	};

	dismissNotice = () => {
		this.#notice = null;
	};

	/** Sends; a phone then turns to the answer, unless the map shows it already. */
	send = () => {
		// Who has sent a request needs no introduction at the next visit.
		remember('intro', false);
		if (this.pane !== 'map') this.pane = 'response';
		void this.explorer.send();
	};

	cancel = () => this.explorer.cancel();

	reset = async () => {
		const isReset = await this.explorer.mockUp.reset();
		this.say(
			isReset
				? 'The mock-up is reset: your reports are deleted, the fixed service requests stay.'
				: 'The mock-up could not be reached, so nothing was reset. Reload the page and try again.',
			!isReset
		);
	};

	/** Shows a part of the page, wherever it is: turned to, or unfolded. */
	showPane = (pane: PaneName) => {
		this.leaveReference();
		this.pane = pane;
		if (pane === 'request' || pane === 'map') this.columns.unfold(pane);
		this.drawer = pane === 'start' && ['drawer', 'flow'].includes(this.layout.name);
	};

	/**
	 * Turns to the request after a choice that led to another one; folds stay as they are. A lesson
	 * that stands in the navigation comes back to it.
	 */
	turnToRequest = () => {
		this.leaveReference();
		this.pane = 'request';
		this.nav = this.learning && this.layout.name === 'columns' ? 'lessons' : 'methods';
		this.drawer = false;
	};

	showRequest = () => this.showPane('request');

	/** Whether the reference is shown over request and answer. */
	get reading(): boolean {
		return this.explorer.settings.requestTab === 'reference';
	}

	/** Shows the reference, at the method of the request; one can go back from it. */
	showReference = () => {
		if (this.reading) return;
		this.explorer.settings.showRequestAs('reference');
		this.explorer.step += 1;
	};

	leaveReference = () => this.explorer.settings.leaveReference();

	showResponse = () => this.showPane('response');

	/** Turns to the code of the request. */
	showCode = () => {
		this.explorer.settings.showRequestAs('code');
		this.showRequest();
	};

	/** Has the person choose the place of the draft on the map. */
	openPicker = () => {
		this.explorer.choosePlace();
		this.showPane('map');
	};

	/** Shows the introduction above the page, or where a phone has it. */
	showIntro = () => {
		this.leaveReference();
		this.intro = true;
		this.pane = 'start';
		this.nav = 'methods';
	};

	/** Closes the introduction, for this visit and the next ones. */
	closeIntro = () => {
		this.intro = false;
		remember('intro', false);
	};

	/** Whether the history or the mock-up's controls lie over the navigation and the request. */
	get hasPanel(): boolean {
		return this.nav === 'history' || this.nav === 'console';
	}

	/** Shows what the navigation can show, and goes where it is. */
	showNav = (nav: NavName) => {
		this.leaveReference();
		this.nav = nav;
		this.pane = 'start';
		this.drawer = ['methods', 'lessons'].includes(nav) && this.layout.name !== 'columns';
	};

	showMethods = () => this.showNav('methods');

	showHistory = () => this.showNav('history');

	showMockUp = () => this.showNav('console');

	/** Whether a lesson is under way. */
	get learning(): boolean {
		return this.explorer.settings.lesson !== null;
	}

	/** Begins the lesson, or goes on where it was left: in the navigation, or as a strip above the page. */
	showLessons = () => {
		if (!this.learning) {
			this.explorer.settings.showLesson(0);
			this.explorer.step += 1;
			remember('learning', true);
		}
		this.turnToRequest();
	};

	/**
	 * Goes on with a lesson when the page opens: one that its address asks for, or where no link says
	 * what to show, the one of the visit before.
	 */
	resumeLesson = (isLinked: boolean) => {
		const goesOn =
			isLessonLinked() || (!isLinked && recall('learning', (value) => value === true, false));
		if (goesOn && !this.learning) this.explorer.settings.showLesson(0);
		if (this.onStage) this.nav = this.learning ? 'lessons' : 'methods';
		else if (this.learning) this.turnToRequest();
	};

	/** Shows all steps of the lesson under way. */
	showLessonSteps = () => this.showNav('lessons');

	leaveLesson = () => {
		this.explorer.settings.showLesson(null);
		this.explorer.step += 1;
		remember('learning', false);
		if (this.nav === 'lessons') this.nav = 'methods';
	};

	/** Shows the stage, with the answer if it belongs to the request; on the stage, leaves it. */
	present = () => {
		const { settings, view, isStale } = this.explorer;
		if (this.onStage) this.#pane = this.pane;
		settings.showStage(this.onStage ? null : view && !isStale ? 2 : 1);
	};

	/** Shows an exchange, a lesson or the report of the client check as a page to print. */
	showHandout = (what: 'exchange' | 'lesson' | 'check') => {
		this.handout = what;
	};

	/** Goes back to the page, or to the panel that the handout is of. */
	closeHandout = () => {
		if (this.handout === 'check') this.showCheck();
		this.handout = null;
	};

	printExchange = () => this.showHandout('exchange');

	printLesson = () => this.showHandout('lesson');

	printCheck = () => {
		this.closeDialog();
		this.showHandout('check');
	};

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

	showExport = () => this.#open('export');

	showEmbed = () => this.#open('embed');

	showCheck = () => this.#open('check');

	/** Opens an endpoint's settings; null stands for a new one. */
	editEndpoint = (endpoint: Endpoint | null) => {
		this.editedEndpoint = endpoint;
		this.#open('endpoint');
	};

	addEndpoint = () => this.editEndpoint(null);

	closeDialog = () => this.#open(null);

	#open(dialog: DialogName | null) {
		// What was changed in the settings of an endpoint is kept from now on.
		if (this.dialog === 'endpoint') rememberEndpoints(this.explorer.endpoints);
		this.dialog = dialog;
	}

	/** Does what a shortcut asks for; false where there is nothing to do. */
	press = (shortcut: ShortcutName | null): boolean => {
		// What the reference lies over is not sent unseen.
		if (shortcut === 'send' && this.reading) return false;
		else if (shortcut === 'send') this.send();
		else if (shortcut === 'find') this.find();
		else if (shortcut === 'present') this.present();
		else if (shortcut === 'cancel' && this.explorer.sending) this.cancel();
		else return false;
		return true;
	};

	copyLink = () => copyAndSay(this.say, this.link(false).url, 'The link is');

	copyCurl = async () => {
		const { codeFor } = await import('../code/languages');
		await copyAndSay(this.say, codeFor('curl', this.explorer.shownRequest), 'The curl command is');
	};

	exportHttp = () =>
		saveAndSay(this.say, async () => {
			const { saveHttpFile } = await import('../export/save-request');
			return saveHttpFile(this.explorer);
		});

	exportHar = async () => {
		const exchange = this.explorer.view?.exchange;
		if (!exchange) return;
		await saveAndSay(this.say, async () => {
			const { saveHar } = await import('../export/save-request');
			return saveHar(exchange);
		});
	};
}
