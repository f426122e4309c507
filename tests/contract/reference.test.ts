// The reference: complete, correct for the mock-up, and usable as a page without scripts.
import { describe, expect, test } from 'vitest';
import { CASES } from '../../mocks/cases/index';
import { CHECKS_OF_EVERY_SCENE, OWN_CHECKS } from '../../mocks/check/checks';
import { SCENES } from '../../mocks/check/scenes';
import { createMockUp } from '../../mocks/hosts/mock-up';
import { CHECK_GUIDANCE } from '../../src/check/guidance/checks';
import { SCENE_WORDS } from '../../src/check/scene-words';
import { errorsOf } from '../../src/georeport/errors';
import { METHODS, type MethodName } from '../../src/georeport/methods';
import { PURPOSES } from '../../src/georeport/purposes';
import { fromHash } from '../../src/link/permalink';
import type { PageState } from '../../src/explorer/page-state';
import { examplesOf, shownCases } from '../../src/reference/examples';
import { referenceHtml } from '../../src/reference/static';
import { specificationOf } from '../../src/reference/labels';
import { RULE_NAMES, ruleOf } from '../../src/conformance/rules';

const CHECKS = [...CHECKS_OF_EVERY_SCENE, ...OWN_CHECKS];
const html = await referenceHtml({
	cases: CASES,
	scenes: Object.values(SCENES('toronto', 'xml')),
	checks: CHECKS,
	answer: createMockUp().answer
});

const unescaped = (text: string) =>
	text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);
const links = [...html.matchAll(/ href="([^"]+)"/g)].map(([, href = '']) => unescaped(href));

