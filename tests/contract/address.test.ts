// What the address line accepts, and the request that it becomes.
import { expect, test } from 'vitest';
import { CASES } from '../../mocks/cases/index';
import { isCommand } from '../../src/builder/command';
import { readAddress, readPasted } from '../../src/builder/typed-address';
import type { Endpoint } from '../../src/explorer/endpoint';
import { toHttpRequest, type Draft } from '../../src/georeport/request';
import { mockUpEndpoint, ROOT } from './mock-up';

const toronto = mockUpEndpoint('toronto');
const standard = mockUpEndpoint('standard');
const other: Endpoint = {
	...standard,
	id: 'https://311.example.org/v2/',
	kind: 'added',
	dialect: null,
	url: 'https://311.example.org/v2/',
	discoveryUrl: 'https://311.example.org/'
};
const endpoints = [toronto, standard, other];

const listing: Draft = { method: 'requests', format: 'xml', values: { status: 'open' } };
const report: Draft = {
	method: 'submit',
	format: 'xml',
	values: { service_code: '30102', description: '', api_key: 'mine' }
};
const typed = (text: string, draft = listing, endpoint = toronto) =>
	readAddress(text, { draft, endpoint }, endpoints);

test('the address of every case, typed over the first request, gives that case’s request', () => {
	const gets = CASES.filter(
		({ draft }) => toHttpRequest({ ...draft, format: 'xml' }, toronto).method === 'GET'
	);
	expect(gets.length).toBeGreaterThan(60);
	for (const { draft } of gets) {
		for (const endpoint of [toronto, standard]) {
			const request = toHttpRequest({ ...draft, format: 'json' }, endpoint);
			const read = typed(request.url);
			expect(read).toMatchObject({ kind: 'request', endpoint: { id: endpoint.id }, isNew: false });
			expect(read.kind === 'request' && toHttpRequest(read.draft, endpoint).url).toBe(request.url);
		}
	}
});

test.each<[string, string, string]>([
	[
		'https://secure.toronto.ca/open311test/ws/requests.xml?jurisdiction_id=toronto.ca',
		'requests',
		`${ROOT}open311test/ws/requests.xml?jurisdiction_id=toronto.ca`
	],
	[
		'https://secure.toronto.ca/webwizard/ws/services/CSROWR-12.json',
		'definition',
		`${ROOT}open311test/ws/services/CSROWR-12.json`
	],
	[
		'https://secure.toronto.ca/open311test/discovery.xml',
		'discovery',
		`${ROOT}open311test/discovery.xml`
	]
])('%s was the City’s address: the mock-up replaces it, and says so', (address, method, url) => {
	const read = typed(address, listing, standard);
	expect(read).toMatchObject({
		kind: 'request',
		draft: { method },
		endpoint: { id: 'toronto' },
		isNew: false,
		notes: [expect.stringContaining('nothing is sent to the City')]
	});
	expect(read.kind === 'request' && toHttpRequest(read.draft, toronto).url).toBe(url);
});

test('an unknown server becomes an endpoint, named after its host', () => {
	expect(typed('HTTPS://Open311.Example.net:8443/a/requests.json?status=closed')).toEqual({
		kind: 'request',
		draft: { method: 'requests', format: 'json', values: { status: 'closed' } },
		endpoint: {
			id: 'https://open311.example.net:8443/a/',
			name: 'open311.example.net:8443',
			kind: 'added',
			dialect: null,
			url: 'https://open311.example.net:8443/a/',
			discoveryUrl: 'https://open311.example.net:8443/a/',
			jurisdiction: '',
			apiKey: ''
		},
		isNew: true,
		notes: []
	});
	expect(typed('https://311.example.org/elsewhere/services.xml')).toMatchObject({ isNew: true });
	expect(typed('https://311.example.org/discovery.xml')).toMatchObject({
		draft: { method: 'discovery' },
		endpoint: { id: other.id },
		isNew: false
	});
});

test('an address that a mail program wrapped is one address', () => {
	expect(typed(` ${ROOT}open311test/ws/requests.xml?status=\n  open,closed\n`)).toMatchObject({
		draft: { method: 'requests', values: { status: 'open,closed' } }
	});
});

test('a POST keeps its body, whatever is typed, until the address only allows GET', () => {
	const { url } = toronto;
	const { url: there } = standard;
	expect(typed(`${url}requests.json`, report)).toMatchObject({
		draft: { ...report, format: 'json' }
	});
	expect(typed(`${url}requests.js`, report)).toMatchObject({
		draft: { ...report, path: 'requests.js' }
	});
	expect(typed(`${there}requests.xml?a=1`, report)).toMatchObject({
		draft: { ...report, path: 'requests.{format}?a=1' },
		endpoint: { id: 'standard' }
	});
	const back = typed(`${url}requests.xml`, { ...report, path: 'requests.js' });
	expect(back).toMatchObject({ draft: report });
	expect(back.kind === 'request' && back.draft).not.toHaveProperty('path');
	expect(typed(`${url}services.xml`, report)).toMatchObject({
		draft: { method: 'services', format: 'xml', values: {} }
	});
	expect(typed(`${toronto.discoveryUrl}discovery.xml`, report)).toMatchObject({
		draft: { method: 'discovery', format: 'xml', values: {} }
	});
});

test('an unusual verb and unusual headers are kept', () => {
	const odd: Draft = { ...listing, verb: 'DELETE', headers: { Prefer: 'code=400' } };
	expect(typed(`${toronto.url}services.xml`, odd)).toMatchObject({
		draft: { method: 'services', verb: 'DELETE', headers: { Prefer: 'code=400' }, values: {} }
	});
});

test.each([
	['requests.xml', 'http:// or https://'],
	['', 'http:// or https://'],
	['https://', 'not complete'],
	['https://me:secret@a.example/requests.xml', 'user name'],
	['https://a.example/complaints', '/complaints'],
	['javascript:alert(1)', 'http:// or https://']
])('%s gives a problem that names what is wrong', (text, named) => {
	const read = typed(text);
	expect(read).toEqual({ kind: 'problem', words: expect.stringContaining(named) });
	expect(read.kind === 'problem' && read.words).not.toContain('secret');
});

test('a command is distinguished from an address', () => {
	const commands = ['curl https://a/', ' $ curl.exe -X POST', 'Invoke-WebRequest -Uri x', 'iwr x'];
	expect(commands.map(isCommand)).toEqual(commands.map(() => true));
	expect(['https://curl.example/ x', 'curly x', 'fetch("x")', ''].map(isCommand)).toEqual([
		false,
		false,
		false,
		false
	]);
});

test('a pasted request to the City becomes one to the mock-up, with all its notes', () => {
	const read = readPasted(
		{
			method: 'POST',
			url: 'https://secure.toronto.ca/webwizard/ws/requests.xml',
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
			body: 'service_code=30102&lat=43.6'
		},
		['-k was left out.'],
		{ draft: { ...listing, verb: 'POST' }, endpoint: standard },
		endpoints
	);
	expect(read).toEqual({
		kind: 'request',
		draft: { method: 'submit', format: 'xml', values: { service_code: '30102', lat: '43.6' } },
		endpoint: toronto,
		isNew: false,
		notes: [expect.stringContaining('City'), '-k was left out.']
	});
});
