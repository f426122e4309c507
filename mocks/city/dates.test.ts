import { describe, expect, it } from 'vitest';
import { addDays, formatToronto, readDateTime, startOfMinute, torontoDate, weekday } from './dates';

const utc = (text: string) => {
	const epochMs = readDateTime(text);
	return epochMs === null ? null : new Date(epochMs).toISOString().replace('.000Z', 'Z');
};

describe('parseDateTime', () => {
	it.each([
		['2012-02-01T00:00:00Z', '2012-02-01T00:00:00Z'],
		['2012-02-01t00:00:00z', '2012-02-01T00:00:00Z'],
		['2012-02-01T00:00:00.000Z', '2012-02-01T00:00:00Z'],
		['2012-02-01T00:00:00.123456-05:00', '2012-02-01T05:00:00Z'],
		['2012-02-01T00:00:00+02:00', '2012-01-31T22:00:00Z'],
		['2012-02-01T00:00:00 02:00', '2012-01-31T22:00:00Z'],
		['2012-02-01 00:00:00 0200', '2012-01-31T22:00:00Z'],
		['2012-06-01T00:00:00-0400', '2012-06-01T04:00:00Z'],
		['2012-06-01T00:00:00-04', '2012-06-01T04:00:00Z'],
		['2012-06-01T08:30Z', '2012-06-01T08:30:00Z'],
		['2012-06-01T08:30-04:00', '2012-06-01T12:30:00Z'],
		['2012-06-01 08:30', '2012-06-01T12:30:00Z'],
		['2012-06-01T08:30:15', '2012-06-01T12:30:15Z'],
		['2012-01-01T08:30:15', '2012-01-01T13:30:15Z'],
		['2012-02-29', '2012-02-29T05:00:00Z'],
		['0099-06-01T00:00:00Z', '0099-06-01T00:00:00Z'],
		['9999-12-31T23:59:59Z', '9999-12-31T23:59:59Z']
	])('reads %s', (text, instant) => expect(utc(text)).toBe(instant));

	it.each([
		['2012-06-15', '2012-06-15T00:00:00-04:00', '2012-06-15T23:59:59-04:00'],
		['2012-03-11', '2012-03-11T00:00:00-05:00', '2012-03-11T23:59:59-04:00'],
		['2012-11-04', '2012-11-04T00:00:00-04:00', '2012-11-04T23:59:59-05:00'],
		['2012-12-31', '2012-12-31T00:00:00-05:00', '2012-12-31T23:59:59-05:00']
	])('takes %s as a whole day of Toronto', (day, first, last) => {
		expect(formatToronto(readDateTime(day, 'start') ?? NaN)).toBe(first);
		expect(formatToronto(readDateTime(day, 'end') ?? NaN)).toBe(last);
	});

	it('applies start and end to bare dates only', () => {
		const text = '2012-06-15T00:00:00-04:00';
		expect(readDateTime(text, 'end')).toBe(readDateTime(text, 'start'));
	});

	it('decides for the hour that is skipped and the hour that comes twice', () => {
		expect(utc('2012-03-11T02:30:00')).toBe('2012-03-11T07:30:00Z');
		expect(utc('2012-03-11T03:30:00')).toBe('2012-03-11T07:30:00Z');
		expect(utc('2012-11-04T01:30:00')).toBe('2012-11-04T05:30:00Z');
		expect(utc('2012-11-04T02:30:00')).toBe('2012-11-04T07:30:00Z');
	});

	it.each([
		'',
		' ',
		'yesterday',
		'2012',
		'2012-06',
		'2012-6-1',
		'20120601',
		'2012-02-30',
		'2011-02-29',
		'2012-13-01',
		'2012-00-01',
		'2012-01-00',
		'0000-01-01',
		'10000-01-01T00:00:00Z',
		'-001-01-01',
		'2012-02-01T25:00:00Z',
		'2012-02-01T24:00:00Z',
		'2012-02-01T00:60:00Z',
		'2012-02-01T00:00:60Z',
		'2012-02-01T00Z',
		'2012-02-01T',
		'2012-02-01Z',
		'2012-02-01T00:00:00+15:00',
		'2012-02-01T00:00:00+02:60',
		'2012-02-01T00:00:00+2',
		'2012-02-01T00:00:00.Z',
		'2012-02-01T00:00:00 EST',
		' 2012-02-01',
		'2012-02-01\n',
		'1328054400'
	])('returns null for %j', (text) => {
		expect(readDateTime(text)).toBeNull();
		expect(readDateTime(text, 'end')).toBeNull();
	});
});

describe('formatToronto', () => {
	it.each([
		['2012-06-14T12:12:44Z', '2012-06-14T08:12:44-04:00'],
		['2012-01-14T12:12:44.999Z', '2012-01-14T07:12:44-05:00'],
		['2012-03-11T06:59:59Z', '2012-03-11T01:59:59-05:00'],
		['2012-03-11T07:00:00Z', '2012-03-11T03:00:00-04:00'],
		['2012-11-04T05:30:00Z', '2012-11-04T01:30:00-04:00'],
		['2012-11-04T06:30:00Z', '2012-11-04T01:30:00-05:00'],
		['2013-01-01T04:30:00Z', '2012-12-31T23:30:00-05:00']
	])('prints %s as %s', (instant, text) => {
		expect(formatToronto(Date.parse(instant))).toBe(text);
		expect(readDateTime(text)).toBe(Math.floor(Date.parse(instant) / 1000) * 1000);
	});

	it('prints 3,000 dates in well under a second', () => {
		const start = performance.now();
		for (let hour = 0; hour < 3000; hour += 1) formatToronto(hour * 3_600_000);
		expect(performance.now() - start).toBeLessThan(500);
	});
});

describe('days', () => {
	const days = (from: string, count: number) =>
		formatToronto(addDays(readDateTime(from) ?? NaN, count));

	it('keeps the wall-clock time across a change of offset', () => {
		expect(days('2012-03-10T18:44:03', 5)).toBe('2012-03-15T18:44:03-04:00');
		expect(days('2012-11-01T09:00:00', 5)).toBe('2012-11-06T09:00:00-05:00');
		expect(days('2012-03-15T18:44:03', -5)).toBe('2012-03-10T18:44:03-05:00');
		expect(days('2012-05-17T13:04:00', 365)).toBe('2013-05-17T13:04:00-04:00');
	});

	it('knows date, weekday and minute of Toronto', () => {
		const lateFriday = Date.parse('2012-06-16T03:59:59.500Z');
		expect(torontoDate(lateFriday)).toBe('2012-06-15');
		expect(weekday(lateFriday)).toBe(5);
		expect(weekday(lateFriday + 500)).toBe(6);
		expect(formatToronto(startOfMinute(lateFriday))).toBe('2012-06-15T23:59:00-04:00');
	});
});
