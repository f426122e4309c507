import type { ArgumentKind } from '../georeport/argument';
import { shapeOf, type Offered, type Shape } from './controls/shape';

const isTyped = (shape: Shape): boolean => shape === 'text' || shape === 'multiline';

/** The controls that hold any text. */
const ALWAYS_FIT: ReadonlySet<Shape> = new Set(['service', 'datetime']);

/** Which control a field has: the one that fits what it holds, unless the person types it. */
export class FieldControl {
	readonly #kind: () => ArgumentKind;
	readonly #texts: () => readonly string[];
	readonly #offered: () => Offered;
	/** Whether the person types the text: then no control takes its place, though one may fit. */
	#typing = $state(false);

	#fitting: Shape = $derived.by(() => shapeOf(this.#kind(), this.#texts(), this.#offered()));

	/** The control there would be for no value: a list of services takes any code by itself. */
	#blank: Shape = $derived.by(() => shapeOf(this.#kind(), [''], this.#offered()));

	shape: Shape = $derived(this.#typing && this.#fitting !== 'multiline' ? 'text' : this.#fitting);

	/** Whether the person types, in a line or in several. */
	isText: boolean = $derived(isTyped(this.shape));

	/** What the button says that turns to the other way of filling it in; null if there is only one. */
	turning: string | null = $derived.by(() => {
		if (isTyped(this.#blank) || ALWAYS_FIT.has(this.shape)) return null;
		if (!this.isText) return 'Type it';
		return this.#fitting === 'text' ? 'Clear and choose' : 'Choose';
	});

	constructor(kind: () => ArgumentKind, texts: () => readonly string[], offered: () => Offered) {
		this.#kind = kind;
		this.#texts = texts;
		this.#offered = offered;
	}

	/** Notes that the person types. */
	type = () => {
		this.#typing = true;
	};

	/** Turns to the other way; true if what is there fits no control, and must be cleared for one. */
	turn = (): boolean => {
		this.#typing = !this.isText;
		return !this.#typing && this.#fitting === 'text';
	};
}
