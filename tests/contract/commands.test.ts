import { describe, expect, test, vi } from 'vitest';
import { PREFER } from '../../mocks/api/preferences';
import { CASES } from '../../mocks/cases/index';
import { PLACES } from '../../mocks/data/places';
import { mockUpEndpoint } from './mock-up';
import { Explorer, type ExplorerOptions } from '../../src/explorer/explorer.svelte';
import { METHODS } from '../../src/georeport/methods';
import type { Exchange } from '../../src/http/exchange';
import { commandsOf } from '../../src/palette/commands';
import { groupsOf } from '../../src/palette/groups';
import type { PageActions } from '../../src/palette/page-actions';
import { placeCommands } from '../../src/palette/places';
import { find, searchEntriesOf } from '../../src/ui/search';

const CITY_HALL = { address: 'Toronto City Hall', lat: 43.65348, long: -79.38393 };

const failed: Exchange = {
	draft: { method: 'requests', format: 'xml', values: {} },
	request: { method: 'GET', url: 'https://a.example/requests.xml', headers: {}, body: null },
	startedAt: 0,
	duration: 1,
	outcome: { kind: 'failure', message: 'No answer came.' }
};

function explorerWith(more: Partial<ExplorerOptions> = {}): Explorer {
	const [opening] = CASES;
	if (!opening) throw new Error('There are no cases.');
	return new Explorer({
		endpoints: [mockUpEndpoint('toronto'), mockUpEndpoint('standard')],
		cases: CASES,
		opening,
		send: () => new Promise(() => {}),
		controls: () => null,
		prefer: PREFER,
		...more
	});
}

function run(explorer: Explorer, id: string, actions: PageActions = allActions()) {
	const command = commandsOf(explorer, actions).find((command) => command.id === id);
	if (!command) throw new Error(`No command ${id}.`);
	command.run();
}

const idsOf = (explorer: Explorer, actions: PageActions) =>
	commandsOf(explorer, actions).map(({ id }) => id);

const allActions = () => ({
	send: vi.fn(),
	cancel: vi.fn(),
	showAbout: vi.fn(),
	showIntro: vi.fn(),
	showExport: vi.fn(),
	showEmbed: vi.fn(),
	toggleMaximised: vi.fn(),
	copyLink: vi.fn(),
	copyCurl: vi.fn(),
	addEndpoint: vi.fn(),
	showRequest: vi.fn(),
	showResponse: vi.fn(),
	showHistory: vi.fn(),
	exportHar: vi.fn(),
	exportHttp: vi.fn(),
	openShortcuts: vi.fn(),
	runCases: vi.fn(),
	showMockUp: vi.fn(),
	showLessons: vi.fn(),
	showReference: vi.fn(),
	present: vi.fn(),
	printExchange: vi.fn(),
	showProduction: vi.fn(),
	showCheck: vi.fn(),
	reset: vi.fn(),
	chooseTheme: vi.fn()
});

describe('the commands', () => {
	test('each method and each case has one command, and ids are unique', () => {
		const ids = idsOf(explorerWith(), allActions());
		expect(new Set(ids).size).toBe(ids.length);
		for (const { name } of METHODS) expect(ids).toContain(`method:${name}`);
		expect(ids.filter((id) => id.startsWith('case:'))).toEqual(CASES.map(({ id }) => `case:${id}`));
	});

	test('a method begins anew where it is shown, else with the draft that was left there', () => {
		const explorer = explorerWith();
		run(explorer, 'method:requests');
		explorer.setValue('page_size', '5');
		run(explorer, 'method:services');
		run(explorer, 'method:requests');
		expect(explorer.draft.values.page_size).toBe('5');
		const { step } = explorer;
		run(explorer, 'method:requests');
		expect(explorer.draft).toEqual({
			method: 'requests',
			format: 'xml',
			values: { jurisdiction_id: 'toronto.ca' }
		});
		expect(explorer.step).toBe(step + 1);
	});

	test('a case has its description', () => {
		const command = commandsOf(explorerWith(), allActions()).find(
			({ id }) => id === 'case:wrong-json-body'
		);
		expect(command).toMatchObject({
			group: 'Test cases',
			words: 'A JSON body',
			detail: 'GeoReport v2 takes forms only.'
		});
	});

	test('every action of the page has a command', async () => {
		const explorer = explorerWith({ send: () => Promise.resolve(failed) });
		await explorer.send();
		void explorer.send();
		const actions = allActions();
		for (const { group, run } of commandsOf(explorer, actions)) if (group === 'Actions') run();
		for (const [name, action] of Object.entries(actions)) {
			expect([name, action.mock.calls.length > 0]).toEqual([name, true]);
		}
	});

	test('an exchange can be saved only if there is one', async () => {
		const explorer = explorerWith({ send: () => Promise.resolve(failed) });
		expect(idsOf(explorer, allActions())).not.toContain('export-har');
		await explorer.send();
		expect(idsOf(explorer, allActions())).toContain('export-har');
	});

	test('only a pending request can be cancelled', () => {
		const explorer = explorerWith();
		expect(idsOf(explorer, allActions())).not.toContain('cancel');
		void explorer.send();
		expect(idsOf(explorer, allActions())).toContain('cancel');
	});
});

