import { expect, test } from 'vitest';
import { PREFER } from '../../mocks/api/preferences';
import { explorerWith, listCase, springfield } from '../explorer/fixtures';
import { AddressInput } from './address-input.svelte';

const OPENING = 'https://a.example/open311test/ws/requests.xml?jurisdiction_id=toronto.ca';

function inputWith() {
	const explorer = explorerWith({ prefer: PREFER });
	return { explorer, input: new AddressInput(explorer) };
}

/** Makes a line that has the focus, and reads what is typed at once. */
async function focused() {
	const made = inputWith();
	await made.input.enter();
	return made;
}

test('the line shows the address of the request, whoever changes it', () => {
	const { explorer, input } = inputWith();
	expect(input.text).toBe(OPENING);
	explorer.chooseFormat('json');
	expect(input.text).toBe(OPENING.replace('.xml', '.json'));
});

test('an address that is understood is the request at once, and stands as typed until it is left', async () => {
	const { explorer, input } = await focused();
	input.type('  https://a.example/open311test/ws/services.json  ', false);
	expect(explorer.draft).toMatchObject({ method: 'services', format: 'json' });
	expect(explorer.testCase).toBeNull();
	expect(input.text).toBe('  https://a.example/open311test/ws/services.json  ');
	input.leave();
	expect(input.text).toBe('https://a.example/open311test/ws/services.json');
});

test('a text that is no address leaves the request as it was', async () => {
	const { explorer, input } = await focused();
	input.type('services', false);
	expect(input.problem).toMatch(/^An address begins with http/);
	expect(explorer.httpRequest.url).toBe(OPENING);
	expect(await input.finish()).toBe(false);
	input.leave();
	expect(input.text).toBe('services');
});

test('a text typed before its reader has loaded is read then, the last one alone', async () => {
	const { explorer, input } = inputWith();
	void input.enter();
	input.type('https://a.example/open311test/ws/discovery.xml', false);
	input.type('https://a.example/open311test/ws/services.json', false);
	expect(explorer.httpRequest.url).toBe(OPENING);
	expect(input.text).toBe('https://a.example/open311test/ws/services.json');
	expect(await input.finish()).toBe(true);
	expect(explorer.draft).toMatchObject({ method: 'services', format: 'json' });
});

test('quotes of a word processor are named, and read as plain ones when asked for', async () => {
	const { explorer, input } = await focused();
	input.type('curl “https://a.example/open311test/ws/services.json”', true);
	expect(input.problem).toContain('“ (U+201C), ” (U+201D)');
	expect(explorer.httpRequest.url).toBe(OPENING);
	input.readPlain();
	expect([input.problem, input.plain]).toEqual([null, null]);
	expect(explorer.draft).toMatchObject({ method: 'services', format: 'json' });
});

test('Escape brings back the request from before the typing', async () => {
	const { explorer, input } = await focused();
	expect(input.undo()).toBe(false);
	input.type('https://a.example/open311test/ws/s', false);
	input.type('https://a.example/open311test/ws/services.xml', false);
	expect(input.undo()).toBe(true);
	expect(explorer.httpRequest.url).toBe(OPENING);
	expect(explorer.testCase).toBe(listCase);
	expect(input.text).toBe(OPENING);
});

test('a server not asked before waits until its address is left, sent or pasted as a whole', async () => {
	const there = `${springfield.url}requests.xml`;
	const left = await focused();
	left.input.type(there, false);
	expect(left.explorer.endpoint.id).toBe('toronto');
	expect(left.input.notes).toMatch(/Leave the field to switch to it/);
	left.input.leave();
	expect(left.explorer.endpoint.id).toBe(springfield.id);

	const sent = await focused();
	sent.input.type(there, false);
	expect(await sent.input.finish()).toBe(true);
	expect(sent.explorer.endpoint.id).toBe(springfield.id);

	const pasted = await focused();
	pasted.input.type(there, true);
	expect(pasted.explorer.endpoint.id).toBe(springfield.id);
	expect(pasted.input.notes).toMatch(/Send goes there, over the network/);
});

test('a command is read before the request is sent', async () => {
	const { explorer, input } = inputWith();
	void input.enter();
	input.type("curl 'https://a.example/open311test/ws/requests.json?status=open'", true);
	expect(explorer.httpRequest.url).toBe(OPENING);
	expect(await input.finish()).toBe(true);
	expect(explorer.httpRequest.url).toBe(
		'https://a.example/open311test/ws/requests.json?status=open'
	);
});

test('a command gives way to what is typed while it is read', async () => {
	const { explorer, input } = inputWith();
	void input.enter();
	input.type('curl https://a.example/open311test/ws/discovery.xml', true);
	const read = input.finish();
	input.type('https://a.example/open311test/ws/services.xml', false);
	await read;
	expect(explorer.draft.method).toBe('services');
});

test('an address that is typed before its reader is loaded is read once it is', async () => {
	const { explorer, input } = inputWith();
	input.type('https://a.example/open311test/ws/services.xml', true);
	expect(explorer.draft.method).toBe('requests');
	expect(await input.finish()).toBe(true);
	expect(explorer.draft.method).toBe('services');
});
