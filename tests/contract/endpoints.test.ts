// Adding a server: how a typed address is read, what discovery finds, and what is stored.
import { describe, expect, test, vi } from 'vitest';
import { CASES } from '../../mocks/cases/index';
import { PREFER } from '../../mocks/api/preferences';
import type { Endpoint } from '../../src/explorer/endpoint';
import { endpointUrl, parentOf, warningOf } from '../../src/endpoints/address';
import { discover, type SendDiscovery } from '../../src/endpoints/discover';
import { EndpointForm } from '../../src/endpoints/endpoint-form.svelte';
import { linksIn } from '../../src/endpoints/labels';
import { send } from '../../src/http/exchange';
import { Explorer } from '../../src/explorer/explorer.svelte';
import { readingOf } from '../../src/answer/reading';
import { inPage, mockUpEndpoint, ROOT } from './mock-up';

const host = inPage();
const toMockUp: SendDiscovery = (draft, request, signal) => send(draft, request, host, signal);

/** A server that has these documents, by URL, and answers anything else with 404. */
const serverWith = (documents: Record<string, { type: string; text: string }>) =>
	vi.fn<SendDiscovery>((draft, request) => {
		const { type, text } = documents[request.url] ?? { type: 'text/html', text: '<h1>404</h1>' };
		const status = request.url in documents ? 200 : 404;
		const reading = readingOf({ method: draft.method, status, contentType: type, text });
		const headers = [['content-type', type]] as const;
		const bytes = new TextEncoder().encode(text);
		const response = { status, statusText: '', headers, bytes, text, reading };
		const outcome = {
			kind: 'response' as const,
			response: { ...response, answeredBy: 'network' as const }
		};
		return Promise.resolve({ draft, request, startedAt: 0, duration: 1, outcome });
	});

const xml = (text: string) => ({ type: 'text/xml; charset=utf-8', text });
const json = (value: unknown) => ({ type: 'application/json', text: JSON.stringify(value) });

// With the fields and example values of https://wiki.open311.org/Service_Discovery/.
const CITY = xml(`<?xml version="1.0" encoding="utf-8"?>
<discovery>
	<changeset>2011-04-05T17:48:34Z</changeset>
	<contact>Call 311, or write to 311@city.example.org.</contact>
	<key_service>Ask for a key at http://api.city.example.org/api_key/request.</key_service>
	<endpoints>
		<endpoint>
			<specification>http://wiki.open311.org/Inquiry_v1</specification>
			<url>https://api.city.example.org/open311/inquiry</url>
			<type>production</type>
			<formats><format>text/xml</format></formats>
		</endpoint>
		<endpoint>
			<specification>http://wiki.open311.org/GeoReport_v2</specification>
			<url>https://open311.city.example.org/v2</url>
			<type>production</type>
			<formats><format>text/xml</format><format>application/json</format></formats>
		</endpoint>
		<endpoint>
			<specification>http://wiki.open311.org/GeoReport_v2</specification>
			<url>https://open311.city.example.org/test/v2</url>
			<type>test</type>
			<formats><format>text/xml</format></formats>
		</endpoint>
	</endpoints>
</discovery>`);
const CITY_URL = 'https://city.example.org/open311/';

