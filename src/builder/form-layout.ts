// Which fields a method's form has, in the order people fill them in, and which are folded away.
import type { Argument } from '../georeport/argument';
import type { ApiMethod } from '../georeport/methods';

/** One row of the form. */
export type FormRow =
	| { kind: 'field'; argument: Argument }
	/** Nearly always right, so it takes a single line. */
	| { kind: 'jurisdiction'; argument: Argument }
	| { kind: 'dates'; start: Argument; end: Argument }
	| { kind: 'place'; lat: Argument; long: Argument; address: Argument }
	/** Where the questions of the chosen service stand. */
	| { kind: 'questions' };

/** The rows of a form. */
export interface FormLayout {
	rows: readonly FormRow[];
	/** The arguments that stand under "More arguments". */
	more: readonly Argument[];
}

/** What most reports do without: contact details, keys and numbers that few people have. */
const SELDOM = new Set([
	'api_key',
	'address_id',
	'first_name',
	'last_name',
	'email',
	'phone',
	'account_id',
	'device_id'
]);

/** What a search has last, in this order: ids override all else, so few searches have them. */
const LATER = ['dates', 'start_date', 'end_date', 'service_request_id'];

/** The names of a row with more than one argument, the first of which it stands for. */
const DATES = ['start_date', 'end_date'] as const;
const PLACE = ['lat', 'long', 'address_string'] as const;

/**
 * Returns the form of a method. What is `needed` is never folded away; what `isOne` denies, since it
 * is sent several times, has a plain field for each value.
 */
export function layoutOf(
	method: ApiMethod,
	needed: (name: string) => boolean,
	isOne: (name: string) => boolean
): FormLayout {
	const { arguments: all } = method;
	const isFolded = ({ name, extension }: Argument) =>
		(extension || SELDOM.has(name)) && !needed(name);
	const shown = all.filter((argument) => !isFolded(argument));
	const find = (name: string) => shown.find((argument) => argument.name === name && isOne(name));

	const [start, end] = DATES.map(find);
	const [lat, long, address] = PLACE.map(find);
	const joined = new Map<string, FormRow | null>();
	if (start && end) {
		joined.set(start.name, { kind: 'dates', start, end }).set(end.name, null);
	}
	if (lat && long && address) {
		joined.set(lat.name, { kind: 'place', lat, long, address });
		joined.set(long.name, null).set(address.name, null);
	}

	const rows = shown.flatMap((argument): FormRow[] => {
		const { name } = argument;
		const row = joined.get(name);
		if (row !== undefined) return row ? [row] : [];
		if (name === 'jurisdiction_id' && isOne(name)) return [{ kind: 'jurisdiction', argument }];
		return [{ kind: 'field', argument }];
	});
	if (method.name === 'submit') {
		const at = rows.findIndex(
			(row) => row.kind === 'field' && ['description', 'media_url'].includes(row.argument.name)
		);
		rows.splice(at < 0 ? rows.length : at, 0, { kind: 'questions' });
	}
	const rankOf = (row: FormRow) =>
		LATER.indexOf(row.kind === 'field' ? row.argument.name : row.kind);
	return {
		rows: method.name === 'requests' ? rows.toSorted((a, b) => rankOf(a) - rankOf(b)) : rows,
		more: all.filter(isFolded)
	};
}
