// What each method answers, field by field, for people to read: drawn from the schemas of the
// OpenAPI description, so that the two cannot disagree.
import type { MethodName } from '../georeport/methods';
import { ANSWERS, SCHEMAS, type Json, type JsonObject } from './schemas';

/** One field of an answer. */
export interface AnswerField {
	/** The name on the wire, in XML and in JSON. */
	name: string;
	/** What it holds, in words. */
	type: string;
	/** Whether an answer without a value in it is of no use. */
	required: boolean;
	/** A sentence on what it means. */
	help: string;
	/** The longest text, in characters; null for no limit. */
	atMost: number | null;
	/** What each item of it holds, where those have fields of their own. */
	items: AnswerRecord | null;
}

/** Something with fields: a record of an answer, or the whole of it. */
export interface AnswerRecord {
	/** The element it is in XML; JSON has no name for it. */
	element: string;
	/** The element around it where there may be several, in JSON a list; null where it stands alone. */
	list: string | null;
	fields: readonly AnswerField[];
}

const isObject = (json: Json | undefined): json is JsonObject =>
	typeof json === 'object' && json !== null && !Array.isArray(json);

const objectAt = (parent: JsonObject, key: string): JsonObject => {
	const child = parent[key];
	return isObject(child) ? child : {};
};

const textAt = (parent: JsonObject, key: string): string => {
	const child = parent[key];
	return typeof child === 'string' ? child : '';
};

const textsAt = (parent: JsonObject, key: string): string[] =>
	[parent[key] ?? []].flat().filter((item) => typeof item === 'string');

/** The schema a reference leads to; any other is itself. */
function resolved(schema: JsonObject): JsonObject {
	const name = /[^/]+$/.exec(textAt(schema, '$ref'))?.[0];
	return name ? objectAt(SCHEMAS, name) : schema;
}

function typeWords(schema: JsonObject): string {
	const types = textsAt(schema, 'type');
	const [last, ...others] = textsAt(schema, 'enum').reverse();
	if (last) return `${others.reverse().join(', ')} or ${last}`;
	if (types.includes('array')) {
		const items = resolved(objectAt(schema, 'items'));
		return textAt(items, 'type') === 'object' ? 'list' : `list of ${typeWords(items)}`;
	}
	if (types.includes('boolean')) return 'true or false';
	if (types.includes('number')) return 'decimal degrees';
	if (types.includes('integer') && !types.includes('string')) return 'whole number from 1';
	const formats: Record<string, string> = { 'date-time': 'date-time', uri: 'link' };
	return formats[textAt(schema, 'format')] ?? 'text';
}

function fieldOf(name: string, schema: JsonObject, required: boolean): AnswerField {
	const { maxLength } = schema;
	return {
		name,
		type: typeWords(schema),
		required,
		help: textAt(schema, 'description'),
		atMost: typeof maxLength === 'number' ? maxLength : null,
		items: textAt(schema, 'type') === 'array' ? itemsOf(schema) : null
	};
}

function recordOf(schema: JsonObject, list: string | null): AnswerRecord {
	const required = textsAt(schema, 'required');
	const properties = Object.entries(objectAt(schema, 'properties'));
	return {
		element: textAt(objectAt(schema, 'xml'), 'name'),
		list,
		fields: properties.flatMap(([name, property]) =>
			isObject(property) ? fieldOf(name, property, required.includes(name)) : []
		)
	};
}

/** The records of a list; null where its items are plain values. */
function itemsOf(list: JsonObject): AnswerRecord | null {
	const items = resolved(objectAt(list, 'items'));
	const isRecord = textAt(items, 'type') === 'object';
	return isRecord ? recordOf(items, textAt(objectAt(list, 'xml'), 'name')) : null;
}

/** What a method answers when all went well. Its fields stand in the specification's order. */
export function answerOf(name: MethodName): AnswerRecord {
	const schema = objectAt(SCHEMAS, ANSWERS[name]);
	return itemsOf(schema) ?? recordOf(schema, null);
}

/** "Errors": what every method answers when it refuses. */
export function errorsAnswer(): AnswerRecord {
	return itemsOf(objectAt(SCHEMAS, 'Errors')) ?? recordOf({}, null);
}
