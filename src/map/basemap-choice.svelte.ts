import type { StyleSpecification } from 'maplibre-gl';
import { keepingLatest } from '../ui/latest.svelte.ts';
import { tryBasemap, type OnlineBasemap } from './online.ts';

/** The basemap under the requests: the embedded one, or one from elsewhere that a person chose. */
export class BasemapChoice {
	readonly #dark: () => boolean;
	#chosen: OnlineBasemap | null = $state.raw(null);
	#problem = $state('');
	/** The style before stays until the next is known to come. */
	readonly #keeping = keepingLatest<StyleSpecification | null>();

	// An online basemap has one style for the light theme and one for the dark.
	#tried = $derived.by(() => {
		const [chosen, dark] = [this.#chosen, this.#dark()];
		return this.#keeping((signal) => chosen && this.#try(chosen, dark, signal));
	});

	/** `dark` tells whether the page is dark now. */
	constructor(dark: () => boolean) {
		this.#dark = dark;
	}

	/** The basemap chosen; null for the embedded one. */
	get chosen(): OnlineBasemap | null {
		return this.#chosen;
	}

	/** The style to draw with; null for the embedded map. Reading it begins what is chosen. */
	get style(): StyleSpecification | null {
		return this.#tried.value;
	}

	/** Whether it is not known yet whether the basemap comes. */
	get trying(): boolean {
		return this.#tried.pending;
	}

	/** Why the last one chosen could not be used, in a sentence; empty while there is no reason. */
	get problem(): string {
		return this.#problem;
	}

	/** Chooses a basemap; nothing is asked of its server before. */
	choose = (basemap: OnlineBasemap | null) => {
		this.#problem = '';
		this.#chosen = basemap;
	};

	async #try(basemap: OnlineBasemap, dark: boolean, signal: AbortSignal) {
		const tried = await tryBasemap(basemap, dark, signal);
		if ('style' in tried) return tried.style;
		if (!signal.aborted) {
			this.#problem = tried.problem;
			this.#chosen = null;
		}
		return null;
	}
}
