import { recall, remember } from '../ui/local-storage';
import {
	ANSWER_TABS,
	type AnswerTab,
	type MapView,
	type PageState,
	type RequestTab,
	type StageScene
} from './page-state';

/** How the request, the answer and the map are looked at: they stay when another answer comes. */
export class ViewSettings {
	#requestTab: RequestTab = $state('form');
	#answerTab: AnswerTab = $state('pretty');
	#mapView: MapView | null = $state.raw(null);
	#stage: StageScene | null = $state(null);

	/** Whether a table is saved so that no spreadsheet runs it. */
	forSpreadsheets = $state(true);

	/** How a table is saved. */
	get tableOptions(): { forSpreadsheets: boolean } {
		return { forSpreadsheets: this.forSpreadsheets };
	}

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

	showRequestAs = (tab: RequestTab) => {
		this.#requestTab = tab;
	};

	/** Looks at the answer so, and remembers it, but for the view that asks for a second answer. */
	showAnswerAs = (tab: AnswerTab) => {
		this.#answerTab = tab;
		if (tab !== 'both') remember('view', tab);
	};

	/** Looks at the answer as in the visit before. */
	recallView = () => {
		const isTab = (value: unknown): value is AnswerTab => ANSWER_TABS.some((tab) => tab === value);
		this.#answerTab = recall('view', isTab, this.#answerTab);
	};

	/** Moves the map; null lets it go where the service requests are. */
	moveMap = (view: MapView | null) => {
		this.#mapView = view;
	};

	/** Shows a scene of the stage; null leaves it for the page. */
	showStage = (scene: StageScene | null) => {
		this.#stage = scene;
	};

	/** Looks at things as a link says. */
	restore({
		requestTab,
		answerTab,
		map,
		stage
	}: Pick<PageState, 'requestTab' | 'answerTab' | 'map' | 'stage'>) {
		this.#requestTab = requestTab;
		this.#answerTab = answerTab;
		this.#mapView = map;
		this.#stage = stage ?? null;
	}
}
