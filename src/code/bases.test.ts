import { expect, test } from 'vitest';
import type { Endpoint } from '../explorer/endpoint';
import { toHttpRequest } from '../georeport/request';
import { basesFor, baseFor, rebase } from './bases';

const SITE = 'https://site.example/playground/';
const toronto: Endpoint = {
	id: 'toronto',
	name: 'Toronto mock-up',
	kind: 'mock-up',
	dialect: 'toronto',
	url: `${SITE}open311test/ws/`,
	discoveryUrl: `${SITE}open311test/`,
	jurisdiction: 'toronto.ca',
	apiKey: ''
};
const standard: Endpoint = {
	...toronto,
	id: 'standard',
	dialect: 'standard',
	url: `${SITE}georeport/v2/`,
	discoveryUrl: `${SITE}georeport/v2/`
};
const local: Endpoint = {
	...toronto,
	id: 'local',
	kind: 'local',
	url: 'http://127.0.0.1:3110/open311test/ws/',
	discoveryUrl: 'http://127.0.0.1:3110/open311test/'
};
const added: Endpoint = {
	...toronto,
	id: 'https://311.example/v2/',
	kind: 'added',
	dialect: null,
	url: 'https://311.example/v2/',
	discoveryUrl: 'https://311.example/v2/'
};

const list = (endpoint: Endpoint) =>
	toHttpRequest({ method: 'requests', format: 'json', values: { q: `it's ${SITE}` } }, endpoint);
const discovery = (endpoint: Endpoint) =>
	toHttpRequest({ method: 'discovery', format: 'xml', values: {} }, endpoint);

test.each([
	['mock-up', toronto, ['this-computer', 'city', 'in-use']],
	['local mock-up', local, ['in-use', 'city']],
	[
		'mock-up on another port',
		{ ...local, url: 'http://127.0.0.1:4000/open311test/ws/' },
		['in-use', 'this-computer', 'city']
	],
	['added endpoint', added, ['in-use']]
] as const)('the bases of a %s, the default first', (_, endpoint, ids) => {
	expect(basesFor(endpoint).map(({ id }) => id)).toEqual(ids);
	expect(baseFor(endpoint, null).id).toBe(ids[0]);
});

test('each base says who can reach it', () => {
	const [computer, city, inUse] = basesFor(toronto);
	expect(computer.reach).toContain('npm run mock');
	expect(computer.reach).toContain('--host 0.0.0.0');
	expect(city?.reach).toContain('switched it off');
	expect(inUse?.reach).toContain('in this browser alone');
	expect(baseFor(added, 'city').reach).toContain('wherever that server can be reached');
});

const QUERY = "requests.json?q=it's%20https://site.example/playground/";

test('only the base of the URL changes', () => {
	const request = list(toronto);
	expect(rebase(request, toronto, 'this-computer')).toEqual({
		...request,
		url: `http://127.0.0.1:3110/open311test/ws/${QUERY}`
	});
	expect(rebase(request, toronto, 'city').url).toBe(
		`https://secure.toronto.ca/open311test/ws/${QUERY}`
	);
	expect(rebase(request, toronto, 'in-use')).toEqual(request);
	expect(rebase(list(standard), standard, 'this-computer').url).toBe(
		`http://127.0.0.1:3110/georeport/v2/${QUERY}`
	);
});

test('discovery is one level up for Toronto, and in the same folder for the standard dialect', () => {
	expect(rebase(discovery(toronto), toronto, 'this-computer').url).toBe(
		'http://127.0.0.1:3110/open311test/discovery.xml'
	);
	expect(rebase(discovery(toronto), toronto, 'city').url).toBe(
		'https://secure.toronto.ca/open311test/discovery.xml'
	);
	expect(rebase(discovery(standard), standard, 'this-computer').url).toBe(
		'http://127.0.0.1:3110/georeport/v2/discovery.xml'
	);
	expect(rebase(discovery(standard), standard, 'city').url).toBe(
		'https://secure.toronto.ca/open311test/discovery.xml'
	);
});

test('a base that the endpoint does not have, or a URL of another server, changes nothing', () => {
	expect(rebase(list(added), added, 'city')).toEqual(list(added));
	expect(rebase(list(added), toronto, 'city')).toEqual(list(added));
});
