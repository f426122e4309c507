// Properties of any request below the mock-up's roots.
import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { PLACES } from '../../mocks/data/places';
import { createMockUp } from '../../mocks/hosts/mock-up';
import { memoryStore } from '../../mocks/store/store';
import { parse } from '../../src/answer/parse';
import { toHttpRequest, type Values } from '../../src/georeport/request';
import { METHODS } from '../../src/georeport/methods';
import { asking, dialectEndpoint } from './mock-up';

const ROOTS = ['open311test', 'open311test/ws', 'georeport', 'georeport/v2', 'mock-up'];
const STATUSES = [200, 204, 400, 403, 404, 405, 500, 503];

const bytes = fc.uint8Array({ maxLength: 40 });
const text = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 30 }),
	fc.constantFrom('', ' ', '1', '-1', '1e9', 'NaN', '__proto__', '%', '%00', '2012-06-01', 'x'),
	fc.constantFrom('toronto.ca', 'CSROWR-12', '30102', '101000000001', '9000019', 'open,closed')
);
const segment = fc.oneof(
	fc.constantFrom('discovery', 'services', 'requests', 'tokens', 'submissions', '..', '.', ''),
	fc.constantFrom('101000000001', '9000019', 'CSROWR-12', '30102', 'services', '%', '%ff', '%2F'),
	text.map((each) => encodeURIComponent(each.replace(/\p{Surrogate}/gu, '')))
);
const anyPath = fc
	.tuple(
		fc.constantFrom(...ROOTS),
		fc.array(segment, { minLength: 1, maxLength: 3 }),
		fc.constantFrom('.xml', '.json', '.html', '.XML', '.', '', '.json.xml')
	)
	.map(([root, segments, extension]) => `${root}/${segments.join('/')}${extension}`);
/** A path that exists. */
const knownPath = fc
	.tuple(
		fc.constantFrom('open311test/ws', 'georeport/v2'),
		fc.constantFrom(
			'services',
			'services/CSROWR-12',
			'requests',
			'requests/101000000001',
			'tokens/9000019'
		),
		fc.constantFrom('xml', 'json')
	)
	.map(([root, resource, format]) => `${root}/${resource}.${format}`);
