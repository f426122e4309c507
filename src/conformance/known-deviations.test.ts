import { expect, test } from 'vitest';
import { answerFieldsOf } from '../openapi/answer-fields';
import { RULE_NAMES } from './rules';
import { METHODS, type MethodName } from '../georeport/methods';
import { knownDeviationsOf, knownDeviationsOfEveryMethod } from './known-deviations';

const all = [
	...METHODS.flatMap(({ name }) => knownDeviationsOf(name)),
	...knownDeviationsOfEveryMethod()
];

/** What the check accepts of Toronto's server, method by method, as rule and field. */
const ACCEPTED: Readonly<Record<MethodName, readonly string[]>> = {
	discovery: [],
	services: ['number-for-text service_code'],
	definition: ['number-for-text service_code'],
	submit: [],
	token: ['number-for-text service_request_id'],
	requests: [
		'wrapper service_requests',
		'number-for-text service_request_id',
		'number-for-text service_code',
		'number-for-text address_id'
	],
	request: [
		'wrapper service_requests',
		'number-for-text service_request_id',
		'number-for-text service_code',
		'number-for-text address_id'
	]
};

test.each(METHODS.map(({ name }) => name))(
	'what the check accepts as a known deviation of %s is described as one',
	(name) => {
		const described = knownDeviationsOf(name).filter(({ finding }) => finding);
		expect(described.map(({ finding }) => finding)).toEqual(ACCEPTED[name]);
		expect(described.map(({ provenance }) => provenance)).not.toContain('invented');
		const rules = described.map(({ finding }) => finding.split(' ')[0]);
		expect(rules.filter((rule) => !RULE_NAMES.some((each) => each === rule))).toEqual([]);
	}
);

test('each is about an argument or a field of its method', () => {
	for (const { name, arguments: known } of METHODS) {
		const names = [...known, ...answerFieldsOf(name).fields].map(({ name }) => name);
		const strange = knownDeviationsOf(name).filter(({ about }) => about && !names.includes(about));
		expect(strange, name).toEqual([]);
	}
});

test('each is a sentence, and occurs once', () => {
	expect(all.filter(({ words }) => !/^[A-Z0-9].*\.$/.test(words))).toEqual([]);
	for (const { name } of METHODS) {
		const keys = knownDeviationsOf(name).map(({ about, words }) => about + words);
		expect(new Set(keys).size, name).toBe(keys.length);
	}
});

// What the City's documents and recorded answers of its server show, and what nothing shows.
test.each<[MethodName, string, string, string]>([
	['requests', '', 'At most 1,000 requests', 'seen'],
	['requests', 'start_date', 'the last 90 days or 1,000 requests', 'seen'],
	['requests', '', 'All 17 fields', 'seen'],
	['requests', 'service_name', 'Road - Pot hole', 'seen'],
	['requests', 'agency_responsible', '311 Toronto', 'seen'],
	['requests', 'end_date', 'cut to 90 days', 'invented'],
	['requests', 'service_code', 'Upper and lower case', 'inferred'],
	['services', 'service_code', '30102', 'seen'],
	['services', 'type', 'batch', 'seen'],
	['submit', 'token', 'token', 'inferred'],
	['submit', 'first_name', 'private property', 'seen'],
	['definition', 'attributes', 'no definition of Toronto’s was recorded', 'invented'],
	['discovery', '', 'not recorded', 'invented'],
	['request', 'service_request_id', '404', 'invented']
])('%s %s: %s is %s', (method, about, words, provenance) => {
	const found = knownDeviationsOf(method).filter(
		(deviation) => deviation.about === about && deviation.words.includes(words)
	);
	expect(found.map(({ provenance }) => provenance)).toEqual([provenance]);
});

test('every call needs Toronto’s jurisdiction_id, and none of its errors was recorded', () => {
	const words = knownDeviationsOfEveryMethod().map(({ about, words, provenance }) => [
		about,
		words,
		provenance
	]);
	expect(words).toContainEqual(['jurisdiction_id', 'Required, and always toronto.ca.', 'seen']);
	expect(words).toContainEqual([
		'',
		'The wording of errors: no error of Toronto’s was recorded.',
		'invented'
	]);
});
