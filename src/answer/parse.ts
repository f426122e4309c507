// The only reader of GeoReport v2 answers: https://wiki.open311.org/GeoReport_v2/.
import { readJsonTree } from '../document/json-tree';
import { kindOf, lineAndColumn, nodeName, rootOf, type Tree } from '../document/tree';
import { readXmlTree } from '../document/xml-tree';
import { NOT_OF_ERRORS } from '../georeport/error-fields';
import type { MethodName } from '../georeport/methods';
import { formatOf } from './format';
import type {
	Discovery,
	GeoReportError,
	Service,
	ServiceDefinition,
	ServiceRequest
} from '../georeport/types';
import {
	LISTS,
	objectNode,
	recordNodes,
	RecordReader,
	strayItem,
	toDefinition,
	toDiscovery,
	toError,
	toService,
	toServiceRequest
} from './resources';

/** The content of an answer, or why it cannot be read; `line` and `column` count from 1. */
export type Parsed =
	| { kind: 'discovery'; discovery: Discovery }
	| { kind: 'services'; services: Service[] }
	| { kind: 'definition'; definition: ServiceDefinition }
	| { kind: 'serviceRequests'; serviceRequests: ServiceRequest[] }
	| { kind: 'errors'; errors: GeoReportError[] }
	| { kind: 'unreadable'; message: string; line?: number; column?: number };

/** A body with what is needed to read it. */
export interface Answer {
	method: MethodName;
	/** The HTTP status: a JSON body alone does not show whether it is an error. */
	status: number;
	contentType: string | null;
	text: string;
}

/** The resources of an answer, and the node of each service request, in its order. */
export interface ReadAnswer {
	parsed: Parsed;
	/** Empty for other kinds of answer. */
	records: readonly number[];
}

const without = (parsed: Parsed): ReadAnswer => ({ parsed, records: [] });

/** Says where a document is no answer of GeoReport v2. */
const unreadable = (tree: Tree, node: number, message: string): ReadAnswer =>
	without({ kind: 'unreadable', message, ...lineAndColumn(tree.text, tree.from[node] ?? 0) });

/** Reads records one by one: the readers of a large answer, kept together, would fill the memory. */
const readEach = <Resource>(
	tree: Tree,
	nodes: readonly number[],
	read: (record: RecordReader) => Resource
): Resource[] => nodes.map((node) => read(new RecordReader(tree, node)));

type Kind = Exclude<Parsed['kind'], 'unreadable'>;

/** What a record of each kind is called, and what reads it. */
const RECORDS = {
	discovery: ['discovery document', toDiscovery],
	services: ['service', toService],
	definition: ['service definition', toDefinition],
	serviceRequests: ['service request', toServiceRequest],
	errors: ['error', toError]
} as const satisfies Record<Kind, readonly [words: string, read: (record: RecordReader) => object]>;

const isList = (kind: Kind): kind is keyof typeof LISTS => kind in LISTS;

/** The nodes of the records in a document; one node for a kind that is no list. */
function nodesOf(kind: Kind, tree: Tree, root: number): number[] {
	switch (kind) {
		case 'discovery':
			return [objectNode(tree, root, 'discovery')];
		case 'definition':
			return [objectNode(tree, root, 'service_definition')];
		default: {
			const [list, record] = LISTS[kind];
			return recordNodes(tree, root, list, record);
		}
	}
}

/** Whether a record has a field of its kind: a resource has the names that they have in an answer. */
function hasField(record: RecordReader, kind: Kind): boolean {
	const [, read] = RECORDS[kind];
	return Object.keys(read(record)).some((name) => record.node(name) !== null);
}

const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** What a node is, for a message: a record by its first names, anything else by its beginning. */
function described(tree: Tree, node: number): string {
	if (!['object', 'element'].includes(kindOf(tree, node))) {
		return shortened(tree.text.slice(tree.from[node], tree.to[node]));
	}
	const { names } = new RecordReader(tree, node);
	if (names.length === 0) return 'an empty record';
	return `a record with ${[...names.slice(0, 3).map(shortened), ...(names.length > 3 ? ['…'] : [])].join(', ')}`;
}

/** Returns the first node that stands in place of the records of a kind; null if there are records, or none. */
function otherThan(kind: Kind, tree: Tree, root: number, nodes: readonly number[]): number | null {
	const [first] = nodes;
	if (first === undefined) {
		const [list, record] = isList(kind) ? LISTS[kind] : [];
		return list && record ? strayItem(tree, root, list, record) : null;
	}
	// The answer to a report may be a list of one object with nothing in it ("POST Service Request").
	if (first !== root && new RecordReader(tree, first).names.length === 0) return null;
	return nodes.some((node) => hasField(new RecordReader(tree, node), kind)) ? null : first;
}

