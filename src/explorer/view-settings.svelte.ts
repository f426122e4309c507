import type { AnswerTab, MapView, PageState, RequestTab, StageScene } from './page-state';

/** How the request, the answer and the map are looked at: they stay when another answer comes. */
export class ViewSettings {
	#requestTab: RequestTab = $state('form');
	/** How the request was looked at before the reference. */
	#before: RequestTab = 'form';
	#answerTab: AnswerTab = $state('pretty');
	#mapView: MapView | null = $state.raw(null);
	#stage: StageScene | null = $state(null);

	/** Whether a table is saved so that no spreadsheet runs it. */
	forSpreadsheets = $state(true);

	/** How a table is saved. */
	get tableOptions(): { forSpreadsheets: boolean } {
		return { forSpreadsheets: this.forSpreadsheets };
	}
	#lesson: number | null = $state(null);

	get requestTab(): RequestTab {
		return this.#requestTab;
	}

	get answerTab(): AnswerTab {
		return this.#answerTab;
	}

	/** Where a person left the map; null while it goes where the service requests are. */
	get mapView(): MapView | null {
		return this.#mapView;
	}

	/** The scene of the stage that is shown; null while the page itself is. */
	get stage(): StageScene | null {
		return this.#stage;
	}

	/** The step of the lesson under way, from 1; 0 for where it was left, null without a lesson. */
	get lesson(): number | null {
		return this.#lesson;
	}

	showRequestAs = (tab: RequestTab) => {
		if (this.#requestTab !== 'reference') this.#before = this.#requestTab;
		this.#requestTab = tab;
	};

	/** Looks at the request as before the reference; nothing happens where that is not open. */
	leaveReference = () => {
		if (this.#requestTab === 'reference') this.#requestTab = this.#before;
	};

	showAnswerAs = (tab: AnswerTab) => {
		this.#answerTab = tab;
	};

	/** Moves the map; null lets it go where the service requests are. */
	moveMap = (view: MapView | null) => {
		this.#mapView = view;
	};

	/** Shows a scene of the stage; null leaves it for the page. */
	showStage = (scene: StageScene | null) => {
		this.#stage = scene;
	};

	/** Goes to a step of the lesson, from 1; 0 goes where it was left, null ends it. */
	showLesson = (step: number | null) => {
		this.#lesson = step;
	};

	/** Looks at things as a link says. */
	restore(state: Pick<PageState, 'requestTab' | 'answerTab' | 'map' | 'stage' | 'lesson'>) {
		this.#requestTab = state.requestTab;
		this.#answerTab = state.answerTab;
		this.#mapView = state.map;
		this.#stage = state.stage ?? null;
		this.#lesson = state.lesson ?? null;
	}
}
