import { expect, onTestFinished, test, vi } from 'vitest';
import type { Endpoint } from '../explorer/endpoint';
import type { TestCase } from '../cases/expectation';
import type { Draft } from '../georeport/request';
import type { PageState } from '../explorer/page-state';
import { fromHash, toHash } from './permalink';

const endpoint = (id: string, url: string, kind: Endpoint['kind']): Endpoint => ({
	id,
	name: id,
	kind,
	dialect: kind === 'added' ? null : 'toronto',
	url,
	discoveryUrl: url,
	jurisdiction: 'toronto.ca',
	apiKey: 'kept-key'
});
const ADDED = 'https://311.example.org/v2/';
const endpoints = [
	endpoint('toronto', 'https://page.example/open311test/ws/', 'mock-up'),
	endpoint('standard', 'https://page.example/georeport/v2/', 'mock-up'),
	endpoint(ADDED, ADDED, 'added')
];

const nothing = { expect: { status: 200, claims: [] }, then: [] };
const testCase = (id: string, draft: TestCase['draft']): TestCase => ({
	id,
	title: id,
	shows: '',
	group: 'list',
	draft,
	outcomes: { toronto: nothing, standard: nothing },
	provenance: 'invented',
	section: ''
});
const cases = [
	testCase('requests', { method: 'requests', values: { jurisdiction_id: 'toronto.ca' } }),
	testCase('bad-key', { method: 'submit', values: { service_code: '30102', api_key: 'INVALID' } })
];

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
const context = { cases, endpoints, opening };

const listing: Draft = {
	method: 'requests',
	format: 'json',
	values: { jurisdiction_id: 'toronto.ca', status: 'open' }
};
const plain: PageState = { ...opening, draft: listing, testCase: null };
const report = (more: Partial<Draft>): PageState => ({
	...opening,
	testCase: null,
	draft: { method: 'submit', format: 'xml', values: {}, ...more }
});

test.each<[string, PageState, string]>([
	['the opening state', opening, ''],
	['another view of it', { ...opening, answerTab: 'raw' }, '#case/requests?~tab=raw'],
	[
		'a case in JSON',
		{ ...opening, draft: { ...opening.draft, format: 'json' } },
		'#case/requests.json'
	],
	['a request', plain, '#requests.json?jurisdiction_id=toronto.ca&status=open'],
	[
		'all that a page has',
		{
			...plain,
			endpoint: 'standard',
			requestTab: 'code',
			answerTab: 'raw',
			selected: '101000000001',
			map: { zoom: 12.5, lat: 43.65, long: -79.38 }
		},
		'#requests.json?jurisdiction_id=toronto.ca&status=open&~endpoint=standard&~view=code&~tab=raw&~selected=101000000001&~map=12.5/43.65/-79.38'
	],
	['a scene of the stage', { ...opening, stage: 2 }, '#case/requests?~stage=2'],
	[
		'a step of the lesson',
		{ ...opening, requestTab: 'reference', lesson: 4 },
		'#case/requests?~view=reference&~lesson=4'
	],
	['a lesson that is still loading', { ...opening, lesson: 0 }, ''],
	[
		'a case that was changed',
		{ ...opening, draft: { ...listing, format: 'xml' } },
		'#requests?jurisdiction_id=toronto.ca&status=open&~case=requests'
	],
	[
		'another server',
		{ ...plain, endpoint: ADDED },
		'#requests.json?jurisdiction_id=toronto.ca&status=open&~endpoint=https://311.example.org/v2/'
	],
	[
		'lists, empty names and names with a tilde',
		report({ values: { a: ['1', '2'], b: ['1'], c: [], '': '', '~tab': 'x' } }),
		'#submit?a=1&a=2&b=1&~list=b&~list=c&=&~~tab=x'
	],
	[
		'what no form would send',
		report({
			verb: 'PUT',
			path: 'requests.{format}',
			headers: { Prefer: 'code=400' },
			files: [{ name: 'media', filename: 'a.jpg', type: 'image/jpeg', text: 'no photo' }],
			rawBody: { type: 'application/json', text: '{}' }
		}),
		'#submit?~verb=PUT&~path=requests.%7Bformat%7D&~header:Prefer=code%3D400&~file=media&~filename=a.jpg&~filetype=image/jpeg&~filetext=no+photo&~body=%7B%7D&~bodytype=application/json'
	],
	[
		'what mail and Markdown would take apart',
		report({ values: { email: 'x', description: `(a) "b" 'c' <d> \\ | [e] *f* \`g\` 1+1.` } }),
		'#submit?description=%28a%29+%22b%22+%27c%27+%3Cd%3E+%5C+%7C+%5Be%5D+%2Af%2A+%60g%60+1%2B1%2E'
	],
	['a space at the end', report({ values: { description: 'a ' } }), '#submit?description=a%20']
])('%s is a readable link', (_, state, hash) => {
	expect(toHash(state, context).hash).toBe(hash);
});

