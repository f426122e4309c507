// The one reader of GeoReport v2 answers, https://wiki.open311.org/GeoReport_v2/.
import { XMLParser } from 'fast-xml-parser';
import { readJsonTree } from '../document/json-tree';
import type { MethodName } from '../georeport/methods';
import { lineAndColumn, type Tree } from '../document/tree';
import type {
	Attribute,
	Datatype,
	Discovery,
	Endpoint,
	Format,
	GeoReportError,
	Service,
	ServiceDefinition,
	ServiceRequest,
	ServiceType
} from '../georeport/types';
import { readXmlTree } from '../document/xml-tree';

/** What an answer says, or why it cannot be read; `line` and `column` count from 1. */
export type Parsed =
	| { kind: 'discovery'; discovery: Discovery }
	| { kind: 'services'; services: Service[] }
	| { kind: 'definition'; definition: ServiceDefinition }
	| { kind: 'serviceRequests'; serviceRequests: ServiceRequest[] }
	| { kind: 'errors'; errors: GeoReportError[] }
	| { kind: 'unreadable'; message: string; line?: number; column?: number };

/** A body and what is known about it. */
export interface Answer {
	method: MethodName;
	/** The HTTP status; a JSON body does not say by itself that it is an error. */
	status: number;
	contentType: string | null;
	text: string;
}

type Row = Record<string, unknown>;

const isRow = (value: unknown): value is Row =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const rowsOf = (value: unknown): Row[] =>
	(Array.isArray(value) ? value : isRow(value) ? [value] : []).filter(isRow);

const field = (row: Row, name: string): unknown => (Object.hasOwn(row, name) ? row[name] : null);

