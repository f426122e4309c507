import { MISNAMED, PRIVATE, type FieldRule, type FieldRules } from './fields';
import type { Findings } from './findings';
import { charactersOf, faultOf, htmlIn, jsonKindsOf } from './values';
import { isMixed, ownEntityIn, textOf, trimmed } from '../document/text';
import { childrenOf, kindOf, nodeName, valueOf, type Tree } from '../document/tree';
import { oddCharacters } from '../georeport/odd-characters';
import { spellUnseen } from '../georeport/unseen-characters';

/** A field of a record, with its value. */
export interface ReadField {
	node: number;
	/** Null for an empty element, for null and for a container. */
	value: string | null;
}

/** Quotes a value in a finding, its unseen characters by number; a long one is cut. */
export const quoted = (value: string) =>
	`“${spellUnseen(value.length > 60 ? `${value.slice(0, 60)}…` : value)}”`;

const JSON_WORDS: Readonly<Record<string, string>> = {
	string: 'a text',
	number: 'a number',
	literal: 'true or false',
	object: 'an object',
	array: 'a list'
};

/** A name as it is compared with others: `serviceRequestId` is meant for `service_request_id`. */
const plainName = (name: string) => name.toLowerCase().replace(/[_\-.\s]/g, '');

const MEANT: ReadonlyMap<string, string> = new Map(
	Object.entries(MISNAMED).map(([name, meant]) => [plainName(name), meant])
);

/** A record to check: its tree, its fields, and how it is told of. */
export interface RecordKind {
	fields: FieldRules;
	section: string;
	/** Whether it may not tell who reported. */
	isPublic?: boolean;
}

/** Checks the fields of records of one kind against the table of their fields. */
export class RecordCheck {
	readonly #rules: ReadonlyMap<string, FieldRule>;
	readonly #byPlainName: ReadonlyMap<string, string>;
	readonly #section: string;
	readonly #isPublic: boolean;

	constructor(
		readonly tree: Tree,
		readonly findings: Findings,
		{ fields, section, isPublic = false }: RecordKind
	) {
		const names = Object.keys(fields);
		this.#rules = new Map(Object.entries(fields));
		this.#byPlainName = new Map(names.map((name) => [plainName(name), name]));
		this.#section = section;
		this.#isPublic = isPublic;
	}

	/** The fields that the record checked last has under another name, with that name. */
	misnamed: ReadonlyMap<string, string> = new Map();

