// What the address line accepts, and the request that it becomes.
import { describe, expect, test } from 'vitest';
import { CASES } from '../../mocks/cases/index';
import { readText } from '../../src/builder/pasted-text';
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

test.each([
	['requests.json/?status=open', 'requests', 'requests.json/?status=open'],
	['services/30102.xml//', 'definition', 'services/30102.xml//'],
	['requests/12.json/', 'request', 'requests/12.json/']
])('%s is read at a server nobody told of, as at the mock-up', (path, method, asked) => {
	for (const [endpoint, base] of [
		[null, 'https://new.example.org/v2/'],
		[standard, standard.url]
	] as const) {
		const read = typed(base + path);
		expect(read).toMatchObject({ kind: 'request', isNew: endpoint === null, draft: { method } });
		expect(read.kind === 'request' && toHttpRequest(read.draft, read.endpoint).url).toBe(
			base + asked
		);
	}
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
		draft: { values: { service_code: '30102' }, path: 'requests.{format}?a=1' },
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

test('a key stays with the endpoint it was typed for, wherever it stands in the request', () => {
	const keyed: Draft = {
		...report,
		values: { ...report.values, api_key: 'K1', access_token: 'K2' },
		headers: { 'X-Auth-Key': 'K3', Prefer: 'code=400' },
		rawBody: { type: 'application/json', text: '{"apikey": "K4"}' }
	};
	const moved = typed('https://311.example.org/v2/requests.xml', keyed);
	expect(moved).toMatchObject({
		draft: { values: { service_code: '30102' }, headers: { Prefer: 'code=400' } },
		notes: [
			expect.stringContaining(
				'api_key, access_token, X-Auth-Key, apikey stays behind: a key is for'
			)
		]
	});
	expect(JSON.stringify(moved)).not.toMatch(/K\d/);
	const same = typed(`${toronto.url}requests.json`, keyed);
	expect(same).toMatchObject({ draft: { ...keyed, format: 'json' }, notes: [] });
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

/** What the address line makes of a text. */
const pasted = (text: string) => readText(text, { draft: listing, endpoint: toronto }, endpoints);

const THERE = 'https://311.example.org/v2/requests.xml?status=open';
const listed = {
	kind: 'request',
	draft: { method: 'requests', format: 'xml', values: { status: 'open' } },
	endpoint: { id: other.id },
	isNew: false
};

describe('what the reader of commands can read is read', () => {
	const CHROME = `$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession
$session.UserAgent = "Mozilla/5.0 (X11; Linux x86_64)"
Invoke-WebRequest -UseBasicParsing -Uri "${THERE}" \`
-WebSession $session`;
	test.each([
		CHROME,
		`# list\ncurl '${THERE}'`,
		`sudo curl "${THERE}"`,
		`C:\\Users\\me>curl "${THERE}"`,
		`PS C:\\Users\\me> curl.exe '${THERE}'`,
		`/usr/bin/curl '${THERE}'`,
		`"curl" "${THERE}"`,
		`\ufeffcurl '${THERE}'`,
		`LANG=C curl '${THERE}'`,
		`rem list\r\ncurl "${THERE}"`,
		`me@host:~$ curl '${THERE}'`,
		`CURL '${THERE}'`,
		`$list = irm "${THERE}"`,
		`${'```'}sh\ncurl '${THERE}'\n${'```'}`,
		`docker run --rm curlimages/curl '${THERE}'`
	])('%j', (text) => expect(pasted(text)).toMatchObject(listed));

	test.each(['requests.xml', 'curly x', 'fetch("x")', 'https://curl.example/ x', ''])(
		'%j is no command',
		(text) => expect(pasted(text)).toMatchObject({ kind: 'problem' })
	);

	test('an address may speak of curl', () => {
		const address = `${THERE}&description=how to curl it`;
		expect(pasted(address)).toMatchObject({
			draft: { values: { status: 'open', description: 'how to curl it' } }
		});
	});
});

describe('what a word processor changed makes no endpoint', () => {
	const plainOf = (text: string) => {
		const read = pasted(text);
		if (read.kind !== 'problem') throw new Error(JSON.stringify(read));
		return { words: read.words, again: pasted(read.plain ?? '') };
	};

	test.each([
		[`curl “${THERE}”`, '“ (U+201C), ” (U+201D)'],
		[`curl ‘${THERE}’`, '‘ (U+2018), ’ (U+2019)'],
		[`curl –H 'Accept: text/xml' ${THERE}`, '– (U+2013)'],
		[`curl\u00a0${THERE}`, 'U+00A0'],
		[`“${THERE}”`, '“ (U+201C), ” (U+201D)'],
		[`‘${THERE}’`, '‘ (U+2018), ’ (U+2019)'],
		['https://311.example.org/v2/re\u00adquests.xml?status=open', 'U+00AD'],
		['https://311.\u200bexample.org/v2/requests.xml?status=open', 'U+200B']
	])('%j', (text, named) => {
		const { words, again } = plainOf(text);
		expect(words).toContain(named);
		expect(again).toMatchObject(listed);
	});

	test.each([
		'http://“https://a.example/requests.xml',
		'https://a.example”/requests.xml',
		'https://a–b.example/requests.xml',
		'https://%E2%80%9Ca.example/requests.xml',
		'https://a b.example/requests.xml',
		"curl 'http://“a.example/requests.xml'",
		"curl '“a.example/requests.xml'"
	])('%j is no server', (text) => {
		const read = pasted(text);
		expect(read.kind).toBe('problem');
		expect(JSON.stringify(read)).not.toContain('xn--');
	});

	test.each(['https://bücher.example/requests.xml', 'https://☕.example/requests.xml'])(
		'%s is one',
		(text) => expect(pasted(text)).toMatchObject({ kind: 'request', isNew: true })
	);

	test('in an argument it may be meant: it is sent, named, and can be read as plain', () => {
		const read = pasted(`${toronto.url}requests.xml?address_string=Queen’s Park`);
		expect(read).toMatchObject({
			kind: 'request',
			draft: { values: { address_string: 'Queen’s Park' } },
			notes: [expect.stringContaining('’ (U+2019), sent as it is')],
			plain: `${toronto.url}requests.xml?address_string=Queen's Park`
		});
	});

	test.each([`"${THERE}"`, `<${THERE}>`, `(${THERE})`, `\`${THERE}\``, ` '${THERE}' `])(
		'%s: the signs around an address do not count',
		(text) => expect(pasted(text)).toMatchObject(listed)
	);
});

test.each([
	[1_000, true],
	[1_001, false]
])('an address with %i arguments is read: %s', (count, isRead) => {
	const read = pasted(`${toronto.url}requests.xml?${'status=open&'.repeat(count)}`);
	expect(read).toMatchObject(
		isRead
			? { kind: 'request' }
			: {
					kind: 'problem',
					words: 'The request has more than 1,000 arguments. Leave some of them out.'
				}
	);
});

test('a pasted body with more arguments than a form can show is sent as it is', () => {
	const url = `${toronto.url}requests.xml`;
	const form = 'application/x-www-form-urlencoded';
	const bodyOf = (count: number) => 'attribute[A]=1&'.repeat(count).slice(0, -1);
	const draftOf = (count: number) => {
		const read = pasted(`curl ${url} -d '${bodyOf(count)}'`);
		return read.kind === 'request' ? read.draft : null;
	};
	expect(draftOf(1_000)?.values['attribute[A]']).toHaveLength(1_000);
	expect(draftOf(1_001)).toMatchObject({
		values: {},
		rawBody: { type: form, text: bodyOf(1_001) }
	});
	const parts = pasted(`curl ${url} ${'-F a=1 '.repeat(1_001)}`);
	expect(parts).toMatchObject({
		draft: { values: {}, rawBody: { text: expect.stringContaining('name="a"') } }
	});
});

test('a text of over a million characters is not read, and a long one with many blanks is', () => {
	const address = `${toronto.url}requests.xml`;
	for (const text of [`${address}?a=${'b'.repeat(1_000_000)}`, `curl ${'b'.repeat(1_000_000)}`]) {
		expect(pasted(text)).toEqual({
			kind: 'problem',
			words:
				'This text is longer than 1,000,000 characters and was not read. Shorten it, or send the command from a terminal.'
		});
	}
	const blanks = `${address}${' '.repeat(900_000)}?`;
	expect(pasted(blanks)).toMatchObject({ kind: 'request' });
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

test.each([
	[
		'http://a.example:99999/requests.xml',
		/^“99999” cannot be a port, which is a number up to 65535/
	],
	['http://a.example:8o/requests.xml', /^“8o” cannot be a port/],
	['http://[::1]:70000/requests.xml', /^“70000” cannot be a port/],
	['http://256.1.1.1/requests.xml', /^“256\.1\.1\.1” cannot be the name of a server/],
	['http://[zz]/requests.xml', /^“\[zz\]” cannot be the name of a server/],
	['http://exa mple:80/requests.xml', /^“exa mple:80” cannot be the name of a server/],
	['http:///requests.xml', /^The server’s name in this address is not complete/]
])('%s: the wrong part is named', (text, words) => {
	expect(typed(text)).toMatchObject({
		kind: 'problem',
		words: expect.stringMatching(words) as string
	});
});
