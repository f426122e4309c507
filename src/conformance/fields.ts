// The fields of each resource of GeoReport v2 in an answer, https://wiki.open311.org/GeoReport_v2/.

/** What a field holds; a list of texts means one of them. */
export type FieldType =
	| 'text'
	| 'boolean'
	| 'integer'
	| 'latitude'
	| 'longitude'
	| 'dateTime'
	| 'url'
	/** Holds other fields, which are checked elsewhere. */
	| 'container'
	/** A text that the specification's own samples print as a number, too. */
	| 'id'
	/** Text or number: the specification shows both. */
	| 'code'
	| readonly string[];

/** One field of a resource. */
export interface FieldRule {
	type: FieldType;
	/** Whether a record must have a value in it, by open311's own JSON Schemas. */
	required: boolean;
	/** The longest text, in characters; one beyond 16 bits is one character. */
	atMost?: number;
	/** Whether it is text without HTML. */
	plain?: boolean;
}

/** The fields of a resource by their names on the wire. */
export type FieldRules = Readonly<Record<string, FieldRule>>;

const must = (type: FieldType): FieldRule => ({ type, required: true });
const may = (type: FieldType): FieldRule => ({ type, required: false });

/** "GET Service List". */
export const SERVICE: FieldRules = {
	service_code: must('id'),
	service_name: must('text'),
	description: may('text'),
	metadata: must('boolean'),
	type: must(['realtime', 'batch', 'blackbox']),
	keywords: may('text'),
	group: may('text')
};

/** "GET Service Definition". */
export const DEFINITION: FieldRules = {
	service_code: must('id'),
	attributes: may('container')
};

/** One question of a definition. */
export const ATTRIBUTE: FieldRules = {
	variable: must('boolean'),
	code: must('text'),
	datatype: must(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']),
	required: must('boolean'),
	datatype_description: may('text'),
	order: may('integer'),
	description: may('text'),
	values: may('container')
};

/** One choice of a question. */
export const VALUE: FieldRules = { key: must('id'), name: must('text') };

/** "POST Service Request": an id or a token; a blackbox service gives neither. */
export const SUBMITTED: FieldRules = {
	service_request_id: may('id'),
	token: may('id'),
	service_notice: may('text'),
	account_id: may('id')
};

/** "GET service_request_id from a token"; the id is missing until there is one. */
export const RESOLVED: FieldRules = { service_request_id: may('id'), token: must('id') };

/** "GET Service Requests" and "GET Service Request". */
export const SERVICE_REQUEST: FieldRules = {
	service_request_id: must('id'),
	status: must(['open', 'closed']),
	status_notes: may('text'),
	service_name: may('text'),
	service_code: must('id'),
	description: { ...may('text'), atMost: 4000, plain: true },
	agency_responsible: may('text'),
	service_notice: may('text'),
	requested_datetime: must('dateTime'),
	updated_datetime: may('dateTime'),
	expected_datetime: may('dateTime'),
	address: may('text'),
	address_id: may('id'),
	zipcode: may('id'),
	lat: may('latitude'),
	long: may('longitude'),
	media_url: may('url')
};

/** "Errors". */
export const ERROR: FieldRules = { code: must('code'), description: must('text') };

/** A discovery document: https://wiki.open311.org/Service_Discovery/. */
export const DISCOVERY: FieldRules = {
	changeset: must('text'),
	contact: must('text'),
	key_service: must('text'),
	endpoints: must('container')
};

/** One endpoint of a discovery document. */
export const ENDPOINT: FieldRules = {
	specification: must('text'),
	url: must('url'),
	changeset: must('text'),
	type: must(['production', 'test']),
	formats: must('container')
};

/** Names that servers print for fields which the specification calls otherwise. */
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

/**
 * Fields of a report that say who reported, without their underscores; no service request in an answer
 * may have them.
 */
export const PRIVATE: ReadonlySet<string> = new Set([
	'email',
	'emailaddress',
	'phone',
	'phonenumber',
	'telephone',
	'mobilephone',
	'firstname',
	'lastname',
	'deviceid',
	'accountid'
]);
