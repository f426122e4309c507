// Cities that are odd in a way that the specification allows: none turns red, in XML or in JSON.
import { expect, test } from 'vitest';
import type { Format } from '../../src/georeport/types';
import type { Changes, Data, Fields } from './city';
import { endpoint, inRows, joined, question, text } from './faulty-cities';
import { judgeCity } from './judge-of-cities';

const rows = (change: (row: Fields) => Fields): Changes => ({ rows: (all) => all.map(change) });

const numbers = (names: readonly string[]): Changes => ({
	text: (json, _, format) =>
		format === 'json'
			? json.replace(new RegExp(`"(${names.join('|')})":"([1-9]\\d*)"`, 'g'), '"$1":$2')
			: json
});

/** What nothing says, or what is said to be allowed: each with its reason. */
const ODDITIES: readonly [oddity: string, Changes, advice?: RegExp | undefined, only?: Format][] = [
	// Nothing is left out here; the rest is what servers do.
	['nothing odd', {}],
	[
		'no services at all: nothing says how many',
		{ data: (data, of) => (of === 'services' ? [] : data) }
	],
	['no service requests', { rows: () => [] }],
	['one service request', { rows: ([row = {}]) => [row] }],
	[
		'optional fields left out',
		rows(
			({
				service_request_id = null,
				status = null,
				service_code = null,
				requested_datetime = null
			}) => ({ service_request_id, status, service_code, requested_datetime })
		)
	],
	[
		'optional fields empty',
		rows((row) => ({ ...row, status_notes: '', address: '', zipcode: '', media_url: '' }))
	],
	[
		'optional fields null',
		rows((row) => ({ ...row, description: null, address: null, lat: null, long: null }))
	],
	[
		'service descriptions, keywords and groups null',
		{
			data: (data, of) =>
				of === 'services'
					? (data as readonly Fields[]).map((row) => ({
							...row,
							description: null,
							keywords: null,
							group: null
						}))
					: data
		}
	],
	['fields in another order', rows((row) => Object.fromEntries(Object.entries(row).reverse()))],
	[
		'fields of its own',
		rows((row) => ({
			...row,
			ward: '3',
			extended_attributes: { channel: 'web', photos: ['a', 'b'] }
		}))
	],
	[
		'an id of its own beside service_request_id',
		rows((row) => ({ ...row, id: '1', latitude: '2' }))
	],
	['private fields without a value', rows((row) => ({ ...row, email: null, phone: '' }))],
	[
		'a telephone number of a service',
		{
			data: (data, of) =>
				of === 'services'
					? (data as readonly Fields[]).map((row) => ({ ...row, phone: '311' }))
					: data
		}
	],
	[
		'keywords without blanks',
		{
			data: (data, of) =>
				of === 'services'
					? (data as readonly Fields[]).map((row) => ({ ...row, keywords: 'a,b' }))
					: data
		}
	],
	['a description of 4,000 letters', inRows('description', 'x'.repeat(4000))],
	['a description of 2,500 emoji', inRows('description', '\u{1f573}'.repeat(2500))],
	['a description of 4,000 emoji', inRows('description', '\u{1f573}'.repeat(4000))],
	['a description with signs of less and more', inRows('description', '2 < 3 > 1 <- there, a<b')],
	[
		'a description of several lines, with quotes and accents',
		inRows('description', 'Où?\n“Là”, "ici" & \'là\'\t𝒳')
	],
	[
		'ids that are no numbers',
		{
			rows: (all) =>
				all.map((row) => ({ ...row, service_request_id: `SR/${String(row.service_request_id)}-é` }))
		}
	],
	['UTC', inRows('requested_datetime', '2024-05-02T10:00:00Z')],
	['a zone of whole hours', inRows('requested_datetime', '2024-05-02T10:00:00+00:00')],
	['a zone of half an hour', inRows('requested_datetime', '2024-05-02T10:00:00-03:30')],
	[
		'a zone of three quarters of an hour',
		inRows('requested_datetime', '2024-05-02T10:00:00+05:45')
	],
	['date-times without seconds, as W3C allows', inRows('requested_datetime', '2024-05-02T10:00Z')],
	['fractions of seconds, as W3C allows', inRows('requested_datetime', '2024-05-02T10:00:00.123Z')],
	['29 February of a leap year', inRows('updated_datetime', '2024-02-29T10:00:00Z')],
	['29 February 2000', inRows('updated_datetime', '2000-02-29T10:00:00Z')],
	['updated before it was requested', inRows('updated_datetime', '2001-01-01T00:00:00Z')],
	['whole degrees', rows((row) => ({ ...row, lat: 44, long: -79 }))],
	['the pole and the date line', rows((row) => ({ ...row, lat: -90, long: 180 }))],
	['a photo at another kind of URL', inRows('media_url', 'ftp://city.example/a.jpg')],
	['a photo in the answer itself', inRows('media_url', 'data:image/png;base64,iVBORw0KGgo=')],
	['a URL with letters beyond ASCII', inRows('media_url', 'http://city.example/été.jpg?a=1;b=2,3')],
	[
		'a start_date without an end_date refused, where it may be more than 90 days ago',
		{
			data: (data, of, { values }) =>
				of === 'requests' && values.has('start_date') && !values.has('end_date')
					? [{ code: 400, description: 'More than 90 days.' }]
					: data,
			text: (text, of, format) =>
				of === 'requests' && format === 'xml' && text.includes('More than 90')
					? text.replaceAll('service_requests>', 'errors>').replaceAll('request>', 'error>')
					: text,
			wire: ({ body }, of) =>
				of === 'requests' && new TextDecoder().decode(body).includes('More than 90')
					? { status: 400 }
					: {}
		}
	],
	['a blank behind a URL, as in the samples', inRows('media_url', 'http://city.example/a.jpg ')],
	['attributes without order', question(({ order: _, ...others }) => others)],
	['attributes without description', question(({ description: _, ...others }) => others)],
	[
		'attributes whose order and description are null',
		question((fields) => ({ ...fields, order: null, description: null }))
	],
	[
		'attributes without datatype_description',
		question(({ datatype_description: _, ...others }) => others)
	],
	[
		'a question that only tells something',
		{ ...question((fields) => ({ ...fields, variable: false, required: false })), asks: false }
	],
	['orders that leave some out', question((fields) => ({ ...fields, order: 17 }))],
	[
		'a definition without questions',
		{
			data: (data, of) => (of === 'definition' ? { service_code: '001', attributes: [] } : data),
			asks: false
		}
	],
	[
		'a report answered with 201',
		{ wire: ({ status }, of) => (of === 'submit' ? { status: status + 1 } : {}) },
		/The HTTP status is 201; some clients take nothing but 200/
	],
	[
		'a report answered with 202',
		{ wire: ({ status }, of) => (of === 'submit' ? { status: status + 2 } : {}) },
		/The HTTP status is 202/
	],
	[
		'a report with a notice and an account',
		{
			data: (data, of) =>
				of === 'submit'
					? (data as readonly Fields[]).map((row) => ({
							...row,
							service_notice: 'Soon.',
							account_id: '7'
						}))
					: data
		}
	],
	[
		'several errors at once',
		{
			data: (data, of) =>
				of === 'errors'
					? [
							...(data as readonly Data[]),
							{ code: 'jurisdiction-unknown', description: 'And this.' }
						]
					: data
		}
	],
	[
		'a code more exact than the status',
		{
			data: (data, of) =>
				of === 'errors'
					? (data as readonly Fields[]).map((row) => ({ ...row, code: '404-17' }))
					: data
		}
	],
	[
		'a code of another status, which should match in most cases',
		{
			data: (data, of) =>
				of === 'errors' ? (data as readonly Fields[]).map((row) => ({ ...row, code: 499 })) : data
		},
		/code is 499, but the HTTP status is 404/
	],
	[
		'no key: 403 before anything else is looked at',
		{ wire: ({ status }, of) => (of === 'errors' && status === 400 ? { status: 403 } : {}) },
		/code is 400, but the HTTP status is 403/
	],
	['no discovery document', { wire: (_, of) => (of === 'discovery' ? { status: 404 } : {}) }],
	[
		'a page for a discovery document',
		{
			text: (text, of) => (of === 'discovery' ? '<!doctype html><title>A city</title>' : text),
			wire: (_, of) => (of === 'discovery' ? { type: 'text/html' } : {})
		}
	],
	[
		'a report to a blackbox service answered with nothing in the list',
		{
			data: (data, of) =>
				of === 'services'
					? (data as readonly Fields[]).map((row) => ({ ...row, type: 'blackbox' }))
					: of === 'submit'
						? []
						: data
		}
	],
	[
		'reports taken without a place or an answer: nothing says that they are refused',
		{
			call: (call) => {
				if (call.method !== 'submit' || !call.values.get('service_code')) return call;
				const given = { lat: '37.7641', long: '-122.4673', 'attribute[WHISHETN]': '123' };
				return {
					...call,
					values: new URLSearchParams({ ...given, ...Object.fromEntries(call.values) })
				};
			}
		},
		/general-submit-no-place|requests\.\w+: HTTP status 400 was expected, 200 came/
	],
	[
		'service codes with a comma, which no list can name',
		{
			data: (data, of) =>
				of === 'services' || of === 'requests' || of === 'request' || of === 'definition'
					? (JSON.parse(
							JSON.stringify(data).replaceAll('"service_code":"00', '"service_code":"0,0')
						) as Data)
					: data,
			call: (call) => ({
				...call,
				name: call.name.replace('0,0', '00'),
				values: new URLSearchParams(
					[...call.values].map(([name, value]) => [name, value.replace('0,0', '00')])
				)
			})
		}
	],
	[
		'an answer to a list of several choices under its name with brackets',
		{
			...question((fields) => ({ ...fields, datatype: 'multivaluelist' })),
			call: (call) =>
				call.method === 'submit' &&
				call.values.get('service_code') === '001' &&
				!call.values.has('attribute[WHISHETN][]')
					? { ...call, values: new URLSearchParams() }
					: call
		}
	],
	[
		'ids of 20 digits, in JSON as numbers',
		{
			rows: (all) =>
				all.map((row, at) => ({ ...row, service_request_id: `1234567890123456789${at}` })),
			...numbers(['service_request_id'])
		},
		/service_request_id is a number, “12345678901234567890”/,
		'json'
	],

	[
		'an endpoint of another specification',
		endpoint((fields) => ({ ...fields, specification: 'http://wiki.open311.org/Inquiry_v1' }))
	],
	[
		'more formats',
		endpoint((fields) => ({ ...fields, formats: ['text/xml', 'application/json', 'text/html'] }))
	],
	[
		'a Content-Type in capitals and quotes',
		{ wire: ({ type }) => ({ type: type?.toUpperCase().replace('UTF-8', '"UTF-8"') ?? null }) }
	],
	['more parameters in the Content-Type', { wire: ({ type }) => ({ type: `${type}; profile=a` }) }],
	[
		'ids, codes, keys and postal codes as numbers, as in the samples',
		numbers(['service_request_id', 'address_id', 'zipcode', 'key']),
		/zipcode is a number, “94122”; it should be a text/,
		'json'
	],
	[
		'a list indented',
		{ text: (json) => JSON.stringify(JSON.parse(json) as Data, null, 2) },
		undefined,
		'json'
	],
	['letters as escapes', { text: (json) => json.replaceAll('A', '\\u0041') }, undefined, 'json'],
	[
		'characters of two halves as escapes',
		{ text: (json) => json.replaceAll('street', '\\uD83D\\ude00') },
		undefined,
		'json'
	],
	[
		'a byte order mark before XML',
		{ wire: ({ body }) => ({ body: joined([0xef, 0xbb, 0xbf], body) }) },
		undefined,
		'xml'
	],
	[
		'a declaration in single quotes',
		{
			text: (xml) =>
				xml.replace(/^<\?xml.*?\?>/, "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n")
		},
		undefined,
		'xml'
	],
	[
		'comments and instructions',
		{ text: (xml) => xml.replace('?>', '?><!-- a --><?b c?>') },
		undefined,
		'xml'
	],
	[
		'CDATA',
		text((xml) => xml.replace(/<address>(.*?)<\/address>/g, '<address><![CDATA[$1]]></address>')),
		undefined,
		'xml'
	],
	['numeric entities', text((xml) => xml.replaceAll('8TH', '&#56;TH')), undefined, 'xml'],
	[
		'blanks and lines around values',
		text((xml) => xml.replace('<status>open', '<status>\n  open\n')),
		undefined,
		'xml'
	],
	[
		'elements opened and closed for nothing',
		text((xml) => xml.replaceAll(/<(\w+)\/>/g, '<$1></$1>')),
		undefined,
		'xml'
	],
	[
		'lines between all elements',
		{ text: (xml) => xml.replaceAll('><', '>\r\n\t<') },
		undefined,
		'xml'
	],
	[
		'the namespace of the specification',
		{
			text: (xml) =>
				xml.replace(/^(<\?.*?\?><\w+)/, '$1 xmlns="http://wiki.open311.org/GeoReport_v2"')
		},
		undefined,
		'xml'
	],
	[
		'an empty list with blanks inside',
		{
			text: (xml) =>
				xml.replace(
					'<service_requests></service_requests>',
					'<service_requests>\n</service_requests>'
				)
		},
		undefined,
		'xml'
	]
];

