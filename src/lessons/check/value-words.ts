// Single values in words: what came, and what a step asks for.
import type { Wanted } from '../../cases/expectation';

/** The longest value that is shown in a sentence, in characters. */
const LONGEST = 60;

/** A text short enough for a sentence. */
export const shortened = (text: string, longest = LONGEST) =>
	text.length > longest ? `${text.slice(0, longest)}…` : text;

/** Whether an answer says nothing here: GeoReport v2 has null, empty and absent for it. */
export const isNothing = (value: unknown) => value === null || value === undefined || value === '';

/**
 * What is wanted, as it follows “the step asks for”. Null where only a pattern says it, for patterns
 * are nothing to read.
 */
export function askedFor(wanted: Wanted): string | null {
	if (wanted === null) return 'no value';
	if (typeof wanted !== 'object') return String(wanted);
	if ('words' in wanted && typeof wanted.words === 'string') return wanted.words;
	return 'contains' in wanted ? `a text with “${wanted.contains}”` : null;
}

/** A field with what is wanted of it: “status open”, “an id as token”, “no lat”; null as above. */
export function fieldAskedFor(name: string, wanted: Wanted): string | null {
	if (wanted === null) return `no ${name}`;
	const asked = askedFor(wanted);
	if (asked === null) return null;
	return typeof wanted === 'object' ? `${asked} as ${name}` : `${name} ${asked}`;
}

/** “a, b and c”. */
export const listed = (words: readonly string[]) =>
	words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
