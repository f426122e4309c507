// The answers of the methods as JSON Schema with XML names: https://wiki.open311.org/GeoReport_v2/
// and https://wiki.open311.org/Service_Discovery/.
import type { MethodName } from '../georeport/methods.ts';

/** A part of an OpenAPI document: plain JSON. */
export type Json =
	null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A JSON object of an OpenAPI document. */
export type JsonObject = Readonly<Record<string, Json>>;

/** Returns a reference to a named component. */
export const ref = (kind: string, name: string): JsonObject => ({
	$ref: `#/components/${kind}/${name}`
});

const schema = (name: string) => ref('schemas', name);

const text = (description: string, more: JsonObject = {}): JsonObject => ({
	type: ['string', 'null'],
	description,
	...more
});

/** A text by the specification; Toronto printed all-digit texts as JSON numbers. */
const code = (description: string, more: JsonObject = {}): JsonObject => ({
	type: ['string', 'integer'],
	description,
	...more
});

const codeOrNone = (description: string): JsonObject =>
	code(description, { type: ['string', 'integer', 'null'] });

const dateTime = (description: string): JsonObject => text(description, { format: 'date-time' });

const requiredDateTime = (description: string): JsonObject => ({
	type: 'string',
	format: 'date-time',
	description
});

const degrees = (description: string): JsonObject => ({ type: ['number', 'null'], description });

const object = (
	xmlName: string,
	required: readonly string[],
	properties: JsonObject,
	more: JsonObject = {}
): JsonObject => ({ type: 'object', xml: { name: xmlName }, required, properties, ...more });

/** A list: an array in JSON, an element with a child for each item in XML. */
const listOf = (item: Json, xmlName: string): JsonObject => ({
	type: 'array',
	xml: { name: xmlName, wrapped: true },
	items: item
});

/** The schema of each method's answer with status 200. */
export const ANSWERS: Readonly<Record<MethodName, string>> = {
	discovery: 'Discovery',
	services: 'Services',
	definition: 'ServiceDefinition',
	submit: 'SubmittedRequests',
	token: 'RequestIds',
	requests: 'ServiceRequests',
	request: 'ServiceRequests'
};

/** The `components.schemas` of the description. */
export const SCHEMAS: JsonObject = {
	Discovery: object('discovery', ['changeset', 'contact', 'key_service', 'endpoints'], {
		changeset: { type: 'string', description: 'When this document last changed.' },
		contact: { type: 'string', description: 'Whom to write to.' },
		key_service: { type: 'string', description: 'How to get an api_key.' },
		endpoints: listOf(schema('Endpoint'), 'endpoints')
	}),
	Endpoint: object('endpoint', ['specification', 'url', 'changeset', 'type', 'formats'], {
		specification: {
			type: 'string',
			description: 'The name of what it speaks.',
			examples: ['http://wiki.open311.org/GeoReport_v2']
		},
		url: { type: 'string', description: 'The base URL of the endpoint.' },
		changeset: { type: 'string', description: 'When its services last changed.' },
		type: {
			type: 'string',
			enum: ['production', 'test'],
			description: 'Whether reports there are real.'
		},
		formats: {
			...listOf(
				{ type: 'string', enum: ['text/xml', 'application/json'], xml: { name: 'format' } },
				'formats'
			),
			description: 'The types of its answers.'
		}
	}),
	Services: listOf(schema('Service'), 'services'),
	Service: object('service', ['service_code', 'service_name', 'metadata', 'type'], {
		service_code: code('Identifies the service; upper and lower case matter.', {
			examples: ['CSROWR-12']
		}),
		service_name: { type: 'string', description: 'What people call it.' },
		description: text('What the service is for.'),
		metadata: {
			type: 'boolean',
			description: 'Whether GET Service Definition has questions for this service.'
		},
		type: {
			type: 'string',
			enum: ['realtime', 'batch', 'blackbox'],
			description: 'What a report is answered with: an id, a token, or neither.'
		},
		keywords: text('With commas between.'),
		group: text('The category of the service.')
	}),
	ServiceDefinition: object('service_definition', ['service_code', 'attributes'], {
		service_code: code('The service that was asked for.'),
		attributes: listOf(schema('Attribute'), 'attributes')
	}),
	Attribute: object('attribute', ['variable', 'code', 'datatype', 'required'], {
		variable: { type: 'boolean', description: 'False for a note that asks for nothing.' },
		code: { type: 'string', description: 'The CODE of attribute[CODE] in POST Service Request.' },
		datatype: {
			type: 'string',
			enum: ['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist'],
			description: 'The kind of answer; text may have several lines, a list has values.'
		},
		required: { type: 'boolean', description: 'Whether a report must answer it.' },
		datatype_description: text('How the answer is to be given.'),
		order: {
			type: ['integer', 'null'],
			minimum: 1,
			description: 'Its place among the questions.'
		},
		description: text('The question.'),
		values: listOf(schema('AttributeValue'), 'values')
	}),
	AttributeValue: object('value', ['key', 'name'], {
		key: { type: 'string', description: 'What is sent.' },
		name: { type: 'string', description: 'What people are shown.' }
	}),
	ServiceRequests: listOf(schema('ServiceRequest'), 'service_requests'),
	WrappedServiceRequests: {
		type: 'object',
		description: 'How Toronto printed the list in JSON: one level deeper than the specification.',
		required: ['service_requests'],
		properties: { service_requests: schema('ServiceRequests') }
	},
	ServiceRequest: object(
		'request',
		['service_request_id', 'status', 'service_code', 'requested_datetime'],
		{
			service_request_id: code('Identifies the service request.', { examples: ['101000000001'] }),
			status: {
				type: 'string',
				enum: ['open', 'closed'],
				description: 'Whether it is still to be seen to.'
			},
			status_notes: text('Why it has this status.'),
			service_name: text('In the standard dialect the name of the service list.'),
			service_code: code('The service it belongs to.'),
			description: text('What was reported.', { maxLength: 4000 }),
			agency_responsible: text('Who sees to it.'),
			service_notice: text('What to expect.'),
			requested_datetime: requiredDateTime('When it was reported.'),
			updated_datetime: dateTime('When it last changed; when it was closed, if it is.'),
			expected_datetime: dateTime('When it should be seen to.'),
			address: text('Where it is, in words.'),
			address_id: codeOrNone('The City’s number for the address.'),
			zipcode: text('Postal code.'),
			lat: degrees('Latitude, WGS84.'),
			long: degrees('Longitude, WGS84.'),
			media_url: text('A photo.', { format: 'uri' })
		}
	),
	SubmittedRequests: listOf(schema('SubmittedRequest'), 'service_requests'),
	SubmittedRequest: object(
		'request',
		[],
		{
			service_request_id: code('From a realtime service.'),
			token: { type: 'string', description: 'From a batch service: leads to the id later.' },
			service_notice: text('What to expect.'),
			account_id: text('The reporter’s account.')
		},
		{
			not: {
				required: ['service_request_id', 'token'],
				properties: { service_request_id: true, token: true }
			}
		}
	),
	RequestIds: listOf(schema('RequestId'), 'service_requests'),
	RequestId: object('request', ['token'], {
		service_request_id: codeOrNone('Empty or left out until there is one.'),
		token: { type: 'string', description: 'The token that was asked for.' }
	}),
	Errors: listOf(schema('Error'), 'errors'),
	Error: object('error', ['code', 'description'], {
		code: code('The HTTP status, or something more exact.', { examples: ['404'] }),
		description: { type: 'string', description: 'What is wrong, for a person to read.' }
	})
};