test('there are more than 40 of them', () => {
	expect(ODDITIES.length).toBeGreaterThan(40);
});

test.each(ODDITIES)('%s', async (_, changes, advises, only) => {
	for (const format of only ? ([only] as const) : (['xml', 'json'] as const)) {
		const { failures, disagreements, advice } = await judgeCity(changes, [format]);
		expect(failures, format).toEqual([]);
		expect(disagreements, format).toEqual([]);
		if (advises) expect(advice.join('\n'), format).toMatch(advises);
	}
});

test('a correct city is tested in all that it can show, and nothing is advised', async () => {
	const { failures, advice, skipped } = await judgeCity({});
	expect([failures, advice]).toEqual([[], []]);
	expect([...skipped]).toEqual([
		[
			'general-requests-limit',
			'The endpoint lists 2 service requests; only more than 1,000 can show the limit.'
		]
	]);
});

test('without writing, only reports are skipped besides', async () => {
	const { skipped } = await judgeCity({}, ['json'], false);
	expect([...skipped.keys()]).toEqual([
		'general-requests-limit',
		'general-submit',
		'general-submit-batch',
		'general-submit-nothing',
		'general-submit-no-place',
		'general-submit-no-answer',
		'general-submit-unknown'
	]);
});

test.each<[what: string, Changes, id: string, reason: string]>([
	[
		'one row',
		{ rows: ([row = {}]) => [row] },
		'general-requests-id',
		'The endpoint lists fewer than two service requests with an id.'
	],
	[
		'one row, and another',
		{ rows: ([row = {}]) => [row] },
		'general-request-other',
		'The endpoint lists fewer than two service requests with an id.'
	],
	[
		'rows of one time',
		rows((row) => ({ ...row, requested_datetime: '2024-05-02T10:00:05Z' })),
		'general-requests-start',
		'The endpoint lists no two service requests of different times, between which a start_date could lie.'
	],
	[
		'rows of one status',
		rows((row) => ({ ...row, status: 'open' })),
		'general-requests-open',
		'The endpoint lists only service requests with status open, so that the filter has nothing to leave out.'
	],
	[
		'nothing old',
		{ rows: (all) => all.slice(0, 2) },
		'general-requests-recent',
		'The endpoint is not known to have a service request of more than 90 days ago.'
	],
	[
		'no discovery document',
		{ wire: (_, of) => (of === 'discovery' ? { status: 404 } : {}) },
		'general-discovery',
		'No discovery document was found: GET https://city.example/v2/discovery.xml gave 404.'
	],
	[
		'no service with questions',
		{ data: (data, of) => (of === 'services' ? (data as readonly Fields[]).slice(1) : data) },
		'general-definition',
		'The endpoint lists no service with metadata.'
	],
	[
		'no place to borrow',
		rows((row) => ({ ...row, lat: null, long: null })),
		'general-submit',
		'No service request listed has a location that a report could use.'
	]
])('%s: what cannot be shown is skipped with the reason', async (_, changes, id, reason) => {
	expect((await judgeCity(changes)).skipped.get(id)).toBe(reason);
});

