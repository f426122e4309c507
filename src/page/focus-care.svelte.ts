// Where the focus is while parts of the page come and go: it never falls out of the page, and after
// something stood in the page's place it is where it was.
import { tick, untrack } from 'svelte';
import { keepFocus } from '../ui/keep-focus';
import { focusWhenThere } from '../ui/focus-when-there';

/** What the care for the focus needs to know of the page. */
export interface FocusOptions {
	/** The part of the page that gets a focus which would fall out of it. */
	start: () => HTMLElement | null;
	/**
	 * While something stands in the page's place, the selector of what gets the focus afterwards if
	 * what had it before is gone; empty while the page itself is shown.
	 */
	wayBack: () => string;
	/** Whether a lesson is under way. */
	learning: () => boolean;
}

/** Keeps the focus inside the page. Made while the page's component is set up. */
export class FocusCare {
	readonly #options: FocusOptions;
	/** Whether the page has given its place to something, or got it back, since it was opened. */
	hasTurned = $state(false);

	constructor(options: FocusOptions) {
		this.#options = options;
		$effect(() => keepFocus(options.start)(document.body));
		this.#followLesson();
		this.#followPlace();
	}

	/** Who begins the lesson goes on in it. */
	#followLesson() {
		let wasLearning = this.#options.learning();
		$effect(() => {
			const learning = this.#options.learning();
			if (learning && !wasLearning) focusWhenThere('[aria-label="Lesson"] :is(summary, button)');
			wasLearning = learning;
		});
	}

	#followPlace() {
		let led = untrack(this.#options.wayBack);
		let before: Element | null = null;
		$effect.pre(() => {
			const [from, to] = [led, this.#options.wayBack()];
			if (from === to) return;
			led = to;
			this.hasTurned = true;
			if (from === '') before = document.activeElement;
			else if (to === '') void this.#comeBack(before, from);
		});
	}

	/** Puts the focus where it was, or where there is something to go on from. */
	async #comeBack(from: Element | null, otherwise: string) {
		await tick();
		// What has the focus by now was put there on purpose, or for want of anything better.
		const { activeElement } = document;
		if (activeElement !== document.body && activeElement !== this.#options.start()) return;
		if (activeElement instanceof HTMLElement) activeElement.blur();
		if (from instanceof HTMLElement) from.focus();
		if (document.activeElement === document.body) focusWhenThere(otherwise);
	}
}
