import { knownDeviationsOf } from '../conformance/known-deviations';
import type { Difference } from '../document/pairs';
import { METHODS } from '../georeport/methods';

/** The findings that are known deviations of Toronto in the answers to some method. */
const DEVIATIONS = new Set(
	METHODS.flatMap(({ name }) => knownDeviationsOf(name).map(({ finding }) => finding))
);

/** What XML and JSON do differently, by kind of difference. */
const FORMATS: Readonly<Record<string, string>> = {
	'outer-name': 'JSON drops the outer name',
	'kept-wrapper': 'This JSON keeps the outer name; the standard drops it',
	'record-name': 'A record has a name in XML, none in JSON',
	'array-of-one': 'A list of one: nothing shows it in XML, in JSON it is a list',
	'empty-list': 'An empty list: an empty element in XML, [] in JSON',
	'number id': 'Ids are numbers in this JSON; the standard has text',
	number: 'Numbers in JSON; in XML everything is text',
	boolean: 'true and false: text in XML, literals in JSON',
	null: 'No value: an empty element in XML, null in JSON',
	'left-out': 'No value: an empty element in XML, left out in JSON',
	order: 'The fields come in another order, which has no meaning',
	value: 'The values differ',
	'only-in-xml': 'Only in the XML',
	'only-in-json': 'Only in the JSON'
};

/** What two dialects do differently, by kind of difference. */
const DIALECTS: Readonly<Record<string, string>> = {
	wrapper: 'Toronto keeps the outer name around the list; the standard drops it',
	order: 'The fields come in another order, which has no meaning',
	number: 'A number in one, text in the other',
	'left-out': 'No value: null or empty in one, left out in the other',
	value: 'The values differ',
	missing: 'Only in one of the two',
	length: 'The list is longer in one of the two'
};

/**
 * What differences are counted as one by: their kind, with the ids that Toronto prints as numbers
 * apart from what is a number by the standard.
 */
export const groupKeyOf = ({ kind, field }: Difference, isFormats: boolean): string =>
	isFormats && kind === 'number' && DEVIATIONS.has(`number-for-text ${field}`) ? 'number id' : kind;

/** Says what differs, without the fields that differ so. */
export const differenceInWords = (key: string, isFormats: boolean): string =>
	(isFormats ? FORMATS : DIALECTS)[key] ?? key;
