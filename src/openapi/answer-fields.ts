// The fields of each method's answer, for the reference. They are made from the schemas of the
// OpenAPI description, so that the two cannot disagree.
import type { MethodName } from '../georeport/methods';
import { ANSWERS, SCHEMAS, type Json, type JsonObject } from './schemas';

/** One field of an answer. */
interface AnswerField {
	/** The name on the wire, in XML and in JSON. */
	name: string;
	/** What it holds, in words. */
	type: string;
	/** Whether an answer must have a value in it. */
	required: boolean;
	/** What it means, in a sentence. */
	help: string;
	/** The longest text, in characters; null for no limit. */
	atMost: number | null;
	/** The fields of each of its items; null if they have none. */
	items: AnswerRecord | null;
}

/** A record of an answer, or an answer that is a single object. */
export interface AnswerRecord {
	/** Its element in XML; it has no name in JSON. */
	element: string;
	/** The list around it, an element in XML and an array in JSON; null for a single object. */
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

/** Resolves a schema that is a reference; returns any other as it is. */
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

/** Returns the records of a list; null if its items are plain values. */
function itemsOf(list: JsonObject): AnswerRecord | null {
	const items = resolved(objectAt(list, 'items'));
	const isRecord = textAt(items, 'type') === 'object';
	return isRecord ? recordOf(items, textAt(objectAt(list, 'xml'), 'name')) : null;
}

/** Returns what a method answers with status 200, its fields in the specification's order. */
export function answerFieldsOf(name: MethodName): AnswerRecord {
	const schema = objectAt(SCHEMAS, ANSWERS[name]);
	return itemsOf(schema) ?? recordOf(schema, null);
}

/** Returns what every method answers when it refuses a request ("Errors"). */
export function errorsAnswer(): AnswerRecord {
	return itemsOf(objectAt(SCHEMAS, 'Errors')) ?? recordOf({}, null);
}
