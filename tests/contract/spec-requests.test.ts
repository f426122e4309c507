// The example bodies about service requests in https://wiki.open311.org/GeoReport_v2/, and the data
// that the reader returns for them.
import { expect, test } from 'vitest';
import type { MethodName } from '../../src/georeport/methods';
import { parse } from '../../src/answer/parse';

const XML = 'text/xml; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

const xml = (method: MethodName, text: string) =>
	parse({ method, status: 200, contentType: XML, text });
const json = (method: MethodName, text: string) =>
	parse({ method, status: 200, contentType: JSON_TYPE, text });

/** A service request with these fields, and no value in all others. */
const request = (fields: Record<string, string | number>) => ({
	service_request_id: null,
	token: null,
	account_id: null,
	status: null,
	status_notes: null,
	service_name: null,
	service_code: null,
	description: null,
	agency_responsible: null,
	service_notice: null,
	requested_datetime: null,
	updated_datetime: null,
	expected_datetime: null,
	address: null,
	address_id: null,
	zipcode: null,
	lat: null,
	long: null,
	media_url: null,
	...fields
});

const NOTICE =
	'The City will inspect and require the responsible party to correct within 24 hours and/or issue a Correction Notice or Notice of Violation of the Public Works Code';

test('POST Service Request, a realtime service: an id, a notice padded with newlines, no account', () => {
	const text = `<?xml version="1.0" encoding="utf-8"?>
<service_requests>
	<request>
		<service_request_id>293944</service_request_id>
		<service_notice>
		${NOTICE}
		</service_notice>
		<account_id/>
	</request>
</service_requests>`;
	const read = {
		kind: 'serviceRequests',
		serviceRequests: [request({ service_request_id: '293944', service_notice: NOTICE })]
	};
	expect(xml('submit', text)).toEqual(read);
	const array = `[{"service_request_id":293944,"service_notice":"${NOTICE}","account_id":null}]`;
	expect(json('submit', array)).toEqual(read);
});

test('POST Service Request, a batch service: a token and no id', () => {
	const read = { kind: 'serviceRequests', serviceRequests: [request({ token: '12345' })] };
	expect(
		xml('submit', '<service_requests><request><token>12345</token></request></service_requests>')
	).toEqual(read);
	expect(json('submit', '[{"token":12345}]')).toEqual(read);
});

test('GET service_request_id from a token: both', () => {
	const read = {
		kind: 'serviceRequests',
		serviceRequests: [request({ service_request_id: '638344', token: '12345' })]
	};
	const text = `<service_requests>
	<request>
		<service_request_id>638344</service_request_id>
		<token>12345</token>
	</request>
</service_requests>`;
	expect(xml('token', text)).toEqual(read);
	expect(json('token', '[{"service_request_id":638344,"token":12345}]')).toEqual(read);
});

const SIDEWALK = request({
	service_request_id: '638344',
	status: 'closed',
	status_notes: 'Duplicate request.',
	service_name: 'Sidewalk and Curb Issues',
	service_code: '006',
	requested_datetime: '2010-04-14T06:37:38-08:00',
	updated_datetime: '2010-04-14T06:37:38-08:00',
	expected_datetime: '2010-04-15T06:37:38-08:00',
	address: '8TH AVENUE and JUDAH ST',
	address_id: '545483',
	zipcode: '94122',
	lat: 37.762221815,
	long: -122.4651145,
	media_url: 'http://city.gov.s3.amazonaws.com/requests/media/638344.jpg'
});

const SIDEWALK_XML = `<?xml version="1.0" encoding="utf-8"?>
<service_requests>
	<request>
		<service_request_id>638344</service_request_id>
		<status>closed</status>
		<status_notes>Duplicate request.</status_notes>
		<service_name>Sidewalk and Curb Issues</service_name>
		<service_code>006</service_code>
		<description></description>
		<agency_responsible></agency_responsible>
		<service_notice></service_notice>
		<requested_datetime>2010-04-14T06:37:38-08:00</requested_datetime>
		<updated_datetime>2010-04-14T06:37:38-08:00</updated_datetime>
		<expected_datetime>2010-04-15T06:37:38-08:00</expected_datetime>
		<address>8TH AVENUE and JUDAH ST</address>
		<address_id>545483</address_id>
		<zipcode>94122</zipcode>
		<lat>37.762221815</lat>
		<long>-122.4651145</long>
		<media_url>http://city.gov.s3.amazonaws.com/requests/media/638344.jpg </media_url>
	</request>
</service_requests>`;

const SIDEWALK_JSON = `[
  {
    "service_request_id":638344,
    "status":"closed",
    "status_notes":"Duplicate request.",
    "service_name":"Sidewalk and Curb Issues",
    "service_code":006,
    "description":null,
    "agency_responsible":null,
    "service_notice":null,
    "requested_datetime":"2010-04-14T06:37:38-08:00",
    "updated_datetime":"2010-04-14T06:37:38-08:00",
    "expected_datetime":"2010-04-15T06:37:38-08:00",
    "address":"8TH AVENUE and JUDAH ST",
    "address_id":545483,
    "zipcode":94122,
    "lat":37.762221815,
    "long":-122.4651145,
    "media_url":"http://city.gov.s3.amazonaws.com/requests/media/638344.jpg "
  }
]`;

test.each(['requests', 'request'] as const)(
	'GET %s, the example: the XML can be read, the JSON only with quotes around 006',
	(method) => {
		const read = { kind: 'serviceRequests', serviceRequests: [SIDEWALK] };
		expect(xml(method, SIDEWALK_XML)).toEqual(read);
		expect(json(method, SIDEWALK_JSON)).toMatchObject({ kind: 'unreadable', line: 7, column: 20 });
		expect(json(method, SIDEWALK_JSON.replace(':006', ':"006"'))).toEqual(read);
	}
);
