// Cities with one fault each, and the first line that a run must end with: a list written by hand
// from the specification, https://wiki.open311.org/GeoReport_v2/.
import type { MethodName } from '../../src/georeport/methods';
import type { Format } from '../../src/georeport/types';
import type { Changes, Data, Fields } from './city';

/** One fault. */
export interface CityFault {
	name: string;
	changes: Changes;
	/** What the first line of the run says. */
	says: RegExp;
	/** The section that it names. */
	section: string;
	/** The only format that can have it; left out for both. */
	only?: Format;
}

const SERVICE_LIST = 'GET Service List';
const DEFINITION = 'GET Service Definition';
const REQUESTS = 'GET Service Requests';

/** The first record of an answer, or the object it is, with another value in a field. */
function first(data: Data, change: (record: Fields) => Fields): Data {
	if (Array.isArray(data)) {
		const [record, ...others] = data as readonly Data[];
		return record === undefined ? data : [change({ ...(record as Fields) }), ...others];
	}
	return change({ ...(data as Fields) });
}

/** Changes the first record of a method's answers. */
const record = (method: MethodName | 'errors', change: (record: Fields) => Fields): Changes => ({
	data: (data, of) => (of === method ? first(data, change) : data)
});

const set = (method: MethodName | 'errors', name: string, value: Data) =>
	record(method, (fields) => ({ ...fields, [name]: value }));

const without = (method: MethodName | 'errors', name: string) =>
	record(method, ({ [name]: _, ...others }) => others);

/** Sets a field of every service request that the city has. */
export const inRows = (name: string, value: Data): Changes => ({
	rows: (rows) => rows.map((row, at) => (at === 0 ? { ...row, [name]: value } : row))
});

const withoutInRows = (name: string): Changes => ({
	rows: ([row, ...others]) => {
		const { [name]: _, ...rest } = row ?? {};
		return [rest, ...others];
	}
});

/** Changes the first question of the definition. */
export const question = (change: (fields: Fields) => Fields) =>
	record('definition', (fields) => ({
		...fields,
		attributes: first(fields.attributes ?? [], change)
	}));

const questionSet = (name: string, value: Data) =>
	question((fields) => ({ ...fields, [name]: value }));
const questionWithout = (name: string) => question(({ [name]: _, ...others }) => others);

/** Changes the one endpoint of the discovery document. */
export const endpoint = (change: (fields: Fields) => Fields) =>
	record('discovery', (fields) => ({
		...fields,
		endpoints: first(fields.endpoints ?? [], change)
	}));

export const text = (
	change: (text: string) => string,
	where: MethodName | 'errors' = 'requests'
): Changes => ({
	text: (text, of) => (of === where ? change(text) : text)
});

const typed = (type: string | null, where: MethodName = 'services'): Changes => ({
	wire: (_, of) => (of === where ? { type } : {})
});

const bytes = (
	change: (body: Uint8Array) => Uint8Array,
	where: MethodName = 'services'
): Changes => ({
	wire: ({ body }, of) => (of === where ? { body: change(body) } : {})
});

export const joined = (...parts: (readonly number[] | Uint8Array)[]) =>
	Uint8Array.from(parts.flatMap((part) => [...part]));

const encoded = (text: string) => new TextEncoder().encode(text);

/** The city does not look at some arguments of a method. */
const ignores = (...names: string[]): Changes => ({
	call: (call) => {
		if (call.method !== 'requests') return call;
		const values = new URLSearchParams(call.values);
		for (const name of names) values.delete(name);
		return { ...call, values };
	}
});

/** The city looks for the whole of a list of values, as if it were one. */
const takesForOne = (name: string): Changes => ({
	data: (data, of, { values }) => (of === 'requests' && values.get(name)?.includes(',') ? [] : data)
});

/** The date of the first service request is written so. */
const dated = (value: string, field = 'requested_datetime'): Changes => ({
	data: (data, of) =>
		of === 'request' || of === 'requests'
			? (data as readonly Fields[]).map((row) =>
					row.service_request_id === '638345' ? { ...row, [field]: value } : row
				)
			: data
});

