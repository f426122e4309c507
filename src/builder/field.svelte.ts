import { untrack } from 'svelte';
import type { Explorer } from '../explorer/explorer.svelte';
import { valuesOf } from '../georeport/request';
import type { Problem } from '../georeport/rules/rule';

/** How far a person is with a field. */
export interface Progress {
	/** Whether they have been in it. */
	touched: boolean;
	/** Whether the request was sent since the field is there, or stands as it was sent. */
	sent: boolean;
}

/** The problems that are told at a field: those whose first name is its own. */
export const fieldProblems = (problems: readonly Problem[], name: string): Problem[] =>
	problems.filter(({ names }) => names[0] === name);

/** The problems that are told at none of these fields. */
export const otherProblems = (
	problems: readonly Problem[],
	fields: ReadonlySet<string>
): Problem[] => problems.filter((problem) => !fields.has(problem.names[0]));

/**
 * Whether a problem is to be told as an error: what is missing only after the request was sent without
 * it, a wrong value also once the person is done with it.
 */
export const isDue = ({ kind }: Problem, { touched, sent }: Progress): boolean =>
	kind === 'missing' ? sent : kind === 'wrong' && (touched || sent);

/** Whether a problem is one of this field: what is missing is not where there is a value. */
export const concerns = ({ names, kind }: Problem, name: string, hasValue: boolean): boolean =>
	names.includes(name) && (kind !== 'missing' || !hasValue);

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
	#touched = $state(false);

	#progress: Progress = $derived.by(() => {
		const { view, draft } = this.#explorer;
		const sent = view !== null && (view.exchange !== this.#before || view.exchange.draft === draft);
		return { touched: this.#touched, sent };
	});

	#told: Problem[] = $derived.by(() => fieldProblems(this.#explorer.problems, this.#name()));

	#hasValue: boolean = $derived.by(
		() => valuesOf(this.#explorer.draft.values, this.#name()).length > 0
	);

	/** What must be put right, told at this field. */
	errors: Problem[] = $derived.by(() =>
		this.#told.filter((problem) => isDue(problem, this.#progress))
	);

	/** What the server will do unexpectedly. */
	notes: Problem[] = $derived.by(() => this.#told.filter(({ kind }) => kind === 'note'));

	/** Whether the field's value will not do; it may be told at another field. */
	invalid: boolean = $derived.by(() =>
		this.#explorer.problems.some(
			(problem) => concerns(problem, this.#name(), this.#hasValue) && isDue(problem, this.#progress)
		)
	);

	constructor(explorer: Explorer, name: () => string) {
		this.#explorer = explorer;
		this.#name = name;
		this.#before = untrack(() => explorer.view?.exchange);
	}

	/** Notes that the person has been in the field. */
	touch = () => {
		this.#touched = true;
	};
}
