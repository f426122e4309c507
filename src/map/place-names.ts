// Names of places as people write them, and as they read best.
import { inFull, type Place } from '../explorer/gazetteer.ts';

/** Words that tell nothing of a place. */
const EMPTY = new Set(['and', 'at', 'former', 'toronto', '']);

/** The words of a name in lower case, short where the City's are, in an order of their own. */
function wordsOf(name: string): string {
	const words = name
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => !EMPTY.has(word))
		.map((word) => SHORT.get(word) ?? word);
	return [...new Set(words)].toSorted().join(' ');
}

/** The City's short form of the words that people type in full. */
const SHORT = new Map(
	['st', 'ave', 'rd', 'dr', 'blvd', 'e', 'w'].map((word) => [inFull(word), word] as const)
);

/**
 * Returns the place that an address names, with its words in any order and in full or short; null if
 * none has exactly these words.
 */
export function placeNamed(places: readonly Place[], address: string): Place | null {
	const wanted = wordsOf(address);
	return (wanted && places.find((place) => wordsOf(place.address) === wanted)) || null;
}

/** Returns a name that is written in capitals with a capital for each word: `Queen St W & Spadina Ave`. */
export const inTitleCase = (name: string): string =>
	name.toLowerCase().replace(/(?<![\p{L}’'])\p{L}/gu, (letter) => letter.toUpperCase());