const fault = (
	name: string,
	changes: Changes,
	says: RegExp,
	section: string,
	only?: Format
): CityFault => ({ name, changes, says, section, ...(only ? { only } : {}) });

const FIELDS: readonly CityFault[] = [
	...['service_code', 'service_name', 'metadata', 'type'].map((name) =>
		fault(
			`a service without ${name}`,
			without('services', name),
			new RegExp(`: ${name} is missing`),
			SERVICE_LIST
		)
	),
	fault(
		'a service of type instant',
		set('services', 'type', 'instant'),
		/type “instant” should be one of realtime, batch, blackbox/,
		SERVICE_LIST
	),
	fault(
		'metadata as a word',
		set('services', 'metadata', 'yes'),
		/metadata .*“yes”.* should be true or false/,
		SERVICE_LIST
	),
	fault(
		'two services of one code',
		set('services', 'service_code', '002'),
		/service_code “002” stands in more than one record/,
		SERVICE_LIST
	),
	fault(
		'keywords in pieces',
		set('services', 'keywords', { keyword: 'a' }),
		/keywords holds other fields or a list/,
		SERVICE_LIST
	),
	fault(
		'service_name in capitals',
		record('services', ({ service_name = null, ...others }) => ({
			...others,
			Service_Name: service_name
		})),
		/Service_Name should be called service_name/,
		SERVICE_LIST
	),
	...['variable', 'code', 'datatype', 'required'].map((name) =>
		fault(
			`a question without ${name}`,
			questionWithout(name),
			new RegExp(`: ${name} is missing`),
			DEFINITION
		)
	),
	fault(
		'a datatype of its own',
		questionSet('datatype', 'date'),
		/datatype “date” should be one of string, number, datetime/,
		DEFINITION
	),
	fault(
		'an order from 0',
		questionSet('order', 0),
		/order “0” should be a whole number from 1/,
		DEFINITION
	),
	fault(
		'an order twice',
		questionSet('order', 2),
		/order “2” stands in more than one record/,
		DEFINITION
	),
	fault(
		'a question twice',
		questionSet('code', 'NOTE'),
		/code “NOTE” stands in more than one record/,
		DEFINITION
	),
	fault(
		'a list without values',
		questionSet('values', []),
		/A singlevaluelist has no values/,
		DEFINITION
	),
	fault(
		'a value without key',
		questionSet('values', [{ name: 'Ford' }]),
		/key is missing/,
		DEFINITION
	),
	fault(
		'a value without name',
		questionSet('values', [{ key: '1' }]),
		/name is missing/,
		DEFINITION
	),
	fault(
		'a key twice',
		questionSet('values', [
			{ key: '1', name: 'Ford' },
			{ key: '1', name: 'Fiat' }
		]),
		/key “1” stands in more than one record/,
		DEFINITION
	),
	fault(
		'a definition without attributes',
		without('definition', 'attributes'),
		/attributes is missing/,
		DEFINITION
	),
	fault(
		'a definition without service_code',
		without('definition', 'service_code'),
		/service_code is missing/,
		DEFINITION
	),
	fault(
		'a definition of another service',
		set('definition', 'service_code', '007'),
		/The definition of 001 was expected, that of 007 came/,
		DEFINITION
	),
	...['status', 'service_code', 'requested_datetime'].map((name) =>
		fault(
			`a request without ${name}`,
			withoutInRows(name),
			new RegExp(`: ${name} is missing`),
			REQUESTS
		)
	),
	fault(
		'a request without id',
		{
			data: (data, of) =>
				of === 'requests' ? first(data, ({ service_request_id: _, ...row }) => row) : data
		},
		/service_request_id is missing/,
		REQUESTS
	),
	fault(
		'a status in capitals',
		dated('OPEN', 'status'),
		/status “OPEN” should be one of open, closed/,
		REQUESTS
	),
	fault(
		'a status of its own',
		dated('in progress', 'status'),
		/status “in progress” should be one of open, closed/,
		REQUESTS
	),
	fault(
		'one id twice',
		{ rows: ([a = {}, ...others]) => [a, { ...a }, ...others] },
		/service_request_id “638345” stands in more than one record/,
		REQUESTS
	),
	fault(
		'an e-mail address',
		inRows('email', 'a@example.com'),
		/email tells who reported/,
		REQUESTS
	),
	fault(
		'an e-mail address inside another field',
		inRows('contact', { email: 'a@example.com' }),
		/email tells who reported/,
		REQUESTS
	),
	fault(
		'a telephone number, deep inside',
		inRows('extended_attributes', { a: { b: { phone: '416 555 0123' } } }),
		/phone tells who reported/,
		REQUESTS
	),
	fault(
		'a first name in camel case',
		inRows('firstName', 'Ann'),
		/firstName tells who reported/,
		REQUESTS
	),
	fault(
		'a device in a list inside another field',
		inRows('extended_attributes', { reporters: [{ deviceId: 'a1' }] }),
		/deviceId tells who reported/,
		REQUESTS
	),
	fault(
		'a description of 4,001 characters',
		inRows('description', 'x'.repeat(4001)),
		/description has 4001 characters; at most 4000/,
		'POST Service Request'
	),
	fault(
		'HTML in a description',
		inRows('description', 'Big<br>hole'),
		/description has the HTML tag “<br>”/,
		'POST Service Request'
	),
	fault(
		'a relative media_url',
		inRows('media_url', 'photo.jpg'),
		/media_url “photo\.jpg” is not an absolute URL/,
		'4.3. Absolute URI'
	),
	...(
		[
			['C:\\photos\\1.jpg', /is not an absolute URL/],
			['http://', /is not an absolute URL/],
			['http:///1.jpg', /is not an absolute URL: it names no host/],
			['http:photo.jpg', /is not an absolute URL: it names no host/],
			['http://city.example/<id>.jpg', /is not an absolute URL/],
			['http://a.example/1.jpg,http://a.example/2.jpg', /holds more than one URL; it should be one/]
		] as const
	).map(([url, says]) =>
		fault(`a media_url like ${url}`, inRows('media_url', url), says, '4.3. Absolute URI')
	),
	fault(
		'a telephone number under another name',
		inRows('phone_number', '416 555 0123'),
		/phone_number tells who reported/,
		REQUESTS
	),
	fault(
		'lat and long swapped',
		{
			rows: (rows) =>
				rows.map(({ lat = null, long = null, ...row }) => ({ ...row, lat: long, long: lat }))
		},
		/lat “-122\.4651145” is not within ±90 degrees/,
		REQUESTS
	),
	fault(
		'projected coordinates',
		{ rows: (rows) => rows.map((row) => ({ ...row, lat: 884936, long: 1004398 })) },
		/lat “884936” is not within ±90 degrees/,
		REQUESTS
	),
	fault('a latitude in words', inRows('lat', 'north'), /lat .*“north”/, REQUESTS),
	fault(
		'half a location',
		withoutInRows('long'),
		/lat is given without long/,
		'POST Service Request'
	),
	fault(
		'lng for long',
		{ rows: (rows) => rows.map(({ long = null, ...row }) => ({ ...row, lng: long })) },
		/lng should be called long/,
		REQUESTS
	),
	fault(
		'names in camel case',
		{
			data: (data, of) =>
				of === 'requests'
					? (data as readonly Fields[]).map(({ requested_datetime = null, ...row }) => ({
							...row,
							requestedDatetime: requested_datetime
						}))
					: data
		},
		/requestedDatetime should be called requested_datetime/,
		REQUESTS
	),
	fault(
		'an error without description',
		without('errors', 'description'),
		/HTTP status 404 comes without a list of errors|description is missing/,
		'Errors'
	),
	fault(
		'an empty description',
		set('errors', 'description', ''),
		/description has no value/,
		'Errors'
	),
	fault(
		'an empty list of errors',
		{ data: (data, of) => (of === 'errors' ? [] : data) },
		/comes without a list of errors|The list of errors is empty/,
		'Errors'
	),
	fault(
		'a token that is not told',
		without('token', 'token'),
		/token is missing/,
		'GET service_request_id from a token'
	),
	fault(
		'an id and a token',
		set('submit', 'token', 't1'),
		/service_request_id and token come together/,
		'POST Service Request'
	),
	fault(
		'two for one',
		{
			data: (data, of) =>
				of === 'request'
					? [
							...(data as readonly Data[]),
							...(data as readonly Fields[]).map((row) => ({ ...row, service_request_id: '1' }))
						]
					: data
		},
		/The answer has 2 records; it should have one/,
		'GET Service Request'
	),
	...['changeset', 'contact', 'key_service', 'endpoints'].map((name) =>
		fault(
			`discovery without ${name}`,
			without('discovery', name),
			new RegExp(`: ${name} is missing`),
			'Service Discovery'
		)
	),
	fault(
		'an endpoint of type beta',
		endpoint((fields) => ({ ...fields, type: 'beta' })),
		/type “beta” should be one of production, test/,
		'Service Discovery'
	),
	fault(
		'an endpoint without formats',
		endpoint(({ formats: _, ...fields }) => fields),
		/formats is missing/,
		'Service Discovery'
	),
	fault(
		'formats in words',
		endpoint((fields) => ({ ...fields, formats: ['xml'] })),
		/“xml” is no type/,
		'Service Discovery'
	),
	fault(
		'an endpoint at a path',
		endpoint((fields) => ({ ...fields, url: '/v2' })),
		/url “\/v2” is not an absolute URL/,
		'4.3. Absolute URI'
	)
];

