import { innerWidth } from 'svelte/reactivity/window';
import { recall, remember } from '../ui/local-storage';
import { ColumnWidths, type ColumnName, type ColumnRoom } from './column-widths.svelte';
import type { LayoutName } from './layout.svelte';

/** The columns that can be folded to a rail. */
export type FoldableName = 'request' | 'map';

type Folds = Readonly<Record<FoldableName, boolean>>;

const NO_FOLDS: Folds = { request: false, map: false };

const isFolds = (value: unknown): value is Folds =>
	typeof value === 'object' &&
	value !== null &&
	'request' in value &&
	'map' in value &&
	[value.request, value.map].every((fold) => typeof fold === 'boolean');

/** What the columns depend on. */
export interface ColumnsOptions {
	/** How the page lies. */
	layout: () => LayoutName;
	/** Whether the window is a wide one. */
	isWide: () => boolean;
	/** Whether the navigation holds the steps of a lesson. */
	hasLesson: () => boolean;
}

/** How large the reader has text, 1 for what browsers begin with. */
function textScale(): number {
	if (typeof document === 'undefined') return 1;
	return parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
}

/** Which columns are seen, and how wide; widths and folds are remembered on this device. */
export class Columns {
	readonly #options: ColumnsOptions;
	readonly widths: ColumnWidths;
	#folds: Folds = $state.raw(recall('folds', isFolds, NO_FOLDS));
	/** Whether the answer has the room of request and map too. */
	maximised = $state(false);
	/** Whether the map is shown over the answer, where there is no room for it beside. */
	mapOver = $state(false);

	constructor(options: ColumnsOptions) {
		this.#options = options;
		const scale = textScale();
		this.widths = new ColumnWidths(() => ({
			window: innerWidth.current ?? 1440,
			isWide: options.isWide(),
			hasLesson: options.hasLesson(),
			takes: this.#takes,
			scale
		}));
	}

	get #takes(): ColumnRoom['takes'] {
		const taken = (fold: boolean) => (fold ? 'rail' : 'width');
		const { request, map } = this.folded;
		const nav: Record<ColumnName, 'width' | 'nothing'>['nav'] =
			this.#options.layout() === 'columns' ? 'width' : 'nothing';
		return { nav, request: taken(request), map: taken(map) };
	}

	/** Which columns are a rail now, whether by hand, for the answer or for want of room. */
	get folded(): Folds {
		const layout = this.#options.layout();
		if (layout !== 'columns' && layout !== 'drawer') return NO_FOLDS;
		const { maximised } = this;
		return {
			request: maximised || this.#folds.request,
			map: layout === 'drawer' || maximised || this.#folds.map
		};
	}

	fold = (column: FoldableName) => {
		this.mapOver = false;
		if (this.#options.layout() !== 'drawer' || column !== 'map') this.#keep(column, true);
	};

	/** Shows a folded column; the map lies over the answer where there is no room beside it. */
	unfold = (column: FoldableName) => {
		if (!this.folded[column]) return;
		if (this.#options.layout() === 'drawer' && column === 'map') {
			this.mapOver = true;
			return;
		}
		this.maximised = false;
		this.#keep(column, false);
	};

	#keep(column: FoldableName, isFolded: boolean) {
		this.#folds = { ...this.#folds, [column]: isFolded };
		remember('folds', this.#folds);
	}
}