test('a link to a new server adds it, with nothing but its address', () => {
	const { state, newEndpoint, problems } = fromHash(
		'#services?~endpoint=http://127.0.0.1:8080/v2&~discovery=http://127.0.0.1:8080',
		context
	);
	expect(newEndpoint).toEqual({
		id: 'http://127.0.0.1:8080/v2/',
		name: '127.0.0.1:8080',
		kind: 'added',
		dialect: null,
		url: 'http://127.0.0.1:8080/v2/',
		discoveryUrl: 'http://127.0.0.1:8080/',
		jurisdiction: '',
		apiKey: ''
	});
	expect(state.endpoint).toBe('http://127.0.0.1:8080/v2/');
	expect(problems).toEqual([]);
});

test('a server the page knows is found by its address and not added again', () => {
	const opened = fromHash(`#services?~endpoint=${ADDED}`, context);
	expect(opened).toMatchObject({ state: { endpoint: ADDED }, newEndpoint: null, problems: [] });
});

test.each(['javascript:alert(1)', 'https://me:secret@311.example.org/', 'ftp://a/', 'x', ''])(
	'%s is no server for a link',
	(address) => {
		const opened = fromHash(`#services?~endpoint=${address}`, context);
		expect(opened).toMatchObject({ state: { endpoint: 'toronto' }, newEndpoint: null });
		expect(opened.problems.join()).toContain('~endpoint was left out');
		expect(opened.problems.join()).not.toContain('secret');
	}
);

test.each([
	['#complaints?status=open', '“complaints”'],
	['#case/gone?status=open', '“gone”'],
	['#requests?~hologram=3d&status=open', '“~hologram=3d”'],
	['#requests?~tab=smell&status=open', '“~tab=smell”'],
	['#requests?status=open&description=%E0%A4', '“description”'],
	['#requests?status=open&~map=12/abc/1', '~map'],
	['#requests?status=open&~map=12/91/0', '~map'],
	['#requests?status=open&~stage=4', '“~stage=4”'],
	['#requests?status=open&~case=gone', '“gone”'],
	['#requests.html?status=open', '“html”'],
	['#requests?status=open&api_key=planted', '“api_key”'],
	['#requests?status=open&apikey=planted', '“apikey”'],
	['#requests?status=open&token=planted', '“token”'],
	['#requests?status=open&~header:X-Auth=planted', '“X-Auth”'],
	['#requests?status=open&~header:Authorization=planted', '“Authorization”']
])('%s opens what it can and says what it left out', (hash, said) => {
	const { state, problems } = fromHash(hash, context);
	expect(problems).toHaveLength(1);
	expect(problems[0]).toContain(said);
	expect(problems[0]).not.toContain('planted');
	const understood = hash.startsWith('#requests');
	expect(state).toEqual(
		understood
			? {
					...opening,
					testCase: null,
					draft: {
						method: 'requests',
						format: 'xml',
						values: { status: 'open' },
						...(said.includes('Auth') ? { headers: {} } : {})
					}
				}
			: opening
	);
});

test.each([
	['#requests?status=open&api_key=planted', true],
	['#complaints?apikey=planted', true],
	['#case/gone?~header:Authorization=planted', true],
	['#case/requests?access_token=planted', true],
	['#token?token=9000021', undefined],
	['#requests?status=open', undefined]
])('%s: whether it has a key is told: %s', (hash, hadKey) => {
	expect(fromHash(hash, context).hadKey).toBe(hadKey);
});

test('a link to the stage opens its scene, and a link without it the page', () => {
	expect(fromHash('#requests?status=open&~stage=3', context).state.stage).toBe(3);
	expect(fromHash('#requests?status=open', context).state).not.toHaveProperty('stage');
});

test('a case in a link may be changed by what follows', () => {
	expect(fromHash('#case/requests.json?status=open', context).state).toEqual({
		...plain,
		testCase: 'requests'
	});
});

