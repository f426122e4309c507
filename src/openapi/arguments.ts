// The arguments of the methods in OpenAPI: parameters, and the fields of a form.
import type { Argument } from '../georeport/argument.ts';
import { methodOf, type ApiMethod } from '../georeport/methods.ts';
import { ref, type JsonObject } from './schemas.ts';

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

/** Converts an example, which is text in the table of methods, to the type of its argument. */
function exampleOf(argument: Argument, { type }: JsonObject) {
	if (type === 'array') return argument.example.split(',');
	return type === 'number' || type === 'integer' ? Number(argument.example) : argument.example;
}

function schemaOf(argument: Argument): JsonObject {
	const type = typeOf(argument);
	return {
		...type,
		...(argument.atMost === null ? {} : { maxLength: argument.atMost }),
		...(argument.example === '' ? {} : { examples: [exampleOf(argument, type)] })
	};
}

const CONDITION = 'Required under conditions:';

const describe = ({ help, required }: Argument) =>
	required === 'conditional' ? `${CONDITION} ${help[0]?.toLowerCase()}${help.slice(1)}` : help;

const mark = ({ extension }: Argument): JsonObject =>
	extension ? { 'x-open311-extension': true } : {};

function parameter(argument: Argument): JsonObject {
	const isList = typeOf(argument).type === 'array';
	return {
		name: argument.name,
		in: argument.place,
		required: argument.place === 'path' || argument.required === 'yes',
		description: describe(argument),
		...(isList ? { style: 'form', explode: false } : {}),
		schema: schemaOf(argument),
		...mark(argument)
	};
}

/** Returns the parameters of a method in the path and in the query, the format first. */
export const parametersOf = (method: ApiMethod): JsonObject[] => [
	ref('parameters', 'format'),
	...method.arguments.filter(({ place }) => place !== 'body').map(parameter)
];

/** Every spelling of `attribute[CODE]` that clients send ("POST Service Request"). */
const ATTRIBUTE = '^attribute\\[[^\\]]+\\](\\[\\d*\\])?$';

/** The answers to the questions of a service, which have one name for all codes. */
export const ANSWERS_TO_QUESTIONS = {
	name: 'attribute[CODE]',
	help: 'The answer to the question CODE of GET Service Definition; for a multivaluelist attribute[CODE][], repeated.'
};

/** Returns the form of "POST Service Request", with the answers to the questions of a service. */
export function reportForm(): JsonObject {
	const fields = methodOf('submit').arguments.filter(({ place }) => place === 'body');
	return {
		type: 'object',
		required: fields.filter(({ required }) => required === 'yes').map(({ name }) => name),
		anyOf: [
			{ required: ['lat', 'long'] },
			{ required: ['address_string'] },
			{ required: ['address_id'] }
		],
		properties: Object.fromEntries(
			fields.map((field) => [
				field.name,
				{ ...schemaOf(field), description: describe(field), ...mark(field) }
			])
		),
		patternProperties: {
			[ATTRIBUTE]: {
				description: ANSWERS_TO_QUESTIONS.help,
				anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }]
			}
		}
	};
}
