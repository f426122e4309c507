import { MediaQuery } from 'svelte/reactivity';
import { BREAKPOINTS } from '../ui/breakpoints';

/**
 * How the parts of the page lie: all columns beside each other; the methods in a drawer and the map
 * over the answer; one part at a time with tabs at the foot; one part below the other.
 */
export type LayoutName = 'columns' | 'drawer' | 'tabs' | 'flow';

/** What the size of the window makes of the page; where there is no window, that of a wide one. */
export class Layout {
	readonly #wide = new MediaQuery(BREAKPOINTS.wide, true);
	readonly #mapBeside = new MediaQuery(BREAKPOINTS.mapBeside, true);
	readonly #oneColumn = new MediaQuery(BREAKPOINTS.oneColumn);
	readonly #footTabs = new MediaQuery(BREAKPOINTS.footTabs);

	get name(): LayoutName {
		if (this.#footTabs.current) return 'tabs';
		if (this.#oneColumn.current) return 'flow';
		return this.#mapBeside.current ? 'columns' : 'drawer';
	}

	/** Whether there is room for the wide columns and the long words. */
	get isWide(): boolean {
		return this.#wide.current;
	}
}
