// General cases that report a problem and follow what becomes of it, or try to.
import type { Attribute, Service, ServiceRequest, ServiceType } from '../georeport/types';
import type { Claim, Follow, Row } from './expectation';
import {
	generalOk,
	generalRefusal,
	SERVICE_REQUESTS,
	UNKNOWN,
	type GeneralCase
} from './general-case';
import type { EndpointFacts } from './probe-endpoint';

const NO_WRITING = 'It writes, and writing was not allowed.';

const NO_KEY = 'The endpoint takes reports only with a key, and none was given.';

/** How far from the place that was sent a service request may be shown, in degrees: about 1 km. */
const NEAR = 0.01;

/** A letter beyond ASCII shows whether the server reads UTF-8. */
const DESCRIPTION = 'A test of conformance at the café. Please ignore it.';

/** A description that is shown has the letters that were sent; staff may have changed the rest. */
const HAS_LETTERS: Claim = {
	claim: 'that',
	words: 'description as it was sent, “… at the café. …”',
	check(records) {
		const wrong = (row: Row) =>
			/at the caf/.test(String(row.description)) && !/café/.test(String(row.description));
		const record = records.findIndex(wrong);
		if (record < 0) return null;
		return { came: String(records[record]?.description), record, field: 'description' };
	}
};

const SOMETHING = { like: /[\s\S]+/ };

/** Returns a value that an attribute accepts. */
function sampleValue({ datatype, values }: Attribute): string {
	const [first] = values;
	if (first) return first.key;
	if (datatype === 'number') return '1';
	return datatype === 'datetime' ? '2024-01-01T12:00:00Z' : 'Test';
}

/** The name of an answer: GeoReport v2 has brackets behind that to a list with several choices. */
const argumentFor = ({ code, datatype }: Attribute) =>
	`attribute[${code}]${datatype === 'multivaluelist' ? '[]' : ''}`;

/** The answers to the questions that a service requires an answer to. */
function answersFor({ service_code }: Service, { definitions }: EndpointFacts) {
	const questions = definitions.get(service_code)?.attributes ?? [];
	return Object.fromEntries(
		questions
			.filter(({ required, variable }) => required && variable)
			.map((attribute) => [argumentFor(attribute), sampleValue(attribute)])
	);
}

/** The service of a type that asks the least; null for none. */
function serviceOf(type: ServiceType, { services, definitions }: EndpointFacts): Service | null {
	const ofType = services.filter((service) => service.type === type);
	return (
		ofType.find(({ metadata }) => !metadata) ??
		ofType.find(({ service_code }) => definitions.has(service_code)) ??
		ofType[0] ??
		null
	);
}

/** What a report is answered with, by the type of its service: an id, a token, or neither. */
const ANSWERS: Readonly<Record<ServiceType, { title: string; claims: readonly Claim[] }>> = {
	realtime: {
		title: 'A report to a realtime service gives an id, under which it is found',
		claims: [
			{ claim: 'count', is: 1 },
			{ claim: 'every', fields: { service_request_id: SOMETHING, token: null } }
		]
	},
	batch: {
		title: 'A report to a batch service gives a token, which leads to its id',
		claims: [
			{ claim: 'count', is: 1 },
			{ claim: 'every', fields: { token: SOMETHING, service_request_id: null } }
		]
	},
	blackbox: {
		title: 'A report to a blackbox service gives neither an id nor a token',
		claims: [
			{ claim: 'none', fields: { service_request_id: SOMETHING } },
			{ claim: 'none', fields: { token: SOMETHING } }
		]
	}
};

const isNear = (place: Pick<ServiceRequest, 'lat' | 'long'>): Claim => ({
	claim: 'that',
	words: `lat and long near ${place.lat}, ${place.long}`,
	check(records) {
		const isFar = (name: 'lat' | 'long') => (row: Row) =>
			typeof row[name] === 'number' && Math.abs(row[name] - (place[name] ?? 0)) > NEAR;
		for (const field of ['lat', 'long'] as const) {
			const record = records.findIndex(isFar(field));
			if (record >= 0)
				return { came: `${field} ${String(records[record]?.[field])}`, record, field };
		}
		return null;
	}
});

