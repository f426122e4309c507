import { metresBetween, type Point } from './boundary';
import { ADDRESSES, type Address } from '../data/addresses';
import { ALSO_AT, ALSO_CALLED, PLACES } from '../data/places';

/**
 * A place the mock city knows, its address in the City's style of 2012 (upper case, corners
 * `A ST & B AVE`), coordinates in WGS84 degrees. `invented` says that `address_id` is not the City's
 * number but one of the reserved range; it is null only for places outside the city.
 */
export type Place = {
	readonly address: string;
	readonly address_id: string | null;
	readonly lat: number;
	readonly long: number;
	readonly invented: boolean;
};

/** What an address text stands for: one place, 2 to 6 to choose from, or none and 0 to 3 like it. */
export type Geocoded =
	| { readonly found: 'one'; readonly place: Place }
	| { readonly found: 'several'; readonly choices: readonly Place[] }
	| { readonly found: 'none'; readonly suggestions: readonly Place[] };

/** Row n of the gazetteer, from 0, has the invented id 99000001 + n: clear of every real one. */
const FIRST_INVENTED_ID = 99_000_001;
const LONGEST_TEXT = 250;
const MOST_CHOICES = 6;
const MOST_SUGGESTIONS = 3;
const LEAST_LIKENESS = 0.5;
/** A row and a real address of the same name at most this far apart are one corner. */
const SAME_CORNER_METRES = 60;

/**
 * Finds the place an address text names, whatever its case, punctuation, abbreviations, order of
 * streets; a municipality that contradicts the City's own address rules a place out. A corner is found without street types and directions too, if
 * they are not needed to tell it apart. Never throws; any text that names nothing is `none`.
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

/** The place with this `address_id`, real or invented, as the City writes it (digits only). */
export function findById(addressId: string): Place | null {
	return index().byId.get(addressId) ?? null;
}

/**
 * The place in the city nearest to a point, however far it is; the caller judges whether the point
 * is in the city at all. A point with a coordinate that is not a number gets an arbitrary place.
 */
export function nearestPlace(point: Point): Place {
	return index().inCity.reduce((best, place) =>
		metresBetween(place, point) < metresBetween(best, point) ? place : best
	);
}

// --- words -------------------------------------------------------------------------------------

/** The one spelling of each word that has several, the City's where it has one. */
const SPELLINGS = new Map(
	Object.entries({
		'&': 'and at',
		st: 'street str saint',
		ave: 'avenue av',
		rd: 'road',
		blvd: 'boulevard boul',
		dr: 'drive',
		cres: 'crescent cr',
		sq: 'square',
		pkwy: 'parkway pky',
		expy: 'expressway express expwy',
		highway: 'hwy',
		crt: 'court ct',
		crcl: 'circle cir',
		trl: 'trail',
		pl: 'place',
		hts: 'heights',
		lane: 'ln',
		gt: 'gate',
		w: 'west',
		e: 'east',
		n: 'north',
		s: 'south',
		mount: 'mt',
		centre: 'center',
		'lake shore': 'lakeshore'
	}).flatMap(([spelling, others]) => others.split(' ').map((other) => [other, spelling] as const))
);

const STREET_TYPES = new Set(
	'st ave rd blvd dr cres sq pkwy expy crt crcl trl pl hts lane gt line way'.split(' ')
);
const DIRECTIONS = new Set(['w', 'e', 'n', 's']);
/** Words before a street's name that people leave out: The Queensway, Lower Jarvis, Highway 401. */
const LEADING_WORDS = new Set(['the', 'lower', 'highway']);

/** A part of an address, folded, that only says in which city it is; the empty part too. */
const MUNICIPALITY =
	/^(former )?(toronto|n york|scarborough|etobicoke|york|e york)?( ?(ontario|on))?( ?[a-z]\d[a-z] ?\d[a-z]\d)?( ?canada)?$/;