const path = fc.oneof(anyPath, knownPath);
const names = METHODS.flatMap((method) => method.arguments.map(({ name }) => name));
const pairs = fc.array(
	fc.tuple(fc.oneof(fc.constantFrom(...names, 'attribute[POTLOC]', 'attribute[]'), text), text),
	{ maxLength: 6 }
);
const likely = fc.constantFrom<[string, string][]>(
	[],
	[['jurisdiction_id', 'toronto.ca']],
	[
		['jurisdiction_id', 'toronto.ca'],
		['service_code', 'SWLMALB-02'],
		['address_string', 'High Park']
	]
);
const method = fc.oneof(
	fc.constantFrom('GET', 'POST'),
	fc.constantFrom('GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'),
	fc.stringMatching(/^[A-Z]{3,8}$/).filter((verb) => !/^(CONNECT|TRACE|TRACK)$/.test(verb))
);
const headerText = fc.string({ maxLength: 30 }).map((each) => each.trim());
const headers = fc.record(
	{
		Accept: headerText,
		Cookie: headerText,
		Prefer: fc.oneof(headerText, fc.constantFrom('code=500', 'code=503', 'code=999')),
		Origin: headerText,
		'Access-Control-Request-Headers': headerText,
		'Content-Type': fc.oneof(
			headerText,
			fc.constantFrom(
				'application/x-www-form-urlencoded',
				'multipart/form-data; boundary=x',
				'multipart/form-data',
				'application/json',
				'text/plain'
			)
		)
	},
	{ requiredKeys: [] }
);
const body = fc.oneof(
	bytes,
	fc
		.tuple(likely, fc.oneof(fc.constant([]), pairs))
		.map((each) => new TextEncoder().encode(String(new URLSearchParams(each.flat())))),
	pairs.map((each) =>
		new TextEncoder().encode(
			each
				.map(
					([name, value]) =>
						`--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
				)
				.join('') + '--x--'
		)
	)
);

test('any request gets an answer of the mock-up: marked, typed, well-formed, with a known status', async () => {
	const store = memoryStore();
	const mockUp = createMockUp({ store });
	await fc.assert(
		fc.asyncProperty(
			path,
			method,
			fc.tuple(fc.oneof(fc.constant([]), pairs), likely),
			headers,
			body,
			async (path, verb, [odd, usual], headers, body) => {
				const query = new URLSearchParams([...usual, ...odd]);
				const url = new URL(`https://city.example/${path}?${query}`);
				fc.pre(/^\/(open311test|georeport|mock-up)(\/|$)/.test(url.pathname));
				await store.reset();
				const hasBody = verb !== 'GET' && verb !== 'HEAD';
				const request = new Request(url, {
					method: verb,
					headers: headers as Record<string, string>,
					body: hasBody ? body : null
				});
				const response = await mockUp.answer(request);
				expect(response.headers.get('X-Mock-Up')).toBe('toronto-open311-playground');
				expect(STATUSES).toContain(response.status);
				if (response.status === 500) expect(headers.Prefer).toContain('code=500');
				const text = await response.text();
				const type = response.headers.get('Content-Type');
				if (response.status === 204) {
					expect([text, type]).toEqual(['', null]);
					return;
				}
				expect(['text/xml; charset=utf-8', 'application/json; charset=utf-8']).toContain(type);
				// The list of submissions is not part of the API: an extension there belongs to the id.
				if (!url.pathname.startsWith('/mock-up/submissions')) {
					if (url.pathname.endsWith('.xml')) expect(type).toContain('xml');
					if (url.pathname.endsWith('.json')) expect(type).toContain('json');
				}
				if (verb === 'HEAD') expect(text).toBe('');
				else if (type?.includes('json')) expect(typeof JSON.parse(text)).toBe('object');
				else expect(XMLValidator.validate(text)).toBe(true);
			}
		),
		{ numRuns: 800 }
	);
}, 30_000);

/** The text that both formats can carry, as the specification's reader gets it. */
const carried = (sent: string) =>
	sent
		.trim()
		// eslint-disable-next-line no-control-regex
		.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
		.trim() || null;

const description = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 200 }),
	fc
		.array(
			fc.constantFrom('&amp;', '&', '<', ']]>', '"', '\0', '\r\n', '\r', '\n', '\t', 'é ', '🕳')
		)
		.map((each) => each.join('')),
	fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 50 })
);

test('a valid report reads back the same in XML and JSON, at the location of the report', async () => {
	const store = memoryStore();
	const ask = asking(createMockUp({ store }));
	await fc.assert(
		fc.asyncProperty(
			description,
			fc.constantFrom(...Object.values(PLACES).flat()),
			fc.constantFrom('toronto' as const, 'standard' as const),
			async (description, [address_string, lat, long], dialect) => {
				await store.reset();
				const read = async (
					method: 'submit' | 'request',
					format: 'xml' | 'json',
					values: Values
				) => {
					const request = toHttpRequest(
						{ method, format, values: { jurisdiction_id: 'toronto.ca', ...values } },
						dialectEndpoint(dialect)
					);
					return parse({ method, ...(await ask(request)) });
				};
				const posted = await read('submit', 'xml', {
					service_code: 'CSROSC-14',
					address_string,
					lat: String(lat),
					long: String(long),
					description,
					'attribute[SURFACE]': 'BENCH',
					'attribute[HATE]': 'NO'
				});
				expect(posted).toMatchObject({ serviceRequests: [{ token: '91000001' }] });
				const id = { service_request_id: '101000900001' };
				const [xml, json] = [await read('request', 'xml', id), await read('request', 'json', id)];
				expect(json).toEqual(xml);
				expect(xml).toMatchObject({
					serviceRequests: [
						{ ...id, lat, long, address: address_string, description: carried(description) }
					]
				});
			}
		),
		{ numRuns: 150 }
	);
}, 30_000);