const DATES: readonly CityFault[] = (
	[
		['without a zone', '2024-05-02T10:00:05', /needs a time zone, Z or ±hh:mm; it has none/],
		[
			'with a zone without colon',
			'2024-05-02T10:00:05+0000',
			/needs a time zone, Z or ±hh:mm; “\+0000” is none/
		],
		['with a zone by name', '2024-05-02T10:00:05EST', /“EST” is none/],
		[
			'with one digit of seconds',
			'2024-05-02T10:00:5Z',
			/“2024-05-02T10:00:5Z” is no date-time: seconds need two digits/
		],
		['with one digit of a month', '2024-5-02T10:00:05Z', /is no date-time: month needs two digits/],
		[
			'with two digits of a year',
			'24-05-02T10:00:05Z',
			/is no date-time: the year needs four digits/
		],
		['of 31 February', '2024-02-31T10:00:00Z', /is no such day: February 2024 has 29 days/],
		['of 29 February 2023', '2023-02-29T10:00:00Z', /is no such day: February 2023 has 28 days/],
		['of 31 April', '2024-04-31T10:00:00Z', /is no such day: April 2024 has 30 days/],
		['of month 13', '2024-13-01T10:00:00Z', /there is no month 13/],
		['at hour 24', '2024-05-01T24:00:00Z', /there is no hour 24/],
		['at second 60', '2024-05-01T10:00:60Z', /there is no seconds 60/],
		['without a time', '2024-05-02', /the time is missing/],
		['with a blank for the T', '2024-05-02 10:00:05Z', /a T should stand between date and time/],
		['with slashes', '2024/05/02 10:00', /is no date-time: it should be written as/],
		['in words', 'yesterday', /is no date-time: it should be written as/],
		['as a number', '1714644005', /is no date-time: it should be written as/]
	] as const
).map(([how, value, says]) =>
	fault(`a date-time ${how}`, dated(value, 'updated_datetime'), says, 'Date/Time format')
);

