import { describe, expect, test } from 'vitest';
import { indexAfterKey, indexAfterLetter } from './roving';

describe('the focus in a row or column', () => {
	test.each([
		['ArrowRight', 0, 1],
		['ArrowRight', 3, 0],
		['ArrowLeft', 2, 1],
		['ArrowLeft', 0, 3],
		['Home', 2, 0],
		['End', 1, 3]
	])('%s in a row of four, from %i to %i', (key, from, to) => {
		expect(indexAfterKey(key, from, 4, 'row')).toBe(to);
	});

	test.each([
		['ArrowDown', 1, 2],
		['ArrowDown', 2, 0],
		['ArrowUp', 0, 2],
		['End', 0, 2]
	])('%s in a column of three, from %i to %i', (key, from, to) => {
		expect(indexAfterKey(key, from, 3, 'column')).toBe(to);
	});

	test('leaves the keys of the other direction, and all others, alone', () => {
		expect(indexAfterKey('ArrowDown', 0, 4, 'row')).toBeNull();
		expect(indexAfterKey('ArrowRight', 0, 4, 'column')).toBeNull();
		expect(indexAfterKey('Enter', 0, 4, 'row')).toBeNull();
	});

	test('goes nowhere among none', () => {
		expect(indexAfterKey('ArrowRight', 0, 0, 'row')).toBeNull();
		expect(indexAfterKey('End', 0, 0, 'row')).toBeNull();
	});
});

describe('a letter', () => {
	const labels = ['Code for this request', 'Embed it', 'Export the answer', 'Check my app'];

	test.each([
		['e', 0, 1],
		['E', 1, 2],
		['e', 2, 1],
		['c', 0, 3],
		['c', 3, 0]
	])('%s goes from %i to the next such label, %i', (key, from, to) => {
		expect(indexAfterLetter(key, from, labels)).toBe(to);
	});

	test('stays where it is the only one', () => {
		expect(indexAfterLetter('e', 1, ['Code', 'Embed it'])).toBe(1);
	});

	test.each(['z', ' ', 'Enter', 'F8', ''])('%j finds none', (key) => {
		expect(indexAfterLetter(key, 0, labels)).toBeNull();
	});

	test('takes letters beyond the basic plane', () => {
		expect(indexAfterLetter('é', 0, ['Code', 'Édition'])).toBe(1);
	});
});
