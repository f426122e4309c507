// The methods and arguments of GeoReport v2, https://wiki.open311.org/GeoReport_v2/, as one table:
// forms, help texts and requests are made from it.
import { body, extension, jurisdictionId, path, query, type Argument } from './argument';

/** The seven methods of a GeoReport v2 endpoint, each named after what it is about. */
export type MethodName =
	'discovery' | 'services' | 'definition' | 'submit' | 'token' | 'requests' | 'request';

/** One method of the API: its name for people, verb, path and arguments. */
export interface ApiMethod {
	name: MethodName;
	/** What people call it: the specification's heading, for a token the City's own shorter name. */
	title: string;
	verb: 'GET' | 'POST';
	/** Relative to the endpoint's base URL, with `{format}` and path arguments in braces. */
	path: string;
	arguments: readonly Argument[];
	/** The section of the specification that defines it. */
	section: string;
}

/** Every method in the specification's order, discovery first. */
export const METHODS: readonly ApiMethod[] = [
	{
		name: 'discovery',
		title: 'Service Discovery',
		verb: 'GET',
		path: 'discovery.{format}',
		arguments: [],
		section: 'Service Discovery'
	},
	{
		name: 'services',
		title: 'GET Service List',
		verb: 'GET',
		path: 'services.{format}',
		arguments: [jurisdictionId(query)],
		section: 'GET Service List'
	},
	{
		name: 'definition',
		title: 'GET Service Definition',
		verb: 'GET',
		path: 'services/{service_code}.{format}',
		arguments: [
			path('service_code', 'A code of the service list; upper and lower case matter.', {
				kind: 'service',
				required: 'yes',
				example: 'CSROWR-12'
			}),
			jurisdictionId(query)
		],
		section: 'GET Service Definition'
	},
	{
		name: 'submit',
		title: 'POST Service Request',
		verb: 'POST',
		path: 'requests.{format}',
		arguments: [
			jurisdictionId(body),
			body('api_key', 'Needed by the City’s production system; the mock-up needs none.'),
			body('service_code', 'A code of the service list; upper and lower case matter.', {
				kind: 'service',
				required: 'yes',
				example: 'CSROWR-12'
			}),
			body('lat', 'Latitude in WGS84 degrees. Send lat and long together.', {
				kind: 'coordinate',
				required: 'conditional',
				example: '43.652577773'
			}),
			body('long', 'Longitude in WGS84 degrees. Send lat and long together.', {
				kind: 'coordinate',
				required: 'conditional',
				example: '-79.432565424'
			}),
			body('address_string', 'An address, corner or place name, instead of coordinates.', {
				required: 'conditional',
				example: 'DUFFERIN ST & COLLEGE ST'
			}),
			body(
				'address_id',
				'The City’s number for an address, instead of coordinates; from 99000001 on the mock-up’s own.',
				{
					required: 'conditional',
					example: '13466425'
				}
			),
			body('description', 'What is wrong, in plain text; at most 4,000 characters.', {
				kind: 'multiline',
				atMost: 4000
			}),
			body('media_url', 'A link to a photo. Files are not accepted.', { kind: 'url' }),
			body('first_name', 'Required for graffiti on private property.', {
				required: 'conditional'
			}),
			body('last_name', 'Required for graffiti on private property.', {
				required: 'conditional'
			}),
			body('email', 'Required for graffiti on private property.', {
				kind: 'email',
				required: 'conditional'
			}),
			body('phone', 'The reporter’s telephone number.', { kind: 'tel' }),
			body('account_id', 'The reporter’s account, where the city keeps accounts.'),
			body('device_id', 'The device the report was made on.')
		],
		section: 'POST Service Request'
	},
	{
		name: 'token',
		title: 'GET request_id from a token',
		verb: 'GET',
		path: 'tokens/{token}.{format}',
		arguments: [
			path('token', 'The token that POST Service Request answered with.', {
				required: 'yes',
				example: '9000021'
			}),
			jurisdictionId(query)
		],
		section: 'GET service_request_id from a token'
	},
	{
		name: 'requests',
		title: 'GET Service Requests',
		verb: 'GET',
		path: 'requests.{format}',
		arguments: [
			jurisdictionId(query),
			query('service_request_id', 'Ids with commas between. Overrides every other argument.', {
				kind: 'list'
			}),
			query('service_code', 'Codes with commas between; all services if empty.', {
				kind: 'services'
			}),
			query(
				'start_date',
				'Earliest requested_datetime, ISO 8601. At most 90 days before end_date.',
				{
					kind: 'datetime',
					example: '2012-06-01T00:00:00Z'
				}
			),
			query('end_date', 'Latest requested_datetime, ISO 8601.', {
				kind: 'datetime',
				example: '2012-06-15T00:00:00Z'
			}),
			query('status', 'open, closed, or both with a comma; both if empty.', {
				kind: 'status',
				example: 'open'
			}),
			extension('page', 'The page to show, counted from 1.', { kind: 'number', example: '1' }),
			extension('page_size', 'Rows on a page, 1 to 1,000.', { kind: 'number', example: '20' }),
			extension('updated_after', 'Earliest updated_datetime, ISO 8601.', { kind: 'datetime' }),
			extension('updated_before', 'Latest updated_datetime, ISO 8601.', { kind: 'datetime' }),
			extension('lat', 'Centre of a circle; needs long and radius.', { kind: 'coordinate' }),
			extension('long', 'Centre of a circle; needs lat and radius.', { kind: 'coordinate' }),
			extension('radius', 'Radius of the circle in metres.', { kind: 'number', example: '1000' })
		],
		section: 'GET Service Requests'
	},
	{
		name: 'request',
		title: 'GET Service Request',
		verb: 'GET',
		path: 'requests/{service_request_id}.{format}',
		arguments: [
			path('service_request_id', 'The id of the request.', {
				required: 'yes',
				example: '101000000001'
			}),
			jurisdictionId(query)
		],
		section: 'GET Service Request'
	}
];

/** Returns the row of the table for a method. */
export function methodOf(name: MethodName): ApiMethod {
	const method = METHODS.find((candidate) => candidate.name === name);
	if (!method) throw new Error(`No GeoReport v2 method is called ${name}.`);
	return method;
}
