// What the palette offers: every method, case and endpoint, and that each does what it says.
import { expect, test } from 'vitest';
import { CASES } from '../../mocks/cases';
import { Explorer } from '../../src/explorer.svelte';
import { commandsOf, placeCommandsOf } from '../../src/palette/commands';
import { mockUpEndpoint } from './mock-up';

const [opening] = CASES;

function page() {
	if (!opening) throw new Error('There are no cases.');
	const done: string[] = [];
	const explorer = new Explorer({
		endpoints: [mockUpEndpoint('toronto'), mockUpEndpoint('standard')],
		cases: CASES,
		opening,
		send: () => Promise.reject(new Error('Nothing is sent here.')),
		reset: () => Promise.resolve(true)
	});
	const actions = {
		showRequest: () => done.push('request shown'),
		send: () => done.push('sent'),
		theme: (name: string) => done.push(name)
	};
	return { explorer, done, actions, commands: commandsOf(explorer, actions) };
}

const run = (commands: ReturnType<typeof commandsOf>, id: string) => {
	const command = commands.find((each) => each.id === id);
	if (!command) throw new Error(`There is no command ${id}.`);
	command.run();
};

test('there is a command for every method, every case and every endpoint, each with its own id', () => {
	const { commands } = page();
	const ids = commands.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	expect(ids).toEqual(expect.arrayContaining(CASES.map(({ id }) => `case ${id}`)));
	for (const name of [
		'discovery',
		'services',
		'definition',
		'submit',
		'token',
		'requests',
		'request'
	]) {
		expect(ids).toContain(`method ${name}`);
	}
	expect(ids).toContain('endpoint standard');
});

test('an action that the page does not have is not offered', () => {
	const ids = page().commands.map(({ id }) => id);
	expect(ids).toContain('send');
	expect(ids).not.toContain('reset');
});

test('a method starts empty, a case opens, an endpoint is asked from then on', () => {
	const { explorer, commands, done } = page();
	run(commands, 'method token');
	expect(explorer.draft).toMatchObject({
		method: 'token',
		values: { jurisdiction_id: 'toronto.ca' }
	});
	run(commands, 'case requests');
	expect(explorer.testCase?.id).toBe('requests');
	run(commands, 'endpoint standard');
	expect(explorer.httpRequest.url).toContain('/georeport/v2/');
	run(commands, 'format json');
	expect(explorer.httpRequest.url).toContain('requests.json');
	run(commands, 'theme dark');
	expect(done).toEqual(['request shown', 'request shown', 'dark']);
});

const QUEEN = { address: 'Queen St W & Bay St', lat: 43.65242, long: -79.38192 };

test('a place is where a report is; what was typed besides stays', () => {
	const { explorer, actions } = page();
	explorer.chooseMethod('submit');
	explorer.setValue('description', 'A hole');
	run(placeCommandsOf(explorer, [QUEEN], actions), `place ${QUEEN.address}`);
	expect(explorer.draft.values).toEqual({
		jurisdiction_id: 'toronto.ca',
		description: 'A hole',
		lat: '43.65242',
		long: '-79.38192'
	});
});

test('a place is the middle of a search, whose radius stays if it was chosen', () => {
	const { explorer, actions } = page();
	explorer.chooseMethod('token');
	const places = placeCommandsOf(explorer, [QUEEN], actions);
	run(places, `place ${QUEEN.address}`);
	expect(explorer.draft).toMatchObject({
		method: 'requests',
		values: { lat: '43.65242', long: '-79.38192', radius: '1000' }
	});
	explorer.setValue('radius', '250');
	run(places, `place ${QUEEN.address}`);
	expect(explorer.draft.values.radius).toBe('250');
});
