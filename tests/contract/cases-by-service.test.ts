// The City's mock-up had test cases for sending reports and for their status and location, for
// potholes and for graffiti: each of the six services has all three.
import { describe, expect, test } from 'vitest';
import { CASES } from '../../mocks/cases/index';
import { START_HERE } from '../../mocks/cases/start-here';
import type { Claim, ExpectedFields, TestCase } from '../../src/cases/expectation';
import { isCaseFound } from '../../src/cases/search';
import { DIALECT_NAMES } from './mock-up';

/** Toronto's service list. */
const SERVICES: readonly (readonly [name: string, code: string])[] = [
	['Report minor pothole damage', 'CSROWR-12'],
	['Graffiti on private property', '30102'],
	['Graffiti on a City road', 'CSROWC-05'],
	['Graffiti on a City sidewalk', 'CSROSC-14'],
	['Graffiti on a City bridge', 'CSROWBM-03'],
	['Graffiti on a City litter bin', 'SWLMALB-02']
];

const isOf = (claim: Claim): claim is Extract<Claim, { fields: ExpectedFields }> =>
	'fields' in claim;

/** Whether the answer to a case must be of this service and have these fields, in both dialects. */
const shows = (testCase: TestCase, code: string, ...names: readonly string[]) =>
	DIALECT_NAMES.every((dialect) => {
		const { status, claims } = testCase.outcomes[dialect].expect;
		const fields = claims.filter(isOf).filter(({ claim }) => claim === 'every');
		const wanted = Object.assign({}, ...fields.map((claim) => claim.fields)) as ExpectedFields;
		return (
			status === 200 &&
			wanted.service_code === code &&
			names.every((name) => wanted[name] !== undefined && wanted[name] !== null)
		);
	});

const isLookedUp = ({ draft }: TestCase, code: string) =>
	draft.method === 'request' || (draft.method === 'requests' && draft.values.service_code === code);

describe.each(SERVICES)('%s', (name, code) => {
	const found = CASES.filter((testCase) => isCaseFound(testCase, name));
	const isReport = ({ draft, outcomes }: TestCase) =>
		draft.method === 'submit' &&
		draft.values.service_code === code &&
		DIALECT_NAMES.every((dialect) => outcomes[dialect].expect.status === 200);

	test('has a case that sends a report', () => {
		expect(found.filter(isReport).length).toBeGreaterThan(0);
	});

	test('has a case that shows the status', () => {
		const cases = found.filter((each) => isLookedUp(each, code) && shows(each, code, 'status'));
		expect(cases.length).toBeGreaterThan(0);
	});

	test('has a case that shows the location', () => {
		const cases = found.filter(
			(each) => isLookedUp(each, code) && shows(each, code, 'address', 'lat', 'long')
		);
		expect(cases.length).toBeGreaterThan(0);
	});

	test('finds all of its cases in the gallery', () => {
		const own = CASES.filter(({ service }) => service === name);
		expect(own.length).toBeGreaterThan(2);
		expect(found).toEqual(expect.arrayContaining(own));
	});
});

test('a search takes its words in any order and any case', () => {
	const [potholes] = CASES.filter(({ id }) => id === 'requests-open-potholes');
	if (!potholes) throw new Error('There is no such case.');
	expect(isCaseFound(potholes, ' DAMAGE  pothole open')).toBe(true);
	expect(isCaseFound(potholes, '')).toBe(true);
	expect(isCaseFound(potholes, 'open bridge')).toBe(false);
});

test('open potholes are asked for by code and status', () => {
	const [potholes] = CASES.filter(({ id }) => id === 'requests-open-potholes');
	expect(potholes).toMatchObject({
		title: 'Open potholes',
		shows: 'Reported in the last 90 days, not yet closed.',
		draft: {
			method: 'requests',
			values: { jurisdiction_id: 'toronto.ca', service_code: 'CSROWR-12', status: 'open' }
		}
	});
});

test('the cases to start with are there, in the order to meet them', () => {
	expect(START_HERE.map(({ title }) => title)).toEqual([
		'The six services',
		'What a pothole report asks',
		'Open potholes',
		'Five kinds of graffiti',
		'Report a pothole',
		'A token still pending',
		'Refused: no location',
		'Refused: an id nobody has'
	]);
	const cases = START_HERE.map(({ id }) => CASES.find((testCase) => testCase.id === id));
	const statuses = DIALECT_NAMES.map((dialect) =>
		cases.map((testCase) => testCase?.outcomes[dialect].expect.status)
	);
	expect(statuses).toEqual([
		[200, 200, 200, 200, 200, 200, 400, 404],
		[200, 200, 200, 200, 200, 200, 400, 404]
	]);
	expect(cases.map((testCase) => testCase?.draft.method)).toEqual([
		...['services', 'definition', 'requests', 'requests', 'submit', 'token', 'submit', 'request']
	]);
});
