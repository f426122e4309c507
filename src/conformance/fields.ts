// The fields of each resource of GeoReport v2, https://wiki.open311.org/GeoReport_v2/, as answers
// print them.

/** What a field holds; a list of texts means one of these. */
export type FieldType =
	| 'text'
	| 'boolean'
	| 'integer'
	| 'latitude'
	| 'longitude'
	| 'dateTime'
	| 'url'
	/** Holds others; its own check is made elsewhere. */
	| 'container'
	/** Text or number: the specification shows both. */
	| 'code'
	| readonly string[];

/** One field of a resource. */
export interface FieldRule {
	type: FieldType;
	/** Whether a record without a value in it is of no use: open311's own JSON Schemas. */
	required: boolean;
	/** The longest text, in characters. */
	atMost?: number;
}

/** The fields of a resource by their names on the wire. */
export type Fields = Readonly<Record<string, FieldRule>>;

const must = (type: FieldType): FieldRule => ({ type, required: true });
const may = (type: FieldType): FieldRule => ({ type, required: false });

/** "GET Service List". */
export const SERVICE: Fields = {
	service_code: must('text'),
	service_name: must('text'),
	description: may('text'),
	metadata: must('boolean'),
	type: must(['realtime', 'batch', 'blackbox']),
	keywords: may('text'),
	group: may('text')
};

/** "GET Service Definition". */
export const DEFINITION: Fields = {
	service_code: must('text'),
	attributes: may('container')
};

/** One question of a definition. */
export const ATTRIBUTE: Fields = {
	variable: must('boolean'),
	code: must('text'),
	datatype: must(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']),
	required: must('boolean'),
	datatype_description: may('text'),
	order: must('integer'),
	description: must('text'),
	values: may('container')
};

/** One choice of a question. */
export const VALUE: Fields = { key: must('text'), name: must('text') };

/** "POST Service Request": an id or a token, or neither for a blackbox service. */
export const SUBMITTED: Fields = {
	service_request_id: may('text'),
	token: may('text'),
	service_notice: may('text'),
	account_id: may('text')
};

/** "GET service_request_id from a token"; there is no id before one is given. */
export const RESOLVED: Fields = { service_request_id: may('text'), token: must('text') };

/** "GET Service Requests" and "GET Service Request". */
export const SERVICE_REQUEST: Fields = {
	service_request_id: must('text'),
	status: must(['open', 'closed']),
	status_notes: may('text'),
	service_name: may('text'),
	service_code: must('text'),
	description: { ...may('text'), atMost: 4000 },
	agency_responsible: may('text'),
	service_notice: may('text'),
	requested_datetime: must('dateTime'),
	updated_datetime: may('dateTime'),
	expected_datetime: may('dateTime'),
	address: may('text'),
	address_id: may('text'),
	zipcode: may('text'),
	lat: may('latitude'),
	long: may('longitude'),
	media_url: may('url')
};

/** "Errors". */
export const ERROR: Fields = { code: must('code'), description: must('text') };

/** A discovery document: https://wiki.open311.org/Service_Discovery/. */
export const DISCOVERY: Fields = {
	changeset: must('text'),
	contact: must('text'),
	key_service: must('text'),
	endpoints: must('container')
};

/** One endpoint of a discovery document. */
export const ENDPOINT: Fields = {
	specification: must('text'),
	url: must('url'),
	changeset: must('text'),
	type: must(['production', 'test']),
	formats: must('container')
};

/** What others print where the specification has another name. */
export const MISNAMED: Readonly<Record<string, string>> = {
	lng: 'long',
	lon: 'long',
	longitude: 'long',
	latitude: 'lat',
	address_string: 'address',
	id: 'service_request_id',
	zip_code: 'zipcode',
	updated_date_time: 'updated_datetime',
	requested_date_time: 'requested_datetime'
};

/** What a report may carry and no answer may tell: who reported. */
export const PRIVATE: readonly string[] = [
	'email',
	'phone',
	'first_name',
	'last_name',
	'device_id'
];
