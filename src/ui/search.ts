// Ranks commands for a search. Pure, so that tests can check the order.

/** An item that can be searched for. */
export interface Findable {
	/** The label in the list. */
	words: string;
	/** A second line, also searched. */
	detail?: string;
	/** More words to search in, not shown. */
	keywords?: string;
}

/** An item with its words normalized for search. */
export interface SearchEntry<T> {
	item: T;
	words: readonly string[];
	others: readonly string[];
}

/** Returns the words of a text without case, accents and punctuation. */
export const searchWordsOf = (text: string): string[] =>
	text
		.normalize('NFKD')
		.replace(/\p{Mark}/gu, '')
		.toLowerCase()
		.split(/[^\p{Letter}\p{Number}]+/u)
		.filter(Boolean);

/** Normalizes the words of all items once, so that each search is fast. */
export const searchEntriesOf = <T extends Findable>(items: readonly T[]): SearchEntry<T>[] =>
	items.map((item) => ({
		item,
		words: searchWordsOf(item.words),
		others: searchWordsOf(`${item.detail ?? ''} ${item.keywords ?? ''}`)
	}));

/** Returns 4 for a whole word, 3 for a prefix, 1 for any other part, 0 for no match. */
function rank(words: readonly string[], wanted: string): number {
	let best = 0;
	for (const word of words) {
		if (word === wanted) return 4;
		if (word.startsWith(wanted)) best = 3;
		else if (best === 0 && word.includes(wanted)) best = 1;
	}
	return best;
}

/**
 * Returns how well an entry matches; 0 unless it has every word. The label counts twice, and
 * shorter labels score higher.
 */
function scoreOf<T>({ words, others }: SearchEntry<T>, query: readonly string[]): number {
	let sum = 0;
	for (const wanted of query) {
		const best = Math.max(2 * rank(words, wanted), rank(others, wanted));
		if (best === 0) return 0;
		sum += best;
	}
	return sum + 1 / (1 + words.length);
}

/**
 * Returns the items that match all words of a query in any order, best first; ties keep their
 * order.
 */
export function find<T>(entries: readonly SearchEntry<T>[], query: string): T[] {
	const wanted = searchWordsOf(query);
	if (wanted.length === 0) return entries.map(({ item }) => item);
	return entries
		.map((entry) => ({ item: entry.item, score: scoreOf(entry, wanted) }))
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score)
		.map(({ item }) => item);
}