/** Reads the content of a document of one kind. */
function readAs(kind: Kind, tree: Tree, root: number): ReadAnswer {
	const nodes = nodesOf(kind, tree, root);
	const [first = root] = nodes;
	const other = otherThan(kind, tree, root, nodes);
	if (other !== null) {
		const message = `The ${tree.format === 'xml' ? 'XML' : 'JSON'} is well-formed but contains no ${RECORDS[kind][0]}: found ${described(tree, other)}.`;
		return unreadable(tree, other, message);
	}
	switch (kind) {
		case 'discovery':
			return without({ kind, discovery: toDiscovery(new RecordReader(tree, first)) });
		case 'definition':
			return without({ kind, definition: toDefinition(new RecordReader(tree, first)) });
		case 'services':
			return without({ kind, services: readEach(tree, nodes, toService) });
		case 'errors':
			return without({ kind, errors: readEach(tree, nodes, toError) });
		case 'serviceRequests': {
			const serviceRequests = readEach(tree, nodes, toServiceRequest);
			return { parsed: { kind, serviceRequests }, records: nodes };
		}
		default:
			return kind satisfies never;
	}
}

const ROOTS: ReadonlyMap<string, Kind> = new Map([
	['discovery', 'discovery'],
	['services', 'services'],
	['service_definition', 'definition'],
	['service_requests', 'serviceRequests'],
	['errors', 'errors']
]);

/** In XML the root element decides what the document is ("GeoReport v2", sample responses). */
function readXml(tree: Tree, root: number): ReadAnswer {
	const name = nodeName(tree, root) ?? '';
	const kind = ROOTS.get(name);
	if (kind) return readAs(kind, tree, root);
	const [prefix, ...local] = name.split(':');
	const why = ROOTS.has(local.join(':'))
		? `: its names begin with “${prefix}:”, and those of GeoReport v2 have no prefix`
		: '';
	const message = `The XML is well-formed, but <${name}> is no answer of GeoReport v2${why}.`;
	return unreadable(tree, root, message);
}

/** Whether a record has the fields of an error. */
const looksLikeError = ({ node }: RecordReader) =>
	['code', 'description'].every((name) => node(name) !== null) &&
	NOT_OF_ERRORS.every((name) => node(name) === null);

const looksLikeErrors = (tree: Tree, records: readonly number[]) =>
	records.length > 0 && records.every((record) => looksLikeError(new RecordReader(tree, record)));

/** What a method answers with. */
const KINDS: Readonly<Record<MethodName, Kind>> = {
	discovery: 'discovery',
	services: 'services',
	definition: 'definition',
	submit: 'serviceRequests',
	token: 'serviceRequests',
	requests: 'serviceRequests',
	request: 'serviceRequests'
};

/**
 * In JSON, which has no root element, the method decides. Names that JSON should not have are read
 * through: Toronto wraps lists in their XML name, converters of XML keep both names.
 */
function readJson(tree: Tree, root: number, method: MethodName, status: number): ReadAnswer {
	if (!['object', 'array'].includes(kindOf(tree, root))) {
		return unreadable(tree, root, 'The JSON holds neither an array nor an object.');
	}
	const isErrors = status >= 400 || looksLikeErrors(tree, recordNodes(tree, root, ...LISTS.errors));
	return readAs(isErrors ? 'errors' : KINDS[method], tree, root);
}

/** Returns the document of a body; null if the body is neither XML nor JSON, or an HTML page. */
export function treeOf({ contentType, text }: Pick<Answer, 'contentType' | 'text'>): Tree | null {
	switch (formatOf(contentType, text)) {
		case 'xml':
			return readXmlTree(text);
		case 'json':
			return readJsonTree(text);
		case null:
			return null;
	}
}

/**
 * Reads an answer into typed resources; pass its document as `tree` if you have it. Throws nothing:
 * an answer that cannot be read comes back as `unreadable`, with a message and the place if known.
 */
export function readAnswer(answer: Answer, tree: Tree | null = treeOf(answer)): ReadAnswer {
	const { method, status, text, contentType } = answer;
	if (text.trim() === '') return without({ kind: 'unreadable', message: 'The body is empty.' });
	if (!tree) {
		const type = contentType ?? 'not given';
		const message = `The body is neither XML nor JSON; its Content-Type is ${type}.`;
		return without({ kind: 'unreadable', message });
	}
	const root = rootOf(tree);
	if (tree.malformed || root === null) {
		const { message, at } = tree.malformed ?? { message: 'The document is empty.', at: 0 };
		return without({
			kind: 'unreadable',
			message: `The ${tree.format === 'xml' ? 'XML' : 'JSON'} is not well-formed. ${message}`,
			...lineAndColumn(text, at)
		});
	}
	return tree.format === 'xml' ? readXml(tree, root) : readJson(tree, root, method, status);
}

/** Reads an answer like `readAnswer`, without the places of its service requests. */
export const parse = (answer: Answer): Parsed => readAnswer(answer).parsed;
