// Permalinks of any page state, and any text as a permalink.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CASES } from '../../mocks/cases/index';
import type { Endpoint } from '../../src/explorer/endpoint';
import { METHODS } from '../../src/georeport/methods';
import { isKeyName, KEY, PERSONAL } from '../../src/georeport/privacy';
import type { Draft } from '../../src/georeport/request';
import { ANSWER_TABS, REQUEST_TABS, type PageState } from '../../src/explorer/page-state';
import { fromHash, toHash } from '../../src/link/permalink';
import { mockUpEndpoint } from './mock-up';

const added = (url: string, discoveryUrl = url): Endpoint => ({
	id: url,
	name: 'Other',
	kind: 'added',
	dialect: null,
	url,
	discoveryUrl,
	jurisdiction: '',
	apiKey: 'kept-key'
});
const endpoints = [
	mockUpEndpoint('toronto'),
	mockUpEndpoint('standard'),
	added('https://311.example.org/v2/'),
	added('http://localhost:8080/a,b/', 'http://localhost:8080/')
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
const context = { cases: CASES, endpoints, opening };

const text = fc.oneof(
	fc.string({ maxLength: 12 }),
	fc.string({ unit: 'grapheme', maxLength: 8 }),
	fc.constantFrom('', ' ', '+', '%', '%20', '~', '&', '=', '#', '?', '"', 'open,closed', 'é🕳️', '.')
);
const PRIVATE = [KEY, ...PERSONAL];
const name = fc.oneof(
	fc.constantFrom(...METHODS.flatMap((method) => method.arguments.map((each) => each.name))),
	fc.constantFrom(
		'__proto__',
		'constructor',
		'~x',
		'~~x',
		'~tab',
		'~list',
		'',
		'0',
		'attribute[A][]'
	),
	text
);
const openName = name.filter((each) => !PRIVATE.includes(each) && !isKeyName(each));
const record = <T>(names: fc.Arbitrary<string>, value: fc.Arbitrary<T>, minLength = 0) =>
	fc.array(fc.tuple(names, value), { minLength, maxLength: 5 }).map(Object.fromEntries<T>);

const openText = text.filter((each) => !PRIVATE.some((named) => each.includes(named)));
/** A header whose name sounds like a key is never in a link. */
const headerName = text.filter(
	(each) => !/auth|bearer|cookie|cred|jwt|key|pass|pwd|secret|sig|token/i.test(each)
);
const file = fc.record({ name: openName, filename: text, type: text, text });
const draft: fc.Arbitrary<Draft> = fc.record(
	{
		method: fc.constantFrom(...METHODS.map((method) => method.name)),
		format: fc.constantFrom('xml', 'json'),
		values: record(openName, fc.oneof(text, fc.array(text, { maxLength: 3 }))),
		verb: text,
		path: fc.oneof(openText, fc.constantFrom('services.html', 'complaints.{format}?a=b', 'x?')),
		headers: record(headerName, text, 1),
		files: fc.array(file, { maxLength: 2 }),
		rawBody: fc.record({ type: text, text: openText })
	},
	{ requiredKeys: ['method', 'format', 'values'] }
);
const inRange = (max: number) =>
	fc.double({ min: -max, max, noNaN: true }).map((degrees) => degrees + 0);
const required = {
	endpoint: fc.constantFrom(...endpoints.map(({ id }) => id)),
	draft,
	testCase: fc.constantFrom(null, ...CASES.map(({ id }) => id)),
	requestTab: fc.constantFrom(...REQUEST_TABS),
	answerTab: fc.constantFrom(...ANSWER_TABS),
	selected: fc.option(text),
	map: fc.option(
		fc.record({ lat: inRange(90), long: inRange(180), zoom: inRange(24).map(Math.abs) })
	),
	overrides: fc.constantFrom(
		{},
		{ every: 'delay=200-800, clock=+5d' },
		{ submit: 'code=503', every: 'key=required' }
	)
};
const state: fc.Arbitrary<PageState> = fc.record(
	{ ...required, lesson: fc.integer({ min: 1, max: 999 }) },
	{ requiredKeys: Object.keys(required) as (keyof typeof required)[] }
);

test('state → link → state gives the same state, including the order of arguments', () => {
	fc.assert(
		fc.property(state, (before) => {
			const { hash, leftOut } = toHash(before, context);
			expect(leftOut).toEqual([]);
			expect(hash).toMatch(/^(#[!-~]*)?$/);
			expect(hash).not.toMatch(/[()<>"'\\|`[\]*{}^ ]|[.,:_~+]$/);
			const after = fromHash(hash, context);
			expect(after).toEqual({ state: before, problems: [], newEndpoint: null });
			expect(JSON.stringify(after.state.draft.values)).toBe(JSON.stringify(before.draft.values));
			expect(toHash(after.state, context).hash).toBe(hash);
		}),
		{ numRuns: 1000 }
	);
});

test.each(CASES.map((testCase) => [testCase.id, testCase] as const))(
	'%s has its own link, which opens it unchanged',
	(id, testCase) => {
		for (const format of ['xml', 'json'] as const) {
			const before = { ...opening, draft: { ...testCase.draft, format }, testCase: id };
			const { hash, leftOut } = toHash(before, context);
			expect([hash, leftOut]).toEqual([
				id === 'requests' && format === 'xml'
					? ''
					: `#case/${id}${format === 'json' ? '.json' : ''}`,
				[]
			]);
			expect(fromHash(hash, context)).toEqual({ state: before, problems: [], newEndpoint: null });
		}
	}
);

test('any text opens as a link, and the resulting state has a stable link', () => {
	const piece = fc.oneof(
		text,
		fc.string({ unit: 'binary', maxLength: 6 }),
		fc.constantFrom(
			...[
				'#',
				'?',
				'&',
				'=',
				'~',
				'requests',
				'case/',
				'requests',
				'.json',
				'submit',
				'%',
				'%E0%A4'
			],
			...['~endpoint=', 'https://a.example/', '~list=', '~file=', '~filename=', '~map=1/2/3'],
			...[
				'~body=',
				'~bodytype=',
				'~header:',
				'api_key=',
				'__proto__',
				'~case=requests',
				'~selected='
			]
		)
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
			const opened = fromHash(pieces.join(''), context);
			const known = opened.newEndpoint ? [...endpoints, opened.newEndpoint] : endpoints;
			const now = { ...context, endpoints: known };
			const { hash } = toHash(opened.state, now);
			const again = fromHash(hash, now);
			expect(again.problems).toEqual([]);
			expect(toHash(again.state, now).hash).toBe(hash);
		}),
		{ numRuns: 2000 }
	);
});

test('half a surrogate pair does no harm', () => {
	const values = { ['\ud83d']: 'a\udd73', status: 'open' };
	const { hash } = toHash({ ...opening, draft: { ...opening.draft, values } }, context);
	expect(hash).toBe('#requests?%EF%BF%BD=a%EF%BF%BD&status=open&~case=requests');
	expect(fromHash('#\ud83d?\udd73=\ud83d', context).state.draft).toEqual(opening.draft);
});

test('a link never contains private data, wherever it is in the state', () => {
	const SECRET = 'xyzzy';
	const form = (named: string) => `lat=43&${named}=${SECRET}&long=-79`;
	const keys = ['apikey', 'API-Key', 'auth_token', 'access_token', 'X-Auth', 'client_secret'];
	const planted = fc.constantFrom(...PRIVATE, ...keys).chain((named) =>
		fc.constantFrom<Partial<Draft>>(
			{ values: { [named]: SECRET } },
			{ values: { [named]: [SECRET, SECRET] } },
			{ path: `requests.{format}?${form(named)}` },
			{ path: `requests.{format}?${form(named.replace('_', '%5F'))}` },
			{ files: [{ name: named, filename: SECRET, type: SECRET, text: SECRET }] },
			{ rawBody: { type: 'application/x-www-form-urlencoded', text: form(named) } },
			{ rawBody: { type: 'application/json', text: `{"${named}":"${SECRET}"}` } },
			...[
				'Authorization',
				'Cookie',
				'X-Api-Key',
				'X-Auth-Token',
				'Subscription-Key',
				'api_key'
			].map((header) => ({
				headers: { [header]: SECRET }
			}))
		)
	);
	fc.assert(
		fc.property(state, planted, (before, secret) => {
			const written = toHash({ ...before, draft: { ...before.draft, ...secret } }, context);
			expect(written.hash).not.toContain(SECRET);
			expect(written.leftOut).not.toEqual([]);
			expect(written.hash).not.toContain('kept-key');
		}),
		{ numRuns: 500 }
	);
	const login = added('https://me:xyzzy@311.example.org/');
	const there = { ...opening, endpoint: login.id };
	expect(toHash(there, { ...context, endpoints: [...endpoints, login] }).hash).toBe(
		'#case/requests?~endpoint=https://311.example.org/'
	);
});
