import { expect, test } from 'vitest';
import { fromControls, toControls } from './DateTime.svelte';

test.each([
	['2012-06-15T12:00:00-04:00', '2012-06-15T12:00:00', '-04:00'],
	['2012-01-31T23:59:59-05:00', '2012-01-31T23:59:59', '-05:00'],
	['2012-02-29T00:00:00Z', '2012-02-29T00:00:00', 'Z'],
	['2012-06-15T12:00:00', '2012-06-15T12:00:00', ''],
	['', '', '']
])('%o is taken apart and joined to the same text', (text, local, zone) => {
	const parts = toControls(text);
	expect(parts).toEqual({ local, zone });
	expect(parts && fromControls(parts)).toBe(text);
});

test.each([
	'last Tuesday',
	'2012-06-15',
	'2012-06-15T12:00Z',
	'2012-06-15T12:00:00.5Z',
	'2012-06-15T12:00:00z',
	'2012-06-15T12:00:00+02:00',
	'2012-06-15T12:00:00-0400',
	'2012-06-15 12:00:00Z',
	'2012-02-30T12:00:00Z',
	'2011-02-29T12:00:00Z',
	'2012-06-15T24:00:00Z',
	'2012-13-01T00:00:00Z',
	'0000-01-01T00:00:00Z',
	' 2012-06-15T12:00:00Z'
])('%o is left to the text field', (text) => {
	expect(toControls(text)).toBeNull();
});

test('seconds a date control leaves out are written', () => {
	expect(fromControls({ local: '2012-06-15T12:00', zone: 'Z' })).toBe('2012-06-15T12:00:00Z');
});
