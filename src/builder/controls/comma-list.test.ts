import { expect, test } from 'vitest';
import { itemsOf, finish, isList, splitTyping, withEntry, withoutEntry } from './comma-list';

test('entries lose the space around them, the text does not', () => {
	// The City's own example of a list has a space after one comma.
	const text = 'CSROWC-05,CSROWBM-03, CSROSC-14';
	expect(itemsOf(text)).toEqual(['CSROWC-05', 'CSROWBM-03', 'CSROSC-14']);
	expect(withEntry(text, '30102')).toBe('CSROWC-05,CSROWBM-03, CSROSC-14,30102');
	expect(withoutEntry(text, 0)).toBe('CSROWBM-03, CSROSC-14');
	expect(withoutEntry(text, 1)).toBe('CSROWC-05, CSROSC-14');
	expect(withoutEntry('30102', 0)).toBe('');
});

test('an empty text is a list without entries; an empty entry is none', () => {
	expect(itemsOf('')).toEqual([]);
	expect(isList('')).toBe(true);
	expect(isList('a,b')).toBe(true);
	expect([',', 'a,', ',a', 'a,,b', 'a, ,b', ' '].filter(isList)).toEqual([]);
	expect(withEntry('', 'a')).toBe('a');
	expect(withEntry('a', '')).toBe('a');
});

test('the entry being typed is told from the finished ones', () => {
	expect(splitTyping('1,2,3', '3')).toEqual({ finished: '1,2', typed: '3' });
	expect(splitTyping('3', '3')).toEqual({ finished: '', typed: '3' });
	expect(splitTyping('1,2', '')).toEqual({ finished: '1,2', typed: '' });
	expect(splitTyping('1,23', '3')).toEqual({ finished: '1,23', typed: '' });
	expect(splitTyping('', '3')).toEqual({ finished: '', typed: '' });
});

test('a comma finishes an entry, and a pasted list all but its last', () => {
	expect(finish('', '1,')).toEqual({ finished: '1', typed: '' });
	expect(finish('1', '2, 3,4')).toEqual({ finished: '1,2,3', typed: '4' });
	expect(finish('1', ',')).toEqual({ finished: '1', typed: '' });
});
