import { describe, expect, it, test } from 'vitest';
import {
	addTorontoDays,
	daysBefore,
	isComplete,
	joinDateTime,
	parseDateTime,
	splitDateTime,
	torontoDay,
	torontoTime,
	torontoZone
} from './date-time';

const utc = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());

describe('parseDateTime', () => {
	it.each([
		// The W3C note's own examples, and the instant each names.
		['1994-11-05T08:15:30-05:00', '1994-11-05T13:15:30.000Z'],
		['1994-11-05T13:15:30Z', '1994-11-05T13:15:30.000Z'],
		['1997-07-16T19:20+01:00', '1997-07-16T18:20:00.000Z'],
		['1997-07-16T19:20:30.45+01:00', '1997-07-16T18:20:30.000Z'],
		// GeoReport's example.
		['2010-01-01T00:00:00Z', '2010-01-01T00:00:00.000Z'],
		// What clients send besides.
		['2012-06-01t00:00:00z', '2012-06-01T00:00:00.000Z'],
		['2012-06-01T00:00:00-0400', '2012-06-01T04:00:00.000Z'],
		['2012-06-01T00:00:00-04', '2012-06-01T04:00:00.000Z'],
		['2012-06-01T00:00:00 02:00', '2012-05-31T22:00:00.000Z'],
		['2012-02-29', '2012-02-29T05:00:00.000Z'],
		['2012-06-01 08:30', '2012-06-01T12:30:00.000Z'],
		['2012-01-01T08:30:15', '2012-01-01T13:30:15.000Z']
	])('reads %s as %s', (text, instant) => expect(utc(parseDateTime(text))).toBe(instant));

	it('takes a bare date as the end of that day in Toronto, also on the day the clocks change', () => {
		expect(utc(parseDateTime('2012-06-15', 'end'))).toBe('2012-06-16T03:59:59.000Z');
		expect(utc(parseDateTime('2012-11-04', 'start'))).toBe('2012-11-04T04:00:00.000Z');
		expect(utc(parseDateTime('2012-11-04', 'end'))).toBe('2012-11-05T04:59:59.000Z');
	});

	it('takes the first of two equal hours, and goes on past an hour that is skipped', () => {
		expect(utc(parseDateTime('2012-11-04T01:30'))).toBe('2012-11-04T05:30:00.000Z');
		expect(utc(parseDateTime('2012-03-11T02:30'))).toBe('2012-03-11T07:30:00.000Z');
	});

	it.each([
		'',
		'yesterday',
		'2012',
		'2012-06',
		'2012-6-1',
		'20120601',
		'2012-02-30',
		'2011-02-29',
		'2012-13-01',
		'0000-01-01',
		'2012-06-01T24:00:00Z',
		'2012-06-01T23:60Z',
		'2012-06-01T23:59:60Z',
		'2012-06-01T00Z',
		'2012-06-01Z',
		'2012-06-01T00:00:00+15:00',
		'2012-06-01T00:00:00 EST',
		' 2012-06-01',
		'2012-06-01\n',
		'1338508800'
	])('returns null for %j', (text) => {
		expect(parseDateTime(text)).toBeNull();
		expect(splitDateTime(text)).toBeNull();
		expect(isComplete(text)).toBe(false);
	});
});

test.each([
	['2012-06-01', { date: '2012-06-01', time: '', zone: '' }],
	['2012-06-01T08:30', { date: '2012-06-01', time: '08:30', zone: '' }],
	['2012-06-01T08:30Z', { date: '2012-06-01', time: '08:30', zone: 'Z' }],
	['2012-06-01T08:30:15.5-04:00', { date: '2012-06-01', time: '08:30:15.5', zone: '-04:00' }]
])('%s is split and joined again', (text, parts) => {
	expect(splitDateTime(text)).toEqual(parts);
	expect(joinDateTime(parts)).toBe(text);
});

test('a zone is given in W3C spelling', () => {
	expect(splitDateTime('2012-06-01 08:30-0400')?.zone).toBe('-04:00');
	expect(splitDateTime('2012-06-01T08:30 02:00')?.zone).toBe('+02:00');
	expect(splitDateTime('2012-06-01t08:30z')?.zone).toBe('Z');
});

test('without a time the zone is left out, and without a date everything', () => {
	expect(joinDateTime({ date: '2012-06-01', time: '', zone: 'Z' })).toBe('2012-06-01');
	expect(joinDateTime({ date: '', time: '08:30', zone: 'Z' })).toBe('');
});

test.each([
	['2012-06-01T08:30:00Z', true],
	['2012-06-01T08:30-04:00', true],
	['2012-06-01', false],
	['2012-06-01T08:30:00', false],
	['2012-06-01T08:30:00-0400', false],
	['2012-06-01 08:30:00Z', false]
])('%s is complete: %s', (text, complete) => expect(isComplete(text)).toBe(complete));

test('days are added by the calendar', () => {
	const later = addTorontoDays(Date.parse('2012-03-10T09:00:00-05:00'), 90);
	expect(utc(later)).toBe('2012-06-08T13:00:00.000Z');
});

test.each([
	['2012-06-15T16:00:00Z', '2012-06-15T12:00:00'],
	['2012-12-15T17:00:00.999Z', '2012-12-15T12:00:00'],
	['2012-03-11T07:00:00Z', '2012-03-11T03:00:00']
])('at %s clocks in Toronto show %s', (instant, shown) => {
	expect(torontoTime(Date.parse(instant))).toBe(shown);
});

test.each([
	['2012-06-15T12:00:00-04:00', 7, '2012-06-08T12:00:00-04:00'],
	['2012-06-15T12:00:00-04:00', 0, '2012-06-15T00:00:00-04:00'],
	// The offset is that of the earlier day.
	['2012-03-15T12:00:00-04:00', 7, '2012-03-08T12:00:00-05:00'],
	['2012-06-15T12:00:00-04:00', 120, '2012-02-16T12:00:00-05:00'],
	// On the days the clocks change, the day began with the other offset.
	['2012-03-11T12:00:00-04:00', 0, '2012-03-11T00:00:00-05:00'],
	['2012-11-04T12:00:00-05:00', 0, '2012-11-04T00:00:00-04:00'],
	// Just after midnight UTC it is still the day before.
	['2012-06-16T03:59:59Z', 0, '2012-06-15T00:00:00-04:00'],
	// A time that clocks skipped counts on from the jump.
	['2012-03-18T02:30:00-04:00', 7, '2012-03-11T03:30:00-04:00']
])('%s, %i days before: %s', (instant, days, before) => {
	expect(daysBefore(Date.parse(instant), days)).toBe(before);
});

test.each([
	['2012-06-15T12:00:00', '-04:00'],
	['2012-01-15', '-05:00'],
	['2012-11-04T00:00:00', '-04:00'],
	['2012-11-04T23:59:59', '-05:00'],
	['noon', '']
])('at %s Toronto has the zone %j', (local, zone) => expect(torontoZone(local)).toBe(zone));

test('a day is that of Toronto', () => {
	expect(torontoDay(Date.parse('2012-06-16T03:59:59Z'))).toBe('15 June 2012');
	expect(torontoDay(Date.parse('2012-12-01T05:00:00Z'))).toBe('1 December 2012');
});
