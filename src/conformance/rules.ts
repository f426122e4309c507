// What an answer of GeoReport v2 must be, as one table: each rule with who says so. The check of an
// answer, the list of what it found and the reference are drawn from it.

/** Who says so. */
export type Authority =
	| 'GeoReport v2'
	| 'Service Discovery'
	/** The JSON Schemas of validate.open311.org: github.com/open311/schema-validation. */
	| 'open311’s JSON Schemas'
	| 'RFC 8259'
	| 'RFC 3986'
	| 'XML 1.0'
	/** What many clients need and nothing says. */
	| 'practice';

/**
 * How much it weighs: it breaks what the authority says, is allowed but better otherwise, or goes
 * beyond the specification.
 */
export type Level = 'breaks' | 'advice' | 'extension';

/** One rule. */
export interface ConformanceRule {
	/** What must be, as a sentence. */
	must: string;
	authority: Authority;
	/** The heading there; empty for the section of the method that is answered. */
	section: string;
	level: Level;
	/** The answers or parts of answers it is about, in words. */
	looksAt: string;
}

const rule =
	(authority: Authority, level: Level = 'breaks') =>
	(must: string, looksAt: string, section = ''): ConformanceRule => ({
		must,
		authority,
		section,
		level,
		looksAt
	});

const spec = rule('GeoReport v2');
const schemas = rule('open311’s JSON Schemas');

