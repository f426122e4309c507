// Cases for any GeoReport v2 endpoint, made from the services and requests that it lists.
import type { Draft } from '../georeport/request';
import type { GeneralCase } from './general-case';
import { lookupCases, searchCases, serviceCases } from './general-lookups';
import { reportCases } from './general-reports';
import type { EndpointFacts } from './probe-endpoint';
import type { SuiteItem } from './run-suite';

/** Makes a suite item of a case. One that is skipped has a harmless request, which is not sent. */
function toItem(
	{ id, title, group, section, call, skip, expect }: GeneralCase,
	common: Draft['values']
): SuiteItem {
	const draft =
		skip === null
			? { method: call.method, values: { ...common, ...call.values } }
			: { method: 'services' as const, values: common };
	const outcome = { expect, then: [] };
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
		conform: true
	};
}

/**
 * Returns the general cases for an endpoint; one that does not apply says why in `skip`. With
 * `write` the cases that report something may run. `jurisdiction` goes with every call; empty sends
 * none.
 */
export function generalCases(
	facts: EndpointFacts,
	jurisdiction: string,
	write: boolean
): SuiteItem[] {
	const common: Draft['values'] = jurisdiction ? { jurisdiction_id: jurisdiction } : {};
	return [
		...serviceCases(facts),
		...searchCases(facts),
		...lookupCases(facts),
		...reportCases(facts, write)
	].map((each) => toItem(each, common));
}
