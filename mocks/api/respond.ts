// Prints the answers of the city as HTTP responses: https://wiki.open311.org/GeoReport_v2/, sample
// responses.
import type { Attribute, Format, Service } from '../../src/georeport/types';
import type { CityAnswer, ApiError } from './answers';
import type { CityRequest } from '../city/city-request';
import { NOTES } from '../data/requests';
import { SERVICES } from '../data/services';
import { formatToronto } from '../city/dates';
import { DIALECTS, MARKER, MARKER_VALUE, type Dialect } from './dialect';
import { write, type WireFields, type WireTree } from './write';
import { inWriting } from './writing';

const CONTENT_TYPES: Record<Format, string> = {
	xml: 'text/xml; charset=utf-8',
	json: 'application/json; charset=utf-8'
};

/** Headers that let any page read the answer, and keep browsers from caching it. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
	[MARKER]: MARKER_VALUE,
	'Cache-Control': 'no-store',
	'Access-Control-Allow-Origin': '*',
	'Access-Control-Expose-Headers': `${MARKER}, Allow, Retry-After`
};

interface Document {
	root: string;
	tree: WireTree;
	wrapped?: boolean;
}

function toResponse(
	document: Document,
	dialect: Dialect,
	format: Format,
	init: { status: number; headers?: Record<string, string> }
): Response {
	const text = write(document.tree, format, {
		root: document.root,
		omitsNull: dialect.omitsNull,
		...(document.wrapped && dialect.wrapped ? { wrapper: document.root } : {})
	});
	return new Response(text, {
		status: init.status,
		headers: { ...COMMON_HEADERS, ...init.headers, 'Content-Type': CONTENT_TYPES[format] }
	});
}

/** A code or id; in a dialect with numbers, one that is all digits becomes a JSON number. */
const id = (text: string | null, dialect: Dialect) =>
	text !== null && dialect.numericIds && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : text;

const instant = (milliseconds: number | null) =>
	milliseconds === null ? null : formatToronto(milliseconds);

/** The fields of GET Service List, in the order of each dialect. */
function serviceFields(service: Service, dialect: Dialect): WireFields {
	const values: Record<string, WireTree> = {
		...service,
		service_code: id(service.service_code, dialect),
		type: dialect.realtime.includes(service.service_code) ? 'realtime' : service.type
	};
	const order =
		dialect.name === 'toronto'
			? ['description', 'service_code', 'group', 'type', 'keywords', 'service_name', 'metadata']
			: ['service_code', 'service_name', 'description', 'metadata', 'type', 'keywords', 'group'];
	return { fields: order.map((name) => [name, values[name] ?? null] as const) };
}

function attributeFields(attribute: Attribute): WireFields {
	const { values, ...others } = attribute;
	const list: WireTree = {
		item: 'value',
		of: values.map(({ key, name }) => ({
			fields: [
				['key', key],
				['name', name]
			]
		}))
	};
	return {
		fields: [
			['variable', others.variable],
			['code', others.code],
			['datatype', others.datatype],
			['required', others.required],
			['datatype_description', others.datatype_description],
			['order', others.order],
			['description', others.description],
			...(attribute.datatype.endsWith('list') ? [['values', list] as const] : [])
		]
	};
}

/** The 17 fields of GET Service Requests in the specification's order, except `long` and `lat`. */
function requestFields(request: CityRequest, dialect: Dialect): WireFields {
	const note = NOTES[request.note];
	const service = SERVICES.find(({ service_code }) => service_code === request.service_code);
	const lat = ['lat', request.lat] as const;
	const long = ['long', request.long] as const;
	const all: WireFields = {
		fields: [
			['service_request_id', id(request.service_request_id, dialect)],
			['status', note.status],
			['status_notes', note.status_notes],
			[
				'service_name',
				(dialect.problemNames ? service?.problemName : service?.service_name) ?? null
			],
			['service_code', id(request.service_code, dialect)],
			['description', request.description],
			['agency_responsible', '311 Toronto'],
			['service_notice', null],
			['requested_datetime', instant(request.requested)],
			['updated_datetime', instant(request.updated)],
			['expected_datetime', instant(request.expected)],
			['address', request.address],
			['address_id', id(request.address_id, dialect)],
			['zipcode', null],
			...(dialect.longFirst ? [long, lat] : [lat, long]),
			['media_url', request.media_url]
		]
	};
	return inWriting(all, request.service_request_id, dialect.writing);
}

