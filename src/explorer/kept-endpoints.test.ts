import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Endpoint } from './endpoint';
import { recallEndpoints, rememberEndpoints } from './kept-endpoints';

const added: Endpoint = {
	id: 'https://city.example.org/open311/v2/',
	name: 'Springfield',
	kind: 'added',
	dialect: null,
	url: 'https://city.example.org/open311/v2/',
	discoveryUrl: 'https://city.example.org/open311/',
	jurisdiction: 'city.example.org',
	apiKey: 'k3y'
};
const local: Endpoint = {
	...added,
	id: 'local',
	name: 'Local mock-up (npm run mock)',
	kind: 'local',
	dialect: 'toronto',
	url: 'http://127.0.0.1:4000/open311test/ws/',
	discoveryUrl: 'http://127.0.0.1:4000/open311test/'
};
const mockUp: Endpoint = { ...local, id: 'toronto', kind: 'mock-up' };

let stored: Map<string, string>;

beforeEach(() => {
	stored = new Map();
	vi.stubGlobal('document', { baseURI: 'https://pages.example.org/playground/index.html' });
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => stored.get(key) ?? null,
		setItem: (key: string, value: string) => stored.set(key, value)
	});
});

afterEach(() => vi.unstubAllGlobals());

/** What comes back when something else has written there. */
function recalled(value: unknown) {
	rememberEndpoints([]);
	for (const key of stored.keys()) stored.set(key, JSON.stringify(value));
	return recallEndpoints();
}

test('added endpoints and the local mock-up come back as they were, with their keys', () => {
	rememberEndpoints([mockUp, local, added]);
	expect(recallEndpoints()).toEqual([local, added]);
});

test('whose rules a person chose comes back; rules that are none are not ours', () => {
	rememberEndpoints([{ ...added, rules: 'toronto' }]);
	expect(recallEndpoints()).toEqual([{ ...added, rules: 'toronto' }]);
	expect(recalled([{ ...added, rules: 'ours' }])).toEqual([]);
});

test('the page’s own mock-up is not kept', () => {
	rememberEndpoints([mockUp]);
	expect(recallEndpoints()).toEqual([]);
	expect([...stored.values()].join()).not.toContain('toronto');
});

test('each deployment on an origin keeps its own', () => {
	rememberEndpoints([added]);
	vi.stubGlobal('document', { baseURI: 'https://pages.example.org/another/' });
	expect(recallEndpoints()).toEqual([]);
});

test.each([
	['the key of another address', { ...added, id: 'https://other.example.org/' }],
	['an id of the page’s own', { ...added, id: 'toronto' }],
	['a mock-up', mockUp],
	['a kind that is none', { ...added, kind: 'other' }],
	[
		'a script for an address',
		{ ...added, id: 'javascript:alert(1)/', url: 'javascript:alert(1)/' }
	],
	['an address with a login', { ...added, id: 'https://a:b@h/', url: 'https://a:b@h/' }],
	['an address without its slash', { ...added, id: 'https://h/v2', url: 'https://h/v2' }],
	['a query', { ...added, id: 'https://h/?a=/', url: 'https://h/?a=/' }],
	['a relative discovery address', { ...added, discoveryUrl: '/open311/' }],
	['no name', { ...added, name: ' ' }],
	['a key that is no text', { ...added, apiKey: 7 }],
	['no jurisdiction', { ...added, jurisdiction: undefined }],
	['a dialect of the mock-up', { ...added, dialect: 'toronto' }],
	['a local one without dialect', { ...local, dialect: null }],
	['nothing', null],
	['text', 'x'],
	['endless text', { ...added, name: 'x'.repeat(100_000) }]
])('%s is dropped, and the rest stays', (_, broken) => {
	expect(recalled([broken, added])).toEqual([added]);
});

test('a field that is not ours is dropped, and the second of one id', () => {
	expect(
		recalled([
			{ ...added, toString: 1, more: 'x' },
			{ ...added, name: 'Again' }
		])
	).toEqual([added]);
});

test.each([[{ 0: added }], ['text'], [7], [null]])('%j instead of a list is nothing', (value) => {
	expect(recalled(value)).toEqual([]);
});

test('where storage is denied there are none, and keeping does not throw', () => {
	const deny = () => {
		throw new DOMException('denied', 'SecurityError');
	};
	vi.stubGlobal('localStorage', { getItem: deny, setItem: deny });
	expect(() => rememberEndpoints([added])).not.toThrow();
	expect(recallEndpoints()).toEqual([]);
});