const HEADS: readonly CityFault[] = [
	fault(
		'JSON under text/xml',
		typed('text/xml; charset=utf-8'),
		/The Content-Type is text\/xml; this answer should have application\/json/,
		'Formats',
		'json'
	),
	fault(
		'XML under application/xml',
		typed('application/xml; charset=utf-8'),
		/The Content-Type is application\/xml; this answer should have text\/xml/,
		'Formats',
		'xml'
	),
	fault(
		'text/plain',
		typed('text/plain; charset=utf-8'),
		/The Content-Type is text\/plain/,
		'Formats'
	),
	fault(
		'JSON under text/html',
		typed('text/html; charset=utf-8'),
		/The Content-Type is text\/html/,
		'Formats'
	),
	fault('no Content-Type', typed(null), /There is no Content-Type/, 'Formats'),
	fault('no charset in XML', typed('text/xml'), /names no charset/, 'Encoding', 'xml'),
	fault('no charset in JSON', typed('application/json'), /names no charset/, 'Encoding', 'json'),
	fault(
		'Latin-1 by the header',
		typed('text/xml; charset=iso-8859-1'),
		/The charset is iso-8859-1; it should be utf-8/,
		'Encoding',
		'xml'
	),
	fault(
		'bytes that are no UTF-8',
		{
			wire: ({ body }, of) =>
				of === 'services' ? { body: body.map((byte) => (byte === 0x43 ? 0xe9 : byte)) } : {}
		},
		/The bytes E9 .* at position \d+ \(line 1, column \d+\) are no UTF-8/,
		'Encoding'
	),
	fault(
		'a character that is cut off',
		{
			wire: ({ body }, of) =>
				of === 'services'
					? { body: joined(body.subarray(0, 60), [0xf0, 0x9f], body.subarray(60)) }
					: {}
		},
		/The bytes F0 9F .* are no UTF-8/,
		'Encoding'
	),
	fault(
		'JSON behind a byte order mark',
		bytes((body) => joined([0xef, 0xbb, 0xbf], body)),
		/begins with a byte order mark/,
		'8.1. Character Encoding',
		'json'
	),
	fault(
		'UTF-16',
		{
			wire: ({ body }, of) =>
				of === 'services'
					? {
							body: joined(
								[0xff, 0xfe],
								[...new TextDecoder().decode(body)].flatMap((char) => [char.charCodeAt(0), 0])
							)
						}
					: {}
		},
		/The bytes are utf-16le; they should be UTF-8/,
		'Encoding'
	),
	fault(
		'nothing at all',
		bytes(() => new Uint8Array(), 'requests'),
		/The body is empty/,
		'Formats'
	),
	fault(
		'half a document',
		bytes((body) => body.subarray(0, 100), 'requests'),
		/The document is not well-formed: The document is cut off/,
		'Formats'
	),
	fault(
		'a page of HTML for what is not there',
		{
			wire: (_, of) =>
				of === 'errors'
					? { body: encoded('<!DOCTYPE html><title>404</title>'), type: 'text/html' }
					: {}
		},
		/The body is neither XML nor JSON but an HTML page: “<!DOCTYPE html><title>404<\/title>”/,
		'Formats'
	),
	fault(
		'words for what is not there',
		{
			wire: (_, of) => (of === 'errors' ? { body: encoded('Not found'), type: 'text/plain' } : {})
		},
		/The body is neither XML nor JSON: “Not found”/,
		'Formats'
	),
	fault(
		'errors with status 200',
		{ wire: (_, of) => (of === 'errors' ? { status: 200 } : {}) },
		/HTTP status 404 was expected, 200 came/,
		DEFINITION
	),
	fault(
		'400 for 404',
		{ wire: ({ status }) => (status === 404 ? { status: 400 } : {}) },
		/HTTP status 404 was expected, 400 came/,
		DEFINITION
	),
	fault(
		'JSON for XML',
		{
			wire: (_, of, format) =>
				of === 'requests' && format === 'xml'
					? { body: encoded('[]'), type: 'application/json; charset=utf-8' }
					: {}
		},
		/XML was asked for and JSON came/,
		'Formats',
		'xml'
	),
	fault(
		'XML for JSON',
		{
			wire: (_, of, format) =>
				of === 'requests' && format === 'json'
					? {
							body: encoded('<?xml version="1.0" encoding="utf-8"?><service_requests/>'),
							type: 'text/xml; charset=utf-8'
						}
					: {}
		},
		/JSON was asked for and XML came/,
		'Formats',
		'json'
	)
];