/** Every rule by its name, which does not change. */
const RULES = {
	'content-type': spec(
		'The Content-Type is text/xml or application/json, as the body is.',
		'every answer',
		'Formats'
	),
	charset: spec('The Content-Type says charset=utf-8.', 'every answer', 'Encoding'),
	encoding: spec('The bytes are UTF-8.', 'every answer', 'Encoding'),
	'byte-order-mark': rule('RFC 8259')(
		'JSON begins without a byte order mark.',
		'JSON',
		'8.1. Character Encoding'
	),
	'unpaired-surrogate': rule('RFC 8259', 'advice')(
		'Surrogates that JSON has as escapes come in pairs.',
		'JSON',
		'8.2. Unicode Characters'
	),
	'empty-body': spec('Every answer has a document.', 'every answer', 'Formats'),
	'neither-format': spec('The body is XML or JSON.', 'every answer', 'Formats'),
	malformed: spec('The document is well-formed XML 1.0, or JSON.', 'every answer', 'Formats'),
	'other-format': spec(
		'The answer has the format that the ending of the path asks for.',
		'every answer',
		'Formats'
	),
	'xml-declaration': spec(
		'XML begins with a declaration that says encoding="utf-8".',
		'XML',
		'Encoding'
	),
	'other-parser': rule('practice', 'advice')(
		'Another parser than the playground’s own, fast-xml-parser with its limits, reads the XML too.',
		'XML of up to a million characters',
		'XML'
	),
	'own-entity': rule('practice', 'advice')(
		'A text is written out: many parsers, this page’s too, do not read entities that a document declares itself.',
		'fields in XML'
	),
	'xml-attribute': spec(
		'No element has an attribute, but for the one namespace http://wiki.open311.org/GeoReport_v2.',
		'XML',
		'Formats'
	),
	'xml-name': spec('Each element has the name of the samples.', 'XML'),
	'stray-text': spec(
		'Nothing but records stands in a list, and nothing but fields in a record.',
		'XML'
	),
	wrapper: spec(
		'JSON drops the outer name of XML: a list is an array that nothing is wrapped around.',
		'JSON',
		'Formats'
	),
	'json-shape': spec(
		'A list is an array of objects, also with one record or none; a definition and a discovery document are objects.',
		'JSON',
		'Formats'
	),
	'record-count': spec(
		'The answer has one record; that to a report may have none, for a blackbox service.',
		'POST Service Request, GET request_id from a token, GET Service Request'
	),
	'odd-characters': rule('practice', 'advice')(
		'Codes and ids have no character that cannot be seen, or that looks like another.',
		'codes and ids'
	),
	'success-status': rule('practice', 'advice')(
		'A success has HTTP status 200: nothing says so, but several clients take no other.',
		'every answer'
	),
	'error-status': spec('Errors come with an HTTP status of an error.', 'errors', 'Errors'),
	'error-body': spec(
		'An HTTP status of an error comes with a list of errors, each with code and description.',
		'errors',
		'Errors'
	),
	'error-code': rule('GeoReport v2', 'advice')(
		'A code that is an HTTP status is that of the answer; in most cases they should match.',
		'errors',
		'Errors'
	),
	'missing-field': schemas(
		'A record has its required fields, each with a value.',
		'records; of errors and discovery documents by their own sections'
	),
	'repeated-field': spec('A field stands once in a record.', 'records'),
	'field-name': spec(
		'A field has the name of the specification, letter by letter.',
		'fields that a record lacks under their own name'
	),
	'private-field': spec(
		'No answer tells who reported: email, phone, names, device_id and account_id are only sent.',
		'service requests, at any depth',
		'GET Service Requests'
	),
	'unknown-field': rule('GeoReport v2', 'extension')(
		'Other fields are extensions; clients may pass over them.',
		'records'
	),
	type: schemas(
		'A value has its type: texts, true and false, numbers for lat, long and order.',
		'fields; by type only in JSON'
	),
	'number-for-text': rule('open311’s JSON Schemas', 'advice')(
		'Ids, codes, keys and postal codes are texts: a number loses leading zeros. The samples of the specification print numbers.',
		'service_request_id, token, account_id, service_code, address_id, zipcode and key in JSON'
	),
	value: spec('A field with a fixed set of values has one of them.', 'fields'),
	number: spec('lat and long are decimal degrees.', 'lat, long'),
	range: spec('lat is within 90 degrees and long within 180 (WGS84).', 'lat, long'),
	'date-time': spec(
		'A date-time is written as 2026-01-31T09:05:00-05:00; seconds may be left out.',
		'date-times',
		'Date/Time format'
	),
	'date-time-zone': spec(
		'A date-time has a time zone: Z, or ±hh:mm.',
		'date-times',
		'Date/Time format'
	),
	'date-time-day': spec('A date is a day that there is.', 'date-times', 'Date/Time format'),
	url: rule('RFC 3986')('A URL is absolute.', 'media_url, url', '4.3. Absolute URI'),
	length: spec(
		'A description has at most 4,000 characters.',
		'description of service requests',
		'POST Service Request'
	),
	html: spec(
		'A description is text without HTML.',
		'description of service requests',
		'POST Service Request'
	),
	'not-unique': spec(
		'What identifies a record stands in no other: service_code, service_request_id, and code, order and key of a definition.',
		'lists'
	),
	'list-values': spec(
		'A question whose datatype is a list has values to choose from.',
		'GET Service Definition'
	),
	'id-and-token': spec(
		'A report is answered with a service_request_id or a token, not with both.',
		'POST Service Request'
	),
	'location-pair': spec('lat and long come together.', 'service requests', 'POST Service Request'),
	'xml-format': rule('Service Discovery', 'advice')(
		'Every endpoint has XML among its formats: it is mandatory.',
		'Service Discovery'
	),
	'unknown-refused': spec(
		'What is not there is refused with 404: a service_code, an id, a token.',
		'questions of the suite',
		'Errors'
	),
	'missing-refused': spec(
		'A report without service_code is refused with 400, or with 403 for its key.',
		'questions of the suite',
		'Errors'
	),
	'status-filter': spec(
		'status lists only service requests of the statuses named.',
		'questions of the suite',
		'GET Service Requests'
	),
	'service-filter': spec(
		'service_code lists only service requests of the services named.',
		'questions of the suite',
		'GET Service Requests'
	),
	'date-filter': spec(
		'start_date and end_date list only what was requested between them, by requested_datetime.',
		'questions of the suite',
		'GET Service Requests'
	),
	'id-filter': spec(
		'service_request_id lists the service requests named, and overrides every other argument.',
		'questions of the suite',
		'GET Service Requests'
	),
	'empty-arguments': spec(
		'An argument without a value is the same as one that is not sent.',
		'questions of the suite',
		'Formats'
	),
	'default-span': spec(
		'Without dates, the last 90 days are listed, or the first 1,000 service requests if these are fewer.',
		'questions of the suite',
		'GET Service Requests'
	),
	'answer-by-type': spec(
		'A report is answered with an id by a realtime service, with a token by a batch service, with neither by a blackbox service.',
		'questions of the suite',
		'POST Service Request'
	),
	'found-again': spec(
		'What was reported is found under its id and in the list, where it was reported and with its letters.',
		'questions of the suite',
		'GET Service Request'
	)
} as const satisfies Readonly<Record<string, ConformanceRule>>;

/** The name of a rule. */
export type RuleName = keyof typeof RULES;

/** Returns a rule by its name. */
export const ruleOf = (name: RuleName): ConformanceRule => RULES[name];

/** The names of all rules, in the order of the table. */
export const RULE_NAMES = Object.keys(RULES) as readonly RuleName[];
