import { expect, test } from 'vitest';
import { fieldsNamed } from './refused-fields';
import type { MethodName } from '../georeport/methods';

const named = (method: MethodName, ...descriptions: string[]) =>
	fieldsNamed(
		descriptions.map((description) => ({ code: '400', description })),
		method
	);

test.each<[MethodName, string, string[]]>([
	['submit', 'long was not provided. Send lat and long together.', ['long']],
	['submit', "lat 'abc' is not a number of degrees; send lat and long.", ['lat']],
	['submit', 'lat and long are swapped: in Toronto lat is about 43.7.', ['lat', 'long']],
	[
		'submit',
		'A location was not provided. Send lat and long, or address_string, or address_id.',
		['lat', 'long', 'address_string', 'address_id']
	],
	['submit', 'The location lat 43.6, long -79.38 is outside the city.', ['lat', 'long']],
	[
		'submit',
		'attribute[POTLOC] is required: Where is it? Send one of CURB, MIDDLE.',
		['attribute[POTLOC]']
	],
	['submit', "address_string 'the status of my email' was not found.", ['address_string']],
	['submit', 'media is a file; files are not accepted. Send a URL in media_url.', ['media_url']],
	['submit', 'The description is too long.', ['description']],
	['submit', 'first_names are no argument', []],
	['submit', 'General service error.', []],
	['requests', 'A circle needs lat, long and radius; only lat came.', ['lat', 'long', 'radius']],
	['requests', 'start_date and end_date span more than 90 days.', ['start_date', 'end_date']],
	[
		'request',
		"service_request_id '1' was not found. GET requests lists them.",
		['service_request_id']
	],
	// A method's own arguments alone count.
	['services', 'lat was not provided.', []]
])('%s: %s', (method, description, fields) => {
	expect(named(method, description)).toEqual(fields);
});

test('each field comes once, in the order of the errors', () => {
	expect(named('submit', 'email is required.', 'lat is required.', 'email is wrong.')).toEqual([
		'email',
		'lat'
	]);
	expect(named('submit')).toEqual([]);
});
