// Labels for the tables of GeoReport v2.
import type { Provenance } from '../georeport/dialect';
import type { Argument, ArgumentKind } from '../georeport/argument';
import type { Level } from '../conformance/rules';

/** What an argument of each kind accepts. */
export const KINDS: Readonly<Record<ArgumentKind, string>> = {
	text: 'text',
	multiline: 'text of several lines',
	number: 'number',
	coordinate: 'decimal degrees',
	datetime: 'date-time',
	list: 'texts with commas between',
	service: 'service code',
	services: 'service codes with commas between',
	url: 'link',
	email: 'e-mail address',
	tel: 'telephone number',
	status: 'statuses with commas between',
	choice: 'one of a list',
	choices: 'several of a list'
};

/** Where an argument is sent. */
export const ARGUMENT_PLACES: Readonly<Record<Argument['place'], string>> = {
	path: 'in the path',
	query: 'in the query',
	body: 'in the form'
};

/** Whether an argument is required. */
export const NEEDS: Readonly<Record<Argument['required'], string>> = {
	yes: 'required',
	no: '',
	conditional: 'required under conditions'
};

/** The word that a mark shows. */
export const PROVENANCE_WORDS: Readonly<Record<Provenance, string>> = {
	seen: 'recorded',
	inferred: 'inferred',
	invented: 'invented'
};

/** What a mark means, in two or three words. */
export const MARKS_IN_SHORT: Readonly<Record<Provenance, string>> = {
	seen: 'Toronto answered so',
	inferred: 'follows from records',
	invented: 'ours'
};

/** What stands behind a mark. */
export const MARKS: Readonly<Record<Provenance, string>> = {
	seen: 'in answers of Toronto’s server that were kept, or in papers of the time',
	inferred: 'from such records; not recorded itself',
	invented: 'for this mock-up, because nothing is recorded'
};

/** The level of a rule of the conformance check. */
export const LEVELS: Readonly<Record<Level, string>> = {
	breaks: 'must be',
	advice: 'advice',
	extension: 'extension'
};

/** Returns a maximum length as text. */
export const atMostWords = (atMost: number) => `at most ${atMost.toLocaleString('en')} characters`;

const SPECIFICATION = 'https://wiki.open311.org/GeoReport_v2/';

/** Returns the link to a section of the specification by its heading. */
export const specificationOf = (section: string) =>
	section === 'Service Discovery'
		? 'https://wiki.open311.org/Service_Discovery/'
		: `${SPECIFICATION}#${section.toLowerCase().replaceAll(' ', '-')}`;
