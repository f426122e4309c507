// The state of the page: what it derives, and that the latest request wins.
import { expect, test } from 'vitest';
import { CASES } from '../../mocks/cases/index';
import { PREFER } from '../../mocks/api/preferences';
import type { Exchange } from '../../src/http/exchange';
import { send } from '../../src/http/exchange';
import type { Endpoint } from '../../src/explorer/endpoint';
import { fetchCounterpart, type CounterpartKind } from '../../src/explorer/counterpart';
import { Explorer, type ExplorerOptions } from '../../src/explorer/explorer.svelte';
import { inPage, mockUpEndpoint } from './mock-up';
import { LISTED } from '../listed';

const caseOf = (id: string) => {
	const testCase = CASES.find((each) => each.id === id);
	if (!testCase) throw new Error(`No case ${id}.`);
	return testCase;
};

const endpoints: [Endpoint, ...Endpoint[]] = [
	mockUpEndpoint('toronto'),
	mockUpEndpoint('standard')
];

function explorerWith(more: Partial<ExplorerOptions> = {}) {
	const host = inPage();
	return new Explorer({
		endpoints,
		cases: CASES,
		opening: caseOf('requests'),
		send: (draft, request, signal) => send(draft, request, host, signal),
		controls: () => null,
		prefer: PREFER,
		...more
	});
}

test('a case that is opened and sent is checked', async () => {
	const explorer = explorerWith();
	await explorer.send();
	expect(explorer.view?.requests).toHaveLength(LISTED);
	expect(explorer.view?.verdicts?.map(({ passed }) => passed)).toEqual([true, true, true, true]);
});

test('a case that was changed before sending is not checked, and its text stays', async () => {
	const explorer = explorerWith();
	explorer.setValue('status', 'closed');
	await explorer.send();
	expect(explorer.view?.verdicts).toBeNull();
	expect(explorer.draft.values).toEqual({ jurisdiction_id: 'toronto.ca', status: 'closed' });
});

test('a case stays checked for the dialect it was sent to', async () => {
	const explorer = explorerWith();
	explorer.openCase(caseOf('requests-potholes'));
	await explorer.send();
	const [, standard] = endpoints;
	if (standard) explorer.chooseEndpoint(standard);
	expect(explorer.view?.verdicts?.every(({ passed }) => passed)).toBe(true);
	await explorer.send();
	expect(explorer.view?.verdicts?.every(({ passed }) => passed)).toBe(true);
	expect(explorer.httpRequest.url).toContain('/georeport/v2/');
});

test('the address line shows every change', () => {
	const explorer = explorerWith();
	explorer.chooseMethod('token');
	explorer.setValue('token', '9000011');
	explorer.chooseFormat('json');
	expect(explorer.httpRequest.url).toBe(
		'https://docs.example.org/playground/open311test/ws/tokens/9000011.json?jurisdiction_id=toronto.ca'
	);
});

test('an empty list removes an argument from the draft', () => {
	const explorer = explorerWith();
	explorer.setValue('attribute[X]', 'a');
	explorer.setValue('attribute[X]', []);
	expect(Object.keys(explorer.draft.values)).toEqual(['jurisdiction_id']);
});

test('the latest request wins, in whatever order answers arrive', async () => {
	const waiting: ((exchange: Exchange) => void)[] = [];
	const explorer = explorerWith({
		send: () => new Promise((resolve) => waiting.push(resolve))
	});
	const exchangeOf = (message: string): Exchange => ({
		draft: explorer.draft,
		request: explorer.httpRequest,
		startedAt: 0,
		duration: 1,
		outcome: { kind: 'failure', message }
	});
	const first = explorer.send();
	const second = explorer.send();
	waiting[1]?.(exchangeOf('second'));
	waiting[0]?.(exchangeOf('first'));
	await Promise.all([first, second]);
	expect(explorer.view?.exchange.outcome).toEqual({ kind: 'failure', message: 'second' });
	expect(explorer.sending).toBe(false);
});

test('each listed request has its own key, and selecting one finds it', async () => {
	const explorer = explorerWith();
	await explorer.send();
	const keys = explorer.view?.requests.map(({ key }) => key) ?? [];
	expect(new Set(keys).size).toBe(LISTED);
	explorer.view?.select(keys[3] ?? null);
	expect(explorer.view?.selected?.key).toBe(keys[3]);
	explorer.view?.select('no such key');
	expect(explorer.view?.selected).toBeNull();
});

const foreign: Endpoint = {
	id: 'https://311.example.org/v2/',
	name: '311.example.org',
	kind: 'added',
	dialect: null,
	url: 'https://311.example.org/v2/',
	discoveryUrl: 'https://311.example.org/',
	jurisdiction: 'example.org',
	apiKey: 'kept-secret'
};

test('a stored key is sent with a POST and never shown', () => {
	const explorer = explorerWith();
	explorer.chooseMethod('submit');
	explorer.chooseEndpoint(foreign);
	expect(explorer.httpRequest.body).toBe('jurisdiction_id=example.org&api_key=kept-secret');
	expect(explorer.shownRequest.body).toBe('jurisdiction_id=example.org&api_key=YOUR_API_KEY');
	expect(JSON.stringify(explorer.pageState)).not.toContain('kept-secret');
	explorer.chooseMethod('requests');
	expect(explorer.httpRequest.url).not.toContain('kept-secret');
});