	/** Checks one record and returns its known fields by name. */
	check(record: number): Map<string, ReadField> {
		const { tree, findings } = this;
		const read = new Map<string, ReadField>();
		const unknown: [name: string, node: number][] = [];
		for (const node of childrenOf(tree, record)) {
			const name = nodeName(tree, node);
			const kind = kindOf(tree, node);
			if ((kind === 'text' || kind === 'cdata') && (valueOf(tree, node) ?? '').trim() !== '') {
				const words = () => 'Text stands between the fields of a record; it holds fields alone.';
				findings.add('stray-text', '', this.#section, node, words);
			}
			if (name === null || kind === 'attribute' || kind === 'instruction') continue;
			const rule = this.#rules.get(name);
			if (!rule) unknown.push([name, node]);
			else if (read.has(name)) {
				const words = () => `${name} stands twice in one record; a field stands once.`;
				findings.add('repeated-field', name, this.#section, node, words);
			} else read.set(name, { node, value: this.#checkField(name, rule, node) });
		}
		const misnamed = new Map<string, string>();
		for (const [name, node] of unknown) {
			const meant = this.#checkUnknown(name, node, read);
			if (meant !== null) misnamed.set(meant, name);
		}
		this.misnamed = misnamed;
		this.#checkRequired(record, read, misnamed);
		if (this.#isPublic) this.#checkPrivate(record);
		return read;
	}

	/** What is required and missing; a field under another name has its finding already. */
	#checkRequired(
		record: number,
		read: ReadonlyMap<string, ReadField>,
		misnamed: ReadonlyMap<string, string>
	) {
		for (const [name, { required, type }] of this.#rules) {
			if (!required) continue;
			const field = read.get(name);
			if (field && (field.value !== null || type === 'container')) continue;
			// A field with several values has a finding of its own.
			if (field && valueOf(this.tree, field.node) === null) continue;
			const written = misnamed.get(name);
			if (written !== undefined) {
				this.findings.follows('field-name', written);
				continue;
			}
			this.findings.add('missing-field', name, this.#section, field?.node ?? record, () =>
				field
					? `${name} has no value; every record must have one.`
					: `${name} is missing; every record must have it.`
			);
		}
	}

	/** Tells of a field that is not in the table; returns the name that it was meant for. */
	#checkUnknown(name: string, node: number, read: ReadonlyMap<string, ReadField>): string | null {
		const { findings } = this;
		const plain = plainName(name);
		const meant = this.#byPlainName.get(plain) ?? MEANT.get(plain);
		if (meant !== undefined && this.#rules.has(meant) && !read.has(meant)) {
			const words = () => `${name} should be called ${meant}.`;
			findings.add('field-name', name, this.#section, node, words);
			return meant;
		}
		if (this.#isPublic && this.#isPrivate(name, node)) return null;
		findings.add(
			'unknown-field',
			name,
			this.#section,
			node,
			() => `${name} is not a field of GeoReport v2 here; clients may pass over it.`
		);
		return null;
	}

	/** Whether a node says who reported; an empty one says nothing. */
	#isPrivate(name: string, node: number): boolean {
		if (!PRIVATE.has(plainName(name))) return false;
		const { tree } = this;
		const value = valueOf(tree, node);
		if (kindOf(tree, node) === 'literal') return value !== 'null';
		return value === null ? childrenOf(tree, node).length > 0 : value.trim() !== '';
	}

	/** Tells of every field that says who reported, however deep it lies in the record. */
	#checkPrivate(record: number) {
		const { tree, findings } = this;
		const end = tree.ends[record] ?? 0;
		for (let node = record + 1; node < end; node++) {
			const name = nodeName(tree, node);
			if (name === null || this.#byPlainName.has(plainName(name))) continue;
			if (kindOf(tree, node) === 'instruction') continue;
			if (!this.#isPrivate(name, node)) continue;
			const words = () => `${name} tells who reported; no answer should have it.`;
			findings.add('private-field', name, this.#section, node, words);
		}
	}

	/** Checks a field and returns its value; null for none. */
	#checkField(name: string, { type, atMost, plain }: FieldRule, node: number): string | null {
		if (type === 'container') return null;
		const { tree, findings } = this;
		const add = (rule: Parameters<Findings['add']>[0], words: () => string) =>
			findings.add(rule, name, this.#section, node, words);
		const written = valueOf(tree, node);
		const kind = kindOf(tree, node);
		if (kind === 'literal' && written === 'null') return null;
		if (written === null) {
			add('type', () =>
				isMixed(tree, node)
					? `${name} is mixed content, with elements among its text; it should be text alone.`
					: `${name} holds other fields or a list; it should be one value.`
			);
			return null;
		}
		const value = trimmed(written);
		if (value === '') return null;
		const entity = value.includes('&') ? ownEntityIn(tree, node) : null;
		if (entity !== null) {
			add(
				'own-entity',
				() =>
					`${name} is written with ${quoted(entity)}, an entity of the document’s own, which is not read. Write the text itself.`
			);
			return value;
		}
		const kinds = jsonKindsOf(type);
		if (tree.format === 'json' && !kinds.some((each) => each === kind)) {
			const isNumber = kind === 'number' && type === 'id';
			add(
				isNumber ? 'number-for-text' : 'type',
				() =>
					`${name} is ${JSON_WORDS[kind]}, ${quoted(value)}; it should be ${JSON_WORDS[kinds[0] ?? '']}.`
			);
			return value;
		}
		const fault = faultOf(type, value);
		if (fault) add(fault[0], () => `${name} ${quoted(value)} ${fault[1]}`);
		const odd = type === 'id' ? oddCharacters(textOf(tree, node)) : [];
		if (odd.length > 0) {
			add(
				'odd-characters',
				() => `${name} contains ${odd.slice(0, 3).join(', ')}: it is not what it looks like.`
			);
		}
		if (atMost !== undefined && value.length > atMost) {
			const count = charactersOf(value);
			if (count > atMost) {
				add('length', () => `${name} has ${count} characters; at most ${atMost} are allowed.`);
			}
		}
		const tag = plain ? htmlIn(value) : null;
		if (tag) add('html', () => `${name} has the HTML tag ${quoted(tag)}; it should be plain text.`);
		return value;
	}
}
