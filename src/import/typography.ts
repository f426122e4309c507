// What word processors and chat programs put in place of the signs that shells and addresses know.
import { codePointOf } from '../georeport/odd-characters';

const DOUBLE = '\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02';
const SINGLE = '\u2018\u2019\u201a\u201b\u2032\u00b4\uff07';
const DASHES = '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d';
const BLANKS = '\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000';
const BREAKS = '\u0085\u2028\u2029';
const UNSEEN = '\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff';

const oneOf = (characters: string) => new RegExp(`[${characters}]`, 'u');

/** The kinds of such characters, and the plain one that each stands for. */
const KINDS: readonly (readonly [characters: RegExp, plain: string])[] = [
	[oneOf(DOUBLE), '"'],
	[oneOf(SINGLE), "'"],
	[oneOf(DASHES), '-'],
	[oneOf(BLANKS), ' '],
	[oneOf(BREAKS), '\n'],
	[oneOf(UNSEEN), '']
];

const ALL = `[${DOUBLE}${SINGLE}${DASHES}${BLANKS}${BREAKS}${UNSEEN}]`;

/** A dash of its own kind before a word: two hyphens, if only they make it the name of an option. */
const BEFORE_WORD = new RegExp(`(^|\\s)([${DASHES}])(?=[A-Za-z])([\\w-]*)`, 'gu');

const plainSign = (character: string) =>
	KINDS.find(([characters]) => characters.test(character))?.[1] ?? character;

/** Whether a character is one of them. */
export const isTypographic = (character: string): boolean => plainSign(character) !== character;

export const isDash = (character: string): boolean => plainSign(character) === '-';

/** Whether a character is such a quote; a straight one is none. */
export const isTypographicQuote = (character: string): boolean =>
	/["']/.test(plainSign(character)) && !/["']/.test(character);

/** The different ones in a text, in its order. */
export const typographicIn = (text: string): string[] => [
	...new Set(text.match(new RegExp(ALL, 'gu')) ?? [])
];

/** A text with plain characters for them; `isLong` tells an option that begins with two hyphens. */
export const plainText = (text: string, isLong: (name: string) => boolean): string =>
	text
		.replace(
			BEFORE_WORD,
			(_, before: string, __, name: string) => `${before}${isLong(name) ? '--' : '-'}${name}`
		)
		.replace(new RegExp(ALL, 'gu'), plainSign);

/** The same for those at some places alone. */
export function plainAt(
	text: string,
	places: readonly number[],
	isLong: (name: string) => boolean
) {
	const pieces: string[] = [];
	let end = 0;
	for (const at of places) {
		const character = text.charAt(at);
		const [name = ''] = /^[A-Za-z][\w-]*/.exec(text.slice(at + 1, at + 40)) ?? [];
		pieces.push(text.slice(end, at));
		pieces.push(isDash(character) && isLong(name) ? '--' : plainSign(character));
		end = at + 1;
	}
	return [...pieces, text.slice(end)].join('');
}

/** Characters as a sentence names them: “ (U+201C); one that cannot be seen by its number alone. */
export function namesOf(characters: readonly string[]): string {
	const named = characters
		.slice(0, 6)
		.map((each) =>
			/\S/.test(plainSign(each)) ? `${each} (${codePointOf(each)})` : codePointOf(each)
		);
	const others = characters.length - named.length;
	return named.join(', ') + (others > 0 ? ` and ${others} more` : '');
}
