import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { Validator } from '@seriousme/openapi-schema-validator';
import OpenAPIClientAxios, { type Document, type OpenAPIClient } from 'openapi-client-axios';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createMockUp } from '../../mocks/hosts/mock-up';
import { createMockServer } from '../../mocks/hosts/server';
import { toOpenApi } from '../../src/openapi/openapi';

const describeAt = (root: string) =>
	toOpenApi({
		version: '1.2.3',
		servers: [
			{ url: `${root}georeport/v2`, description: 'standard' },
			{
				url: `${root}open311test/ws`,
				discoveryUrl: `${root}open311test`,
				description: 'toronto'
			},
			{ url: 'georeport/v2', description: 'page' }
		]
	});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a document is read as it comes
type Loose = any;

/** The JSON Schema validator that comes with the OpenAPI validator. */
const ofValidator = createRequire(
	createRequire(import.meta.url).resolve('@seriousme/openapi-schema-validator')
);
const { Ajv2020 } = ofValidator('ajv/dist/2020') as Loose;
const { default: addFormats } = ofValidator('ajv-formats') as Loose;

/** Returns how a value violates a schema of the document. */
function violations(document: Loose, schema: Loose, value: unknown): string[] {
	const ajv = new Ajv2020({ strict: false });
	addFormats(ajv);
	const { components } = document;
	const check = ajv.compile({ ...schema, components });
	return check(value) ? [] : [ajv.errorsText(check.errors)];
}

const copyOf = (): Loose => structuredClone(describeAt('http://127.0.0.1:3110/'));

describe('the document', () => {
	test('is OpenAPI 3.1', async () => {
		const validator = new Validator();
		expect(await validator.validate(copyOf())).toEqual({ valid: true });
		expect(validator.version).toBe('3.1');
	});

	test.each([
		[
			'an operation without responses',
			(document: Loose) => {
				document.paths['/services.{format}'].get.responses = 'none';
			}
		],
		[
			'a parameter that stands nowhere',
			(document: Loose) => {
				document.paths['/services.{format}'].get.parameters[1].in = 'somewhere';
			}
		],
		[
			'no title',
			(document: Loose) => {
				delete document.info.title;
			}
		]
	])('is invalid with %s', async (_, breakIt) => {
		const document = copyOf();
		breakIt(document);
		expect((await new Validator().validate(document)).valid).toBe(false);
	});

	test('has the target of every reference', () => {
		const document = copyOf();
		const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)];
		expect(references.length).toBeGreaterThan(30);
		for (const [, path = ''] of references) {
			const found = path.split('/').reduce((part, name) => part?.[name], document);
			expect(found, path).toBeDefined();
		}
	});

	test('is the same every time, and plain JSON', () => {
		const document = copyOf();
		expect(JSON.parse(JSON.stringify(document))).toEqual(document);
		expect(JSON.stringify(copyOf())).toBe(JSON.stringify(document));
	});

	test('says that it is unofficial and what is specific to Toronto', () => {
		const { description } = copyOf().info;
		for (const words of [
			'unofficial',
			'not affiliated',
			'jurisdiction_id=toronto.ca',
			'Invented'
		]) {
			expect(description).toContain(words);
		}
	});
});

// The methods and arguments of https://wiki.open311.org/GeoReport_v2/; below, those of its
// "Extensions" page and of the v2.1 draft.
const SPECIFICATION: Record<string, { arguments: string[]; extensions?: string[] }> = {
	'get /discovery.{format}': { arguments: [] },
	'get /services.{format}': { arguments: ['jurisdiction_id'] },
	'get /services/{service_code}.{format}': { arguments: ['service_code', 'jurisdiction_id'] },
	'post /requests.{format}': {
		arguments: [
			'jurisdiction_id',
			'api_key',
			'service_code',
			'lat',
			'long',
			'address_string',
			'address_id',
			'email',
			'device_id',
			'account_id',
			'first_name',
			'last_name',
			'phone',
			'description',
			'media_url',
			'attribute[CODE]'
		]
	},
	'get /tokens/{token}.{format}': { arguments: ['token', 'jurisdiction_id'] },
	'get /requests.{format}': {
		arguments: [
			'jurisdiction_id',
			'service_request_id',
			'service_code',
			'start_date',
			'end_date',
			'status'
		],
		extensions: ['page', 'page_size', 'updated_after', 'updated_before', 'lat', 'long', 'radius']
	},
	'get /requests/{service_request_id}.{format}': {
		arguments: ['service_request_id', 'jurisdiction_id']
	}
};

