import { expect, test } from 'vitest';
import { answerFieldsOf } from '../openapi/answer-fields';
import { KNOWN_DEVIATIONS } from './findings';
import { METHODS, type MethodName } from '../georeport/methods';
import { knownDeviationsOf, knownDeviationsOfEveryMethod } from './known-deviations';

const all = [
	...METHODS.flatMap(({ name }) => knownDeviationsOf(name)),
	...knownDeviationsOfEveryMethod()
];

test('what the conformance check takes for a known deviation is described as one', () => {
	const described = all.map(({ finding }) => finding).filter(Boolean);
	expect(new Set(described)).toEqual(new Set(KNOWN_DEVIATIONS.keys()));
	expect(all.filter(({ finding }) => finding).map(({ provenance }) => provenance)).not.toContain(
		'invented'
	);
});

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
