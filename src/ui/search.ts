// Which commands a few words mean: pure, so that the order can be told by test.

/** What can be found. */
export interface Findable {
	/** What stands in the row. */
	words: string;
	/** A second line. */
	detail?: string;
	/** Further words that lead here, not shown. */
	keywords?: string;
}

/** Something that can be found, with its words folded. */
export interface SearchEntry<T> {
	item: T;
	words: readonly string[];
	others: readonly string[];
}

/** The words of a text without case, accents and punctuation. */
export const searchWordsOf = (text: string): string[] =>
	text
		.normalize('NFKD')
		.replace(/\p{Mark}/gu, '')
		.toLowerCase()
		.split(/[^\p{Letter}\p{Number}]+/u)
		.filter(Boolean);

/** Folds the words of all items once, so that each search is quick. */
export const searchEntriesOf = <T extends Findable>(items: readonly T[]): SearchEntry<T>[] =>
	items.map((item) => ({
		item,
		words: searchWordsOf(item.words),
		others: searchWordsOf(`${item.detail ?? ''} ${item.keywords ?? ''}`)
	}));

/** 4 for the word itself, 3 for its beginning, 1 for a part of it, 0 for none of these words. */
function rank(words: readonly string[], wanted: string): number {
	let best = 0;
	for (const word of words) {
		if (word === wanted) return 4;
		if (word.startsWith(wanted)) best = 3;
		else if (best === 0 && word.includes(wanted)) best = 1;
	}
	return best;
}

/** How well an entry answers; 0 unless it has every word. Words shown count twice, short ones more. */
function scoreOf<T>({ words, others }: SearchEntry<T>, query: readonly string[]): number {
	let sum = 0;
	for (const wanted of query) {
		const best = Math.max(2 * rank(words, wanted), rank(others, wanted));
		if (best === 0) return 0;
		sum += best;
	}
	return sum + 1 / (1 + words.length);
}

/** The items that have all words of a query, in any order; best first, equals as they came. */
export function find<T>(entries: readonly SearchEntry<T>[], query: string): T[] {
	const wanted = searchWordsOf(query);
	if (wanted.length === 0) return entries.map(({ item }) => item);
	return entries
		.map((entry) => ({ item: entry.item, score: scoreOf(entry, wanted) }))
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score)
		.map(({ item }) => item);
}
