// General cases that report a problem and follow what becomes of it, or try to.
import type { Service, ServiceRequest, ServiceType } from '../georeport/types';
import { ANYTHING, type Claim, type Follow, type Row } from './expectation';
import { generalOk, SERVICE_REQUESTS, type GeneralCase } from './general-case';
import { refusedReports } from './general-refusals';
import type { EndpointFacts } from './probe-endpoint';
import { answersFor, NO_WRITING, serviceOf, typesOf } from './reporting';

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

/** What a report is answered with, by the type of its service: an id, a token, or neither. */
const ANSWERS: Readonly<Record<ServiceType, { title: string; claims: readonly Claim[] }>> = {
	realtime: {
		title: 'A report to a realtime service gives an id, under which it is found',
		claims: [
			{ claim: 'count', is: 1 },
			{ claim: 'every', fields: { service_request_id: ANYTHING, token: null } }
		]
	},
	batch: {
		title: 'A report to a batch service gives a token, which leads to its id',
		claims: [
			{ claim: 'count', is: 1 },
			{ claim: 'every', fields: { token: ANYTHING, service_request_id: null } }
		]
	},
	blackbox: {
		title: 'A report to a blackbox service gives neither an id nor a token',
		claims: [
			{ claim: 'none', fields: { service_request_id: ANYTHING } },
			{ claim: 'none', fields: { token: ANYTHING } }
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

/** Cases of POST Service Request, a flow for each type of service; without `write` all skipped. */
export function reportCases(facts: EndpointFacts, write: boolean, keyed: boolean): GeneralCase[] {
	const { services, serviceRequests } = facts;
	const located = serviceRequests.find(({ lat, long }) => lat !== null && long !== null);
	const skip =
		services.length === 0
			? 'The endpoint lists no service.'
			: !located
				? 'No service request listed has a location that a report could use.'
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
	return [...flows, ...refusedReports(facts, { report, skip, write })];
}
