// General cases that report a problem, or try to.
import { generalOk, generalRefusal, SERVICE_REQUESTS, type GeneralCase } from './general-case';
import type { EndpointFacts } from './probe-endpoint';
import type { Attribute } from '../georeport/types';

const NO_WRITING = 'It writes, and writing was not allowed.';

/** Returns a value that an attribute accepts. */
function sampleValue({ datatype, values }: Attribute): string {
	const [first] = values;
	if (first) return first.key;
	if (datatype === 'number') return '1';
	return datatype === 'datetime' ? '2024-01-01T12:00:00Z' : 'Test';
}

/** Cases of POST Service Request; without `write` they are skipped. */
export function reportCases(facts: EndpointFacts, write: boolean): GeneralCase[] {
	const { services, definition, serviceRequests } = facts;
	const service = services.find(({ metadata }) => !metadata) ?? services[0];
	const located = serviceRequests.find(({ lat, long }) => lat !== null && long !== null);
	const questions =
		definition && definition.service_code === service?.service_code ? definition.attributes : [];
	const answers = questions
		.filter(({ required, variable }) => required && variable)
		.map((attribute) => [`attribute[${attribute.code}]`, sampleValue(attribute)]);
	const skip = !service
		? 'The endpoint lists no service.'
		: !located
			? 'No service request listed has a location that a report could borrow.'
			: write
				? null
				: NO_WRITING;
	return [
		{
			id: 'submit',
			title: 'A report is taken, and gives an id or a token',
			group: 'report',
			section: 'POST Service Request',
			call: {
				method: 'submit',
				values: {
					service_code: service?.service_code ?? '',
					lat: String(located?.lat ?? ''),
					long: String(located?.long ?? ''),
					description: 'A test of conformance. Please ignore it.',
					...Object.fromEntries(answers)
				}
			},
			skip,
			expect: generalOk(SERVICE_REQUESTS, { claim: 'count', is: 1 })
		},
		{
			id: 'submit-nothing',
			title: 'A report of no service is refused',
			group: 'go wrong',
			section: 'POST Service Request',
			call: { method: 'submit', values: {} },
			skip: write ? null : NO_WRITING,
			expect: generalRefusal(400)
		}
	];
}
