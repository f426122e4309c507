// What a report of the general cases consists of: a service, and answers to what it asks.
import type { Attribute, Service, ServiceType } from '../georeport/types';
import type { EndpointFacts } from './probe-endpoint';

/** Why a case that reports something is skipped where that was not allowed. */
export const NO_WRITING = 'This case sends a report, which was not allowed.';

const TYPES: ReadonlySet<string> = new Set<ServiceType>(['realtime', 'batch', 'blackbox']);

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
export function answersFor({ service_code }: Service, { definitions }: EndpointFacts) {
	const questions = definitions.get(service_code)?.attributes ?? [];
	return Object.fromEntries(
		questions
			.filter(({ required, variable }) => required && variable)
			.map((attribute) => [argumentFor(attribute), sampleValue(attribute)])
	);
}

/** The service of a type that asks the least; null for none. */
export function serviceOf(
	type: ServiceType,
	{ services, definitions }: EndpointFacts
): Service | null {
	const ofType = services.filter((service) => service.type === type);
	return (
		ofType.find(({ metadata }) => !metadata) ??
		ofType.find(({ service_code }) => definitions.has(service_code)) ??
		ofType[0] ??
		null
	);
}

/** The types of the services that an endpoint lists, in the order in which it lists them. */
export const typesOf = (services: readonly Service[]): ServiceType[] => [
	...new Set(services.map(({ type }) => type).filter((type) => TYPES.has(type)))
];
