import { untrack } from 'svelte';
import type { Explorer } from '../explorer/explorer.svelte';
import type { Problem } from '../georeport/rules/rule';

/** The problems that are told at a field: those whose first name is its own. */
export const fieldProblems = (problems: readonly Problem[], name: string): Problem[] =>
	problems.filter(({ names }) => names[0] === name);

/** The problems that are told at none of these fields. */
export const otherProblems = (
	problems: readonly Problem[],
	fields: ReadonlySet<string>
): Problem[] => problems.filter((problem) => !fields.has(problem.names[0]));

/**
 * Whether a field's value will not do. What is only missing counts once it is `due`: after the
 * person has been there, or has sent the request without it.
 */
export const isInvalid = (problems: readonly Problem[], name: string, due: boolean): boolean =>
	problems.some(
		({ names, kind }) => names.includes(name) && (kind === 'wrong' || (kind === 'missing' && due))
	);

/** What is in the draft under a name, as texts: one empty text if there is nothing. */
export function textsOf(explorer: Explorer, name: string): readonly string[] {
	const { values } = explorer.draft;
	const value = Object.hasOwn(values, name) ? values[name] : undefined;
	if (typeof value !== 'object') return [value ?? ''];
	return value.length > 0 ? value : [''];
}

/** What is wrong with a field, and whether it is time to say so. */
export class FieldStatus {
	readonly #explorer: Explorer;
	readonly #name: () => string;
	readonly #before;
	/** Whether the person has been in the field. */
	#touched = $state(false);

	/** Whether the request was sent since the field is there, or stands as it was sent. */
	#sent = $derived.by(() => {
		const { view, draft } = this.#explorer;
		return view !== null && (view.exchange !== this.#before || view.exchange.draft === draft);
	});

	due: boolean = $derived(this.#touched || this.#sent);
	problems: Problem[] = $derived.by(() => fieldProblems(this.#explorer.problems, this.#name()));
	invalid: boolean = $derived.by(() => isInvalid(this.#explorer.problems, this.#name(), this.due));

	constructor(explorer: Explorer, name: () => string) {
		this.#explorer = explorer;
		this.#name = name;
		this.#before = untrack(() => explorer.view?.exchange);
	}

	/** Notes that the person has been in the field: what is missing is due from now on. */
	touch = () => {
		this.#touched = true;
	};
}