describe('methods and arguments', () => {
	const document = copyOf();
	const operations = Object.entries<Loose>(document.paths).flatMap(([path, item]) =>
		['get', 'post', 'put', 'delete']
			.filter((verb) => verb in item)
			.map((verb): [string, Loose] => [`${verb} ${path}`, item[verb]])
	);
	const form =
		document.components.requestBodies.Report.content['application/x-www-form-urlencoded'].schema;

	test('are those of the specification', () => {
		expect(operations.map(([name]) => name).toSorted()).toEqual(
			Object.keys(SPECIFICATION).toSorted()
		);
	});

	test.each(operations)('%s has its arguments', (name, operation) => {
		const { arguments: wanted, extensions = [] } = SPECIFICATION[name] ?? { arguments: [] };
		const [format, ...parameters] = operation.parameters;
		expect(format).toEqual({ $ref: '#/components/parameters/format' });
		const isPost = name.startsWith('post');
		const named: [string, Loose][] = isPost
			? Object.entries(document.components.schemas.ReportFields.properties)
			: parameters.map((parameter: Loose) => [parameter.name, parameter]);
		const isExtension = ([, argument]: [string, Loose]) => argument['x-open311-extension'] === true;
		const names = (list: [string, Loose][]) => list.map(([name]) => name).toSorted();
		expect(names(named.filter((each) => !isExtension(each)))).toEqual(wanted.toSorted());
		expect(names(named.filter(isExtension))).toEqual(extensions.toSorted());
		expect(isPost ? operation.requestBody : undefined).toEqual(
			isPost ? { $ref: '#/components/requestBodies/Report' } : undefined
		);
	});

	test('the format is xml or json', () => {
		expect(document.components.parameters.format).toMatchObject({
			in: 'path',
			required: true,
			schema: { enum: ['xml', 'json'] }
		});
	});

	test('lists are separated by commas', () => {
		const { parameters } = document.paths['/requests.{format}'].get;
		const lists = parameters.filter((each: Loose) => each.explode === false);
		expect(lists.map(({ name }: Loose) => name)).toEqual([
			'service_request_id',
			'service_code',
			'status'
		]);
	});

	test.each([
		['lat and long', { lat: 43.6, long: -79.4 }, true],
		['an address', { address_string: '1 BLOOR ST W' }, true],
		['an address_id', { address_id: '13466425' }, true],
		['lat alone', { lat: 43.6 }, false],
		['no place', {}, false],
		[
			'a description over 4,000 characters',
			{ lat: 1, long: 1, description: 'x'.repeat(4001) },
			false
		],
		['answers', { address_string: 'x', 'attribute[A]': '1', 'attribute[B][]': ['1', '2'] }, true],
		['an answer that is no text', { address_string: 'x', 'attribute[A]': { b: 1 } }, false]
	])('a report with %s', (_, fields, valid) => {
		expect(violations(document, form, { service_code: 'CSROWR-12', ...fields })).toHaveLength(
			valid ? 0 : 1
		);
	});
});