const SHAPES: readonly CityFault[] = [
	fault(
		'no XML declaration',
		text((xml) => xml.replace(/^<\?xml.*?\?>/, '')),
		/The XML should begin with a declaration/,
		'Encoding',
		'xml'
	),
	fault(
		'a declaration without encoding',
		text((xml) => xml.replace(' encoding="utf-8"', '')),
		/The XML should begin with a declaration/,
		'Encoding',
		'xml'
	),
	fault(
		'a declaration of Latin-1',
		text((xml) => xml.replace('utf-8', 'ISO-8859-1')),
		/The XML should begin with a declaration/,
		'Encoding',
		'xml'
	),
	fault(
		'an attribute',
		text((xml) => xml.replace('<service_requests', '<service_requests type="array"')),
		/The attribute type stands on an element/,
		'Formats',
		'xml'
	),
	fault(
		'another namespace',
		text((xml) => xml.replace('<service_requests', '<service_requests xmlns="urn:a"')),
		/The attribute xmlns stands on an element/,
		'Formats',
		'xml'
	),
	fault(
		'another root',
		text((xml) => xml.replaceAll('services>', 'catalogue>'), 'services'),
		/The document is a <catalogue>; it should be <services>/,
		SERVICE_LIST,
		'xml'
	),
	fault(
		'another name of a record',
		text((xml) => xml.replaceAll('request>', 'service_request>')),
		/<service_request> stands where each record is a <request>/,
		REQUESTS,
		'xml'
	),
	fault(
		'text between records',
		text((xml) => xml.replace('</service_requests>', 'and so on</service_requests>')),
		/Text stands between the records/,
		REQUESTS,
		'xml'
	),
	fault(
		'an entity that is none',
		text((xml) => xml.replace('<request>', '<request>&nbsp;')),
		/The document is not well-formed/,
		'Formats',
		'xml'
	),
	fault(
		'the list in its outer name',
		text((json) => `{"service_requests":${json}}`),
		/stands inside “service_requests”/,
		'Formats',
		'json'
	),
	fault(
		'both names of XML',
		text((json) => `{"service_requests":{"request":${json}}}`),
		/stands inside “service_requests”/,
		'Formats',
		'json'
	),
	fault(
		'each record in its name',
		text((json) => JSON.stringify((JSON.parse(json) as Data[]).map((request) => ({ request })))),
		/stands inside “request”/,
		'Formats',
		'json'
	),
	fault(
		'services in their outer name',
		text((json) => `{"services":${json}}`, 'services'),
		/stands inside “services”/,
		'Formats',
		'json'
	),
	fault(
		'services in both names',
		text((json) => `{"services":{"service":${json}}}`, 'services'),
		/stands inside “services”/,
		'Formats',
		'json'
	),
	fault(
		'a page of results',
		text((json) => `{"results":${json},"page":1}`),
		/stands inside “results”/,
		'Formats',
		'json'
	),
	fault(
		'errors in their outer name',
		text((json) => `{"errors":${json}}`, 'errors'),
		/stands inside “errors”/,
		'Formats',
		'json'
	),
	fault(
		'a definition in its outer name',
		text((json) => `{"service_definition":${json}}`, 'definition'),
		/stands inside “service_definition”/,
		'Formats',
		'json'
	),
	fault(
		'attributes in the name of each',
		text(
			(json) =>
				json.replace('"attributes":[', '"attributes":{"attribute":[').replace(/\]\}$/, ']}}'),
			'definition'
		),
		/stands inside “attribute”/,
		'Formats',
		'json'
	),
	fault(
		'formats in the name of each',
		text((json) => json.replace(/"formats":(\[.*?\])/, '"formats":{"format":$1}'), 'discovery'),
		/The formats stand inside “format”/,
		'Formats',
		'json'
	),
	fault(
		'one object for a list of one',
		text((json) => json.slice(1, -1), 'request'),
		/The answer is a lone object; it should be a list, even of one/,
		'Formats',
		'json'
	),
	fault(
		'a definition in brackets',
		text((json) => `[${json}]`, 'definition'),
		/The answer should be one object in braces/,
		'Formats',
		'json'
	),
	fault(
		'codes without quotes, as in the samples',
		text((json) => json.replaceAll('"001"', '001'), 'services'),
		/The document is not well-formed/,
		'Formats',
		'json'
	),
	fault(
		'coordinates in quotes',
		text((json) => json.replace(/"lat":([\d.]+)/, '"lat":"$1"')),
		/lat is a text, “37\.762221815”; it should be a number/,
		REQUESTS,
		'json'
	),
	fault(
		'true in quotes',
		text((json) => json.replace('"metadata":true', '"metadata":"true"'), 'services'),
		/metadata is a text, “true”; it should be true or false/,
		SERVICE_LIST,
		'json'
	)
];

