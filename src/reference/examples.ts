// Examples to run. They are test cases, so their links, requests and answers are those of the
// gallery.
import { thisComputer } from '../code/bases';
import { codeFor } from '../code/languages';
import type { DialectName } from '../georeport/dialect';
import type { TestCase } from '../cases/expectation';
import type { MethodName } from '../georeport/methods';
import { toHttpRequest, type Draft, type HttpRequest } from '../georeport/request';
import { toHash } from '../link/permalink';
import type { PageState } from '../explorer/page-state';

/** The ids of the test cases for each method: typical uses first, then refusals. */
const SHOWN: Readonly<Record<MethodName, readonly string[]>> = {
	discovery: ['discovery'],
	services: ['services', 'services-metadata', 'wrong-get-wrong-jurisdiction'],
	definition: ['definition-csrowr-12', 'definition-swlmalb-02', 'wrong-get-unknown-definition'],
	submit: [
		'report-full-csrowr-12',
		'report-address-csrowc-05',
		'report-anonymous-30102',
		'wrong-unknown-service',
		'wrong-bad-key'
	],
	token: ['token-csrowr-12', 'token-pending-csrowc-05', 'wrong-get-unknown-token'],
	requests: [
		'requests-open-potholes',
		'requests-open',
		'requests-graffiti',
		'requests-city-dates',
		'requests-by-ids',
		'requests-long-span',
		'wrong-get-no-jurisdiction',
		'wrong-get-bad-date'
	],
	request: ['request-open', 'request-no-location', 'request-not-found']
};

/** An example to run, and its expected status. */
export interface Example {
	testCase: TestCase;
	/**
	 * The permalink to the example, from `#` on; opening it sends the request only if it is a GET.
	 */
	hash: string;
	/** The request to the mock-up as `npm run mock` serves it. */
	request: HttpRequest;
	curl: string;
	/** The expected HTTP status in each dialect. */
	status: Readonly<Record<DialectName, number>>;
}

/** A page state that no example has, so that every example's link names its case. */
const NO_EXAMPLE: PageState = {
	endpoint: 'toronto',
	draft: { method: 'discovery', format: 'xml', values: {} },
	testCase: null,
	requestTab: 'form',
	answerTab: 'pretty',
	selected: null,
	map: null,
	overrides: {}
};

function exampleOf(testCase: TestCase, cases: readonly TestCase[]): Example {
	const draft: Draft = { ...testCase.draft, format: 'xml' };
	const page: PageState = { ...NO_EXAMPLE, draft, testCase: testCase.id };
	const request = toHttpRequest(draft, thisComputer({ dialect: 'toronto' }));
	const { toronto, standard } = testCase.outcomes;
	return {
		testCase,
		hash: toHash(page, { cases, endpoints: [], opening: NO_EXAMPLE }).hash,
		request,
		curl: codeFor('curl', request),
		status: { toronto: toronto.expect.status, standard: standard.expect.status }
	};
}

/**
 * Returns the examples of a method, in the Toronto dialect, without those that are not among
 * `cases`.
 */
export function examplesOf(name: MethodName, cases: readonly TestCase[]): Example[] {
	return SHOWN[name].flatMap((id) => {
		const testCase = cases.find((candidate) => candidate.id === id);
		return testCase ? [exampleOf(testCase, cases)] : [];
	});
}

/** Returns the ids of all test cases that are examples. */
export const shownCases = (): string[] => Object.values(SHOWN).flat();