describe('the links between methods', () => {
	const document = copyOf();
	const operations: [string, Loose][] = Object.values<Loose>(document.paths).flatMap((item) =>
		['get', 'post']
			.filter((verb) => verb in item)
			.map((verb): [string, Loose] => [item[verb].operationId, item[verb]])
	);
	const linksOf = (operationId: string): Record<string, Loose> =>
		operations.find(([id]) => id === operationId)?.[1].responses['200'].links;
	const format = '$request.path.format';
	const jurisdiction_id = '$request.query.jurisdiction_id';

	test.each<[string, string, string, Record<string, string>]>([
		['getDiscovery', 'services', 'getServiceList', {}],
		[
			'getServiceList',
			'definition',
			'getServiceDefinition',
			{ jurisdiction_id, service_code: '$response.body#/0/service_code' }
		],
		[
			'postServiceRequest',
			'id',
			'getServiceRequestIdFromToken',
			{ jurisdiction_id: '$request.body#/jurisdiction_id', token: '$response.body#/0/token' }
		],
		[
			'postServiceRequest',
			'request',
			'getServiceRequest',
			{
				jurisdiction_id: '$request.body#/jurisdiction_id',
				service_request_id: '$response.body#/0/service_request_id'
			}
		],
		[
			'getServiceRequestIdFromToken',
			'request',
			'getServiceRequest',
			{ jurisdiction_id, service_request_id: '$response.body#/0/service_request_id' }
		],
		[
			'getServiceRequestIdFromToken',
			'again',
			'getServiceRequestIdFromToken',
			{ jurisdiction_id, token: '$request.path.token' }
		],
		[
			'getServiceRequest',
			'othersNear',
			'getServiceRequests',
			{
				jurisdiction_id,
				lat: '$response.body#/0/lat',
				long: '$response.body#/0/long',
				radius: '1000'
			}
		]
	])('from %s, %s, to %s', (from, name, operationId, parameters) => {
		expect(linksOf(from)[name]).toMatchObject({
			operationId,
			parameters: { format, ...parameters }
		});
		expect(Object.keys(linksOf(from)[name].parameters)).toHaveLength(
			1 + Object.keys(parameters).length
		);
	});

	test('a report is filled by its form', () => {
		expect(linksOf('getServiceRequest').reportHere).toMatchObject({
			operationId: 'postServiceRequest',
			parameters: { format },
			requestBody: {
				jurisdiction_id,
				service_code: '$response.body#/0/service_code',
				lat: '$response.body#/0/lat',
				long: '$response.body#/0/long'
			}
		});
		expect(linksOf('getServiceDefinition').report.requestBody).toEqual({
			jurisdiction_id,
			service_code: '$request.path.service_code'
		});
	});

	test('every method has some, and each names what its target takes', () => {
		for (const [from, operation] of operations) {
			const links = Object.entries<Loose>(linksOf(from));
			expect(links.length, from).toBeGreaterThan(0);
			for (const [name, { operationId, parameters, requestBody = {}, description }] of links) {
				expect(name).toMatch(/^\w+$/);
				expect(description).not.toBe('');
				const target = operations.find(([id]) => id === operationId)?.[1];
				const taken = target.parameters.map((each: Loose) => each.name ?? 'format');
				expect(taken, `${from} ${name}`).toEqual(expect.arrayContaining(Object.keys(parameters)));
				expect(Object.keys(document.components.schemas.ReportFields.properties)).toEqual(
					expect.arrayContaining(Object.keys(requestBody))
				);
			}
			expect(operation.operationId).toBe(from);
		}
	});
});

