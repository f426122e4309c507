// How a link's names and values are spelled: readable, and whole after a trip through mail or Markdown.

/** A name and a value of a link, decoded. */
export type Pair = readonly [name: string, value: string];

const percent = (character: string) =>
	`%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/**
 * Spells a text for a link: commas, colons, slashes and @ as they are, a space as +, all that mail
 * and Markdown might take for their own in percent escapes. Half a surrogate pair becomes U+FFFD.
 */
export const encodeText = (text: string) =>
	encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
		.replace(/%(3A|2C|2F|40)/g, (escape) => decodeURIComponent(escape))
		.replace(/%20/g, '+')
		.replace(/[!'()*]/g, percent);

/** The text of `encodeText`, decoded; null for a broken percent escape. */
export function decodeText(text: string): string | null {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		return null;
	}
}

/** Spells pairs as a query, in order, without the question mark. */
export const writePairs = (pairs: readonly Pair[]) =>
	pairs.map((pair) => pair.map(encodeText).join('=')).join('&');

/**
 * Reads the first `most` pairs of a query; `isCut` tells whether there are more. A pair with a broken
 * percent escape is left out; `broken` has its name as it stood.
 */
export function readPairs(query: string, most: number) {
	const pairs: Pair[] = [];
	const broken: string[] = [];
	const parts = query.split('&').filter((part) => part !== '');
	for (const part of parts.slice(0, most)) {
		const [name = '', ...rest] = part.split('=');
		const decoded = [decodeText(name), decodeText(rest.join('='))] as const;
		if (decoded[0] === null || decoded[1] === null) broken.push(name);
		else pairs.push([decoded[0], decoded[1]]);
	}
	return { pairs, broken, isCut: parts.length > most };
}

/** Escapes the sign a link ends in, if programs that find links in a text would leave it out. */
export const closeLink = (link: string) =>
	link.replace(/[.,:_~+]$/, (end) => percent(end === '+' ? ' ' : end));
