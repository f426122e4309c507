// The names that an author of lessons may write: arguments, fields and headers.
import * as fields from '../../conformance/fields';
import { METHODS } from '../../georeport/methods';
import type { Names } from './shape';

/** The answers to a service definition's questions, as POST Service Request sends them. */
const ATTRIBUTE = '^attribute\\[[^\\[\\]]+\\](\\[\\d*\\])?$';

/** The arguments of each method. */
export const ARGUMENTS: Readonly<Record<string, Names>> = Object.fromEntries(
	METHODS.map((method) => [
		method.name,
		{
			called: `an argument of ${method.title}`,
			known: method.arguments.map((argument) => argument.name),
			...(method.name === 'submit' ? { pattern: ATTRIBUTE } : {})
		}
	])
);

/** The arguments of all methods. */
export const ANY_ARGUMENT: Names = {
	called: 'an argument of GeoReport v2',
	known: [...new Set(Object.values(ARGUMENTS).flatMap(({ known }) => known))],
	pattern: ATTRIBUTE
};

const named = (...tables: readonly fields.FieldRules[]) => [
	...new Set(tables.flatMap((table) => Object.keys(table)))
];

/** Fields of the records that claims are about. */
export const RECORD_FIELDS: Names = {
	called: 'a field of an answer',
	known: named(
		fields.SERVICE_REQUEST,
		fields.SUBMITTED,
		fields.RESOLVED,
		fields.SERVICE,
		fields.ATTRIBUTE,
		fields.ERROR,
		fields.ENDPOINT
	)
};

/** All fields that an answer can show. */
export const SHOWN_FIELDS: Names = {
	called: RECORD_FIELDS.called,
	known: [
		...new Set([
			...RECORD_FIELDS.known,
			...named(fields.VALUE, fields.DEFINITION, fields.DISCOVERY)
		])
	]
};

/** The name of a header. */
const HEADER = '^[A-Za-z][A-Za-z0-9-]*$';

/** Headers of a request. */
export const REQUEST_HEADERS: Names = { called: 'a header', known: ['Prefer'], pattern: HEADER };

/** Headers of an answer. */
export const ANSWER_HEADERS: Names = {
	called: 'a header',
	known: ['Retry-After'],
	pattern: HEADER
};
