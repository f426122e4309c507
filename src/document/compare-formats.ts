// Compares the XML and the JSON of one answer: which nodes correspond, and what the formats do
// differently. GeoReport v2 derives its JSON by the Spark convention ("Formats").
import { isSameNumber } from '../georeport/location';
import { DEEPEST, Notes, REST, type Comparing, type Pairs } from './pairs';
import { trimmed } from './text';
import { childrenOf, kindOf, nodeName, rootOf, valueOf, type Tree } from './tree';

const WORDS: Readonly<Record<string, (field: string) => string>> = {
	'outer-name': (field) => `XML stands inside <${field}>; JSON drops the outer name.`,
	'kept-wrapper': (field) =>
		`JSON keeps the outer name: the list is the member “${field}” of an object. The specification drops it.`,
	'record-name': (field) => `Each record is a <${field}> in XML and has no name in JSON.`,
	'array-of-one': (field) =>
		`${field} holds one: in XML nothing tells it from a single value, in JSON it is a list of one.`,
	'empty-list': (field) => `${field} holds none: an empty element in XML, [] in JSON.`,
	number: (field) => `${field} is text in XML, as everything is, and a number in JSON.`,
	boolean: (field) => `${field} is the text true or false in XML and a literal in JSON.`,
	null: (field) => `${field} without a value is an empty element in XML and null in JSON.`,
	'left-out': (field) =>
		`${field} without a value is an empty element in XML and left out in JSON.`,
	order: (field) => `The fields of ${field} come in another order; the order has no meaning.`,
	value: (field) => `${field} says one thing in XML and another in JSON.`,
	'only-in-xml': (field) => `${field} stands only in the XML.`,
	'only-in-json': (field) => `${field} stands only in the JSON.`
};

const elementsIn = (tree: Tree, node: number): number[] =>
	childrenOf(tree, node).filter((child) => kindOf(tree, child) === 'element');

/** Pairs two documents from the top down, level by level. */
class Pairing {
	readonly pairs = new Notes(WORDS);
	/** The pairs whose insides are to be looked at, with their depth; it grows while it is gone through. */
	readonly #found: [xmlNode: number, jsonNode: number, depth: number][] = [];

	constructor(
		readonly xml: Tree,
		readonly json: Tree
	) {}

	note(kind: string, field: string, xmlNode: number | null, jsonNode: number | null) {
		this.pairs.note(kind, field, xmlNode, jsonNode);
	}

	/** Pairs two nodes; `pairing` goes on with what is in them. */
	pair(xmlNode: number, jsonNode: number, depth = 0) {
		this.pairs.pair(xmlNode, jsonNode);
		this.#found.push([xmlNode, jsonNode, depth]);
	}

	/** Pairs what is in the nodes that were paired. */
	*pairing(): Comparing<void> {
		let count = 0;
		for (const found of this.#found) {
			this.#pairInside(...found);
			if (++count % REST === 0) yield;
		}
	}

