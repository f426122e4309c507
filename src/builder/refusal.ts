// What a refused request is to be put right in, from our own rules and what the answer names.
import { fieldsNamed } from '../answer/refused-fields';
import type { ExchangeView } from '../explorer/exchange-view.svelte';
import type { ServiceDefinition } from '../georeport/types';
import type { Problem } from '../georeport/rules/rule';

/** One thing to put right, and the argument whose field it is. */
export interface Correction {
	name: string;
	words: string;
}

/** Begins with the question that an answer is missing for: the summary is away from its field. */
function wordsOf({ names: [name], words }: Problem, definition: ServiceDefinition | null): string {
	const asked = definition?.attributes.find(({ code }) => name === `attribute[${code}]`);
	return asked?.description ? `${asked.description} ${words}` : words;
}

/**
 * Returns what to put right after the exchange was refused: the errors of the request as it is now,
 * and what else the answer names (a guess) while the request is as it was. Empty where nothing was
 * refused, or nothing is known of why.
 */
export function correctionsFor(
	{ response, parsed, exchange }: ExchangeView,
	problems: readonly Problem[],
	definition: ServiceDefinition | null,
	isStale: boolean
): Correction[] {
	if (!response || response.status < 400 || response.status >= 500) return [];
	const errors = problems.filter(({ kind }) => kind !== 'note');
	const known = new Set(errors.flatMap(({ names }) => names));
	const named =
		parsed?.kind === 'errors' && !isStale
			? fieldsNamed(parsed.errors, exchange.draft.method).filter((name) => !known.has(name))
			: [];
	return [
		...errors.map((problem) => ({ name: problem.names[0], words: wordsOf(problem, definition) })),
		...named.map((name) => ({ name, words: `Check ${name}.` }))
	];
}