/** The answer to a report: an id from a realtime service or a token from a batch service. */
function submittedFields(request: CityRequest, dialect: Dialect): WireFields {
	const realtime = dialect.realtime.includes(request.service_code);
	return {
		fields: [
			realtime
				? ['service_request_id', id(request.service_request_id, dialect)]
				: ['token', request.token],
			['service_notice', null],
			['account_id', null]
		]
	};
}

function documentOf(answer: Exclude<CityAnswer, { kind: 'failed' }>, dialect: Dialect): Document {
	switch (answer.kind) {
		case 'services':
			return {
				root: 'services',
				tree: { item: 'service', of: answer.services.map((each) => serviceFields(each, dialect)) }
			};
		case 'definition': {
			const { service_code, attributes } = answer.definition;
			return {
				root: 'service_definition',
				tree: {
					fields: [
						['service_code', id(service_code, dialect)],
						['attributes', { item: 'attribute', of: attributes.map(attributeFields) }]
					]
				}
			};
		}
		case 'requests':
			return {
				root: 'service_requests',
				tree: { item: 'request', of: answer.requests.map((each) => requestFields(each, dialect)) },
				wrapped: true
			};
		case 'submitted':
			return {
				root: 'service_requests',
				tree: { item: 'request', of: [submittedFields(answer.request, dialect)] }
			};
		case 'token':
			return {
				root: 'service_requests',
				tree: {
					item: 'request',
					of: [
						{
							fields: [
								['service_request_id', id(answer.service_request_id, dialect)],
								['token', answer.token]
							]
						}
					]
				}
			};
		default:
			return answer satisfies never;
	}
}

/** Seconds after which to try again, when the service is unavailable. */
const RETRY_AFTER = '30';

/** Prints an answer of the city. The first of several errors decides the HTTP status. */
export function respond(
	answer: CityAnswer,
	dialect: Dialect,
	format: Format,
	headers: Record<string, string> = {}
): Response {
	if (answer.kind !== 'failed') {
		return toResponse(documentOf(answer, dialect), dialect, format, { status: 200 });
	}
	const errorFields = ({ status, description }: ApiError): WireFields => ({
		fields: [
			['code', status],
			['description', description]
		]
	});
	const { status } = answer.failures[0];
	const later: Record<string, string> = status === 503 ? { 'Retry-After': RETRY_AFTER } : {};
	return toResponse(
		{ root: 'errors', tree: { item: 'error', of: answer.failures.map(errorFields) } },
		dialect,
		format,
		{ status, headers: { ...later, ...headers } }
	);
}

/** When the mock-up's endpoints last changed, for `changeset`. */
const CHANGESET = '2012-06-15T12:00:00-04:00';

/**
 * Prints the discovery document (https://wiki.open311.org/Service_Discovery/) of a dialect, with
 * its own endpoint first. Toronto's was not recorded, so everything in it but the shape is
 * invented.
 */
export function respondDiscovery(root: string, dialect: Dialect, format: Format): Response {
	const others = DIALECTS.filter(({ name }) => name !== dialect.name);
	const endpoint = (each: Dialect): WireFields => ({
		fields: [
			['specification', 'http://wiki.open311.org/GeoReport_v2'],
			['url', (root + each.path).replace(/\/$/, '')],
			['changeset', CHANGESET],
			['type', 'test'],
			['formats', { item: 'format', of: ['text/xml', 'application/json'] }]
		]
	});
	const tree: WireTree = {
		fields: [
			['changeset', CHANGESET],
			['contact', 'An unofficial mock-up of 311 Toronto; this document is invented.'],
			['key_service', 'The mock-up needs no key.'],
			['endpoints', { item: 'endpoint', of: [dialect, ...others].map(endpoint) }]
		]
	};
	return toResponse({ root: 'discovery', tree }, dialect, format, { status: 200 });
}