describe('their effects', () => {
	test('a method starts an empty draft and shows the request pane', () => {
		const explorer = explorerWith();
		const actions = allActions();
		run(explorer, 'method:token', actions);
		expect(explorer.draft).toEqual({
			method: 'token',
			format: 'xml',
			values: { jurisdiction_id: 'toronto.ca' }
		});
		expect(actions.showRequest).toHaveBeenCalledOnce();
	});

	test('a case is opened in the current format', () => {
		const explorer = explorerWith();
		run(explorer, 'format:json');
		run(explorer, 'case:requests-potholes');
		expect(explorer.testCase?.id).toBe('requests-potholes');
		expect(explorer.draft.method).toBe('requests');
		expect(explorer.draft.format).toBe('json');
	});

	test('an endpoint is selected', () => {
		const explorer = explorerWith();
		run(explorer, 'endpoint:standard');
		expect(explorer.endpoint.id).toBe('standard');
	});

	test('a tab is shown, and its pane', () => {
		const explorer = explorerWith();
		const actions = allActions();
		run(explorer, 'request:code', actions);
		expect(explorer.settings.requestTab).toBe('code');
		expect(actions.showRequest).toHaveBeenCalledOnce();
		run(explorer, 'answer:headers', actions);
		expect(explorer.settings.answerTab).toBe('headers');
		expect(actions.showResponse).toHaveBeenCalledOnce();
	});

	test('a theme is passed on by name', () => {
		const actions = allActions();
		run(explorerWith(), 'theme:dark', actions);
		expect(actions.chooseTheme).toHaveBeenCalledExactlyOnceWith('dark');
	});
});

test('only JSON in Toronto’s dialect has the City’s caveat', () => {
	const explorer = explorerWith();
	const json = () => commandsOf(explorer, allActions()).find(({ id }) => id === 'format:json');
	expect(json()?.detail).toContain('not fully tested');
	run(explorer, 'endpoint:standard');
	expect(json()?.detail).toBeUndefined();
});

describe('a place', () => {
	const choose = (explorer: Explorer) => placeCommands(explorer, [CITY_HALL])[0]?.run();
	const CENTRE = { lat: '43.65348', long: '-79.38393' };

	test('gives a report its coordinates and keeps its address', () => {
		const explorer = explorerWith();
		explorer.chooseMethod('submit');
		explorer.setValue('address_string', '100 QUEEN ST W');
		choose(explorer);
		expect(explorer.draft.values).toEqual({
			jurisdiction_id: 'toronto.ca',
			address_string: '100 QUEEN ST W',
			...CENTRE
		});
	});

	test('is the centre of a search with a radius of 1,000 metres', () => {
		const explorer = explorerWith();
		explorer.chooseMethod('requests');
		explorer.setValue('status', 'open');
		choose(explorer);
		expect(explorer.draft.values).toEqual({
			jurisdiction_id: 'toronto.ca',
			status: 'open',
			...CENTRE,
			radius: '1000'
		});
	});

	test('keeps the current radius', () => {
		const explorer = explorerWith();
		explorer.chooseMethod('requests');
		explorer.setValue('radius', '250');
		choose(explorer);
		expect(explorer.draft.values['radius']).toBe('250');
	});

	test('starts a search around it in any other method', () => {
		const explorer = explorerWith();
		explorer.chooseMethod('services');
		choose(explorer);
		expect(explorer.draft).toEqual({
			method: 'requests',
			format: 'xml',
			values: { jurisdiction_id: 'toronto.ca', ...CENTRE, radius: '1000' }
		});
	});
});

describe('search', () => {
	const explorer = explorerWith();
	const places = Object.values(PLACES)
		.flat()
		.map(([address, lat, long]) => ({ address, lat, long }));
	const entries = searchEntriesOf([
		...commandsOf(explorer, allActions()),
		...placeCommands(explorer, places)
	]);
	const first = (query: string) => groupsOf(entries, query, []).groups[0]?.commands[0]?.words;

	test.each(METHODS.map(({ title }) => [title]))('%s starts that method', (title) => {
		expect(first(title)).toBe(`Start ${title}`);
	});

	test.each([
		['send', 'Send request'],
		['json', 'Ask for JSON'],
		['dark', 'Use the dark theme'],
		['curl', 'Copy the request as curl'],
		['jarvis king', 'King St E & Jarvis St'],
		['King Street East and Jarvis Street', 'King St E & Jarvis St'],
		['nobody token', 'A token nobody got'],
		['wrong-json-body', 'A JSON body']
	])('%s leads to %s', (query, words) => {
		expect(first(query)).toBe(words);
	});

	test.each([
		['Report minor pothole damage'],
		['Graffiti on private property'],
		['Graffiti on a City road'],
		['Graffiti on a City sidewalk'],
		['Graffiti on a City bridge'],
		['Graffiti on a City litter bin']
	])('%s leads to all test cases of that service', (name) => {
		const found = find(entries, name).map(({ id }) => id);
		const own = CASES.filter(({ service }) => service === name);
		expect(own.length).toBeGreaterThan(2);
		expect(found).toEqual(expect.arrayContaining(own.map(({ id }) => `case:${id}`)));
	});

	test('a word of the interface does not bring every place', () => {
		expect(groupsOf(entries, 'service', []).groups.map(({ name }) => name)).not.toContain('Places');
	});
});
