import { MISNAMED, PRIVATE, type FieldRule, type FieldRules, type FieldType } from './fields';
import type { Findings } from './findings';
import { childrenOf, kindOf, nodeName, valueOf, type Tree } from '../document/tree';

/** A field of a record, with its value. */
export interface ReadField {
	node: number;
	/** Null for an empty element, for null and for a container. */
	value: string | null;
}

/** W3C's profile of ISO 8601 with a zone: GeoReport v2, "Date/Time format". */
const DATE_TIME =
	/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(.*)$/;
const ZONE = /^(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Quotes a value in a finding; a long one is cut. */
const quoted = (value: string) => `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`;

/** Returns what is wrong with a date-time, as rule and words; null for nothing. */
function faultOfDateTime(value: string): [rule: string, words: string] | null {
	const zone = DATE_TIME.exec(value)?.[1];
	if (zone === undefined) {
		return ['date-time', 'is no date-time such as 2026-01-31T09:05:00-05:00.'];
	}
	if (ZONE.test(zone)) return null;
	return ['date-time-zone', 'has no time zone as the specification asks: Z, or ±hh:mm.'];
}

/** Returns what is wrong with a value for its type, as rule and words; null for nothing. */
function faultOf(type: FieldType, value: string): [rule: string, words: string] | null {
	if (typeof type !== 'string') {
		return type.includes(value) ? null : ['value', `should be one of ${type.join(', ')}.`];
	}
	switch (type) {
		case 'boolean':
			return ['true', 'false'].includes(value) ? null : ['value', 'should be true or false.'];
		case 'integer':
			return /^[1-9]\d*$/.test(value) ? null : ['value', 'should be a whole number from 1.'];
		case 'latitude':
		case 'longitude': {
			if (!NUMBER.test(value)) return ['number', 'is no number of decimal degrees.'];
			const limit = type === 'latitude' ? 90 : 180;
			return Math.abs(Number(value)) <= limit
				? null
				: ['range', `is not within ±${limit} degrees.`];
		}
		case 'dateTime':
			return faultOfDateTime(value);
		case 'url':
			return /^https?:\/\/\S+$/.test(value) ? null : ['url', 'is no absolute http or https URL.'];
		default:
			return null;
	}
}

/** The kinds of JSON value that a type may have. */
function jsonKindsOf(type: FieldType): readonly string[] {
	if (typeof type !== 'string') return ['string'];
	switch (type) {
		case 'boolean':
			return ['literal'];
		case 'integer':
		case 'latitude':
		case 'longitude':
			return ['number'];
		case 'code':
			return ['string', 'number'];
		default:
			return ['string'];
	}
}

const JSON_WORDS: Readonly<Record<string, string>> = {
	string: 'a text',
	number: 'a number',
	literal: 'true or false',
	object: 'an object',
	array: 'a list'
};

/** Checks the fields of records of one kind against the table of their fields. */
export class RecordCheck {
	readonly #rules: ReadonlyMap<string, FieldRule>;
	readonly #required: readonly string[];

	constructor(
		readonly tree: Tree,
		readonly findings: Findings,
		fields: FieldRules,
		readonly section: string
	) {
		this.#rules = new Map(Object.entries(fields));
		this.#required = Object.keys(fields).filter((name) => fields[name]?.required);
	}

	/** Checks one record and returns its known fields by name. */
	check(record: number): Map<string, ReadField> {
		const { tree, findings, section } = this;
		const read = new Map<string, ReadField>();
		for (const node of childrenOf(tree, record)) {
			const name = nodeName(tree, node);
			const kind = kindOf(tree, node);
			if (name === null || kind === 'attribute' || kind === 'instruction') continue;
			const rule = this.#rules.get(name);
			if (!rule) this.#checkUnknown(name, node);
			else if (read.has(name)) {
				findings.breaks(
					'repeated-field',
					name,
					section,
					node,
					() => `${name} stands twice in one record.`
				);
			} else read.set(name, { node, value: this.#checkField(name, rule, node) });
		}
		for (const name of this.#required) {
			const field = read.get(name);
			if (field && (field.value !== null || this.#rules.get(name)?.type === 'container')) continue;
			findings.breaks('missing-field', name, section, field?.node ?? record, () =>
				field ? `${name} has no value.` : `${name} is missing.`
			);
		}
		return read;
	}

	#checkUnknown(name: string, node: number) {
		const { findings, section } = this;
		const lower = name.toLowerCase();
		const meant = this.#rules.has(lower) ? lower : MISNAMED[lower];
		if (meant && this.#rules.has(meant)) {
			findings.breaks(
				'field-name',
				name,
				section,
				node,
				() => `${name} should be called ${meant}.`
			);
		} else if (PRIVATE.includes(lower)) {
			findings.breaks(
				'private-field',
				name,
				section,
				node,
				() => `${name} tells who reported; answers must not.`
			);
		} else findings.extends(name, section, node);
	}

	/** Checks a field and returns its value; null for none. */
	#checkField(name: string, { type, atMost }: FieldRule, node: number): string | null {
		if (type === 'container') return null;
		const { tree, findings, section } = this;
		const written = valueOf(tree, node);
		const kind = kindOf(tree, node);
		if (kind === 'literal' && written === 'null') return null;
		if (written === null) {
			findings.breaks(
				'type',
				name,
				section,
				node,
				() => `${name} holds other fields; it should be one value.`
			);
			return null;
		}
		const value = written.trim();
		if (tree.format === 'json' && !jsonKindsOf(type).includes(kind)) {
			if (value === '') return null;
			const wanted = JSON_WORDS[jsonKindsOf(type)[0] ?? ''];
			const isNumber = kind === 'number' && type === 'text';
			findings.breaks(
				isNumber ? 'number-for-text' : 'type',
				name,
				section,
				node,
				() => `${name} is ${JSON_WORDS[kind]}, ${quoted(value)}; it should be ${wanted}.`
			);
			return value;
		}
		if (value === '') return null;
		const fault = faultOf(type, value);
		if (fault)
			findings.breaks(fault[0], name, section, node, () => `${name} ${quoted(value)} ${fault[1]}`);
		if (atMost !== undefined && value.length > atMost) {
			findings.breaks(
				'length',
				name,
				section,
				node,
				() => `${name} has ${value.length} characters; ${atMost} are allowed.`
			);
		}
		return value;
	}
}