/** What linters and importers ask of a description, beyond its being valid. */
describe('tools', () => {
	const document = copyOf();
	const operations = Object.values<Loose>(document.paths).flatMap((item) =>
		['get', 'post'].flatMap((verb) => (verb in item ? [item[verb]] : []))
	);
	const { schemas } = document.components;

	test('find who to turn to, what security there is, and a chapter for every method', () => {
		expect(document.info.contact).toEqual({ name: 'Toronto Open311 Playground (unofficial)' });
		expect(document.security).toEqual([]);
		const tags = document.tags.map(({ name }: Loose) => name);
		expect(tags).toEqual(['Services', 'Reports', 'Requests']);
		expect(operations).toHaveLength(7);
		for (const operation of operations) {
			expect(operation.tags).toHaveLength(1);
			expect(tags).toContain(operation.tags[0]);
		}
	});

	test('find every required property among the properties', () => {
		const check = (schema: Loose, path: string) => {
			if (typeof schema !== 'object' || schema === null) return;
			// What `allOf` adds to, its other parts describe.
			const isPart = /ReportBy\w+\.allOf\.1$/.test(path);
			const properties = isPart ? schemas.ReportFields.properties : (schema.properties ?? {});
			for (const name of Array.isArray(schema.required) ? schema.required : []) {
				expect(Object.keys(properties), path).toContain(name);
			}
			for (const [name, inner] of Object.entries(schema)) check(inner, `${path}.${name}`);
		};
		check(schemas, 'schemas');
	});

	test('make a form of 16 fields of the first way to report, of which three are required', () => {
		const { schema } =
			document.components.requestBodies.Report.content['application/x-www-form-urlencoded'];
		expect(schema).toEqual({ $ref: '#/components/schemas/Report' });
		const [first] = schemas.Report.anyOf;
		expect(first).toEqual({ $ref: '#/components/schemas/ReportByCoordinates' });
		expect(schemas.ReportByCoordinates.allOf).toEqual([
			{ $ref: '#/components/schemas/ReportFields' },
			{ required: ['service_code', 'lat', 'long'] }
		]);
		const { properties, example } = schemas.ReportFields;
		expect(Object.keys(properties)).toHaveLength(16);
		expect(Object.keys(example)).toEqual(Object.keys(properties));
		expect(schemas.ReportFields).not.toHaveProperty('anyOf');
	});

	test('find an example for every argument, which its own schema allows', () => {
		const parameters = [
			document.components.parameters.format,
			...operations.flatMap((operation) => operation.parameters.slice(1))
		];
		expect(parameters).toHaveLength(1 + 1 + 2 + 2 + 13 + 2);
		for (const { name, schema, example } of parameters) {
			expect(example, name).toBeDefined();
			expect(example, name).not.toBe('');
			expect(violations(document, schema, example), name).toEqual([]);
		}
		const { example } = schemas.ReportFields;
		for (const [name, value] of Object.entries(example)) {
			expect(value === '', name).toBe(name === 'attribute[CODE]');
		}
		for (const way of schemas.Report.anyOf) {
			expect(violations(document, way, example)).toEqual([]);
		}
	});
});

/** A client made from the description, and the mock-up's HTTP server that it asks. */
async function client(dialect: 'standard' | 'toronto') {
	const server = createMockServer(createMockUp(), () => {});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.close();
		server.closeAllConnections();
	});
	const { port } = server.address() as AddressInfo;
	const document: Loose = describeAt(`http://127.0.0.1:${port}/`);
	const api = new OpenAPIClientAxios({
		definition: structuredClone(document) as Document,
		withServer: dialect === 'standard' ? 0 : 1,
		axiosConfigDefaults: { adapter: 'http', proxy: false }
	});
	const operations = (await api.getClient()) as OpenAPIClient & Record<string, Loose>;
	const ask = async (operationId: string, parameters: object, body?: string) => {
		const { status, data, headers } = await operations[operationId](parameters, body, {
			validateStatus: () => true
		});
		return { status, data, type: headers['content-type'] as string };
	};
	return { document, ask, api };
}

const JSON_TYPE = 'application/json; charset=utf-8';

describe.each(['standard', 'toronto'] as const)('its examples, in the %s dialect', (dialect) => {
	const OPERATIONS = [
		['getServiceList', 'Services'],
		['getServiceDefinition', 'ServiceDefinition'],
		['getServiceRequestIdFromToken', 'RequestIds'],
		['getServiceRequests', 'ServiceRequests'],
		['getServiceRequest', 'ServiceRequests'],
		['getDiscovery', 'Discovery']
	] as const;

	/** The examples of an operation's parameters, of all or of those alone that are required. */
	function examplesOf(document: Loose, operationId: string, requiredAlone: boolean) {
		const operation = Object.values<Loose>(document.paths)
			.flatMap(({ get, post }) => [get, post])
			.find((each) => each?.operationId === operationId);
		const chosen = operation.parameters
			.slice(1)
			.filter(({ required }: Loose) => required || !requiredAlone);
		return Object.fromEntries(chosen.map(({ name, example }: Loose) => [name, example]));
	}

	test.each(OPERATIONS)(
		'%s is answered, with all arguments and with those it needs',
		async (id) => {
			const { document, ask } = await client(dialect);
			const needed = {
				...examplesOf(document, id, true),
				...(dialect === 'toronto' && id !== 'getDiscovery' ? { jurisdiction_id: 'toronto.ca' } : {})
			};
			for (const parameters of [examplesOf(document, id, false), needed]) {
				const { status, data } = await ask(id, { format: 'json', ...parameters });
				expect(status, JSON.stringify(data)).toBe(200);
				const rows = id.startsWith('getServiceRequest') ? (data.service_requests ?? data) : [1];
				expect(rows.length).toBeGreaterThan(0);
			}
		}
	);

	test('a report is taken, with all fields and with those it needs', async () => {
		const { document, ask } = await client(dialect);
		const { example } = document.components.schemas.ReportFields;
		const { service_code, lat, long, jurisdiction_id } = example;
		const needed = {
			service_code,
			lat,
			long,
			...(dialect === 'toronto' ? { jurisdiction_id } : {})
		};
		for (const fields of [example, needed]) {
			const body = new URLSearchParams(fields).toString();
			const { status, data } = await ask('postServiceRequest', { format: 'json' }, body);
			expect(status, JSON.stringify(data)).toBe(200);
		}
	});
});

