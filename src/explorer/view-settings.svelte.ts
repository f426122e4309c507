import type { AnswerTab, MapView, PageState, RequestTab } from './page-state';

/** How the request, the answer and the map are looked at: they stay when another answer comes. */
export class ViewSettings {
	#requestTab: RequestTab = $state('form');
	#answerTab: AnswerTab = $state('pretty');
	#mapView: MapView | null = $state.raw(null);

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

	showRequestAs = (tab: RequestTab) => {
		this.#requestTab = tab;
	};

	showAnswerAs = (tab: AnswerTab) => {
		this.#answerTab = tab;
	};

	/** Moves the map; null lets it go where the service requests are. */
	moveMap = (view: MapView | null) => {
		this.#mapView = view;
	};

	/** Looks at things as a link says. */
	restore({ requestTab, answerTab, map }: Pick<PageState, 'requestTab' | 'answerTab' | 'map'>) {
		this.#requestTab = requestTab;
		this.#answerTab = answerTab;
		this.#mapView = map;
	}
}
