// Finds places by address, by id and by coordinates.
import { ADDRESSES, type Address } from '../data/addresses';
import { ALSO_AT, ALSO_CALLED, PLACES } from '../data/places';
import { firstPart, fold, mayLieIn, municipalityOf, withoutMunicipality } from './address-text';
import { metresBetween, type Coordinates } from './boundary';
import { cornerKey, cornersOf, parseStreets, streetPairs, type Corner } from './corners';
import type { KnownPlace } from './known-place';

/**
 * The result for an address text: one place, 2 to 6 to choose from, or none with 0 to 3
 * suggestions.
 */
export type Geocoded =
	| { readonly found: 'one'; readonly place: KnownPlace }
	| { readonly found: 'several'; readonly choices: readonly KnownPlace[] }
	| { readonly found: 'none'; readonly suggestions: readonly KnownPlace[] };

/**
 * Row n of the gazetteer, from 0, has the invented id 99000001 + n; no real id is in that range.
 */
const FIRST_INVENTED_ID = 99_000_001;
const LONGEST_TEXT = 250;
const MOST_CHOICES = 6;
const MOST_SUGGESTIONS = 3;
const LEAST_LIKENESS = 0.5;
/** A row and a real address of the same name are one corner if they are at most this far apart. */
const SAME_CORNER_METRES = 60;

/**
 * Finds the place that an address names. Case, punctuation, abbreviations and the order of streets
 * do not matter, nor do street types and directions where the corner is clear without them. A place
 * in another municipality than the one named is ruled out. Throws nothing; a text that names no
 * place gives `none`.
 */
export function findByAddress(text: string): Geocoded {
	if (text.length > LONGEST_TEXT) return { found: 'none', suggestions: [] };
	const { names, shortNames, corners } = index();
	const whole = fold(text);
	const bare = fold(withoutMunicipality(text));
	const named =
		names.get(whole) ?? names.get(bare) ?? cornersOf(bare, corners) ?? shortNames.get(bare) ?? [];
	const [place, ...others] = named.filter(({ address }) => mayLieIn(municipalityOf(text), address));
	if (!place) return { found: 'none', suggestions: placesLike(bare) };
	if (others.length === 0) return { found: 'one', place };
	return { found: 'several', choices: [place, ...others].slice(0, MOST_CHOICES) };
}

/** Returns the place with this `address_id` (digits only), real or invented; null for none. */
export function findById(addressId: string): KnownPlace | null {
	return index().byId.get(addressId) ?? null;
}

/**
 * Returns the place in the city that is nearest to a point, however far away; check yourself
 * whether the point is in the city. For a coordinate that is not a number the place is arbitrary.
 */
export function nearestPlace(point: Coordinates): KnownPlace {
	return index().inCity.reduce((best, place) =>
		metresBetween(place, point) < metresBetween(best, point) ? place : best
	);
}

type Index = {
	/** By folded full name. */
	readonly names: ReadonlyMap<string, readonly KnownPlace[]>;
	/**
	 * By a folded part of the name: what comes before a comma or brackets, or a bridge's other name.
	 */
	readonly shortNames: ReadonlyMap<string, readonly KnownPlace[]>;
	readonly corners: ReadonlyMap<string, readonly Corner[]>;
	readonly byId: ReadonlyMap<string, KnownPlace>;
	readonly inCity: readonly KnownPlace[];
};

let built: Index | undefined;

function index(): Index {
	return (built ??= buildIndex());
}

function buildIndex(): Index {
	const names = new Map<string, KnownPlace[]>();
	const shortNames = new Map<string, KnownPlace[]>();
	const corners = new Map<string, Corner[]>();
	const byId = new Map<string, KnownPlace>();
	const inCity = new Set<KnownPlace>();

	const addCorner = (folded: string, place: KnownPlace) => {
		for (const streets of streetPairs(parseStreets(folded))) {
			add(corners, cornerKey(...streets), { place, streets });
		}
	};

	for (const address of ADDRESSES) {
		const place = placeOfAddress(address);
		const first = fold(firstPart(address.address));
		add(names, fold(address.address), place);
		add(names, fold(withoutMunicipality(address.address)), place);
		add(shortNames, first, place);
		addCorner(first, place);
		if (place.address_id === null) continue;
		byId.set(place.address_id, place);
		inCity.add(place);
	}

	Object.values(PLACES)
		.flat()
		.forEach(([name, lat, long], position) => {
			const row: KnownPlace = {
				address: name.toUpperCase(),
				address_id: String(FIRST_INVENTED_ID + position),
				lat,
				long,
				invented: true
			};
			byId.set(String(FIRST_INVENTED_ID + position), row);
			const short = fold(firstPart(name));
			const isCorner = short.includes('&');
			// One corner, one id: where the City's own is known, it stands for the row.
			const place = cornersOf(short, corners)?.find((other) => isSameCorner(other, row)) ?? row;
			inCity.add(place);
			add(names, fold(name), place);
			const alsoCalled = ALSO_CALLED[name];
			if (alsoCalled) add(names, fold(alsoCalled), place);
			if (isCorner) {
				addCorner(`${short}&${fold(ALSO_AT[name] ?? '')}`, place);
			} else {
				add(shortNames, short, place);
				const otherName = /\(([^,]* (?:Bridge|Viaduct))\)$/.exec(name)?.[1];
				if (otherName) add(shortNames, fold(otherName), place);
			}
		});

	return { names, shortNames, corners, byId, inCity: [...inCity] };
}

function placeOfAddress({ address, address_id, lat, long }: Address): KnownPlace {
	return { address, address_id, lat, long, invented: false };
}

function isSameCorner(real: KnownPlace, row: KnownPlace): boolean {
	return !real.invented && metresBetween(real, row) <= SAME_CORNER_METRES;
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
	const values = map.get(key);
	if (!values) map.set(key, [value]);
	else if (!values.includes(value)) values.push(value);
}

/** The letter pairs of every place in the city, made for the first text that needs suggestions. */
let lettersOfPlaces: readonly (readonly [KnownPlace, ReadonlySet<string>])[] | undefined;

/** Returns the places whose names are most like the folded text, best first. */
function placesLike(folded: string): KnownPlace[] {
	const wanted = letterPairs(folded);
	lettersOfPlaces ??= index().inCity.map((place) => [
		place,
		letterPairs(fold(firstPart(place.address)))
	]);
	return lettersOfPlaces
		.map(([place, letters]) => ({ place, likeness: likeness(wanted, letters) }))
		.filter((one) => one.likeness >= LEAST_LIKENESS)
		.sort((a, b) => b.likeness - a.likeness)
		.slice(0, MOST_SUGGESTIONS)
		.map((one) => one.place);
}

/** Returns the pairs of adjacent letters; street types, directions and the order do not count. */
function letterPairs(folded: string): Set<string> {
	const words = parseStreets(folded).flatMap((street) => street.name.split(' '));
	return new Set(
		words.flatMap((word) => {
			const letters = [' ', ...word, ' '];
			return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
		})
	);
}

/** Dice's coefficient: 1 for equal sets, 0 for sets with nothing in common. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	const common = [...a].filter((pair) => b.has(pair)).length;
	return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}
