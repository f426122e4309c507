// A small correct GeoReport v2 server for tests, in this process: two services, one definition, and
// three service requests, the oldest of which is listed only when it is asked for. Any part of it can
// be replaced.
import type { MethodName } from '../../src/georeport/methods';
import type { HttpRequest } from '../../src/georeport/request';
import type { Format } from '../../src/georeport/types';

export type Data = null | boolean | number | string | readonly Data[] | { [name: string]: Data };
export type Fields = Record<string, Data>;

/** What was asked, as the city understands it. */
interface Call {
	method: MethodName;
	format: Format;
	/** The code, id or token in the path; empty for none. */
	name: string;
	values: URLSearchParams;
}

/** An answer on the wire. */
export interface Wire {
	status: number;
	/** Null for no Content-Type. */
	type: string | null;
	body: Uint8Array;
}

/** What is otherwise in a city; everything by default as it should be. */
export interface Changes {
	/** What it understands of a call. */
	call?: (call: Call) => Call;
	/** What it answers, before it is printed; `errors` is what it refuses with. */
	data?: (data: Data, of: MethodName | 'errors', call: Call) => Data;
	/** The printed text. */
	text?: (text: string, of: MethodName | 'errors', format: Format) => string;
	/** The bytes, the type and the status. */
	wire?: (wire: Wire, of: MethodName | 'errors', format: Format) => Partial<Wire>;
	/** The service requests it has. */
	rows?: (rows: Fields[]) => Fields[];
	/** Whether it takes an argument without a value for one with it. */
	takesEmpty?: boolean;
	/** The most service requests in an answer. */
	limit?: number;
	/** Whether its one question requires an answer; by default it does. */
	asks?: boolean;
}

export const CITY_BASE = {
	url: 'https://city.example/v2/',
	discoveryUrl: 'https://city.example/v2/'
};
const NOW = Date.parse('2024-05-03T12:00:00Z');
const DAY = 24 * 60 * 60_000;

const SERVICES: readonly Fields[] = [
	{
		service_code: '001',
		service_name: 'Cans left out',
		description: 'Garbage or recycling cans that have been left out.',
		metadata: true,
		type: 'realtime',
		keywords: 'lorem, ipsum, dolor',
		group: 'sanitation'
	},
	{
		service_code: '002',
		service_name: 'Construction plate shifted',
		description: null,
		metadata: false,
		type: 'batch',
		keywords: null,
		group: 'street'
	}
];

const DEFINITION: Fields = {
	service_code: '001',
	attributes: [
		{
			variable: true,
			code: 'WHISHETN',
			datatype: 'singlevaluelist',
			required: true,
			datatype_description: null,
			order: 1,
			description: 'What is the ticket?',
			values: [
				{ key: '123', name: 'Ford' },
				{ key: '124', name: 'Chrysler' }
			]
		},
		{
			variable: true,
			code: 'NOTE',
			datatype: 'text',
			required: false,
			datatype_description: null,
			order: 2,
			description: 'Anything else?'
		}
	]
};

const ROWS: readonly Fields[] = [
	{
		service_request_id: '638345',
		status: 'open',
		status_notes: null,
		service_name: 'Cans left out',
		service_code: '001',
		description: 'Since Monday.\nTwo of them.',
		agency_responsible: 'Public Works',
		service_notice: null,
		requested_datetime: '2024-05-02T10:00:05Z',
		updated_datetime: '2024-05-02T06:37:38-04:00',
		expected_datetime: '2024-05-15T10:00:00Z',
		address: '8TH AVE and JUDAH ST',
		address_id: '545483',
		zipcode: '94122',
		lat: 37.762221815,
		long: -122.4651145,
		media_url: 'http://city.example/photo.jpg'
	},
	{
		service_request_id: '638344',
		status: 'closed',
		status_notes: 'Done.',
		service_name: 'Construction plate shifted',
		service_code: '002',
		description: null,
		agency_responsible: null,
		service_notice: null,
		requested_datetime: '2024-04-14T06:37:38Z',
		updated_datetime: null,
		expected_datetime: null,
		address: '10TH AVE and IRVING ST',
		address_id: null,
		zipcode: null,
		lat: 37.7641,
		long: -122.4673,
		media_url: null
	},
	{
		service_request_id: '600001',
		status: 'closed',
		service_name: 'Cans left out',
		service_code: '001',
		requested_datetime: '2023-12-14T06:37:38Z',
		lat: 37.7641,
		long: -122.4673
	}
];

const DISCOVERY: Fields = {
	changeset: '2024-02-03T14:18:00Z',
	contact: 'Write to us.',
	key_service: 'Ask us.',
	endpoints: [
		{
			specification: 'http://wiki.open311.org/GeoReport_v2',
			url: 'https://city.example/v2',
			changeset: '2024-02-03T14:18:00Z',
			type: 'production',
			formats: ['text/xml', 'application/json']
		}
	]
};

/** The names of an answer in XML: its root, and a record of each list. */
const ROOTS: Readonly<Record<MethodName | 'errors', string>> = {
	discovery: 'discovery',
	services: 'services',
	definition: 'service_definition',
	submit: 'service_requests',
	token: 'service_requests',
	requests: 'service_requests',
	request: 'service_requests',
	errors: 'errors'
};
const ITEMS: Readonly<Record<string, string>> = {
	services: 'service',
	service_requests: 'request',
	errors: 'error',
	attributes: 'attribute',
	values: 'value',
	endpoints: 'endpoint',
	formats: 'format'
};

const escaped = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function element(name: string, data: Data): string {
	if (data === null) return `<${name}/>`;
	if (typeof data !== 'object') return `<${name}>${escaped(String(data))}</${name}>`;
	const inside = Array.isArray(data)
		? (data as readonly Data[]).map((item) => element(ITEMS[name] ?? 'item', item))
		: Object.entries(data).map(([field, value]) => element(field, value));
	return `<${name}>${inside.join('')}</${name}>`;
}

