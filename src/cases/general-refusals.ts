// General cases of reports that an endpoint must refuse.
import type { Draft } from '../georeport/request';
import { generalRefusal, UNKNOWN, type GeneralCase } from './general-case';
import type { EndpointFacts } from './probe-endpoint';
import { answersFor, NO_WRITING, serviceOf, typesOf } from './reporting';

/** What a report has but for its service and answers, and why it may not be sent; null if it may. */
export interface RefusedReport {
	report: Readonly<Record<string, string>>;
	skip: string | null;
	/** Whether cases that report something may run. */
	write: boolean;
}

/**
 * Cases of POST Service Request that end with errors. That a place and required answers must be sent
 * is said, but not that a report without them is refused: so a report that is taken there is only an advice.
 */
export function refusedReports(
	facts: EndpointFacts,
	{ report, skip, write }: RefusedReport
): GeneralCase[] {
	const { services } = facts;
	const [type] = typesOf(services);
	const service = type ? serviceOf(type, facts) : null;
	const asking = services.find((each) => Object.keys(answersFor(each, facts)).length > 0);
	const { lat: _lat, long: _long, ...placeless } = report;
	const refused = (
		id: string,
		title: string,
		values: Draft['values'],
		expect: GeneralCase['expect'],
		more: Partial<GeneralCase> = {}
	): GeneralCase => ({
		id,
		title,
		group: 'go wrong',
		section: 'POST Service Request',
		call: { method: 'submit', values },
		skip,
		expect,
		...more
	});
	return [
		refused(
			'submit-nothing',
			'A report without a service is refused',
			{},
			// A server may look at the key first.
			generalRefusal(400, 403),
			{ skip: write ? null : NO_WRITING }
		),
		refused(
			'submit-no-place',
			'A report without a place is refused',
			{
				service_code: service?.service_code ?? '',
				...placeless,
				...(service ? answersFor(service, facts) : {})
			},
			generalRefusal(400, 403),
			{ advise: true }
		),
		...(asking
			? [
					refused(
						'submit-no-answer',
						'A report without a required answer is refused',
						{ service_code: asking.service_code, ...report },
						generalRefusal(400, 403),
						{ advise: true }
					)
				]
			: []),
		refused(
			'submit-unknown',
			'A report to an unknown service is refused',
			{ service_code: UNKNOWN, ...report },
			generalRefusal(404, 403)
		)
	];
}
