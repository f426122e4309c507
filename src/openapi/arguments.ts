// The arguments of the methods in OpenAPI: parameters, and the fields of a form.
import type { Argument } from '../georeport/argument.ts';
import { methodOf, type ApiMethod } from '../georeport/methods.ts';
import { ANSWER_FIELD, exampleOf } from './examples.ts';
import { ref, type Json, type JsonObject } from './schemas.ts';

const commaList = (items: JsonObject): JsonObject => ({ type: 'array', items });

const COUNTS: Readonly<Record<string, JsonObject>> = {
	page: { type: 'integer', minimum: 1 },
	page_size: { type: 'integer', minimum: 1, maximum: 1000 }
};

/** Returns the type of an argument's value, even though every value is text on the wire. */
function typeOf({ kind, name }: Argument): JsonObject {
	switch (kind) {
		case 'coordinate':
			return { type: 'number', format: 'double' };
		case 'number':
			return COUNTS[name] ?? { type: 'number', minimum: 0 };
		case 'datetime':
			return { type: 'string', format: 'date-time' };
		case 'list':
		case 'services':
		case 'choices':
			return commaList({ type: 'string' });
		case 'status':
			return commaList({ type: 'string', enum: ['open', 'closed'] });
		case 'url':
			return { type: 'string', format: 'uri' };
		case 'email':
			return { type: 'string', format: 'email' };
		case 'text':
		case 'multiline':
		case 'service':
		case 'choice':
		case 'tel':
			return { type: 'string' };
		default:
			return kind satisfies never;
	}
}

/** Converts a text, which is all that the table of methods has, to a value of a type. */
function valueOf(text: string, { type }: JsonObject): Json {
	if (type === 'array') return text.split(',');
	return type === 'number' || type === 'integer' ? Number(text) : text;
}

const schemaOf = (argument: Argument): JsonObject => ({
	...typeOf(argument),
	...(argument.atMost === null ? {} : { maxLength: argument.atMost })
});

const CONDITION = 'Required under conditions:';

const describe = ({ help, required }: Argument) =>
	required === 'conditional' ? `${CONDITION} ${help[0]?.toLowerCase()}${help.slice(1)}` : help;

const mark = ({ extension }: Argument): JsonObject =>
	extension ? { 'x-open311-extension': true } : {};

function parameter(method: ApiMethod, argument: Argument): JsonObject {
	const schema = schemaOf(argument);
	const example = valueOf(exampleOf(method, argument), schema);
	const isList = schema.type === 'array';
	return {
		name: argument.name,
		in: argument.place,
		required: argument.place === 'path' || argument.required === 'yes',
		description: describe(argument),
		...(isList ? { style: 'form', explode: false } : {}),
		schema: { ...schema, examples: [example] },
		example,
		...mark(argument)
	};
}

/** Returns the parameters of a method in the path and in the query, the format first. */
export const parametersOf = (method: ApiMethod): JsonObject[] => [
	ref('parameters', 'format'),
	...method.arguments
		.filter(({ place }) => place !== 'body')
		.map((argument) => parameter(method, argument))
];

/** Every spelling of `attribute[CODE]` that clients send ("POST Service Request"). */
const ATTRIBUTE = '^attribute\\[[^\\]]+\\](\\[\\d*\\])?$';

/** The answers to the questions of a service, which have one name for all codes. */
export const ANSWERS_TO_QUESTIONS = {
	name: ANSWER_FIELD,
	help: 'The answer to the question CODE of GET Service Definition; for a multivaluelist attribute[CODE][], repeated.'
};

const answer: JsonObject = {
	description: ANSWERS_TO_QUESTIONS.help,
	anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }]
};

/** The ways to say where it is, of which a report needs one. */
const PLACES = {
	ReportByCoordinates: ['lat', 'long'],
	ReportByAddress: ['address_string'],
	ReportByAddressId: ['address_id']
} as const;

/**
 * Returns the schemas of the form of "POST Service Request", with the answers to the questions of a
 * service. Each way to say where it is names all the fields, because tools read the first alone.
 */
export function reportSchemas(): Readonly<Record<string, JsonObject>> {
	const submit = methodOf('submit');
	const fields = submit.arguments.filter(({ place }) => place === 'body');
	const required = fields.filter(({ required }) => required === 'yes').map(({ name }) => name);
	const properties = Object.fromEntries(
		fields.map((field) => [
			field.name,
			{ ...schemaOf(field), description: describe(field), ...mark(field) }
		])
	);
	const example = Object.fromEntries(
		fields.map((field) => [field.name, valueOf(exampleOf(submit, field), schemaOf(field))])
	);
	const [byCoordinates, ...others] = Object.keys(PLACES).map((name) => ref('schemas', name));
	return {
		ReportFields: {
			type: 'object',
			properties: { ...properties, [ANSWER_FIELD]: answer },
			example: {
				...example,
				[ANSWER_FIELD]: exampleOf(submit, { name: ANSWER_FIELD, example: '' })
			}
		},
		...Object.fromEntries(
			Object.entries(PLACES).map(([name, place]) => [
				name,
				{ allOf: [ref('schemas', 'ReportFields'), { required: [...required, ...place] }] }
			])
		),
		Report: { anyOf: [byCoordinates ?? {}, ...others], patternProperties: { [ATTRIBUTE]: answer } }
	};
}
