import { recall, remember } from '../ui/local-storage';

/** The sizes that can be set: two widths in pixels, two heights in percent. */
const BARS = {
	cases: { orientation: 'vertical', unit: 'px', initial: 288, min: 208, max: 480 },
	map: { orientation: 'vertical', unit: 'px', initial: 400, min: 288, max: 800 },
	request: { orientation: 'horizontal', unit: '%', initial: 48, min: 12, max: 88 }
} as const;

/** The name of a size. */
export type SizedPane = keyof typeof BARS;

type Sizes = Partial<Record<SizedPane, number>>;

const isSizes = (value: unknown): value is Sizes =>
	typeof value === 'object' &&
	value !== null &&
	Object.values(value).every((size) => typeof size === 'number');

/** How large each pane is; remembered from visit to visit. */
export class PaneSizes {
	#sizes: Sizes = $state.raw(recall('panes', isSizes, {}));

	of = (name: SizedPane) => this.#sizes[name] ?? BARS[name].initial;

	/** What the bar beside a pane needs to know. */
	bar = (name: SizedPane) => ({
		...BARS[name],
		value: this.of(name),
		onchange: (size: number) => {
			this.#sizes = { ...this.#sizes, [name]: size };
			remember('panes', this.#sizes);
		}
	});
}
