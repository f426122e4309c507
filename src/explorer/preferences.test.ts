import { expect, test } from 'vitest';
import { CLOCK_START, clockOf, later, parsePrefer, writePrefer } from './preferences';

test('preferences are read and written again', () => {
	const header = 'code=503, fault=html, delay=200-800, clock=2012-06-20T12:00:00, key=required';
	expect(parsePrefer(header)).toEqual({
		code: '503',
		fault: 'html',
		delay: '200-800',
		clock: '2012-06-20T12:00:00',
		key: 'required'
	});
	expect(writePrefer(parsePrefer(header))).toBe(header);
	expect(writePrefer({ code: '', fault: '' })).toBe('');
	expect(parsePrefer(undefined)).toEqual({});
	expect(parsePrefer('code=404, code=500')).toEqual({ code: '404' });
});

test('the clock goes forward from noon on 15 June 2012', () => {
	expect(CLOCK_START).toBe('2012-06-15T12:00:00');
	expect(later(CLOCK_START, 1)).toBe('2012-06-15T13:00:00');
	expect(later(CLOCK_START, 24 * 30)).toBe('2012-07-15T12:00:00');
	expect(clockOf({})).toBe(CLOCK_START);
	expect(clockOf({ clock: '+5d' })).toBe('2012-06-20T12:00:00');
	expect(clockOf({ clock: '+36h' })).toBe('2012-06-17T00:00:00');
	expect(clockOf({ clock: '2012-06-20T09:30:00-04:00' })).toBe('2012-06-20T09:30:00');
	expect(clockOf({ clock: '2011-06-20T09:30:00' })).toBe(CLOCK_START);
	expect(clockOf({ clock: 'noon' })).toBe(CLOCK_START);
});
