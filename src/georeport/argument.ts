// What the table of methods says of an argument.

/**
 * How a person enters an argument; on the wire every argument is text. `list` and `services` are
 * comma-separated, `choices` is one name sent several times.
 */
export type ArgumentKind =
	| 'text'
	| 'multiline'
	| 'number'
	| 'coordinate'
	| 'datetime'
	| 'list'
	| 'service'
	| 'services'
	| 'url'
	| 'email'
	| 'tel'
	| 'status'
	| 'choice'
	| 'choices';

/** One argument of a method. */
export interface Argument {
	/** The name on the wire, exactly as the specification prints it. */
	name: string;
	/** Where a request carries it: in the URL's path, in its query, or in the form-encoded body. */
	place: 'path' | 'query' | 'body';
	kind: ArgumentKind;
	/** By the specification; `help` states the condition of a conditional argument. */
	required: 'yes' | 'no' | 'conditional';
	/** One sentence for the person filling in the form. */
	help: string;
	/** A value that the mock-up accepts; empty for none. */
	example: string;
	/** Whether GeoReport v2 does not define it (its wiki's "Extensions", or the v2.1 draft). */
	extension: boolean;
	/** The longest text that the specification allows, in characters; null for no limit. */
	atMost: number | null;
}

type Options = Partial<Pick<Argument, 'kind' | 'required' | 'example' | 'extension' | 'atMost'>>;

const argument =
	(place: Argument['place']) =>
	(name: string, help: string, options: Options = {}): Argument => ({
		name,
		place,
		help,
		kind: 'text',
		required: 'no',
		example: '',
		extension: false,
		atMost: null,
		...options
	});

/** An argument in the path. */
export const path = argument('path');
/** An argument in the query. */
export const query = argument('query');
/** An argument in the form-encoded body. */
export const body = argument('body');

/** The jurisdiction_id of a GET or of a report. */
export const jurisdictionId = (place: typeof query) =>
	place('jurisdiction_id', 'The city you are asking; Toronto requires it on every call.', {
		required: 'conditional',
		example: 'toronto.ca'
	});

/** An argument in the query that GeoReport v2 does not define. */
export const extension = (name: string, help: string, options: Options) =>
	query(name, help, { ...options, extension: true });