const print = (data: Data, of: MethodName | 'errors', format: Format) =>
	format === 'json'
		? JSON.stringify(data)
		: `<?xml version="1.0" encoding="utf-8"?>${element(ROOTS[of], data)}`;

const PATHS: readonly (readonly [RegExp, MethodName])[] = [
	[/^discovery\.(xml|json)$/, 'discovery'],
	[/^services\.(xml|json)$/, 'services'],
	[/^services\/(.*)\.(xml|json)$/, 'definition'],
	[/^tokens\/(.*)\.(xml|json)$/, 'token'],
	[/^requests\.(xml|json)$/, 'requests'],
	[/^requests\/(.*)\.(xml|json)$/, 'request']
];

function callOf({ method, url, body }: HttpRequest): Call | null {
	const { pathname, searchParams } = new URL(url);
	const path = decodeURIComponent(pathname).replace(/^\/v2\//, '');
	const [pattern, name] = PATHS.find(([pattern]) => pattern.test(path)) ?? [];
	const [, ...parts] = pattern?.exec(path) ?? [];
	if (!name) return null;
	const isReport = method === 'POST' && name === 'requests';
	return {
		method: isReport ? 'submit' : name,
		format: parts.at(-1) as Format,
		name: parts.length > 1 ? (parts[0] ?? '') : '',
		values: isReport ? new URLSearchParams(body ?? '') : searchParams
	};
}

class Refused extends Error {
	constructor(readonly status: number) {
		super(String(status));
	}
}

/** The city: what it answers to a request, with some changes. */
export function wiredCity(changes: Changes = {}): (request: HttpRequest) => Wire {
	const keep = <Value>(value: Value) => value;
	const { call: understood = keep, data: said = keep, rows: known = keep } = changes;
	const { limit = 1000, takesEmpty = false, asks = true } = changes;
	const { text: printed = keep, wire: sent = () => ({}) } = changes;
	const rows = known(ROWS.map((row) => ({ ...row })));

	function submit({ values }: Call): Fields {
		const code = values.get('service_code');
		if (!code) throw new Refused(400);
		const service = SERVICES.find(({ service_code }) => service_code === code);
		if (!service) throw new Refused(404);
		if (!values.get('lat') || !values.get('long')) throw new Refused(400);
		const isAnswered = [...values.keys()].some((name) => name.startsWith('attribute[WHISHETN]'));
		if (asks && service.metadata && !isAnswered) throw new Refused(400);
		const id = String(700000 + rows.length);
		const at = new Date(NOW + rows.length * 1000).toISOString().replace('.000', '');
		rows.unshift({
			service_request_id: id,
			status: 'open',
			service_name: service.service_name ?? null,
			service_code: code,
			description: values.get('description'),
			requested_datetime: at,
			lat: Number(values.get('lat')),
			long: Number(values.get('long'))
		});
		return service.type === 'batch' ? { token: `t${id}` } : { service_request_id: id };
	}

	function search({ values }: Call): Fields[] {
		const list = (name: string) => {
			const value = values.get(name);
			return value === null || (value === '' && !takesEmpty) ? undefined : value.split(',');
		};
		const ids = list('service_request_id');
		if (ids) return rows.filter((row) => ids.includes(String(row.service_request_id)));
		const to = Date.parse(values.get('end_date') ?? '') || NOW + DAY;
		const from = Date.parse(values.get('start_date') ?? '') || to - 90 * DAY;
		return rows
			.filter(({ requested_datetime, status, service_code }) => {
				const at = Date.parse(String(requested_datetime));
				const has = (name: string, value: Data | undefined) =>
					list(name)?.includes(String(value)) ?? true;
				const isIn = !(at < from || at > to);
				return isIn && has('status', status) && has('service_code', service_code);
			})
			.slice(0, limit);
	}

	function answer(call: Call): Data {
		switch (call.method) {
			case 'discovery':
				return DISCOVERY;
			case 'services':
				return SERVICES;
			case 'definition':
				if (call.name !== '001') throw new Refused(404);
				return DEFINITION;
			case 'submit':
				return [submit(call)];
			case 'token': {
				const id = call.name.replace(/^t/, '');
				const row = rows.find(({ service_request_id }) => service_request_id === id);
				if (!row || id === call.name) throw new Refused(404);
				return [{ service_request_id: id, token: call.name }];
			}
			case 'requests':
				return search(call);
			case 'request': {
				const row = rows.find(({ service_request_id }) => service_request_id === call.name);
				if (!row) throw new Refused(404);
				return [row];
			}
		}
	}

	function spoken(call: Call | null): { status: number; of: MethodName | 'errors'; data: Data } {
		try {
			if (!call) throw new Refused(404);
			return { status: 200, of: call.method, data: answer(call) };
		} catch (error) {
			if (!(error instanceof Refused)) throw error;
			const { status: code } = error;
			const data = [{ code, description: `It is refused: ${code}.` }];
			return { status: code, of: 'errors', data };
		}
	}

	return (request) => {
		const asked = callOf(request);
		const call = asked && understood(asked);
		const format = call?.format ?? 'xml';
		const { status, of, data } = spoken(call);
		const copy = structuredClone(data) as Data;
		const text = printed(print(call ? said(copy, of, call) : copy, of, format), of, format);
		const whole: Wire = {
			status,
			type: format === 'xml' ? 'text/xml; charset=utf-8' : 'application/json; charset=utf-8',
			body: new TextEncoder().encode(text)
		};
		return { ...whole, ...sent(whole, of, format) };
	};
}