test('switching endpoints sets the jurisdiction, and drops a key typed for the previous one', () => {
	const explorer = explorerWith();
	explorer.chooseMethod('submit');
	explorer.setValue('api_key', 'typed-secret');
	explorer.setValue('description', 'A hole');
	explorer.chooseEndpoint({ ...foreign, apiKey: '' });
	expect(explorer.draft.values).toEqual({ description: 'A hole', jurisdiction_id: 'example.org' });
});

test('a custom jurisdiction stays when the endpoint changes', () => {
	const explorer = explorerWith();
	explorer.setValue('jurisdiction_id', 'toronto.ca.example');
	explorer.chooseEndpoint(foreign);
	expect(explorer.draft.values.jurisdiction_id).toBe('toronto.ca.example');
});

test('a link to another server gives no permission to ask it; selecting it does', () => {
	const explorer = explorerWith();
	explorer.putEndpoint(foreign);
	explorer.restore({ ...explorer.pageState, endpoint: foreign.id });
	expect(explorer.endpoint).toBe(foreign);
	expect(explorer.mayFetchMetadata).toBe(false);
	expect(explorer.isHarmless).toBe(false);
	explorer.chooseEndpoint(foreign);
	expect(explorer.mayFetchMetadata).toBe(true);
});

test('a link can send only a GET to the mock-up', () => {
	const explorer = explorerWith();
	expect(explorer.isHarmless).toBe(true);
	explorer.chooseMethod('submit');
	expect(explorer.isHarmless).toBe(false);
	explorer.openDraft({ method: 'requests', format: 'xml', values: {}, verb: 'DELETE' });
	expect(explorer.isHarmless).toBe(false);
	explorer.openDraft({ method: 'requests', format: 'xml', values: {}, path: '../../../other' });
	expect(explorer.isHarmless).toBe(false);
	explorer.openDraft({ method: 'requests', format: 'xml', values: {}, path: 'nothing.xml' });
	expect(explorer.isHarmless).toBe(true);
});

test('the service request in a link is selected once the answer has it', async () => {
	const explorer = explorerWith();
	explorer.restore({ ...explorer.pageState, selected: '101000000021' });
	expect(explorer.pageState.selected).toBe('101000000021');
	await explorer.resume();
	expect(explorer.view?.selected?.serviceRequest.service_request_id).toBe('101000000021');
	await explorer.send();
	expect(explorer.view?.selected).toBeNull();
});

test('removing an endpoint selects the first', () => {
	const explorer = explorerWith();
	explorer.chooseEndpoint(foreign);
	explorer.removeEndpoint(foreign);
	expect(explorer.endpoint).toBe(endpoints[0]);
	explorer.removeEndpoint(endpoints[1] ?? endpoints[0]);
	expect(explorer.endpoints).toHaveLength(2);
});

test('every exchange that the user started is reported, with its endpoint and case', async () => {
	const reported: string[] = [];
	const explorer = explorerWith({
		onexchange: (exchange, endpoint, testCase) =>
			reported.push(`${exchange.request.method} ${endpoint.id} ${testCase?.id}`)
	});
	await explorer.resume();
	expect(reported).toEqual([]);
	await explorer.send();
	expect(reported).toEqual(['GET toronto requests']);
});

test('a pin can be set and removed; a method without one is replaced by a search', () => {
	const explorer = explorerWith();
	explorer.chooseMethod('services');
	explorer.putPin({ lat: 43.653441, long: -79.384091 });
	expect(explorer.draft).toMatchObject({
		method: 'requests',
		values: { jurisdiction_id: 'toronto.ca', lat: '43.65344', long: '-79.38409', radius: '1000' }
	});
	expect(explorer.pin).toEqual({ lat: 43.65344, long: -79.38409, radius: 1000 });
	explorer.removePin();
	expect(explorer.pin).toBeNull();
	expect(explorer.draft.values).toEqual({ jurisdiction_id: 'toronto.ca' });
});

test('an exchange has a counterpart in the other format or dialect, unless it is a report', async () => {
	const explorer = explorerWith();
	const counterpart = async (kind: CounterpartKind) =>
		explorer.view && fetchCounterpart(explorer, explorer.view, kind, new AbortController().signal);
	await explorer.send();
	const shown = explorer.view;
	expect((await counterpart('format'))?.request.url).toMatch(
		/requests\.json\?jurisdiction_id=toronto\.ca$/
	);
	expect((await counterpart('dialect'))?.request.url).toMatch(/georeport\/v2\/requests\.xml/);
	expect(explorer.view).toBe(shown);
	explorer.chooseMethod('submit');
	await explorer.send();
	expect(explorer.view?.exchange.request.method).toBe('POST');
	expect(await counterpart('format')).toBeNull();
});

test('a Prefer header belongs to the request, and is dropped when another server is selected', () => {
	const explorer = explorerWith();
	explorer.setHeader('Prefer', 'code=503');
	expect(explorer.httpRequest.headers).toEqual({ Prefer: 'code=503' });
	explorer.setHeader('Prefer', '');
	expect(explorer.draft).not.toHaveProperty('headers');
	explorer.setHeader('Prefer', 'fault=drop');
	const other = { ...mockUpEndpoint('standard'), id: 'other', kind: 'added', dialect: null };
	explorer.chooseEndpoint(other as Endpoint);
	expect(explorer.httpRequest.headers).toEqual({});
});