const ID = '$service_request_id';

/** What becomes of a report: its token, the service request, and its place in the list. */
function followsOf({ type, service_code }: Service, place: ServiceRequest): Follow[] {
	if (type === 'blackbox') return [];
	const token: Follow = {
		method: 'token',
		values: { token: '$token' },
		expect: generalOk(SERVICE_REQUESTS, { claim: 'every', fields: { token: '$token' } }),
		until: 'service_request_id'
	};
	return [
		...(type === 'batch' ? [token] : []),
		{
			method: 'request',
			values: { service_request_id: ID },
			expect: generalOk(
				SERVICE_REQUESTS,
				{ claim: 'every', fields: { service_request_id: ID, service_code } },
				isNear(place),
				HAS_LETTERS
			)
		},
		{
			method: 'requests',
			values: { service_request_id: ID },
			expect: generalOk(
				SERVICE_REQUESTS,
				{ claim: 'count', is: 1 },
				{ claim: 'every', fields: { service_request_id: ID } }
			)
		},
		{
			method: 'requests',
			values: { service_code },
			expect: generalOk(SERVICE_REQUESTS, { claim: 'some', fields: { service_request_id: ID } })
		}
	];
}

/** The types of the services that an endpoint lists, in the order in which it lists them. */
const typesOf = (services: readonly Service[]): ServiceType[] => [
	...new Set(services.map(({ type }) => type).filter((type) => Object.hasOwn(ANSWERS, type)))
];

/** Cases of POST Service Request, a flow for each type of service; without `write` all skipped. */
export function reportCases(facts: EndpointFacts, write: boolean, keyed: boolean): GeneralCase[] {
	const { services, serviceRequests } = facts;
	const located = serviceRequests.find(({ lat, long }) => lat !== null && long !== null);
	const skip =
		services.length === 0
			? 'The endpoint lists no service.'
			: !located
				? 'No service request listed has a location that a report could borrow.'
				: write
					? null
					: NO_WRITING;
	const report = {
		lat: String(located?.lat ?? ''),
		long: String(located?.long ?? ''),
		first_name: 'Conformance',
		last_name: 'Test',
		email: 'conformance@example.org',
		description: DESCRIPTION
	};
	const [first = 'realtime', ...others] = typesOf(services);
	const flows = [first, ...others].map((type): GeneralCase => {
		const service = serviceOf(type, facts);
		const { title, claims } = ANSWERS[type];
		return {
			id: type === first ? 'submit' : `submit-${type}`,
			title,
			group: 'report',
			section: 'POST Service Request',
			call: {
				method: 'submit',
				values: {
					service_code: service?.service_code ?? '',
					...report,
					...(service ? answersFor(service, facts) : {})
				}
			},
			skip,
			// Which status a success has is not stated.
			expect: { status: 200, orStatus: [201, 202], claims: [SERVICE_REQUESTS, ...claims] },
			...(keyed ? {} : { needs: { status: 403, reason: NO_KEY } }),
			then: service && located ? followsOf(service, located) : []
		};
	});
	return [
		...flows,
		{
			id: 'submit-nothing',
			title: 'A report of no service is refused',
			group: 'go wrong',
			section: 'POST Service Request',
			call: { method: 'submit', values: {} },
			skip: write ? null : NO_WRITING,
			// A server may look at the key first.
			expect: generalRefusal(400, 403)
		},
		{
			id: 'submit-unknown',
			title: 'A report of a service that is not there is refused',
			group: 'go wrong',
			section: 'POST Service Request',
			call: { method: 'submit', values: { service_code: UNKNOWN, ...report } },
			skip,
			expect: generalRefusal(404, 403)
		}
	];
}
