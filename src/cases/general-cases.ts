// Cases for any GeoReport v2 endpoint, made from the services and requests that it lists.
import { methodOf, type MethodName } from '../georeport/methods';
import type { Draft } from '../georeport/request';
import type { Format } from '../georeport/types';
import { generalOk, type GeneralCase } from './general-case';
import { lookupCases, serviceCases, UNKNOWN_JURISDICTION } from './general-lookups';
import { reportCases } from './general-reports';
import { searchCases } from './general-searches';
import type { EndpointFacts } from './probe-endpoint';
import type { SuiteItem } from './run-suite';

/** The path of a method with arguments that have no value, which a draft itself leaves out. */
function withEmpty(method: MethodName, empty: readonly string[], values: Draft['values']): string {
	const pairs = [...empty.map((name) => [name, '']), ...Object.entries(values)];
	const query = pairs.map((pair) => pair.map((part) => encodeURIComponent(String(part))).join('='));
	return `${methodOf(method).path}?${query.join('&')}`;
}

/** Makes a suite item of a case. One that is skipped has a harmless request, which is not sent. */
function toItem(
	{
		id,
		title,
		group,
		section,
		call,
		empty = [],
		skip,
		expect,
		then = [],
		format,
		advise,
		needs
	}: GeneralCase,
	common: Draft['values']
): SuiteItem {
	const values = { ...common, ...call.values };
	const draft =
		skip !== null
			? { method: 'services' as const, values: common }
			: empty.length > 0
				? { method: call.method, values: {}, path: withEmpty(call.method, empty, values) }
				: { method: call.method, values };
	const outcome = {
		expect,
		then: then.map((follow) => ({ ...follow, values: { ...common, ...follow.values } }))
	};
	return {
		testCase: {
			id: `general-${id}`,
			title,
			shows: title,
			group,
			section,
			draft,
			outcomes: { toronto: outcome, standard: outcome },
			provenance: 'invented'
		},
		skip,
		conform: true,
		...(format ? { format } : {}),
		...(advise ? { advise } : {}),
		...(needs ? { needs } : {})
	};
}

/** What a person allows and asks for. */
export interface GeneralOptions {
	/** Goes with every call; empty sends none. */
	jurisdiction: string;
	/** Whether cases that report something may run. */
	write: boolean;
	/** Whether a key goes with reports; without one, a refusal for want of it is no fault. */
	keyed: boolean;
	/** The formats of the run; without XML, which is mandatory, one case looks for it. */
	formats: readonly Format[];
}

/** Where JSON alone is tested: XML is mandatory, so its absence is worth a word. */
const MISSING_XML: GeneralCase = {
	id: 'xml',
	title: 'The endpoint answers in XML, which is mandatory',
	group: 'list',
	section: 'Formats',
	call: { method: 'services' },
	skip: null,
	expect: { status: 200, claims: [{ claim: 'kind', kind: 'services' }] },
	format: 'xml',
	advise: true
};

/** Where an endpoint has no JSON: why that is not tested, and the one document that needs it. */
const withoutJson = ({ noJson, noDiscovery }: EndpointFacts): readonly GeneralCase[] => [
	{
		id: 'json',
		title: 'The endpoint answers in JSON, which is optional',
		group: 'list',
		section: 'Formats',
		call: { method: 'services' },
		skip: noJson,
		expect: generalOk({ claim: 'kind', kind: 'services' }),
		format: 'json'
	},
	{
		id: 'discovery-json',
		title: 'The discovery document is there in JSON, too',
		group: 'discover',
		section: 'Service Discovery',
		call: { method: 'discovery' },
		skip: noDiscovery,
		expect: generalOk({ claim: 'kind', kind: 'discovery' }),
		format: 'json',
		advise: true
	}
];

/** Returns the general cases for an endpoint; one that does not apply says why in `skip`. */
export function generalCases(
	facts: EndpointFacts,
	{ jurisdiction, write, keyed, formats }: GeneralOptions
): SuiteItem[] {
	const common: Draft['values'] = jurisdiction ? { jurisdiction_id: jurisdiction } : {};
	const inEach = [
		...serviceCases(facts),
		...(jurisdiction ? [UNKNOWN_JURISDICTION] : []),
		...(formats.includes('xml') ? [] : [MISSING_XML]),
		...searchCases(facts),
		...lookupCases(facts),
		...reportCases(facts, write, keyed)
	];
	const cases = !facts.noJson
		? inEach
		: [...inEach.map((each) => ({ ...each, format: 'xml' as const })), ...withoutJson(facts)];
	return cases.map((each) => toItem(each, common));
}
