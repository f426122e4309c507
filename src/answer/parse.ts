// The only reader of GeoReport v2 answers: https://wiki.open311.org/GeoReport_v2/.
import { XMLParser } from 'fast-xml-parser';
import { readJsonTree } from '../document/json-tree';
import { lineAndColumn, type Tree } from '../document/tree';
import { readXmlTree } from '../document/xml-tree';
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
	childRows,
	documentRow,
	documentRows,
	isParsedRow,
	toDefinition,
	toDiscovery,
	toError,
	toService,
	toServiceRequest,
	type ParsedRow
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

const LISTS = new Set([
	'services.service',
	'service_requests.request',
	'errors.error',
	'service_definition.attributes.attribute',
	'service_definition.attributes.attribute.values.value',
	'discovery.endpoints.endpoint',
	'discovery.endpoints.endpoint.formats.format'
]);

const xmlParser = new XMLParser({
	ignoreDeclaration: true,
	ignorePiTags: true,
	ignoreAttributes: true,
	parseTagValue: false,
	htmlEntities: true,
	isArray: (_name, path) => LISTS.has(String(path))
});

/** In XML the root element decides what the document is ("GeoReport v2", sample responses). */
function readXml(source: string): Parsed {
	const document: ParsedRow = xmlParser.parse(source);
	const root = Object.keys(document)[0] ?? '';
	const content = isParsedRow(document[root]) ? document[root] : {};
	switch (root) {
		case 'discovery':
			return { kind: 'discovery', discovery: toDiscovery(content) };
		case 'services':
			return { kind: 'services', services: childRows(content, 'service').map(toService) };
		case 'service_definition':
			return { kind: 'definition', definition: toDefinition(content) };
		case 'service_requests':
			return {
				kind: 'serviceRequests',
				serviceRequests: childRows(content, 'request').map(toServiceRequest)
			};
		case 'errors':
			return { kind: 'errors', errors: childRows(content, 'error').map(toError) };
		default:
			return {
				kind: 'unreadable',
				message: `The XML is well-formed, but <${root}> is no answer of GeoReport v2.`
			};
	}
}

const looksLikeErrors = (rows: ParsedRow[]) =>
	rows.length > 0 &&
	rows.every((row) => 'description' in row && 'code' in row && !('datatype' in row));

/** A text or a number of JSON. */
const TEXT_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/** A number that could lose something: many digits, a last zero behind the point, an exponent. */
const COULD_LOSE = /\d{15}|\.\d*0(?!\d)|\d[eE]|-0/;

/** Puts quotes around the numbers that JavaScript would write otherwise than they came. */
const keepingNumbers = (source: string): string =>
	COULD_LOSE.test(source)
		? source.replace(TEXT_OR_NUMBER, (token) =>
				token.startsWith('"') || String(Number(token)) === token ? token : `"${token}"`
			)
		: source;

/**
 * In JSON, which has no root element, the method decides. Names that JSON should not have are read
 * through: Toronto wraps lists in their XML name, converters of XML keep both names.
 */
function readJson(source: string, method: MethodName, status: number): Parsed {
	const value: unknown = JSON.parse(keepingNumbers(source.replace(/^\uFEFF/, '')));
	if (typeof value !== 'object' || value === null) {
		return { kind: 'unreadable', message: 'The JSON holds neither an array nor an object.' };
	}
	const errors = documentRows(value, 'errors', 'error');
	if (status >= 400 || looksLikeErrors(errors)) {
		return { kind: 'errors', errors: errors.map(toError) };
	}
	switch (method) {
		case 'discovery':
			return { kind: 'discovery', discovery: toDiscovery(documentRow(value, 'discovery')) };
		case 'services':
			return {
				kind: 'services',
				services: documentRows(value, 'services', 'service').map(toService)
			};
		case 'definition':
			return {
				kind: 'definition',
				definition: toDefinition(documentRow(value, 'service_definition'))
			};
		case 'submit':
		case 'token':
		case 'requests':
		case 'request':
			return {
				kind: 'serviceRequests',
				serviceRequests: documentRows(value, 'service_requests', 'request').map(toServiceRequest)
			};
		default:
			return method satisfies never;
	}
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
export function parse(answer: Answer, tree: Tree | null = treeOf(answer)): Parsed {
	const { method, status, text, contentType } = answer;
	if (text.trim() === '') return { kind: 'unreadable', message: 'The body is empty.' };
	if (!tree) {
		const type = contentType ?? 'not given';
		return {
			kind: 'unreadable',
			message: `The body is neither XML nor JSON; its Content-Type is ${type}.`
		};
	}
	const name = tree.format === 'xml' ? 'XML' : 'JSON';
	if (tree.malformed) {
		const { message, at } = tree.malformed;
		return {
			kind: 'unreadable',
			message: `The ${name} is not well-formed. ${message}`,
			...lineAndColumn(text, at)
		};
	}
	try {
		return tree.format === 'xml' ? readXml(text) : readJson(text, method, status);
	} catch (error) {
		return { kind: 'unreadable', message: `The ${name} cannot be read: ${String(error)}` };
	}
}
