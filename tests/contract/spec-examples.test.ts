// The example bodies in https://wiki.open311.org/GeoReport_v2/ and
// https://wiki.open311.org/Service_Discovery/, and the data that the reader returns for them.
import { expect, test } from 'vitest';
import type { MethodName } from '../../src/georeport/methods';
import { parse } from '../../src/answer/parse';

const XML = 'text/xml; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

const xml = (method: MethodName, text: string, status = 200) =>
	parse({ method, status, contentType: XML, text });
const json = (method: MethodName, text: string, status = 200) =>
	parse({ method, status, contentType: JSON_TYPE, text });

const CANS = {
	service_code: '001',
	service_name: 'Cans left out 24x7',
	description:
		'Garbage or recycling cans that have been left out for more than 24 hours after collection. Violators will be cited.',
	metadata: true,
	type: 'realtime',
	keywords: 'lorem, ipsum, dolor',
	group: 'sanitation'
};

const PLATE = {
	...CANS,
	service_code: '002',
	metadata: true,
	service_name: 'Construction plate shifted',
	description: 'Metal construction plate covering the street or sidewalk has been moved.',
	group: 'street'
};

test('GET Service List, the XML example: two services in different orders of elements', () => {
	const text = `<?xml version="1.0" encoding="utf-8"?>
<services>
	<service>
		<service_code>001</service_code>
		<service_name>Cans left out 24x7</service_name>
		<description>Garbage or recycling cans that have been left out for more than 24 hours after collection. Violators will be cited.</description>
		<metadata>true</metadata>
		<type>realtime</type>
		<keywords>lorem, ipsum, dolor</keywords>
		<group>sanitation</group>
	</service>
	<service>
		<service_code>002</service_code>
		<metadata>true</metadata>
		<type>realtime</type>
		<keywords>lorem, ipsum, dolor</keywords>
		<group>street</group>
		<service_name>Construction plate shifted</service_name>
		<description>Metal construction plate covering the street or sidewalk has been moved.</description>
	</service>
</services>`;
	expect(xml('services', text)).toEqual({ kind: 'services', services: [CANS, PLATE] });
});

const SERVICES_JSON = `[
  {
    "service_code":001,
    "service_name":"Cans left out 24x7",
    "description":"Garbage or recycling cans that have been left out for more than 24 hours after collection. Violators will be cited.",
    "metadata":true,
    "type":"realtime",
    "keywords":"lorem, ipsum, dolor",
    "group":"sanitation"
  },
  {
    "service_code":002,
    "metadata":true,
    "type":"realtime",
    "keywords":"lorem, ipsum, dolor",
    "group":"street",
    "service_name":"Construction plate shifted",
    "description":"Metal construction plate covering the street or sidewalk has been moved."
  }
]`;

test('GET Service List, the JSON example is not JSON: 001 without quotes, reported with its position', () => {
	expect(json('services', SERVICES_JSON)).toEqual({
		kind: 'unreadable',
		message: 'The JSON is not well-formed. Numbers in JSON cannot have leading zeros.',
		line: 3,
		column: 20
	});
	const quoted = SERVICES_JSON.replaceAll(/:(00\d)/g, ':"$1"');
	expect(json('services', quoted)).toEqual({ kind: 'services', services: [CANS, PLATE] });
});

const WHISHETN = {
	kind: 'definition',
	definition: {
		service_code: 'DMV66',
		attributes: [
			{
				variable: true,
				code: 'WHISHETN',
				datatype: 'singlevaluelist',
				required: true,
				datatype_description: null,
				order: 1,
				description: 'What is the ticket/tag/DL number?',
				values: [
					{ key: '123', name: 'Ford' },
					{ key: '124', name: 'Chrysler' }
				]
			}
		]
	}
};

test('GET Service Definition, the XML example: one attribute, two values', () => {
	const text = `<?xml version="1.0" encoding="utf-8"?>
<service_definition>
	<service_code>DMV66</service_code>
	<attributes>
		<attribute>
			<variable>true</variable>
			<code>WHISHETN</code>
			<datatype>singlevaluelist</datatype>
			<required>true</required>
			<datatype_description></datatype_description>
			<order>1</order>
			<description>What is the ticket/tag/DL number?</description>
			<values>
				<value>
					<key>123</key>
					<name>Ford</name>
				</value>
				<value>
					<key>124</key>
					<name>Chrysler</name>
				</value>
			</values>
		</attribute>
	</attributes>
</service_definition>`;
	expect(xml('definition', text)).toEqual(WHISHETN);
});

test('GET Service Definition, the JSON example: an object, keys as numbers', () => {
	const text = `{
  "service_code":"DMV66",
  "attributes":[
    {
      "variable":true,
      "code":"WHISHETN",
      "datatype":"singlevaluelist",
      "required":true,
      "datatype_description":null,
      "order":1,
      "description":"What is the ticket/tag/DL number?",
      "values":[
        { "key":123, "name":"Ford" },
        { "key":124, "name":"Chrysler" }
      ]
    }
  ]
}`;
	expect(json('definition', text)).toEqual(WHISHETN);
});

test('Errors, the example: a code, which is a number in JSON, and a description', () => {
	const description = "Invalid api_key received -- can't proceed with create_request.";
	const read = { kind: 'errors', errors: [{ code: '403', description }] };
	const text = `<?xml version="1.0" encoding="utf-8"?>
<errors>
	<error>
		<code>403</code>
		<description>${description}</description>
	</error>
</errors>`;
	expect(xml('submit', text, 403)).toEqual(read);
	expect(json('submit', `[{"code":403,"description":"${description}"}]`, 403)).toEqual(read);
});

const ENDPOINTS = [
	['production', 'https://open311.sfgov.org/v2'],
	['test', 'https://open311.sfgov.org/dev/v2']
].map(([type, url]) => ({
	specification: 'http://wiki.open311.org/GeoReport_v2',
	url,
	changeset: '2011-04-05 17:48',
	type,
	formats: ['text/xml', 'application/json']
}));

const DISCOVERY = {
	changeset: '2011-02-03 14:18',
	contact: 'You can email or call for assistance api@mycity.org +1 (555) 555-5555',
	key_service: 'You can request a key here: http://api.mycity.gov/api_key/request',
	endpoints: ENDPOINTS
};

test('Service Discovery, the example: endpoints with their formats, as text in both', () => {
	const { changeset, contact, key_service } = DISCOVERY;
	const endpoints = ENDPOINTS.map(
		(each) => `<endpoint><specification>${each.specification}</specification><url>${each.url}</url>
<changeset>${each.changeset}</changeset><type>${each.type}</type>
<formats><format>text/xml</format><format>application/json</format></formats></endpoint>`
	);
	const text = `<?xml version="1.0" encoding="utf-8"?>
<discovery xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<changeset>${changeset}</changeset><contact>${contact}</contact><key_service>${key_service}</key_service>
<endpoints>${endpoints.join('\n')}</endpoints></discovery>`;
	expect(xml('discovery', text)).toEqual({ kind: 'discovery', discovery: DISCOVERY });
	expect(json('discovery', JSON.stringify(DISCOVERY))).toEqual({
		kind: 'discovery',
		discovery: DISCOVERY
	});
});
