import { expect, test } from 'vitest';
import { partsOf, withTimeOfDay, zoneLabel } from './date-field';

test.each([
	['2012-06-15T12:00:00-04:00', '2012-06-15', '12:00:00', '-04:00'],
	['2012-06-15T12:00:00.5+02:00', '2012-06-15', '12:00:00.5', '+02:00'],
	['2012-02-29T00:00Z', '2012-02-29', '00:00', 'Z'],
	['2012-06-15', '2012-06-15', '', '']
])('%o has its parts', (text, date, time, zone) => {
	expect(partsOf(text)).toEqual({ date, time, zone });
});

test.each([
	'',
	'last Tuesday',
	'2012-06-15 12:00:00Z',
	'2012-06-15T12:00:00z',
	'2012-06-15T12:00:00-0400',
	'2012-02-30T12:00:00Z',
	' 2012-06-15'
])('%o stays a text', (text) => expect(partsOf(text)).toBeNull());

const noon = { time: '12:00:00', zone: 'Z' };

test.each([
	// A date keeps what was there,
	['2012-01-31', noon, '2012-01-31T12:00:00Z'],
	['2012-01-31', { time: '', zone: '' }, '2012-01-31'],
	// else it begins with Toronto's offset of that day.
	['2012-01-31', null, '2012-01-31T00:00:00-05:00'],
	['2012-06-01', null, '2012-06-01T00:00:00-04:00'],
	// All else is as it was typed.
	['2012-01-3', noon, '2012-01-3'],
	['2012-01-31T08:30', noon, '2012-01-31T08:30'],
	['', noon, '']
])('%o typed becomes %#', (typed, kept, value) => {
	expect(withTimeOfDay(typed, kept, '00:00:00')).toBe(value);
});

test('zones are read aloud', () => {
	expect(['-04:00', '+02:00', 'Z', ''].map(zoneLabel)).toEqual([
		'−04:00',
		'+02:00',
		'UTC',
		'no zone'
	]);
});
