// The resources of GeoReport v2, https://wiki.open311.org/GeoReport_v2/, normalised for reading:
// ids and codes are strings, coordinates numbers, booleans booleans; absent, empty and null are
// null.

/** The two formats of the specification, "General": XML is mandatory, JSON optional. */
export type Format = 'xml' | 'json';

/**
 * Whether a service answers a report with an id, a token or neither ("GET Service List", `type`).
 */
export type ServiceType = 'realtime' | 'batch' | 'blackbox';

/** One entry of "GET Service List"; `keywords` is comma-separated, as on the wire. */
export interface Service {
	service_code: string;
	service_name: string;
	description: string | null;
	metadata: boolean;
	type: ServiceType;
	keywords: string | null;
	group: string | null;
}

/** The datatypes of an attribute ("GET Service Definition", `datatype`). */
export type Datatype =
	'string' | 'number' | 'datetime' | 'text' | 'singlevaluelist' | 'multivaluelist';

/** One choice of a list attribute: `key` is sent, `name` is shown. */
export interface AttributeValue {
	key: string;
	name: string;
}

/** One question of a service definition; without `variable` it is a note that takes no answer. */
export interface Attribute {
	variable: boolean;
	code: string;
	datatype: Datatype;
	required: boolean;
	datatype_description: string | null;
	order: number;
	description: string;
	values: AttributeValue[];
}

/** The answer to "GET Service Definition". */
export interface ServiceDefinition {
	service_code: string;
	attributes: Attribute[];
}

/** The two statuses of the specification ("GET Service Requests", `status`). */
export type Status = 'open' | 'closed';

/**
 * One reported problem ("GET Service Requests"), or the shorter answer to a report or a token, with
 * null in the other fields. Date-times are texts, as on the wire (ISO 8601 with a zone).
 */
export interface ServiceRequest {
	service_request_id: string | null;
	token: string | null;
	account_id: string | null;
	status: string | null;
	status_notes: string | null;
	service_name: string | null;
	service_code: string | null;
	description: string | null;
	agency_responsible: string | null;
	service_notice: string | null;
	requested_datetime: string | null;
	updated_datetime: string | null;
	expected_datetime: string | null;
	address: string | null;
	address_id: string | null;
	zipcode: string | null;
	/** WGS84 degrees. */
	lat: number | null;
	/** WGS84 degrees. */
	long: number | null;
	media_url: string | null;
}

/** One entry of an errors body ("Errors"); `code` is a text, as on the wire. */
export interface GeoReportError {
	code: string;
	description: string;
}

/** One endpoint of a discovery document (https://wiki.open311.org/Service_Discovery/). */
export interface DiscoveredEndpoint {
	specification: string | null;
	url: string | null;
	changeset: string | null;
	type: string | null;
	formats: string[];
}

/** A discovery document. */
export interface Discovery {
	changeset: string | null;
	contact: string | null;
	key_service: string | null;
	endpoints: DiscoveredEndpoint[];
}