/** Text of a field: numbers are kept as written by JSON, white space around is dropped. */
function text(row: Row, name: string): string | null {
	const value = field(row, name);
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function number(row: Row, name: string): number | null {
	const value = text(row, name);
	const result = value === null ? NaN : Number(value);
	return Number.isFinite(result) ? result : null;
}

const flag = (row: Row, name: string) => text(row, name)?.toLowerCase() === 'true';

const toService = (row: Row): Service => ({
	service_code: text(row, 'service_code') ?? '',
	service_name: text(row, 'service_name') ?? '',
	description: text(row, 'description'),
	metadata: flag(row, 'metadata'),
	type: (text(row, 'type') ?? 'realtime') as ServiceType,
	keywords: text(row, 'keywords'),
	group: text(row, 'group')
});

const toAttribute = (row: Row): Attribute => ({
	variable: flag(row, 'variable'),
	code: text(row, 'code') ?? '',
	datatype: (text(row, 'datatype') ?? 'string') as Datatype,
	required: flag(row, 'required'),
	datatype_description: text(row, 'datatype_description'),
	order: number(row, 'order') ?? 0,
	description: text(row, 'description') ?? '',
	values: childRows(field(row, 'values'), 'value').map((value) => ({
		key: text(value, 'key') ?? '',
		name: text(value, 'name') ?? ''
	}))
});

const toServiceRequest = (row: Row): ServiceRequest => ({
	service_request_id: text(row, 'service_request_id'),
	token: text(row, 'token'),
	account_id: text(row, 'account_id'),
	status: text(row, 'status'),
	status_notes: text(row, 'status_notes'),
	service_name: text(row, 'service_name'),
	service_code: text(row, 'service_code'),
	description: text(row, 'description'),
	agency_responsible: text(row, 'agency_responsible'),
	service_notice: text(row, 'service_notice'),
	requested_datetime: text(row, 'requested_datetime'),
	updated_datetime: text(row, 'updated_datetime'),
	expected_datetime: text(row, 'expected_datetime'),
	address: text(row, 'address'),
	address_id: text(row, 'address_id'),
	zipcode: text(row, 'zipcode'),
	lat: number(row, 'lat'),
	long: number(row, 'long'),
	media_url: text(row, 'media_url')
});

const toError = (row: Row): GeoReportError => ({
	code: text(row, 'code') ?? '',
	description: text(row, 'description') ?? ''
});

const toEndpoint = (row: Row): Endpoint => {
	const formats = field(row, 'formats');
	const listed = isRow(formats) ? field(formats, 'format') : formats;
	return {
		specification: text(row, 'specification'),
		url: text(row, 'url'),
		changeset: text(row, 'changeset'),
		type: text(row, 'type'),
		formats: (Array.isArray(listed) ? listed : []).map(String)
	};
};

const toDiscovery = (row: Row): Discovery => ({
	changeset: text(row, 'changeset'),
	contact: text(row, 'contact'),
	key_service: text(row, 'key_service'),
	endpoints: childRows(field(row, 'endpoints'), 'endpoint').map(toEndpoint)
});

const toDefinition = (row: Row): ServiceDefinition => ({
	service_code: text(row, 'service_code') ?? '',
	attributes: childRows(field(row, 'attributes'), 'attribute').map(toAttribute)
});

/** Rows of a list inside a resource: bare in JSON, under the name of its children in XML. */
function childRows(value: unknown, child: string): Row[] {
	return rowsOf(isRow(value) ? field(value, child) : value);
}

/** Rows of a whole JSON document: bare, wrapped in a name as Toronto does, or one lone object. */
function documentRows(value: unknown, wrapper: string): Row[] {
	return rowsOf(isRow(value) && Object.hasOwn(value, wrapper) ? value[wrapper] : value);
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

/** The root element of an XML document decides what it is ("GeoReport v2", sample responses). */
function readXml(source: string): Parsed {
	const document: Row = xmlParser.parse(source);
	const root = Object.keys(document)[0] ?? '';
	const content = isRow(document[root]) ? document[root] : {};
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

const looksLikeErrors = (rows: Row[]) =>
	rows.length > 0 &&
	rows.every((row) => 'description' in row && 'code' in row && !('datatype' in row));

/** JSON has no root element, so the method decides; Toronto wraps lists in their XML name. */
function readJson(source: string, method: MethodName, status: number): Parsed {
	const value: unknown = JSON.parse(source.replace(/^\uFEFF/, ''));
	if (typeof value !== 'object' || value === null) {
		return { kind: 'unreadable', message: 'The JSON holds neither an array nor an object.' };
	}
	const errors = documentRows(value, 'errors');
	if (status >= 400 || looksLikeErrors(errors)) {
		return { kind: 'errors', errors: errors.map(toError) };
	}
	switch (method) {
		case 'discovery':
			return { kind: 'discovery', discovery: toDiscovery(isRow(value) ? value : {}) };
		case 'services':
			return { kind: 'services', services: documentRows(value, 'services').map(toService) };
		case 'definition':
			return { kind: 'definition', definition: toDefinition(rowsOf(value)[0] ?? {}) };
		case 'submit':
		case 'token':
		case 'requests':
		case 'request':
			return {
				kind: 'serviceRequests',
				serviceRequests: documentRows(value, 'service_requests').map(toServiceRequest)
			};
		default:
			return method satisfies never;
	}
}

/** The format a body is in: what its Content-Type says, else what its first character suggests. */
export function formatOf(contentType: string | null, source: string): Format | null {
	if (/[/+]xml/i.test(contentType ?? '')) return 'xml';
	if (/[/+]json/i.test(contentType ?? '')) return 'json';
	if (/html/i.test(contentType ?? '')) return null;
	const first = source.trimStart()[0];
	return first === '<' ? 'xml' : first === '[' || first === '{' ? 'json' : null;
}

/** The document of a body as it is written; null where the body is neither XML nor JSON. */
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
 * Reads an answer into typed resources; `tree` is its document, where that is at hand already.
 * Never throws: what cannot be read comes back as `unreadable` with a message and, where known,
 * the place.
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
