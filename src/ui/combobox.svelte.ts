// A field with a list of suggestions: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
import { isComposing } from './composing';
import type { KeyPress } from './shortcuts';

/** What a combobox suggests, and how it is moved through. */
export interface ComboboxOptions<T> {
	/** The id of the list; those of its options begin with it. */
	id: string;
	/** What is suggested for what is typed, best first. */
	options: () => readonly T[];
	/** What stays with an option when the others change. */
	keyOf: (option: T) => string;
	onchoose: (option: T) => void;
	/** How many options each key goes on. */
	steps?: Readonly<Record<string, number>>;
	/** Goes from the last option to the first, and back. */
	wraps?: boolean;
	/** The list is there from the beginning and does not close; else typing and arrows open it. */
	alwaysOpen?: boolean;
}

/** A key press as far as a combobox acts on it. */
export type ComboboxKey = KeyPress & Pick<KeyboardEvent, 'preventDefault' | 'stopPropagation'>;

const ARROWS = { ArrowDown: 1, ArrowUp: -1 };

/**
 * The keys and the attributes of a combobox. The field keeps the focus; one option of the list is the
 * active one, which Enter chooses: the first, until the arrows go on.
 */
export class Combobox<T> {
	readonly #settings: Required<ComboboxOptions<T>>;
	#opened = $state(false);
	#activeKey: string | null = $state.raw(null);

	#options: readonly T[] = $derived.by(() => this.#settings.options());

	/** The index of the active option; 0 where there is none. */
	at: number = $derived.by(() =>
		Math.max(
			0,
			this.#options.findIndex((option) => this.#settings.keyOf(option) === this.#activeKey)
		)
	);

	/** Whether suggestions are wanted; there may be none. */
	isOpen: boolean = $derived.by(() => this.#settings.alwaysOpen || this.#opened);

	#isShown: boolean = $derived(this.isOpen && this.#options.length > 0);

	constructor(options: ComboboxOptions<T>) {
		this.#settings = { steps: ARROWS, wraps: false, alwaysOpen: false, ...options };
	}

	/** The attributes of the field. */
	get field() {
		return {
			role: 'combobox',
			'aria-autocomplete': 'list',
			'aria-expanded': this.#isShown,
			'aria-controls': this.#settings.id,
			'aria-activedescendant': this.#isShown ? this.#idOf(this.at) : undefined,
			autocomplete: 'off',
			spellcheck: false,
			oninput: this.restart,
			onkeydown: this.press
		} as const;
	}

	/** The attributes of the list. */
	get list() {
		return {
			role: 'listbox',
			id: this.#settings.id,
			hidden: !this.#isShown,
			// A press on an option leaves the focus in the field.
			onmousedown: (event: MouseEvent) => event.preventDefault()
		} as const;
	}

	/** The attributes of an option, by its index. */
	option(index: number) {
		return {
			role: 'option',
			id: this.#idOf(index),
			'aria-selected': index === this.at,
			onclick: () => this.#choose(index)
		} as const;
	}

	#idOf = (index: number) => `${this.#settings.id}-${index}`;

	/** Opens the list, with the first option active: something else was typed. */
	restart = () => {
		this.#opened = true;
		this.#activeKey = null;
	};

	close = () => {
		this.#opened = false;
	};

	#choose(index: number) {
		const option = this.#options[index];
		if (option === undefined) return;
		this.close();
		this.#settings.onchoose(option);
	}

	#go(step: number) {
		if (!this.isOpen) return this.restart();
		const { length } = this.#options;
		const next = this.at + step;
		const { keyOf, wraps } = this.#settings;
		const index = wraps ? (next + length) % length : Math.min(length - 1, Math.max(0, next));
		const option = this.#options[index];
		if (option !== undefined) this.#activeKey = keyOf(option);
	}

	/** Acts on a key; none with another held down, and none that an input method needs. */
	press = (event: ComboboxKey) => {
		const { key } = event;
		if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
			return;
		const step = this.#settings.steps[key];
		if (step !== undefined && this.#options.length > 0) this.#go(step);
		else if (key === 'Enter' && this.#isShown) this.#choose(this.at);
		else if (key === 'Escape' && this.isOpen && !this.#settings.alwaysOpen) this.close();
		else return;
		event.preventDefault();
		event.stopPropagation();
	};
}