test('a city that wants a key: what needs one is skipped, and its refusal is looked at', async () => {
	const refuses = (data: Data): Changes => ({
		data: (said, _, { method }) => (method === 'submit' ? data : said),
		text: (text, of, format) =>
			of === 'submit' && format === 'xml'
				? text.replaceAll('service_requests>', 'errors>').replaceAll('request>', 'error>')
				: text,
		wire: (_, of) => (of === 'submit' ? { status: 403 } : {})
	});
	const sound = await judgeCity(refuses([{ code: 403, description: 'No key.' }]));
	expect(sound.failures).toEqual([]);
	expect(sound.skipped.get('general-submit')).toBe(
		'The endpoint takes reports only with a key, and none was given.'
	);
	const odd = await judgeCity(refuses([{ code: 403, description: '' }]), ['json']);
	expect(odd.failures[0]).toMatch(/description has no value/);
});

/** What a city without a format answers where it is asked for. */
const without = (format: Format): Changes => ({
	call: (call) => (call.format === format ? { ...call, method: 'request', name: 'none' } : call)
});

test('a city of XML alone: JSON is optional, and skipped with the reason', async () => {
	const onlyXml: Changes = {
		...without('json'),
		...endpoint((fields) => ({ ...fields, formats: ['text/xml'] }))
	};
	const { failures, skipped, advice } = await judgeCity(onlyXml);
	expect(failures).toEqual([]);
	expect(skipped.get('general-json')).toBe(
		'JSON is optional, and the endpoint has none: GET https://city.example/v2/services.json gave 404.'
	);
	expect(advice).toEqual([expect.stringMatching(/discovery\.json: .* 404 came/)]);
	// A city that names JSON among its formats must have it.
	const named = await judgeCity(without('json'));
	expect(named.failures[0]).toMatch(/discovery\.json: HTTP status 200 was expected, 404 came/);
});

test('a city of JSON alone: an advice where only JSON is tested, else XML is missed', async () => {
	const onlyJson: Changes = {
		call: (call) => (call.format === 'json' ? call : { ...call, method: 'request', name: 'none' })
	};
	const json = await judgeCity(onlyJson, ['json']);
	expect(json.failures).toEqual([]);
	expect(json.advice[0]).toMatch(/services\.xml: HTTP status 200 was expected, 404 came/);
	const both = await judgeCity(onlyJson);
	expect(both.failures[0]).toMatch(/discovery\.xml: HTTP status 200 was expected, 404 came/);
	expect(both.failures.filter((line) => line.includes('.json'))).toEqual([]);
});