	#pairInside(xmlNode: number, jsonNode: number, depth: number) {
		if (depth > DEEPEST) return this.note('too-deep', '', xmlNode, jsonNode);
		const kind = kindOf(this.json, jsonNode);
		if (kind === 'array') this.#pairList(xmlNode, jsonNode, depth);
		else if (kind === 'object') this.#pairFields(xmlNode, jsonNode, depth);
		else this.#compareValues(xmlNode, jsonNode);
	}

	/** Whether an element has neither elements nor text. */
	#isEmpty(xmlNode: number) {
		return valueOf(this.xml, xmlNode)?.trim() === '';
	}

	#pairList(xmlNode: number, jsonNode: number, depth: number) {
		const { xml, json } = this;
		const elements = elementsIn(xml, xmlNode);
		const items = childrenOf(json, jsonNode);
		const field = nodeName(xml, xmlNode) ?? '';
		if (elements.length === 0 && !this.#isEmpty(xmlNode)) {
			this.note('value', field, xmlNode, jsonNode);
		} else if (elements.length === items.length && items.length < 2) {
			this.note(items.length === 0 ? 'empty-list' : 'array-of-one', field, xmlNode, jsonNode);
		}
		for (const element of elements.slice(items.length)) {
			this.note('only-in-xml', nodeName(xml, element) ?? '', element, null);
		}
		for (const [at, item] of items.entries()) {
			const element = elements[at];
			if (element === undefined) {
				this.note('only-in-json', field, null, item);
				continue;
			}
			this.note('record-name', nodeName(xml, element) ?? '', element, item);
			this.pair(element, item, depth + 1);
		}
	}

	#pairFields(xmlNode: number, jsonNode: number, depth: number) {
		const { xml, json } = this;
		const members = new Map(
			childrenOf(json, jsonNode).map((node) => [nodeName(json, node) ?? '', node])
		);
		const elements = elementsIn(xml, xmlNode);
		if (elements.length === 0 && !this.#isEmpty(xmlNode)) {
			this.note('value', nodeName(xml, xmlNode) ?? '', xmlNode, jsonNode);
		}
		for (const element of elements) {
			const name = nodeName(xml, element) ?? '';
			const member = members.get(name);
			if (member !== undefined) this.pair(element, member, depth + 1);
			else this.note(this.#isEmpty(element) ? 'left-out' : 'only-in-xml', name, element, null);
		}
		const names = elements.map((node) => nodeName(xml, node) ?? '');
		const known = new Set(names);
		for (const [name, node] of members) {
			if (!known.has(name)) this.note('only-in-json', name, null, node);
		}
		const shared = names.filter((name) => members.has(name));
		const others = [...members.keys()].filter((name) => known.has(name));
		if (shared.join() !== others.join()) {
			this.note('order', nodeName(xml, xmlNode) ?? '', xmlNode, jsonNode);
		}
	}

	#compareValues(xmlNode: number, jsonNode: number) {
		const { xml, json } = this;
		const field = nodeName(xml, xmlNode) ?? '';
		const inXml = trimmed(valueOf(xml, xmlNode) ?? '');
		const inJson = trimmed(valueOf(json, jsonNode) ?? '');
		const kind = kindOf(json, jsonNode);
		if (kind === 'literal' && inJson === 'null') {
			this.note(inXml === '' ? 'null' : 'value', field, xmlNode, jsonNode);
			return;
		}
		// Text with leading zeros is not the number that JSON has.
		const same =
			kind === 'number'
				? isSameNumber(inXml, inJson) && !/^[+-]?0\d/.test(inXml)
				: inXml === inJson;
		if (!same) this.note('value', field, xmlNode, jsonNode);
		if (kind === 'number') this.note('number', field, xmlNode, jsonNode);
		if (kind === 'literal') this.note('boolean', field, xmlNode, jsonNode);
	}
}

/**
 * Pairs the nodes of the XML and the JSON of one answer, and names their differences, one for each
 * kind and field. Pairs what it can of documents that are malformed or do not correspond. Yields now and
 * then, so that whoever runs it can do other work or give up.
 */
export function* comparingFormats(xml: Tree, json: Tree): Comparing<Pairs> {
	const pairing = new Pairing(xml, json);
	const [xmlRoot, jsonRoot] = [rootOf(xml), rootOf(json)];
	if (xmlRoot !== null && jsonRoot !== null) {
		const outer = nodeName(xml, xmlRoot) ?? '';
		const kept =
			kindOf(json, jsonRoot) === 'object'
				? childrenOf(json, jsonRoot).find((node) => nodeName(json, node) === outer)
				: undefined;
		pairing.note(
			kept === undefined ? 'outer-name' : 'kept-wrapper',
			outer,
			xmlRoot,
			kept ?? jsonRoot
		);
		pairing.pair(xmlRoot, kept ?? jsonRoot);
		yield* pairing.pairing();
	}
	return pairing.pairs;
}
