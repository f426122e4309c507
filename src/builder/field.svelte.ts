import { untrack } from 'svelte';
import type { Explorer } from '../explorer/explorer.svelte';
import type { Problem } from '../georeport/rules/rule';
import { isInvalid, toldAt } from './field-problems';

/** What is in the draft under a name, as texts: one empty text if there is nothing. */
export function textsOf(explorer: Explorer, name: string): readonly string[] {
	const { values } = explorer.draft;
	const value = Object.hasOwn(values, name) ? values[name] : undefined;
	if (typeof value !== 'object') return [value ?? ''];
	return value.length > 0 ? value : [''];
}

/** What is the matter with a field, and whether it is time to say so. */
export class Concern {
	readonly #explorer: Explorer;
	readonly #name: () => string;
	readonly #before;
	/** Whether the person has been in the field. */
	touched = $state(false);

	/** Whether the request was sent since the field is there, or stands as it was sent. */
	#sent = $derived.by(() => {
		const { view, draft } = this.#explorer;
		return view !== null && (view.exchange !== this.#before || view.exchange.draft === draft);
	});

	due: boolean = $derived(this.touched || this.#sent);
	problems: Problem[] = $derived.by(() => toldAt(this.#explorer.problems, this.#name()));
	invalid: boolean = $derived.by(() => isInvalid(this.#explorer.problems, this.#name(), this.due));

	constructor(explorer: Explorer, name: () => string) {
		this.#explorer = explorer;
		this.#name = name;
		this.#before = untrack(() => explorer.view?.exchange);
	}
}