/** The words of a text in one spelling, single spaces between them; `&` stands between streets. */
function fold(text: string): string {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[\p{M}'’‘`]/gu, '')
		.replace(/(\p{L}{2})\./gu, '$1 ')
		.replaceAll('.', '')
		.replace(/[&/@]/g, ' & ')
		.replace(/[^\p{L}\p{N}&]+/gu, ' ')
		.trim()
		.split(' ')
		.map((word) => SPELLINGS.get(word) ?? word)
		.join(' ')
		.replace(/^the /, '');
}

/** The former municipality an address names, folded; null for none, or just the city's name. */
function municipalityOf(text: string): string | null {
	const parts = text.split(',').slice(1).map(fold);
	return (
		parts.find((part) =>
			/^(former toronto|n york|scarborough|etobicoke|york|e york)$/.test(part)
		) ?? null
	);
}

/** Whether an address may lie in a municipality: in City style that tells twin streets apart. */
function mayLieIn(municipality: string | null, address: string): boolean {
	const own = municipalityOf(address);
	return municipality === null || own === null || own === municipality;
}

function withoutMunicipality(text: string): string {
	const [first = '', ...rest] = text.split(',');
	return [first, ...rest.filter((part) => !MUNICIPALITY.test(fold(part)))].join(',');
}

/** What comes before brackets or a comma. */
function firstPart(name: string): string {
	return name.replace(/[(,].*$/, '');
}

// --- corners -----------------------------------------------------------------------------------

/** A folded street in parts: `queen st w` is queen, st, w; type and direction may be empty. */
type Street = { readonly name: string; readonly type: string; readonly direction: string };

/** Two streets that meet, in the order of their names, and the place where they do. */
type Corner = { readonly place: Place; readonly streets: readonly [Street, Street] };

function parseStreet(folded: string): Street {
	const words = folded.split(' ');
	const takeLast = (among: ReadonlySet<string>) =>
		words.length > 1 && among.has(words.at(-1) ?? '') ? (words.pop() ?? '') : '';
	while (words.length > 1 && LEADING_WORDS.has(words[0] ?? '')) words.shift();
	const direction = takeLast(DIRECTIONS);
	const type = takeLast(STREET_TYPES);
	return { name: words.join(' '), type, direction };
}

function parseStreets(folded: string): Street[] {
	return folded
		.split('&')
		.map((street) => street.trim())
		.filter((street) => street !== '')
		.map(parseStreet);
}

/** Every two of the streets, each pair in one order whatever theirs. */
function pairs(streets: readonly Street[]): (readonly [Street, Street])[] {
	const sorted = streets.toSorted((a, b) => compare(a.name, b.name) || compare(a.type, b.type));
	return sorted.flatMap((a, i) => sorted.slice(i + 1).map((b) => [a, b] as const));
}

function compare(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}

/** The same street as far as both texts say. */
function agree(a: Street, b: Street): boolean {
	const same = (x: string, y: string) => x === '' || y === '' || x === y;
	return same(a.type, b.type) && same(a.direction, b.direction);
}

/** The places where streets of the text meet, or undefined if no two of them do. */
function cornersOf(
	folded: string,
	corners: ReadonlyMap<string, readonly Corner[]>
): readonly Place[] | undefined {
	const found = pairs(parseStreets(folded)).flatMap(([a, b]) =>
		(corners.get(cornerKey(a, b)) ?? [])
			.filter(({ streets }) => agree(streets[0], a) && agree(streets[1], b))
			.map(({ place }) => place)
	);
	return found.length === 0 ? undefined : [...new Set(found)];
}

function cornerKey(a: Street, b: Street): string {
	return `${a.name}&${b.name}`;
}

// --- index -------------------------------------------------------------------------------------

type Index = {
	/** By folded full name. */
	readonly names: ReadonlyMap<string, readonly Place[]>;
	/** By folded part of a name: what comes before a comma or brackets, or a bridge's other name. */
	readonly shortNames: ReadonlyMap<string, readonly Place[]>;
	readonly corners: ReadonlyMap<string, readonly Corner[]>;
	readonly byId: ReadonlyMap<string, Place>;
	readonly inCity: readonly Place[];
};

let built: Index | undefined;

function index(): Index {
	return (built ??= buildIndex());
}

function buildIndex(): Index {
	const names = new Map<string, Place[]>();
	const shortNames = new Map<string, Place[]>();
	const corners = new Map<string, Corner[]>();
	const byId = new Map<string, Place>();
	const inCity = new Set<Place>();

	const addCorner = (folded: string, place: Place) => {
		for (const streets of pairs(parseStreets(folded))) {
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
			const row: Place = {
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

function placeOfAddress({ address, address_id, lat, long }: Address): Place {
	return { address, address_id, lat, long, invented: false };
}

function isSameCorner(real: Place, row: Place): boolean {
	return !real.invented && metresBetween(real, row) <= SAME_CORNER_METRES;
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
	const values = map.get(key);
	if (!values) map.set(key, [value]);
	else if (!values.includes(value)) values.push(value);
}

// --- suggestions -------------------------------------------------------------------------------

/** The letter pairs of every place in the city, made once, for the first text that names none. */
let lettersOfPlaces: readonly (readonly [Place, ReadonlySet<string>])[] | undefined;

/** The places of the city whose names look most like the folded text, best first. */
function placesLike(folded: string): Place[] {
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

/** The letters of each word, two by two; street types, directions and the order do not count. */
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
