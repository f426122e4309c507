import { expect, test } from 'vitest';
import type { TestCase } from '../cases/expectation';
import type { PageState } from '../explorer/page-state';
import type { Draft } from '../georeport/request';
import { withoutKeys } from './kept-state';

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
	bending: {}
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
	const kept = withoutKeys(state, [invalid]);
	expect(JSON.stringify(kept)).not.toContain('SECRET');
	expect(kept.draft.values.status).toBe(draft.values?.status);
});

test('contact details and everything else are kept', () => {
	const state = stateOf({ method: 'submit', values: { email: 'ada@a.example', lat: '43' } });
	expect(withoutKeys(state, [invalid])).toBe(state);
	const asked = stateOf({ method: 'token', values: { token: '9000021' } });
	expect(withoutKeys(asked, [])).toBe(asked);
});

test('the key of a test case is nobody’s, as long as the case is unchanged', () => {
	const state = stateOf({ ...invalid.draft }, 'bad-key');
	expect(withoutKeys(state, [invalid])).toBe(state);
	const changed = stateOf({ ...invalid.draft, values: { api_key: 'SECRET' } }, 'bad-key');
	expect(withoutKeys(changed, [invalid]).draft.values).toEqual({});
});
