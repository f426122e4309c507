// The words of an address, in one spelling whatever people type.

/** One spelling for each word that has several: the City's, if it has one. */
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

/** Street types, folded. */
export const STREET_TYPES = new Set(
	'st ave rd blvd dr cres sq pkwy expy crt crcl trl pl hts lane gt line way'.split(' ')
);
/** Directions, folded. */
export const DIRECTIONS = new Set(['w', 'e', 'n', 's']);
/** Words before a street name that people leave out: The Queensway, Lower Jarvis, Highway 401. */
export const LEADING_WORDS = new Set(['the', 'lower', 'highway']);

/** A folded part of an address that only names the city, or is empty. */
const MUNICIPALITY =
	/^(former )?(toronto|n york|scarborough|etobicoke|york|e york)?( ?(ontario|on))?( ?[a-z]\d[a-z] ?\d[a-z]\d)?( ?canada)?$/;

/**
 * Returns the words of a text in one spelling, separated by single spaces; `&` separates streets.
 */
export function fold(text: string): string {
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

/** Returns the former municipality that an address names, folded; null for none. */
export function municipalityOf(text: string): string | null {
	const parts = text.split(',').slice(1).map(fold);
	return (
		parts.find((part) =>
			/^(former toronto|n york|scarborough|etobicoke|york|e york)$/.test(part)
		) ?? null
	);
}

/** Whether an address can lie in a municipality. Streets of the same name are told apart by it. */
export function mayLieIn(municipality: string | null, address: string): boolean {
	const own = municipalityOf(address);
	return municipality === null || own === null || own === municipality;
}

/** Returns an address without the parts that only name the city. */
export function withoutMunicipality(text: string): string {
	const [first = '', ...rest] = text.split(',');
	return [first, ...rest.filter((part) => !MUNICIPALITY.test(fold(part)))].join(',');
}

/** Returns what comes before brackets or a comma. */
export function firstPart(name: string): string {
	return name.replace(/[(,].*$/, '');
}
