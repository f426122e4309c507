// Turns the records of a document into typed resources: https://wiki.open311.org/GeoReport_v2/.
import { decimalOf } from '../georeport/location';
import { childrenOf, hasElement, kindOf, nodeName, type Tree } from '../document/tree';
import { fieldsOf, textOf } from '../document/text';
import type {
	Attribute,
	Datatype,
	Discovery,
	DiscoveredEndpoint,
	GeoReportError,
	Service,
	ServiceDefinition,
	ServiceRequest,
	ServiceType
} from '../georeport/types';

/** The names in XML of each list that is an answer, and of its records. */
export const LISTS = {
	services: ['services', 'service'],
	serviceRequests: ['service_requests', 'request'],
	errors: ['errors', 'error']
} as const;

/** Reads the fields of one record by their names. */
export class RecordReader {
	readonly #fields: ReadonlyMap<string, number>;

	constructor(
		readonly tree: Tree,
		readonly record: number
	) {
		this.#fields = fieldsOf(tree, record);
	}

	/** The names of its fields, in their order. */
	get names(): string[] {
		return [...this.#fields.keys()];
	}

	/** The node of a field; null where there is none. */
	node = (name: string): number | null => this.#fields.get(name) ?? null;

	/** The text of a field without the white space around it; null if it is empty or absent. */
	text(name: string): string | null {
		const node = this.node(name);
		return node === null ? null : textOf(this.tree, node) || null;
	}

	/** A number in decimal digits; null for anything else. */
	number(name: string): number | null {
		return decimalOf(this.text(name) ?? '');
	}

	flag(name: string): boolean {
		return this.text(name)?.toLowerCase() === 'true';
	}

	/** The records of the list in a field. */
	records(name: string, child: string): RecordReader[] {
		return recordsInside(this.tree, this.record, name, child).map(
			(record) => new RecordReader(this.tree, record)
		);
	}
}

/** Whether a node holds fields of its own. */
const isRecord = (tree: Tree, node: number): boolean =>
	kindOf(tree, node) === 'object' || (kindOf(tree, node) === 'element' && hasElement(tree, node));

/** What of some nodes are records. */
const recordsAmong = (tree: Tree, nodes: readonly number[]) =>
	nodes.filter((node) => isRecord(tree, node));

/** By these an object in the place of a list is its only record: a question, a choice, an endpoint. */
const LONE = ['code', 'key', 'url'];

/** The records of a list inside a resource; a lone one counts as a list of one. */
function listedIn(tree: Tree, list: number, child: string): number[] {
	if (tree.format === 'xml') {
		const named = childrenOf(tree, list).filter((node) => nodeName(tree, node) === child);
		return recordsAmong(tree, named);
	}
	const fields = kindOf(tree, list) === 'object' ? fieldsOf(tree, list) : null;
	const isOther = fields !== null && !LONE.some((name) => fields.has(name));
	const inner = fields?.get(child) ?? (isOther ? null : list);
	return inner === null
		? []
		: recordsAmong(tree, itemsOf(tree, inner)).map((node) => insideName(tree, node, child));
}

/** An item of a list, or what is inside of the name that it has in XML. */
function insideName(tree: Tree, item: number, name: string): number {
	// Most have other fields first, and need no look at the rest.
	if (nodeName(tree, item + 1) !== name) return item;
	const fields = fieldsOf(tree, item);
	const inner = fields.get(name);
	return fields.size === 1 && inner !== undefined && isRecord(tree, inner) ? inner : item;
}

/**
 * Returns the nodes of the records of the list in a field of a record: JSON has them bare, XML under
 * the children's name.
 */
export function recordsInside(tree: Tree, record: number, field: string, child: string): number[] {
	const list = fieldsOf(tree, record).get(field);
	return list === undefined ? [] : listedIn(tree, list, child);
}

/** The items of an array; any other node alone. */
const itemsOf = (tree: Tree, node: number): number[] =>
	kindOf(tree, node) === 'array' ? childrenOf(tree, node) : [node];

/** Fields of records; what is around a list has none of them. */
const OF_RECORDS = ['service_request_id', 'service_code', 'token'];

const hasItems = (tree: Tree, list: number) => (tree.ends[list] ?? 0) > list + 1;

/** The only list among the members of an object, or the only one with items; else the object itself. */
function onlyList(tree: Tree, node: number): number {
	const lists = [...fieldsOf(tree, node).values()].filter((each) => kindOf(tree, each) === 'array');
	const filled = lists.filter((list) => hasItems(tree, list));
	const [list, ...others] = filled.length > 0 ? filled : lists;
	return list !== undefined && others.length === 0 ? list : node;
}

/** The node inside of the names that a list and its records have in XML, as Toronto prints them. */
function unwrapped(tree: Tree, root: number, list: string, record: string): number {
	let node = root;
	while (kindOf(tree, node) === 'object') {
		const fields = fieldsOf(tree, node);
		const inner = fields.get(list) ?? fields.get(record);
		if (inner === undefined) {
			return OF_RECORDS.some((name) => fields.has(name)) ? node : onlyList(tree, node);
		}
		node = inner;
	}
	return node;
}

/**
 * Returns the nodes of the records in a document, in its order. In XML they stand in the root; in
 * JSON they are a bare list or object, or either inside of the names that they have in XML.
 */
export function recordNodes(tree: Tree, root: number, list: string, record: string): number[] {
	if (tree.format === 'xml') return listedIn(tree, root, record);
	const inside = unwrapped(tree, root, list, record);
	return recordsAmong(tree, itemsOf(tree, inside)).map((node) => insideName(tree, node, record));
}

/**
 * Returns the first item in place of the records of a JSON document that is not a record; null if there is
 * none, or only an empty list, null or blank text.
 */
export function strayItem(tree: Tree, root: number, list: string, record: string): number | null {
	if (tree.format === 'xml') return null;
	const items = itemsOf(tree, unwrapped(tree, root, list, record));
	const isNothing = (node: number) =>
		kindOf(tree, node) === 'array'
			? !hasItems(tree, node)
			: ['', 'null'].includes(textOf(tree, node));
	return items.find((node) => !isRecord(tree, node) && !isNothing(node)) ?? null;
}

/** Returns the node of the one object of a document, also inside of the name that it has in XML. */
export function objectNode(tree: Tree, root: number, name: string): number {
	if (tree.format === 'xml') return root;
	const [only = root] = recordsAmong(tree, itemsOf(tree, root));
	const inner = fieldsOf(tree, only).get(name);
	const [record = only] = inner === undefined ? [] : recordsAmong(tree, itemsOf(tree, inner));
	return record;
}

/** Reads a record of "GET Service List"; without a type the service is realtime. */
export const toService = (record: RecordReader): Service => ({
	service_code: record.text('service_code') ?? '',
	service_name: record.text('service_name') ?? '',
	description: record.text('description'),
	metadata: record.flag('metadata'),
	type: (record.text('type') ?? 'realtime') as ServiceType,
	keywords: record.text('keywords'),
	group: record.text('group')
});

const toAttribute = (record: RecordReader): Attribute => ({
	variable: record.flag('variable'),
	code: record.text('code') ?? '',
	datatype: (record.text('datatype') ?? 'string') as Datatype,
	required: record.flag('required'),
	datatype_description: record.text('datatype_description'),
	order: record.number('order') ?? 0,
	description: record.text('description') ?? '',
	values: record.records('values', 'value').map((value) => ({
		key: value.text('key') ?? '',
		name: value.text('name') ?? ''
	}))
});

/** Reads a record of "GET Service Requests", of a report's answer or of a token's. */
export const toServiceRequest = (record: RecordReader): ServiceRequest => ({
	service_request_id: record.text('service_request_id'),
	token: record.text('token'),
	account_id: record.text('account_id'),
	status: record.text('status'),
	status_notes: record.text('status_notes'),
	service_name: record.text('service_name'),
	service_code: record.text('service_code'),
	description: record.text('description'),
	agency_responsible: record.text('agency_responsible'),
	service_notice: record.text('service_notice'),
	requested_datetime: record.text('requested_datetime'),
	updated_datetime: record.text('updated_datetime'),
	expected_datetime: record.text('expected_datetime'),
	address: record.text('address'),
	address_id: record.text('address_id'),
	zipcode: record.text('zipcode'),
	lat: record.number('lat'),
	long: record.number('long'),
	media_url: record.text('media_url')
});

/** Reads a record of "Errors". */
export const toError = (record: RecordReader): GeoReportError => ({
	code: record.text('code') ?? '',
	description: record.text('description') ?? ''
});

/** The formats of an endpoint: in XML each a `format`, in JSON a list of texts. */
function formatsIn(record: RecordReader): string[] {
	const { tree } = record;
	const list = record.node('formats');
	if (list === null) return [];
	const isPlain = !['element', 'object'].includes(kindOf(tree, list));
	const named = isPlain
		? itemsOf(tree, list)
		: childrenOf(tree, list).filter((node) => nodeName(tree, node) === 'format');
	const items = tree.format === 'json' ? named.flatMap((node) => itemsOf(tree, node)) : named;
	return items.map((node) => textOf(tree, node)).filter((text) => text !== '');
}

const toEndpoint = (record: RecordReader): DiscoveredEndpoint => ({
	specification: record.text('specification'),
	url: record.text('url'),
	changeset: record.text('changeset'),
	type: record.text('type'),
	formats: formatsIn(record)
});

/** Reads a discovery document (https://wiki.open311.org/Service_Discovery/). */
export const toDiscovery = (record: RecordReader): Discovery => ({
	changeset: record.text('changeset'),
	contact: record.text('contact'),
	key_service: record.text('key_service'),
	endpoints: record.records('endpoints', 'endpoint').map(toEndpoint)
});

/** Reads the answer to "GET Service Definition". */
export const toDefinition = (record: RecordReader): ServiceDefinition => ({
	service_code: record.text('service_code') ?? '',
	attributes: record.records('attributes', 'attribute').map(toAttribute)
});
