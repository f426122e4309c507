// A field with a list of suggestions: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
import { isComposing } from './composing';
import type { KeyPress } from './shortcuts';

/** What a combobox suggests, and how its keys behave. The functions are called on every change. */
export interface ComboboxOptions<T> {
	/** The id of the list; the ids of its options start with it. */
	id: string;
	/** Returns the suggestions for the typed text, best first. */
	options: () => readonly T[];
	/** Returns a key that identifies an option when the suggestions change. */
	keyOf: (option: T) => string;
	onchoose: (option: T) => void;
	/** How many options each key moves on; only Up and Down if absent. */
	steps?: Readonly<Record<string, number>>;
	/** Whether Down moves from the last option to the first, and Up back. */
	wraps?: boolean;
	/** Whether the list is always open; otherwise typing and arrow keys open it. */
	alwaysOpen?: boolean;
}

/** The part of a keyboard event that a combobox uses. */
export type ComboboxKey = KeyPress & Pick<KeyboardEvent, 'preventDefault' | 'stopPropagation'>;

const ARROWS = { ArrowDown: 1, ArrowUp: -1 };

/**
 * The keys and ARIA attributes of a combobox. The focus stays in the field; one option, the first
 * until the arrow keys move on, is active, and Enter chooses it.
 */
export class Combobox<T> {
	readonly #settings: Required<ComboboxOptions<T>>;
	#opened = $state(false);
	#activeKey: string | null = $state.raw(null);

	#options: readonly T[] = $derived.by(() => this.#settings.options());

	/** The index of the active option; 0 if there are none. */
	at: number = $derived.by(() =>
		Math.max(
			0,
			this.#options.findIndex((option) => this.#settings.keyOf(option) === this.#activeKey)
		)
	);

	/** Whether the list is open; it can be empty. */
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
			// Pressing an option leaves the focus in the field.
			onmousedown: (event: MouseEvent) => event.preventDefault()
		} as const;
	}

	/** Returns the attributes of an option by its index. */
	option(index: number) {
		return {
			role: 'option',
			id: this.#idOf(index),
			'aria-selected': index === this.at,
			onclick: () => this.#choose(index)
		} as const;
	}

	#idOf = (index: number) => `${this.#settings.id}-${index}`;

	/** Opens the list with the first option active; call it when the text has changed. */
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

	/** Handles a key press; ignores keys with modifiers and those of an input method. */
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