describe('a typed address', () => {
	test.each([
		['https://host/open311/v2', 'https://host/open311/v2/'],
		['https://host/open311/v2/', 'https://host/open311/v2/'],
		['  https://host/open311/v2/requests.xml ', 'https://host/open311/v2/'],
		['https://host/v2/requests.json?jurisdiction_id=x&status=open#top', 'https://host/v2/'],
		['https://host/discovery.xml', 'https://host/'],
		['https://host/open311/discovery.json', 'https://host/open311/'],
		['https://host/v2/services/001.xml', 'https://host/v2/'],
		['https://host/v2/requests/638344.json', 'https://host/v2/'],
		['https://host/v2/tokens/123456.xml', 'https://host/v2/'],
		['https://host', 'https://host/'],
		['https://host//', 'https://host/'],
		['HTTPS://HOST/Open311/V2', 'https://host/Open311/V2/'],
		['city.example.org/open311/v2', 'https://city.example.org/open311/v2/'],
		['localhost:3110/open311test/ws', 'http://localhost:3110/open311test/ws/'],
		['127.0.0.1:3110', 'http://127.0.0.1:3110/'],
		['https://host/services', 'https://host/services/']
	])('%s is read as %s', (text, url) => {
		expect(endpointUrl(text)).toEqual({ url });
	});

	test.each([
		['', /^Type the server’s address/],
		['   ', /^Type the server’s address/],
		['ftp://host/v2/', /https: or http:, not with ftp:/],
		['javascript:alert(1)', /not a web address/],
		['https://', /not a web address/],
		['http://a b/', /not a web address/],
		['https://me:secret@host/v2/', /name and password/]
	])('%j is refused with a message', (text, words) => {
		const read = endpointUrl(text);
		expect('problem' in read && read.problem).toMatch(words);
	});

	test('http gets a warning, except where the page can use it', () => {
		expect(warningOf('http://city.example.org/')).toContain('The browser will block');
		expect(warningOf('http://[::1]:3110/')).toContain('The browser will block');
		expect(warningOf('http://localhost:3110/')).toBe('');
		expect(warningOf('http://127.0.0.1:3110/')).toBe('');
		expect(warningOf('https://city.example.org/')).toBe('');
	});

	test('going one level up stops at the top of the server', () => {
		expect(parentOf('https://host/open311/v2/')).toBe('https://host/open311/');
		expect(parentOf('https://host/')).toBeNull();
	});
});

describe('discovery', () => {
	test.each([
		['open311test/ws/', 'open311test/'],
		['open311test/', 'open311test/'],
		['georeport/v2/', 'georeport/v2/']
	])('of the mock-up at %s is found below %s', async (path, folder) => {
		const discovered = await discover(ROOT + path, toMockUp);
		if (discovered.kind !== 'found') throw new Error(discovered.words);
		expect(discovered.documentUrl).toBe(`${ROOT}${folder}discovery.xml`);
		expect(discovered.discoveryUrl).toBe(ROOT + folder);
		expect(discovered.endpoints.map(({ baseUrl }) => baseUrl).toSorted()).toEqual([
			`${ROOT}georeport/v2/`,
			`${ROOT}open311test/ws/`
		]);
		expect(discovered.endpoints[0]).toMatchObject({
			isGeoReport: true,
			type: 'test',
			formats: ['text/xml', 'application/json']
		});
		expect(discovered.key_service).toBe('The mock-up needs no key.');
	});

	test.each(['open311test/', 'georeport/v2/'])(
		'of the mock-up at %s is read as JSON too',
		async (folder) => {
			const jsonOnly: SendDiscovery = (draft, request, signal) =>
				draft.format === 'json'
					? toMockUp(draft, request, signal)
					: serverWith({})(draft, request, signal);
			const discovered = await discover(ROOT + folder, jsonOnly);
			expect(discovered).toMatchObject({
				kind: 'found',
				documentUrl: `${ROOT}${folder}discovery.json`,
				endpoints: [{ isGeoReport: true }, { isGeoReport: true }]
			});
		}
	);

	test('lists GeoReport v2 first, otherwise in the order of the document', async () => {
		const discovered = await discover(CITY_URL, serverWith({ [`${CITY_URL}discovery.xml`]: CITY }));
		if (discovered.kind !== 'found') throw new Error(discovered.words);
		expect(discovered.endpoints.map(({ baseUrl, type }) => [baseUrl, type])).toEqual([
			['https://open311.city.example.org/v2/', 'production'],
			['https://open311.city.example.org/test/v2/', 'test'],
			['https://api.city.example.org/open311/inquiry/', 'production']
		]);
	});

	test('skips HTML, broken and empty documents: XML, JSON, then one level up', async () => {
		const server = serverWith({
			[`${CITY_URL}v2/discovery.xml`]: { type: 'text/html', text: '<!doctype html><h1>Hi</h1>' },
			[`${CITY_URL}v2/discovery.json`]: json({ message: 'none' }),
			[`${CITY_URL}discovery.xml`]: xml('<discovery><endpoints><endpoint>'),
			[`${CITY_URL}discovery.json`]: json({
				changeset: '2011-02-03 14:18',
				endpoints: [
					{
						specification: 'http://wiki.open311.org/GeoReport_v2',
						url: '../v2',
						formats: ['text/xml']
					}
				]
			})
		});
		const discovered = await discover(`${CITY_URL}v2/`, server);
		expect(server.mock.calls.map(([, { url }]) => url.replace(CITY_URL, ''))).toEqual([
			'v2/discovery.xml',
			'v2/discovery.json',
			'discovery.xml',
			'discovery.json'
		]);
		expect(discovered).toMatchObject({
			kind: 'found',
			discoveryUrl: CITY_URL,
			contact: null,
			endpoints: [{ baseUrl: 'https://city.example.org/v2/', type: null }]
		});
	});

	test('says what was tried when there is no document', async () => {
		const server = serverWith({ 'https://host/discovery.xml': xml('<services/>') });
		const discovered = await discover('https://host/', server);
		expect(discovered).toEqual({
			kind: 'none',
			words:
				'No discovery document was found. https://host/discovery.xml is not a discovery document. https://host/discovery.json answered 404.'
		});
	});

	test('a URL with another scheme in a document cannot be used', async () => {
		const document = json({
			endpoints: [{ url: 'javascript:alert(1)' }, { url: null }, { url: 'ftp://host/' }]
		});
		const discovered = await discover(
			'https://host/',
			serverWith({ 'https://host/discovery.json': document })
		);
		if (discovered.kind !== 'found') throw new Error(discovered.words);
		expect(discovered.endpoints.map(({ baseUrl }) => baseUrl)).toEqual([null, null, null]);
	});

	test.each([
		['unreachable', 1],
		['cors', 4]
	] as const)('a server that fails as %s is asked %i times', async (reason, times) => {
		const failing = vi.fn<SendDiscovery>((draft, request) =>
			Promise.resolve({
				draft,
				request,
				startedAt: 0,
				duration: 0,
				outcome: { kind: 'failure', reason, message: 'host is silent.' }
			})
		);
		const discovered = await discover(CITY_URL, failing);
		expect(failing).toHaveBeenCalledTimes(times);
		expect(discovered.kind === 'none' && discovered.words).toContain('host is silent.');
	});
});

