// Recorded answers of 311 Toronto's server, and the data that the reader returns for them.
import { expect, test } from 'vitest';
import { parse } from '../../src/answer/parse';

test('GET requests.xml as Toronto served it in 2018: long before lat, empty elements for no value', () => {
	const text = `<?xml version="1.0" encoding="UTF-8"?>
<service_requests>
  <request>
    <service_request_id>101005420892</service_request_id>
    <status>open</status>
    <status_notes>In progress - The request has been scheduled.</status_notes>
    <service_name>Road - Pot hole</service_name>
    <service_code>CSROWR-12</service_code>
    <description/>
    <agency_responsible>311 Toronto</agency_responsible>
    <service_notice/>
    <requested_datetime>2018-07-30T00:01:00-04:00</requested_datetime>
    <updated_datetime/>
    <expected_datetime>2018-08-03T00:01:00-04:00</expected_datetime>
    <address>Warden Ave / Freeman St, Scarborough</address>
    <address_id>13459430</address_id>
    <zipcode/>
    <long>-79.272306875</long>
    <lat>43.691104288</lat>
    <media_url/>
  </request>
</service_requests>`;
	expect(parse({ method: 'requests', status: 200, contentType: 'text/xml', text })).toEqual({
		kind: 'serviceRequests',
		serviceRequests: [
			{
				service_request_id: '101005420892',
				token: null,
				account_id: null,
				status: 'open',
				status_notes: 'In progress - The request has been scheduled.',
				service_name: 'Road - Pot hole',
				service_code: 'CSROWR-12',
				description: null,
				agency_responsible: '311 Toronto',
				service_notice: null,
				requested_datetime: '2018-07-30T00:01:00-04:00',
				updated_datetime: null,
				expected_datetime: '2018-08-03T00:01:00-04:00',
				address: 'Warden Ave / Freeman St, Scarborough',
				address_id: '13459430',
				zipcode: null,
				lat: 43.691104288,
				long: -79.272306875,
				media_url: null
			}
		]
	});
});

const LAMBTON = `{"service_request_id":101001366957,"status":"closed","status_notes":"Completed - The request has been concluded.",
 "service_name":"Road - Pot hole","service_code":"CSROWR-12","description":null,"agency_responsible":"311 Toronto",
 "service_notice":null,"requested_datetime":"2012-02-14T20:58:35-04:00","updated_datetime":"2012-02-17T07:56:00-04:00",
 "expected_datetime":"2012-05-14T20:59:00-04:00","address":"46 LAMBTON AVE","address_id":9544823,"zipcode":null,
 "long":-79.487462521,"lat":43.683629226,"media_url":null}`;

test('GET requests.json as Toronto served it: wrapped, ids as numbers, null for no value', () => {
	const text = `{"service_requests":[${LAMBTON}]}`;
	expect(parse({ method: 'requests', status: 200, contentType: 'application/json', text })).toEqual(
		{
			kind: 'serviceRequests',
			serviceRequests: [
				{
					service_request_id: '101001366957',
					token: null,
					account_id: null,
					status: 'closed',
					status_notes: 'Completed - The request has been concluded.',
					service_name: 'Road - Pot hole',
					service_code: 'CSROWR-12',
					description: null,
					agency_responsible: '311 Toronto',
					service_notice: null,
					requested_datetime: '2012-02-14T20:58:35-04:00',
					updated_datetime: '2012-02-17T07:56:00-04:00',
					expected_datetime: '2012-05-14T20:59:00-04:00',
					address: '46 LAMBTON AVE',
					address_id: '9544823',
					zipcode: null,
					lat: 43.683629226,
					long: -79.487462521,
					media_url: null
				}
			]
		}
	);
});

test('no match, as Toronto served it: the wrapper with nothing in it', () => {
	const text = '{"service_requests":[]}';
	expect(parse({ method: 'requests', status: 200, contentType: 'application/json', text })).toEqual(
		{ kind: 'serviceRequests', serviceRequests: [] }
	);
});

test('code 30102 is a JSON number in Toronto’s service list, and text to the reader', () => {
	const text =
		'[{"description":"d","service_code" : 30102,"group":"Graffiti","type":"batch","keywords":"graffiti,private property, building","service_name":"Graffiti on private property","metadata":true}]';
	expect(parse({ method: 'services', status: 200, contentType: 'application/json', text })).toEqual(
		{
			kind: 'services',
			services: [
				{
					service_code: '30102',
					service_name: 'Graffiti on private property',
					description: 'd',
					metadata: true,
					type: 'batch',
					keywords: 'graffiti,private property, building',
					group: 'Graffiti'
				}
			]
		}
	);
});