/** Returns the text of the page's part about one method. */
function textOf(name: MethodName): string {
	const from = html.indexOf(`id="${name}"`);
	const next = html.indexOf('<section', from);
	const part = html.slice(from, next < 0 ? undefined : next);
	return unescaped(part.replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ');
}

const REQUEST = [
	...['service_request_id', 'status', 'status_notes', 'service_name', 'service_code'],
	...['description', 'agency_responsible', 'service_notice', 'requested_datetime'],
	...['updated_datetime', 'expected_datetime', 'address', 'address_id', 'zipcode', 'lat', 'long'],
	'media_url'
];

// https://wiki.open311.org/GeoReport_v2/ and https://wiki.open311.org/Service_Discovery/
const FIELDS: Readonly<Record<MethodName, readonly string[]>> = {
	discovery: [
		...['changeset', 'contact', 'key_service', 'endpoints', 'endpoints.specification'],
		...['endpoints.url', 'endpoints.changeset', 'endpoints.type', 'endpoints.formats']
	],
	services: [
		...['service_code', 'service_name', 'description', 'metadata', 'type', 'keywords', 'group']
	],
	definition: [
		...['service_code', 'attributes', 'attributes.variable', 'attributes.code'],
		...['attributes.datatype', 'attributes.required', 'attributes.datatype_description'],
		...['attributes.order', 'attributes.description', 'attributes.values'],
		...['attributes.values.key', 'attributes.values.name']
	],
	submit: ['service_request_id', 'token', 'service_notice', 'account_id'],
	token: ['service_request_id', 'token'],
	requests: REQUEST,
	request: REQUEST
};

describe('is complete', () => {
	test.each(METHODS.map(({ name }) => name))('%s', (name) => {
		const method = METHODS.find((candidate) => candidate.name === name);
		const text = textOf(name);
		expect(text).toContain(`${method?.title} `);
		expect(text).toContain(PURPOSES[name]);
		expect(text).toContain(`${method?.verb} ${method?.path}`);
		for (const argument of method?.arguments ?? []) {
			expect(ids).toContain(`${name}.${argument.name}`);
			expect(text).toContain(argument.help);
		}
		expect(ids.filter((id) => id.startsWith(`${name}.answer.`))).toEqual(
			FIELDS[name].map((field) => `${name}.answer.${field}`)
		);
		for (const heading of ['Arguments', 'Answer', 'Errors', 'How Toronto differs', 'Examples']) {
			expect(text).toContain(heading);
		}
		expect(text).toContain('The mock-up answers: <?xml version="1.0" encoding="utf-8"?>');
	});
});

test('samples are coloured by classes alone', () => {
	expect(html).toContain(
		'<span class="syntax-name">curl</span> -i <span class="syntax-string">\'http://'
	);
	expect(html).toContain(
		'<span class="syntax-quiet">&lt;</span><span class="syntax-name">services</span><span class="syntax-quiet">></span>\n'
	);
	expect(html).not.toMatch(/<style|<script| style=/);
});

test.each<[MethodName, string]>([
	['requests', 'At most 90 days before end_date.'],
	['requests', 'At most 1,000 requests, newest first.'],
	['requests', 'Overrides every other argument.'],
	['submit', 'at most 4,000 characters'],
	['submit', 'Send lat and long together.'],
	['submit', 'attribute[CODE]'],
	['services', 'realtime, batch or blackbox'],
	['definition', 'string, number, datetime, text, singlevaluelist or multivaluelist'],
	['discovery', 'production or test']
])('%s says: %s', (name, words) => {
	expect(textOf(name)).toContain(words);
});

test('says what every call requires, and that it is unofficial', () => {
	const text = unescaped(html.replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ');
	expect(text).toContain('jurisdiction_id : Required, and always toronto.ca.');
	expect(text).toContain('Not affiliated with the City of Toronto.');
	for (const mark of ['recorded', 'inferred', 'invented']) {
		expect(html).toMatch(new RegExp(`<span class="provenance \\w+" title="${mark} .+?">${mark}<`));
	}
});

test('every rule of the check is told, with who says so', () => {
	const part = unescaped(html.slice(html.indexOf('id="rules"')).replace(/<[^>]+>/g, ' ')).replace(
		/\s+/g,
		' '
	);
	expect(RULE_NAMES.length).toBeGreaterThan(40);
	for (const name of RULE_NAMES) {
		const { must, authority, looksAt } = ruleOf(name);
		expect(ids).toContain(`rule.${name}`);
		expect(part).toContain(`${name} ${must}`);
		expect(part).toContain(authority);
		expect(part).toContain(`looks at ${looksAt}`);
		expect(must).toMatch(/^[A-Za-z].*\.$/);
	}
	expect(part).toContain(
		'byte-order-mark JSON begins without a byte order mark. must be · RFC 8259, 8.1. Character Encoding · looks at JSON'
	);
});

test('every scene and every check of a client is told: why, what goes wrong, how to do it right', () => {
	expect(Object.keys(CHECK_GUIDANCE).sort()).toEqual(CHECKS.map(({ id }) => id).sort());
	const part = html.slice(html.indexOf('id="client-check"'));
	for (const id of [
		...Object.keys(SCENE_WORDS).map((id) => `scene.${id}`),
		...CHECKS.map(({ id }) => `check.${id}`)
	]) {
		const from = part.indexOf(`id="${id}"`);
		const text = part.slice(from, part.indexOf('</dl>', from)).replace(/<[^>]+>/g, ' ');
		expect(from, id).toBeGreaterThan(0);
		expect(text.replace(/\s+/g, ' '), id).toMatch(
			/Why it matters \S.+\. What goes wrong \S.+[.?] How to do it right \S.+\./
		);
	}
	expect(unescaped(part.replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ')).toContain(
		'Dates carry their time zone Each start_date and end_date arrives as a real date-time with Z or an offset. zoned-dates · must · GeoReport v2, Dates Why it matters Without a zone the server guesses'
	);
});

test('every id on the page is unique, and every link has a target', () => {
	expect(new Set(ids).size).toBe(ids.length);
	const inside = links.filter((href) => href.startsWith('#')).map((href) => href.slice(1));
	expect(inside.length).toBeGreaterThan(100);
	expect(inside.filter((id) => !ids.includes(id))).toEqual([]);
	const outside = links.filter((href) => !href.startsWith('#') && !href.startsWith('./'));
	expect(new Set(outside.map((href) => href.replace(/#.*/, '')))).toEqual(
		new Set([
			'openapi.json',
			'licences.txt',
			'https://wiki.open311.org/GeoReport_v2/',
			'https://wiki.open311.org/Service_Discovery/'
		])
	);
});

test('has nothing that a strict policy would block', () => {
	expect(html).not.toMatch(/<(?:script|style|link|img|iframe|form)\b/);
	expect(html).not.toMatch(/\s(?:style|on\w+)=/);
	expect(html).not.toContain('<!--');
});

test('methods go by the names of the specification, the token’s by the City’s own', () => {
	expect(METHODS.map(({ title }) => title)).toEqual([
		'Service Discovery',
		'GET Service List',
		'GET Service Definition',
		'POST Service Request',
		'GET request_id from a token',
		'GET Service Requests',
		'GET Service Request'
	]);
	const sections = METHODS.filter(({ title, section }) => title !== section);
	expect(sections.map(({ section }) => section)).toEqual(['GET service_request_id from a token']);
});

test('the sections of the specification are those it has', () => {
	expect(specificationOf('GET Service Requests')).toBe(
		'https://wiki.open311.org/GeoReport_v2/#get-service-requests'
	);
	expect(specificationOf('GET service_request_id from a token')).toBe(
		'https://wiki.open311.org/GeoReport_v2/#get-service_request_id-from-a-token'
	);
	expect(specificationOf('Service Discovery')).toBe('https://wiki.open311.org/Service_Discovery/');
});

describe('the examples', () => {
	const opening: PageState = {
		endpoint: 'toronto',
		draft: { method: 'requests', format: 'xml', values: { jurisdiction_id: 'toronto.ca' } },
		testCase: 'requests',
		requestTab: 'form',
		answerTab: 'pretty',
		selected: null,
		map: null,
		overrides: {}
	};
	const examples = METHODS.flatMap(({ name }) =>
		examplesOf(name, CASES).map((example) => [name, example] as const)
	);

	test('are complete', () => {
		expect(examples.map(([, { testCase }]) => testCase.id)).toEqual(shownCases());
		for (const [name, { testCase }] of examples) expect(testCase.draft.method).toBe(name);
		expect(examplesOf('requests', [])).toEqual([]);
	});

	test.each(examples)('%s: $hash opens its case and gets its status', async (_, example) => {
		const { testCase, hash, request, curl, status } = example;
		expect(links).toContain(`./${hash}`);
		const opened = fromHash(hash, { cases: CASES, endpoints: [], opening });
		expect(opened.problems).toEqual([]);
		expect(opened.state).toEqual({
			...opening,
			draft: { ...testCase.draft, format: 'xml' },
			testCase: testCase.id
		});
		const { url, ...init } = request;
		expect(curl).toContain(`'${url}'`);
		const answer = await createMockUp().answer(new Request(url, init));
		expect(answer.status).toBe(status.toronto);
		const other = url
			.replace('open311test/ws/', 'georeport/v2/')
			.replace('open311test/', 'georeport/v2/');
		expect((await createMockUp().answer(new Request(other, init))).status).toBe(status.standard);
	});
});

describe('the errors are those of the mock-up', () => {
	const TORONTO = 'jurisdiction_id=toronto.ca';
	const POST = (body: string) => ({ method: 'POST', body: new URLSearchParams(body) });
	const known = `${TORONTO}&service_code=CSROWR-12`;

	test.each<[MethodName, number, string, RequestInit?]>([
		['discovery', 404, '../discovery.html'],
		['services', 400, 'services.xml'],
		['services', 404, 'services.xml?jurisdiction_id=sfgov.org'],
		['services', 404, `services.html?${TORONTO}`],
		['definition', 400, 'services/CSROWR-12.xml'],
		['definition', 400, `services/.xml?${TORONTO}`],
		['definition', 404, `services/CSROWX-99.xml?${TORONTO}`],
		['submit', 400, 'requests.xml', POST('service_code=CSROWR-12')],
		['submit', 400, 'requests.xml', POST(TORONTO)],
		['submit', 400, 'requests.xml', POST(`${known}&lat=43.65`)],
		['submit', 403, 'requests.xml', POST(`${known}&api_key=INVALID`)],
		['submit', 404, 'requests.xml', POST(`${TORONTO}&service_code=CSROWX-99`)],
		['token', 400, 'tokens/9000011.xml'],
		['token', 400, `tokens/.xml?${TORONTO}`],
		['token', 404, `tokens/1.xml?${TORONTO}`],
		['requests', 400, 'requests.xml'],
		['requests', 400, `requests.xml?${TORONTO}&start_date=yesterday`],
		['requests', 400, `requests.xml?${TORONTO}&lat=43.65&long=-79.38`],
		['requests', 404, 'requests.xml?jurisdiction_id=sfgov.org'],
		['request', 400, 'requests/101000000001.xml'],
		['request', 400, `requests/.xml?${TORONTO}`],
		['request', 404, `requests/1.xml?${TORONTO}`]
	])('%s %i: %s', async (name, status, path, init) => {
		const request = new Request(new URL(path, 'http://localhost/open311test/ws/'), init);
		expect((await createMockUp().answer(request)).status).toBe(status);
		expect(errorsOf(name).map((refusal) => refusal.status)).toContain(status);
		expect(ids).toContain(`${name}.${status}`);
	});

	test('400 is listed for every call that requires something, 403 for reports only', () => {
		const statuses = METHODS.map(({ name }) => errorsOf(name).map(({ status }) => status));
		expect(statuses).toEqual([
			[404],
			[400, 404],
			[400, 404],
			[400, 403, 404],
			[400, 404],
			[400, 404],
			[400, 404]
		]);
	});
});