const BEHAVIOUR: readonly CityFault[] = [
	fault(
		'ignores start_date',
		ignores('start_date'),
		/Every requested_datetime from .* was expected, record \d of \d with .* came/,
		REQUESTS
	),
	fault(
		'ignores a start_date without an end_date',
		{
			call: (call) => {
				if (call.values.has('end_date')) return call;
				const values = new URLSearchParams(call.values);
				values.delete('start_date');
				return { ...call, values };
			}
		},
		/Every requested_datetime from .*, and service_request_id 638345 was expected, record \d of \d with .* came/,
		REQUESTS
	),
	fault(
		'lists nothing for a start_date without an end_date',
		{
			data: (data, of, { values }) =>
				of === 'requests' && values.has('start_date') && !values.has('end_date') ? [] : data
		},
		/, and service_request_id 638345 was expected, 0 records without it came/,
		REQUESTS
	),
	fault(
		'ignores end_date',
		ignores('end_date'),
		/Every requested_datetime from .* was expected, record \d of \d with .* came/,
		REQUESTS
	),
	fault(
		'ignores dates',
		ignores('start_date', 'end_date'),
		/Every requested_datetime from .* was expected/,
		REQUESTS
	),
	fault(
		'ignores status',
		ignores('status'),
		/Every record has status open was expected, record 2 with status closed came/,
		REQUESTS
	),
	fault(
		'ignores service_code',
		ignores('service_code'),
		/Every record has service_code 001 was expected, record 2 with service_code 002 came/,
		REQUESTS
	),
	fault(
		'takes a list of statuses for one status',
		takesForOne('status'),
		/A record has service_request_id 638345 was expected, 0 records came/,
		REQUESTS
	),
	fault(
		'takes a list of service codes for one code',
		takesForOne('service_code'),
		/A record has service_request_id 638345 was expected, 0 records came/,
		REQUESTS
	),
	fault(
		'overlooks time zones',
		{
			call: (call) => ({
				...call,
				values: new URLSearchParams(
					[...call.values].map(([name, value]) => [
						name,
						name.endsWith('_date') ? value.replace(/[+-]\d\d:\d\d$/, 'Z') : value
					])
				)
			})
		},
		/A record has service_request_id 638345 was expected, |Every requested_datetime from .*-05:00 was expected/,
		REQUESTS
	),
	fault(
		'ignores ids',
		ignores('service_request_id'),
		/Records: 1 was expected, 2 records came/,
		REQUESTS
	),
	fault(
		'takes ids together with the other arguments',
		{
			data: (data, of, { values }) =>
				of === 'requests' && values.get('service_request_id') && values.get('status')
					? (data as readonly Fields[]).filter(({ status }) => status === values.get('status'))
					: data
		},
		/Records: 1 was expected, 0 records came/,
		REQUESTS
	),
	fault(
		'lists what is older than 90 days',
		{
			call: (call) =>
				call.method === 'requests' && !call.values.has('start_date')
					? {
							...call,
							values: new URLSearchParams([...call.values, ['start_date', '2000-01-01T00:00:00Z']])
						}
					: call
		},
		/No records more than 90 days apart was expected, record 3 is 140 days older than the newest came/,
		REQUESTS
	),
	fault(
		'lists more than 1,000',
		{
			limit: Infinity,
			rows: (rows) => [
				...rows,
				...Array.from({ length: 1200 }, (_, at) => ({
					service_request_id: String(at),
					status: 'open',
					service_code: '001',
					requested_datetime: '2024-05-02T10:00:05Z'
				}))
			]
		},
		/At most 1,000 records was expected, 1,202 records came/,
		REQUESTS
	),
	fault(
		'shows the same request under every id',
		{
			call: (call) =>
				call.method === 'request' && /^6/.test(call.name) ? { ...call, name: '638345' } : call
		},
		/Every record has service_request_id 638344 was expected, record 1 with service_request_id 638345 came/,
		'GET Service Request'
	),
	fault(
		'has an empty list for an unknown id',
		{
			data: (data, of, { method }) => (of === 'errors' && method === 'request' ? [] : data),
			wire: ({ status, body }) =>
				status === 404 && /^\[\]$|<errors><\/errors>$/.test(new TextDecoder().decode(body))
					? { status: 200 }
					: {}
		},
		/HTTP status 404 was expected, 200 came/,
		'GET Service Request'
	),
	fault(
		'takes a report of no service',
		{ wire: ({ status }) => (status === 400 ? { status: 200 } : {}) },
		/HTTP status 400 was expected, 200 came/,
		'POST Service Request'
	),
	fault(
		'answers a batch service with an id',
		{
			data: (data, of) =>
				of === 'submit'
					? (data as readonly Fields[]).map(({ token, ...row }) =>
							token ? { service_request_id: String(token).slice(1) } : row
						)
					: data
		},
		/Every record has a token, no service_request_id was expected, record 1 with token nothing/,
		'POST Service Request'
	),
	fault(
		'takes an argument without a value for one with it',
		{ takesEmpty: true },
		/A record has service_request_id 638345 was expected, 0 records came/,
		REQUESTS
	),
	fault(
		'reads a report as Latin-1',
		{
			data: (data, of) =>
				of === 'request'
					? (data as readonly Fields[]).map((row) => ({
							...row,
							description: String(row.description).replace('é', 'Ã©')
						}))
					: data
		},
		/description as it was sent, .* was expected, A test of conformance at the cafÃ©/,
		'GET Service Request'
	),
	fault(
		'loses what was reported',
		{
			data: (data, of) =>
				of === 'requests'
					? (data as readonly Fields[]).filter(
							({ service_request_id: id }) => !String(id).startsWith('7')
						)
					: data
		},
		/Records: 1 was expected, 0 records came/,
		REQUESTS
	),
	fault(
		'shows another place than was reported',
		{
			data: (data, of) =>
				of === 'request'
					? (data as readonly Fields[]).map((row) => ({ ...row, lat: 10, long: 10 }))
					: data
		},
		/lat and long near .* was expected, lat 10 came/,
		'GET Service Request'
	),
	fault(
		'has no unknown token',
		{ wire: ({ status }, of) => (of === 'errors' && status === 404 ? { status: 403 } : {}) },
		/HTTP status 404 was expected, 403 came/,
		DEFINITION
	)
];

/** Every fault. */
export const CITY_FAULTS: readonly CityFault[] = [
	...FIELDS,
	...DATES,
	...HEADS,
	...SHAPES,
	...BEHAVIOUR
];
