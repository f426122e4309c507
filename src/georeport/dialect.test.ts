import { expect, test } from 'vitest';
import { checkBase, rulesFor, type DialectName } from './dialect';

const MARKED = [['X-Mock-Up', 'toronto-open311-playground']] as const;
const OURS = 'http://127.0.0.1:3110/open311test/ws/';

test.each<
	[string, string, DialectName | null, readonly (readonly [string, string])[], DialectName]
>([
	['the mock-up at the City’s path', OURS, null, MARKED, 'toronto'],
	['the mock-up below check/', 'http://a.example/check/b/open311test/ws/', null, MARKED, 'toronto'],
	[
		'the mock-up at the standard’s path',
		'http://a.example/georeport/v2/',
		null,
		MARKED,
		'standard'
	],
	[
		'a server at the City’s path',
		'https://secure.toronto.ca/open311test/ws/',
		null,
		[],
		'standard'
	],
	['another marker', OURS, null, [['X-Mock-Up', 'mine']], 'standard'],
	['a server that a person marked', 'https://city.example/v2/', 'toronto', [], 'toronto'],
	['the mock-up that a person marked otherwise', OURS, 'standard', MARKED, 'standard']
])('%s', (_, base, marked, headers, rules) => {
	expect(rulesFor(base, marked, headers)).toBe(rules);
});

test('a mock-up is tested below check/, a server of others is not', () => {
	expect(
		checkBase({ url: OURS, discoveryUrl: 'http://127.0.0.1:3110/open311test/' }, 'a1')
	).toEqual({
		url: 'http://127.0.0.1:3110/check/a1/open311test/ws/',
		discoveryUrl: 'http://127.0.0.1:3110/check/a1/open311test/'
	});
	const standard = 'https://a.example/sub/georeport/v2/';
	expect(checkBase({ url: standard, discoveryUrl: standard }, 'a1')).toEqual({
		url: 'https://a.example/sub/check/a1/georeport/v2/',
		discoveryUrl: 'https://a.example/sub/check/a1/georeport/v2/'
	});
	const others = 'https://city.example/open311/v2/';
	expect(checkBase({ url: others, discoveryUrl: others }, 'a1')).toBeNull();
});
