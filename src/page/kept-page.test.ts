import { expect, test } from 'vitest';
import type { TestCase } from '../cases/expectation';
import type { PageState } from '../explorer/page-state';
import type { Draft } from '../georeport/request';
import { keptIn, toKept } from './kept-page';

const nothing = { expect: { status: 403, claims: [] }, then: [] };
const invalid: TestCase = {
	id: 'bad-key',
	title: '',
	shows: '',
	group: 'list',
	draft: { method: 'submit', values: { service_code: '30102', api_key: 'INVALID' } },
	outcomes: { toronto: nothing, standard: nothing },
	provenance: 'invented',
	section: ''
};
const stateOf = (draft: Partial<Draft>, testCase: string | null = null): PageState => ({
	endpoint: 'toronto',
	draft: { method: 'requests', format: 'xml', values: {}, ...draft },
	testCase,
	requestTab: 'form',
	answerTab: 'pretty',
	selected: null,
	map: null,
	overrides: {}
});

test.each<[string, Partial<Draft>]>([
	['api_key', { values: { api_key: 'SECRET', status: 'open' } }],
	['apikey', { values: { apikey: 'SECRET', status: 'open' } }],
	['token', { values: { token: 'SECRET', status: 'open' } }],
	['a list', { values: { access_token: ['SECRET', 'SECRET'], status: 'open' } }],
	['a header', { headers: { 'X-Auth-Token': 'SECRET' } }],
	['a path', { path: 'requests.{format}?a=1&api%5Fkey=SECRET' }],
	['a body', { rawBody: { type: 'application/json', text: '{"api_key":"SECRET"}' } }],
	['a file', { files: [{ name: 'api_key', filename: 'k', type: 'text/plain', text: 'SECRET' }] }]
])('no entry of the history has a key: %s', (_, draft) => {
	const state = stateOf(draft);
	const kept = toKept('1', state, [invalid]).page;
	expect(JSON.stringify(kept)).not.toContain('SECRET');
	expect(kept.draft.values.status).toBe(draft.values?.status);
});

test('contact details and everything else are kept', () => {
	const state = stateOf({ method: 'submit', values: { email: 'ada@a.example', lat: '43' } });
	expect(toKept('1', state, [invalid]).page).toBe(state);
	const asked = stateOf({ method: 'token', values: { token: '9000021' } });
	expect(toKept('1', asked, []).page).toBe(asked);
});

test('the key of a test case is nobody’s, as long as the case is unchanged', () => {
	const state = stateOf({ ...invalid.draft }, 'bad-key');
	expect(toKept('1', state, [invalid]).page).toBe(state);
	const changed = stateOf({ ...invalid.draft, values: { api_key: 'SECRET' } }, 'bad-key');
	expect(toKept('1', changed, [invalid]).page.draft.values).toEqual({});
});

test('a page is read in the form of today and in the first form, and nothing else is', () => {
	const state = stateOf({ values: { status: 'open' } });
	expect(keptIn(toKept('7', state, []))).toEqual({ form: 2, id: '7', page: state });
	const { overrides: _, ...first } = state;
	expect(keptIn({ form: 1, page: { ...first, bending: { every: 'delay=10' } } })).toEqual({
		form: 2,
		id: '',
		page: { ...state, overrides: { every: 'delay=10' } }
	});
	for (const other of [null, undefined, 'text', 2, {}, { form: 3, page: state }]) {
		expect(keptIn(other)).toBeNull();
	}
});