describe('a generated client', () => {
	test.each([
		['getServiceList', {}, 'Services'],
		['getServiceDefinition', { service_code: 'CSROWR-12' }, 'ServiceDefinition'],
		[
			'getServiceRequests',
			{
				jurisdiction_id: 'toronto.ca',
				service_code: 'CSROWR-12,SWLMALB-02',
				status: 'open,closed',
				start_date: '2012-05-01T00:00:00-04:00',
				end_date: '2012-06-15T00:00:00-04:00'
			},
			'ServiceRequests'
		],
		['getServiceRequest', { service_request_id: '101000000001' }, 'ServiceRequests'],
		['getServiceRequestIdFromToken', { token: '9000021' }, 'RequestIds'],
		['getDiscovery', {}, 'Discovery']
	])('%s is answered as described', async (operationId, parameters, schema) => {
		const { document, ask } = await client('standard');
		const { status, data, type } = await ask(operationId, { format: 'json', ...parameters });
		expect(status).toBe(200);
		expect(type).toBe(JSON_TYPE);
		expect(violations(document, { $ref: `#/components/schemas/${schema}` }, data)).toEqual([]);
		expect(violations(document, { $ref: '#/components/schemas/Errors' }, data)).not.toEqual([]);
	});

	test('lists are sent as described, and filter the answer', async () => {
		const { api } = await client('standard');
		const { url, queryString } = api.getRequestConfigForOperation('getServiceRequests', [
			{ format: 'json', service_code: ['CSROWR-12', 'SWLMALB-02'], status: ['closed'] }
		]);
		expect(queryString).toBe('service_code=CSROWR-12,SWLMALB-02&status=closed');
		const response = await fetch(url);
		const rows: Loose[] = await response.json();
		expect(rows.map(({ status }) => status)).toContain('closed');
		const seen = rows.map((row) => [row.service_code, row.status].join());
		expect([...new Set(seen)].toSorted()).toEqual(['CSROWR-12,closed', 'SWLMALB-02,closed']);
	});

	test('a report gets an id, and another one a token', async () => {
		const { document, ask } = await client('standard');
		const report = (service_code: string, more: Record<string, string>) =>
			ask(
				'postServiceRequest',
				{ format: 'json' },
				new URLSearchParams({
					jurisdiction_id: 'toronto.ca',
					service_code,
					lat: '43.652577773',
					long: '-79.432565424',
					...more
				}).toString()
			);
		const { data: definition } = await ask('getServiceDefinition', {
			format: 'json',
			service_code: 'CSROSC-14'
		});
		const answers = Object.fromEntries(
			definition.attributes
				.filter(({ required }: Loose) => required)
				.map(({ code, values }: Loose) => [`attribute[${code}]`, values?.[0]?.key ?? '1'])
		);
		const realtime = await report('SWLMALB-02', {});
		const batch = await report('CSROSC-14', answers);
		for (const [{ status, data }, field, other] of [
			[realtime, 'service_request_id', 'token'],
			[batch, 'token', 'service_request_id']
		] as const) {
			expect(status, JSON.stringify(data)).toBe(200);
			expect(data).toHaveLength(1);
			expect(data[0][field]).toMatch(/^\d+$/);
			expect(data[0]).not.toHaveProperty(other);
			const schema = { $ref: '#/components/schemas/SubmittedRequests' };
			expect(violations(document, schema, data)).toEqual([]);
		}
	});

	test.each([
		['getServiceRequest', { service_request_id: '1' }, 404],
		['getServiceList', { jurisdiction_id: 'sfgov.org' }, 404],
		['getServiceRequests', { start_date: 'yesterday' }, 400],
		['postServiceRequest', {}, 400]
	])('%s refuses with an error body', async (operationId, parameters, wanted) => {
		const { document, ask } = await client('standard');
		const { status, data } = await ask(operationId, { format: 'json', ...parameters }, 'a=b');
		expect(status).toBe(wanted);
		expect(violations(document, { $ref: '#/components/schemas/Errors' }, data)).toEqual([]);
	});

	/** What a link's runtime expressions stand for, of a call without body and its answer. */
	const evaluated = (expressions: Record<string, string>, asked: Loose, data: Loose) =>
		Object.fromEntries(
			Object.entries(expressions).map(([name, expression]) => {
				const [, place, path = ''] =
					/^\$(request\.path\.|request\.query\.|response\.body#\/)(.+)$/.exec(expression) ?? [];
				if (place === undefined) return [name, expression];
				const value = place.startsWith('response')
					? path.split('/').reduce((part, key) => part?.[key], data)
					: asked[path];
				return [name, value];
			})
		);

	test.each([
		['getDiscovery', {}, 'services', 'Services'],
		['getServiceList', {}, 'definition', 'ServiceDefinition'],
		['getServiceList', {}, 'list', 'ServiceRequests'],
		['getServiceDefinition', { service_code: 'CSROWR-12' }, 'list', 'ServiceRequests'],
		['getServiceRequestIdFromToken', { token: '9000021' }, 'request', 'ServiceRequests'],
		['getServiceRequestIdFromToken', { token: '9000029' }, 'again', 'RequestIds'],
		['getServiceRequests', { status: 'open' }, 'request', 'ServiceRequests'],
		['getServiceRequests', {}, 'othersLike', 'ServiceRequests'],
		['getServiceRequest', { service_request_id: '101000000001' }, 'othersNear', 'ServiceRequests'],
		['getServiceRequest', { service_request_id: '101000000001' }, 'definition', 'ServiceDefinition']
	])('from %s %j it follows the link %s', async (operationId, parameters, name, schema) => {
		const { document, ask } = await client('standard');
		const asked = { format: 'json', jurisdiction_id: 'toronto.ca', ...parameters };
		const { data } = await ask(operationId, asked);
		const operation = Object.values<Loose>(document.paths)
			.map(({ get }) => get)
			.find((each) => each?.operationId === operationId);
		const link = operation.responses['200'].links[name];
		const answer = await ask(link.operationId, evaluated(link.parameters, asked, data));
		expect(answer.status, JSON.stringify(answer.data)).toBe(200);
		expect(violations(document, { $ref: `#/components/schemas/${schema}` }, answer.data)).toEqual(
			[]
		);
	});

	test('XML comes when it is asked for', async () => {
		const { ask } = await client('standard');
		const { status, data, type } = await ask('getServiceList', { format: 'xml' });
		expect([status, type]).toEqual([200, 'text/xml; charset=utf-8']);
		expect(data).toContain('<service_code>CSROWR-12</service_code>');
	});

	test('the toronto dialect wraps lists, as its description says', async () => {
		const { document, ask } = await client('toronto');
		const { status, data } = await ask('getServiceRequests', {
			format: 'json',
			jurisdiction_id: 'toronto.ca'
		});
		expect(status).toBe(200);
		const schema =
			document.paths['/requests.{format}'].get.responses['200'].content['application/json'].schema;
		expect(data.service_requests.length).toBeGreaterThan(1);
		expect(violations(document, schema, data)).toEqual([]);
		expect(violations(document, schema, { requests: data.service_requests })).not.toEqual([]);
		expect((await ask('getServiceList', { format: 'json' })).status).toBe(400);
	});

	test('discovery of the toronto dialect is one level up', () => {
		const { servers } = copyOf().paths['/discovery.{format}'];
		expect(servers.map(({ url }: Loose) => url)).toEqual([
			'http://127.0.0.1:3110/georeport/v2',
			'http://127.0.0.1:3110/open311test',
			'georeport/v2'
		]);
	});
});
