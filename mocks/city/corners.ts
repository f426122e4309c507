// Corners: the streets in an address, and where two of them meet.
import { DIRECTIONS, LEADING_WORDS, STREET_TYPES } from './address-text';
import type { KnownPlace } from './known-place';

/** The parts of a folded street: `queen st w` is queen, st, w. Type and direction can be empty. */
type Street = { readonly name: string; readonly type: string; readonly direction: string };

/** Two streets that meet, in the order of their names, and the place where they meet. */
export type Corner = { readonly place: KnownPlace; readonly streets: readonly [Street, Street] };

function parseStreet(folded: string): Street {
	const words = folded.split(' ');
	const takeLast = (among: ReadonlySet<string>) =>
		words.length > 1 && among.has(words.at(-1) ?? '') ? (words.pop() ?? '') : '';
	while (words.length > 1 && LEADING_WORDS.has(words[0] ?? '')) words.shift();
	const direction = takeLast(DIRECTIONS);
	const type = takeLast(STREET_TYPES);
	return { name: words.join(' '), type, direction };
}

/** Parses the streets of a folded text. */
export function parseStreets(folded: string): Street[] {
	return folded
		.split('&')
		.map((street) => street.trim())
		.filter((street) => street !== '')
		.map(parseStreet);
}

/** Returns every pair of the streets, each pair in alphabetical order. */
export function streetPairs(streets: readonly Street[]): (readonly [Street, Street])[] {
	const sorted = streets.toSorted((a, b) => compare(a.name, b.name) || compare(a.type, b.type));
	return sorted.flatMap((a, i) => sorted.slice(i + 1).map((b) => [a, b] as const));
}

function compare(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}

/** Whether two streets can be the same; an empty type or direction matches any. */
function agree(a: Street, b: Street): boolean {
	const same = (x: string, y: string) => x === '' || y === '' || x === y;
	return same(a.type, b.type) && same(a.direction, b.direction);
}

/** Returns the places where streets of a folded text meet; undefined if no two of them meet. */
export function cornersOf(
	folded: string,
	corners: ReadonlyMap<string, readonly Corner[]>
): readonly KnownPlace[] | undefined {
	const found = streetPairs(parseStreets(folded)).flatMap(([a, b]) =>
		(corners.get(cornerKey(a, b)) ?? [])
			.filter(({ streets }) => agree(streets[0], a) && agree(streets[1], b))
			.map(({ place }) => place)
	);
	return found.length === 0 ? undefined : [...new Set(found)];
}

/** Returns the key of a corner in the index. */
export function cornerKey(a: Street, b: Street): string {
	return `${a.name}&${b.name}`;
}