test('the key stays behind, and contact details unless asked for; both are named', () => {
	const mine = report({ values: { lat: '43', api_key: 'K', first_name: 'Ada' } });
	expect(toHash(mine, context)).toEqual({
		hash: '#submit?lat=43',
		leftOut: ['api_key', 'first_name']
	});
	expect(toHash(mine, { ...context, personal: true })).toEqual({
		hash: '#submit?lat=43&first_name=Ada',
		leftOut: ['api_key']
	});
});

test('a case that has a key of its own is named, not written down', () => {
	const draft: Draft = { method: 'submit', format: 'xml', values: cases[1]?.draft.values ?? {} };
	const state = { ...opening, draft, testCase: 'bad-key' };
	expect(toHash(state, context)).toEqual({ hash: '#case/bad-key', leftOut: [] });
	expect(fromHash('#case/bad-key', context)).toEqual({ state, problems: [], newEndpoint: null });
	const changed = { ...draft, values: { ...draft.values, api_key: 'my-own' } };
	expect(toHash({ ...state, draft: changed }, context)).toEqual({
		hash: '#submit?service_code=30102&~case=bad-key',
		leftOut: ['api_key']
	});
});

test('a link of very many parts is opened with the first of them, and says so', () => {
	const { state, problems } = fromHash(`#requests?${'status=open&'.repeat(5_000)}`, context);
	expect(state.draft.values.status).toHaveLength(1_100);
	expect(problems).toEqual([
		'The link has more than 1,100 parts; only the first 1,100 were read. Check the request before you send it.'
	]);
});

test('a request with as many arguments as a form can have goes whole into its link', () => {
	const values = Object.fromEntries(
		Array.from({ length: 1_000 }, (_, at) => [`a${at}`, String(at)] as const)
	);
	const draft: Draft = { method: 'requests', format: 'xml', values };
	const state = { ...opening, draft, answerTab: 'table' as const, selected: '7' };
	const { hash } = toHash(state, context);
	expect(fromHash(hash, context)).toEqual({ state, problems: [], newEndpoint: null });
});

test('a link of 100,000 characters is opened whole, a longer one not at all, and says so', () => {
	const linkOf = (length: number) => {
		const beginning = '#requests?status=open&description=';
		return beginning + 'x'.repeat(length - beginning.length);
	};
	const whole = fromHash(linkOf(100_001), context);
	expect(whole.problems).toEqual([]);
	expect(whole.state.draft.values.description).toHaveLength(99_967);
	expect(fromHash(linkOf(100_002), context)).toEqual({
		state: opening,
		problems: [
			'The link is longer than 100,000 characters and was not read. Copy it again, or fill in the request by hand.'
		],
		newEndpoint: null
	});
});

test('4,000 emoji fit into a link', () => {
	const described = report({ values: { lat: '43', description: '🕳'.repeat(4_000) } });
	const { hash } = toHash(described, context);
	expect(hash).toHaveLength('#submit?lat=43&description='.length + 48_000);
	expect(fromHash(hash, context)).toEqual({ state: described, problems: [], newEndpoint: null });
});

test.each([
	['200,000 broken parts', `#requests?${'%zz=1&'.repeat(200_000)}`, 0],
	['200,000 parts', `#requests?${'a=1&'.repeat(200_000)}`, 0],
	['one part of a million characters', `#case/${'%41'.repeat(333_333)}`, 0],
	['16,000 broken parts', `#requests?${'%zz=1&'.repeat(16_000)}`, 2_200],
	['45,000 parts without a value', `#requests?${'a&'.repeat(45_000)}`, 2_200]
])('%s: bounded before anything is decoded', (_, hash, most) => {
	const decode = vi.spyOn(globalThis, 'decodeURIComponent');
	onTestFinished(() => decode.mockRestore());
	const { problems } = fromHash(hash, context);
	expect(decode.mock.calls.length).toBeLessThanOrEqual(most);
	expect(problems.length).toBeGreaterThan(0);
	expect(problems.length).toBeLessThanOrEqual(22);
});

test('of many broken parts the first 20 are named, the rest counted', () => {
	const { problems } = fromHash(`#requests?${'%=&'.repeat(30)}`, context);
	expect(problems).toHaveLength(21);
	expect(problems[0]).toBe('“%” was left out: it has a broken percent escape.');
	expect(problems[20]).toBe('10 more parts were left out: they have broken percent escapes too.');
});
