import { describe, expect, test } from 'vitest';
import { createMockUp } from '../hosts/mock-up';
import { METHOD_ROUTES, methodAt, splitExtension, splitPath, verbsOf } from './routes';

test.each([
	['101000000001.xml', '101000000001', 'xml'],
	['a.b.json', 'a.b', 'json'],
	['services', 'services', null],
	['.xml', '', 'xml']
])('%s is split at its last dot', (name, id, extension) => {
	expect(splitExtension(name)).toEqual({ id, extension });
});

test.each([
	['/open311test/ws/services/CSROWR-12.xml', 'services/CSROWR-12'],
	['/a/sub-path/georeport/v2/requests.json', 'requests'],
	['/Open311Test/discovery.xml', 'discovery'],
	['/mock-up/submissions', 'submissions']
])('%s is the resource %s', (pathname, resource) => {
	expect(splitPath(pathname).id).toBe(resource);
});

test.each([
	['services', ['GET', 'HEAD']],
	['services/CSROWR-12', ['GET', 'HEAD']],
	['tokens/1', ['GET', 'HEAD']],
	['requests', ['GET', 'HEAD', 'POST']],
	['requests/1', ['GET', 'HEAD']],
	['submissions', ['GET', 'HEAD', 'DELETE']],
	['submissions/1', ['PATCH', 'DELETE']],
	['complaints', []],
	['requests/1/2', []]
])('%s takes %j', (resource, verbs) => {
	expect(verbsOf(resource)).toEqual(verbs);
});

const BASE = 'https://city.example/georeport/v2';

test.each([
	['GET', 'requests.xml', 'requests'],
	['PUT', 'requests.xml', 'requests'],
	['POST', 'requests.xml', 'submit'],
	['DELETE', 'tokens/1.xml', 'token'],
	['POST', 'discovery.xml', 'discovery'],
	['GET', 'complaints.xml', null]
])('preferences for %s %s are those of %s', (method, path, name) => {
	expect(methodAt(new Request(`${BASE}/${path}`, { method }))).toBe(name);
});

describe('each method answers where the table says, and its preferences apply there', () => {
	const paths: Record<string, string> = {
		discovery: 'discovery.xml',
		services: 'services.xml',
		definition: 'services/CSROWR-12.xml',
		submit: 'requests.xml',
		token: 'tokens/9000011.xml',
		requests: 'requests.xml',
		request: 'requests/101000000001.xml'
	};
	test.each(METHOD_ROUTES.map(({ method, verb }) => [method, verb.toUpperCase()] as const))(
		'%s',
		async (name, method) => {
			const mockUp = createMockUp({ prefer: { [name]: 'code=503' } });
			for (const slashes of ['/', '//']) {
				const { status } = await mockUp.answer(
					new Request(BASE + slashes + paths[name], { method })
				);
				expect(status).toBe(503);
			}
		}
	);
});

test.each([
	['requests%2Exml', 200],
	['%72equests.json', 200],
	['//requests%2Ejson', 200],
	['%73%65%72%76%69%63%65%73/CSROWR%2D12.xml', 200],
	['requests/101000000161%2Exml', 200],
	['services/A%2FB.xml', 404],
	['requests%252Exml', 404],
	['%C3.xml', 400]
])('needless escapes in a path change nothing: %s is HTTP status %s', async (path, status) => {
	const mockUp = createMockUp();
	const response = await mockUp.answer(new Request(`${BASE}/${path}?page_size=1`));
	expect(response.status).toBe(status);
});
