/** The parts of the page that index.html carries, each until its own script has come. */
export type BuiltName = 'answer' | 'map' | 'list';

/** Whether the built part still stands in for the real one. Once it is replaced, it never comes back. */
export class StandsIn {
	readonly #mayStay: () => boolean;
	#isOver = $state(false);

	isThere: boolean = $derived.by(() => !this.#isOver && this.#mayStay());

	/** Made by a component; `mayStay` tells whether it may go on to stand there. */
	constructor(mayStay: () => boolean) {
		this.#mayStay = mayStay;
		$effect.pre(() => {
			if (!mayStay()) this.#isOver = true;
		});
	}
}
