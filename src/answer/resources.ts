// Turns the rows of a parsed answer into typed resources: https://wiki.open311.org/GeoReport_v2/.
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

/** An object of JSON, or an element of XML with its children by name. */
export type ParsedRow = Record<string, unknown>;

/** Whether a value is a row: neither a list nor a single value. */
export const isParsedRow = (value: unknown): value is ParsedRow =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields of a row; what is around a list has none of them. */
const OF_ROWS = ['service_request_id', 'service_code', 'token'];

/** The rows of a list; a lone row counts as a list of one. */
const toRows = (value: unknown): ParsedRow[] =>
	(Array.isArray(value) ? value : isParsedRow(value) ? [value] : []).filter(isParsedRow);

const field = (row: ParsedRow, name: string): unknown =>
	Object.hasOwn(row, name) ? row[name] : null;

/**
 * Returns the trimmed text of a field, also of a number or boolean; null if it is empty or absent.
 */
function text(row: ParsedRow, name: string): string | null {
	const value = field(row, name);
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function number(row: ParsedRow, name: string): number | null {
	const value = text(row, name);
	const result = value === null ? NaN : Number(value);
	return Number.isFinite(result) ? result : null;
}

const flag = (row: ParsedRow, name: string) => text(row, name)?.toLowerCase() === 'true';

/** Reads a row of "GET Service List"; without a type the service is realtime. */
export const toService = (row: ParsedRow): Service => ({
	service_code: text(row, 'service_code') ?? '',
	service_name: text(row, 'service_name') ?? '',
	description: text(row, 'description'),
	metadata: flag(row, 'metadata'),
	type: (text(row, 'type') ?? 'realtime') as ServiceType,
	keywords: text(row, 'keywords'),
	group: text(row, 'group')
});

const toAttribute = (row: ParsedRow): Attribute => ({
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

/** Reads a row of "GET Service Requests", of a report's answer or of a token's. */
export const toServiceRequest = (row: ParsedRow): ServiceRequest => ({
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

/** Reads a row of "Errors". */
export const toError = (row: ParsedRow): GeoReportError => ({
	code: text(row, 'code') ?? '',
	description: text(row, 'description') ?? ''
});

const toEndpoint = (row: ParsedRow): DiscoveredEndpoint => {
	const formats = field(row, 'formats');
	const listed = isParsedRow(formats) ? field(formats, 'format') : formats;
	return {
		specification: text(row, 'specification'),
		url: text(row, 'url'),
		changeset: text(row, 'changeset'),
		type: text(row, 'type'),
		formats: [listed ?? []].flat().map(String)
	};
};

/** Reads a discovery document (https://wiki.open311.org/Service_Discovery/). */
export const toDiscovery = (row: ParsedRow): Discovery => ({
	changeset: text(row, 'changeset'),
	contact: text(row, 'contact'),
	key_service: text(row, 'key_service'),
	endpoints: childRows(field(row, 'endpoints'), 'endpoint').map(toEndpoint)
});

/** Reads the answer to "GET Service Definition". */
export const toDefinition = (row: ParsedRow): ServiceDefinition => ({
	service_code: text(row, 'service_code') ?? '',
	attributes: childRows(field(row, 'attributes'), 'attribute').map(toAttribute)
});

/**
 * Returns the rows of a list inside a resource: JSON has them bare, XML under the children's name.
 */
export function childRows(value: unknown, child: string): ParsedRow[] {
	return toRows(isParsedRow(value) ? field(value, child) : value);
}

/** The value of the only list among the members of an object; the object itself for none or more. */
function onlyList(row: ParsedRow): unknown {
	const [list, ...others] = Object.values(row).filter(Array.isArray);
	return list && others.length === 0 ? list : row;
}

/**
 * Returns the rows of a JSON document: a bare list or object, or either inside of the names that
 * they have in XML, as Toronto and converters of XML print them.
 */
export function documentRows(value: unknown, list: string, record: string): ParsedRow[] {
	if (isParsedRow(value)) {
		for (const name of [list, record]) {
			if (Object.hasOwn(value, name)) return documentRows(value[name], list, record);
		}
	}
	const isRow = isParsedRow(value) && OF_ROWS.some((name) => Object.hasOwn(value, name));
	return toRows(isParsedRow(value) && !isRow ? onlyList(value) : value).map((row) => {
		const inner = row[record];
		return Object.keys(row).length === 1 && isParsedRow(inner) ? inner : row;
	});
}

/** Returns the one object of a JSON document, also inside of the name that it has in XML. */
export function documentRow(value: unknown, name: string): ParsedRow {
	const [row = {}] = toRows(value);
	const inner = row[name];
	return isParsedRow(inner) ? inner : row;
}