describe('the free text of a document', () => {
	test('links only to web addresses', () => {
		expect(linksIn('Ask at http://api.example.org/key?a=1. Or javascript:alert(1)')).toEqual([
			{ text: 'Ask at ', href: null },
			{ text: 'http://api.example.org/key?a=1', href: 'http://api.example.org/key?a=1' },
			{ text: '. Or javascript:alert(1)', href: null }
		]);
		expect(linksIn('(https://a.example.org/b)')[1]?.text).toBe('https://a.example.org/b');
		expect(linksIn('http://')).toEqual([{ text: 'http://', href: null }]);
	});
});

describe('the form', () => {
	const toronto = mockUpEndpoint('toronto');
	const local: Endpoint = {
		...toronto,
		id: 'local',
		kind: 'local',
		name: 'Local mock-up (npm run mock)',
		url: 'http://127.0.0.1:3110/open311test/ws/',
		discoveryUrl: 'http://127.0.0.1:3110/open311test/'
	};
	const known = [toronto, mockUpEndpoint('standard'), local];

	test('makes an endpoint whose id is its base URL, named after its host', () => {
		const form = new EndpointForm(null, known);
		form.url = 'https://city.example.org/open311/v2';
		form.apiKey = ' k3y ';
		expect(form.toEndpoint()).toEqual({
			id: 'https://city.example.org/open311/v2/',
			kind: 'added',
			dialect: null,
			name: 'city.example.org',
			url: 'https://city.example.org/open311/v2/',
			discoveryUrl: 'https://city.example.org/open311/v2/',
			jurisdiction: '',
			apiKey: 'k3y'
		});
	});

	test('marks an endpoint as one of Toronto’s dialect, and keeps whose rules were chosen', () => {
		const form = new EndpointForm(null, known);
		form.url = 'https://city.example.org/open311/v2';
		expect(form.toEndpoint()).not.toHaveProperty('rules');
		form.speaksToronto = true;
		const marked = form.toEndpoint();
		expect(marked).toMatchObject({ rules: 'toronto' });
		const edited = new EndpointForm(marked, known);
		edited.name = 'City';
		expect(edited.toEndpoint()).toEqual({ ...marked, name: 'City' });
		edited.speaksToronto = false;
		expect(edited.toEndpoint()).not.toHaveProperty('rules');
		const standard = marked && new EndpointForm({ ...marked, rules: 'standard' }, known);
		expect(standard?.toEndpoint()).toMatchObject({ rules: 'standard' });
	});

	test('selects the first GeoReport v2 endpoint if a discovery URL was typed', async () => {
		const form = new EndpointForm(null, known);
		form.url = `${CITY_URL}discovery.xml`;
		await form.readDiscovery(serverWith({ [`${CITY_URL}discovery.xml`]: CITY }));
		expect(form.url).toBe('https://open311.city.example.org/v2/');
		expect(form.toEndpoint()).toMatchObject({
			id: 'https://open311.city.example.org/v2/',
			discoveryUrl: CITY_URL
		});
	});

	test('keeps a typed base URL that is not in the document', async () => {
		const form = new EndpointForm(null, known);
		form.url = CITY_URL;
		await form.readDiscovery(serverWith({ [`${CITY_URL}discovery.xml`]: CITY }));
		expect([form.url, form.chosen, form.reading]).toEqual([CITY_URL, null, false]);
	});

	test('uses the base as typed without a document', async () => {
		const form = new EndpointForm(null, known);
		form.url = 'https://host/v2';
		await form.readDiscovery(serverWith({}));
		expect(form.discovered?.kind).toBe('none');
		expect(form.toEndpoint()?.url).toBe('https://host/v2/');
	});

	test('refuses an endpoint in the list, and the mock-up inside the page', () => {
		const form = new EndpointForm(null, known);
		form.url = 'http://127.0.0.1:3110/open311test/ws';
		expect(form.problem).toContain('“Local mock-up (npm run mock)”');
		form.url = `${ROOT}open311test/discovery.xml`;
		expect(form.problem).toContain('mock-up inside this page');
		expect(form.toEndpoint()).toBeNull();
	});

	test('can change the port of the local mock-up, which keeps its kind', () => {
		const form = new EndpointForm(local, known);
		form.url = 'http://127.0.0.1:4000/open311test/ws/';
		form.name = '';
		expect(form.problem).toBe('');
		expect(form.toEndpoint()).toEqual({
			...local,
			url: 'http://127.0.0.1:4000/open311test/ws/',
			discoveryUrl: 'http://127.0.0.1:4000/open311test/'
		});
	});

	test('sends a key typed for an endpoint to that endpoint only', () => {
		const opening = CASES.find(({ id }) => id === 'requests');
		if (!opening) throw new Error('No opening case.');
		const explorer = new Explorer({
			endpoints: [toronto, local],
			cases: CASES,
			opening,
			send: toMockUp,
			controls: () => null,
			prefer: PREFER
		});
		const form = new EndpointForm(null, explorer.endpoints);
		form.url = 'https://city.example.org/v2/';
		form.apiKey = 'k3y';
		const added = form.toEndpoint();
		if (!added) throw new Error(form.problem);
		explorer.chooseEndpoint(added);
		explorer.chooseMethod('submit');
		expect(explorer.httpRequest).toMatchObject({
			method: 'POST',
			url: 'https://city.example.org/v2/requests.xml',
			body: 'api_key=k3y'
		});
		expect(JSON.stringify([explorer.shownRequest, explorer.pageState])).not.toContain('k3y');
		explorer.chooseEndpoint(local);
		expect(explorer.httpRequest.body).not.toContain('k3y');
	});
});
