// Answers in the shape in which servers of other cities were recorded, with every value replaced, and
// what a person found in them with the specification at hand.
import { expect, test } from 'vitest';
import { treeOf } from '../../src/answer/parse';
import { findingsOf } from '../../src/conformance/conformance';
import type { MethodName } from '../../src/georeport/methods';

const XML_TYPE = 'text/xml; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';
const XML = '<?xml version="1.0" encoding="utf-8"?>';

const json = (value: unknown) => JSON.stringify(value);

interface Recorded {
	method: MethodName;
	type: string;
	text: string;
	/** Kind, rule and field of all that is to be found. */
	found: string[];
}

const RECORDED: Readonly<Record<string, Recorded>> = {
	// Optional fields are left out; the id has letters.
	Chicago: {
		method: 'requests',
		type: JSON_TYPE,
		text: json([
			{
				service_request_id: '24-00000001',
				status: 'open',
				service_name: 'Street Light Out',
				service_code: '0123456789abcdef01234567',
				agency_responsible: 'A division',
				requested_datetime: '2024-07-12T10:58:43-05:00',
				updated_datetime: '2024-07-12T11:08:21-05:00',
				address: '1 W 1ST ST, CHICAGO, IL, 60600',
				lat: 41.858724777757864,
				long: -87.66475146237676
			},
			{
				service_request_id: '24-00000002',
				status: 'open',
				status_notes: 'Locked',
				service_name: 'Building',
				service_code: '0123456789abcdef01234568',
				agency_responsible: 'Another',
				requested_datetime: '2024-07-12T10:48:56-05:00',
				updated_datetime: '2024-07-12T11:08:20-05:00',
				address: '2 S 2ND AVE, CHICAGO, IL, 60600',
				lat: 41.759712056258536,
				long: -87.6369602073906
			}
		]),
		found: []
	},
	// The root has an attribute.
	Gießen: {
		method: 'services',
		type: XML_TYPE,
		text: `${XML}\n<services is_array="true"><service><service_code>015</service_code><service_name>Wasser</service_name><metadata>false</metadata><type>realtime</type><description></description><keywords/></service><service><service_code>010</service_code><service_name>Ampel</service_name><metadata>false</metadata><type>realtime</type><description></description><keywords>a, b</keywords></service></services>\n`,
		found: ['breaks xml-attribute is_array']
	},
	// CitySDK: an attribute, a misspelt field, statuses in an extension.
	Rostock: {
		method: 'requests',
		type: XML_TYPE,
		text: `${XML}<service_requests type="array"><request><service_request_id>1</service_request_id><status_notes/><status>open</status><service_code>17</service_code><service_name>Müll</service_name><description>Ein Sack</description><agency_responsible>Amt</agency_responsible><service_notice/><requested_datetime>2024-05-02T10:00:00+02:00</requested_datetime><updated_datetime>2024-05-02T10:00:00+02:00</updated_datetime><expected_datetime/><address>Markt 1</address><adress_id/><lat>54.08</lat><long>12.14</long><media_url/><zipcode/><extended_attributes><detailed_status>RECEIVED</detailed_status><media_urls><media_url>https://city.example/a.jpg</media_url></media_urls><trust>1</trust><votes>0</votes></extended_attributes></request></service_requests>`,
		found: [
			'breaks xml-attribute type',
			'extension unknown-field adress_id',
			'extension unknown-field extended_attributes'
		]
	},
	// SeeClickFix: an id as a number, coordinates as texts.
	'New Haven': {
		method: 'requests',
		type: JSON_TYPE,
		text: json([
			{
				description: 'Nothing.',
				address: '1 A St, New Haven, Connecticut, 06500',
				lat: '41.3071110182325',
				service_request_id: 14000001,
				requested_datetime: '2023-03-29T14:36:43-04:00',
				long: '-72.9235610239783',
				service_code: '51',
				status: 'closed',
				zipcode: '06500',
				updated_datetime: '2023-03-31T08:04:22-04:00',
				agency_responsible: 'City',
				service_name: 'Traffic Signal',
				media_url: null
			}
		]),
		found: ['breaks type lat', 'breaks type long', 'advice number-for-text service_request_id']
	},
	// Statuses in capitals, coordinates as texts, two fields of its own.
	Surrey: {
		method: 'requests',
		type: JSON_TYPE,
		text: json([
			{
				address: '1 A AVE',
				address_id: '61000',
				agency_responsible: 'ROADS',
				autoAssigned: true,
				description: 'A crack',
				lat: '49.20',
				long: '-122.77',
				requested_datetime: '2016-11-18T13:12:23-08:00',
				service_code: '142600',
				service_name: 'Crack',
				service_notice: '...',
				service_request_id: '949000',
				status: 'OPEN'
			},
			{
				address: '1 ST & 2 AVE',
				agency_responsible: 'ROADS',
				description: 'A sign',
				numDuplicates: 2,
				expected_datetime: '2016-11-25T13:23:26-08:00',
				lat: '49.18',
				long: '-122.88',
				requested_datetime: '2016-11-18T13:23:26-08:00',
				service_code: '66',
				service_name: 'Sign',
				service_notice: '...',
				service_request_id: '949001',
				status: 'OPEN'
			}
		]),
		found: [
			'breaks type lat',
			'breaks type long',
			'breaks value status',
			'extension unknown-field autoAssigned',
			'extension unknown-field numDuplicates'
		]
	},
	// FixMyStreet in Norway: another root, several agencies in one field, no declaration.
	Norway: {
		method: 'requests',
		type: XML_TYPE,
		text: '<requests><request><agency_responsible><recipient>Vegvesen</recipient><recipient>By</recipient></agency_responsible><agency_sent_datetime>2011-04-23T10:28:55+02:00</agency_sent_datetime><description>Et hull</description><detail>Stort</detail><interface_used>Web</interface_used><lat>59.916848</lat><long>10.728148</long><requested_datetime>2011-04-23T09:32:36+02:00</requested_datetime><service_code>Annet</service_code><service_request_id>1</service_request_id><status>open</status></request></requests>',
		found: [
			'breaks xml-declaration ',
			'breaks xml-name requests',
			'breaks type agency_responsible',
			'extension unknown-field agency_sent_datetime',
			'extension unknown-field detail',
			'extension unknown-field interface_used'
		]
	},
	// Accela: statuses of its own, no dates.
	Islandton: {
		method: 'requests',
		type: JSON_TYPE,
		text: json([
			{
				address: '',
				agency_responsible: null,
				description: null,
				media_url: 'http://city.example',
				requested_datetime: null,
				service_code: 'ServiceRequest-Water.cand.cSewage-NA',
				service_name: 'A hydrant',
				service_request_id: 'A-14CAP-00000-00001',
				status: 'Received',
				updated_datetime: null
			}
		]),
		found: ['breaks value status', 'breaks missing-field requested_datetime']
	}
};

test('there are at least six', () => {
	expect(Object.keys(RECORDED).length).toBeGreaterThanOrEqual(6);
});

test.each(Object.entries(RECORDED))('%s', (_, { method, type, text, found }) => {
	const findings = findingsOf({
		method,
		asked: null,
		status: 200,
		headers: [['Content-Type', type]],
		dialect: 'standard',
		encoding: null,
		text,
		tree: treeOf({ contentType: type, text })
	});
	const said = findings.map(({ kind, rule, field }) => `${kind} ${rule} ${field}`);
	expect(said.sort()).toEqual([...found].sort());
});
