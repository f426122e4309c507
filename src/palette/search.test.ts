import { expect, test } from 'vitest';
import type { Command } from './commands';
import { search } from './search';

const command = (words: string, detail = ''): Command => ({
	id: words,
	group: 'Actions',
	words,
	detail,
	run: () => {}
});

const COMMANDS = [
	command('GET Service Definition', 'Lists the questions a service asks'),
	command('GET Service Requests', 'Lists reported problems'),
	command('Report a pothole by address', 'A token comes back'),
	command('Potholes', 'Only the code CSROWR-12'),
	command('Montréal Ave & Avenue Rd'),
	command('Send the request')
];
const found = (query: string, recent: string[] = []) =>
	search(COMMANDS, query, recent).map(({ words }) => words);

test('a name that begins with the word goes before one that has it later', () => {
	expect(found('pothole')).toEqual(['Potholes', 'Report a pothole by address']);
});

test('words may stand in any order, and each must be there', () => {
	expect(found('address report')).toEqual(['Report a pothole by address']);
	expect(found('address bridge')).toEqual([]);
});

test('case and accents do not count', () => {
	expect(found('MONTREAL')).toEqual(['Montréal Ave & Avenue Rd']);
});

test('the detail is searched too, but a name that has the word goes first', () => {
	expect(found('csrowr-12')).toEqual(['Potholes']);
	expect(found('requests')[0]).toBe('GET Service Requests');
});

test('signs are plain text', () => {
	expect(found('&')).toEqual(['Montréal Ave & Avenue Rd']);
	expect(found('.*')).toEqual([]);
});

test('without words, what was used last comes first', () => {
	expect(found('', ['Send the request', 'gone', 'Potholes']).slice(0, 3)).toEqual([
		'Send the request',
		'Potholes',
		'GET Service Definition'
	]);
});
