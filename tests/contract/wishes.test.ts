import { expect, test } from 'vitest';
import { wishesOf } from '../../mocks/api/preferences';
import {
	clockOf,
	FAULTS,
	isDelay,
	later,
	readWishes,
	START,
	WAITS,
	writeWishes
} from '../../src/console/preferences';

test('wishes are read and written again', () => {
	const header = 'code=503, fault=html, delay=200-800, clock=2012-06-20T12:00:00, key=required';
	expect(readWishes(header)).toEqual({
		code: '503',
		fault: 'html',
		delay: '200-800',
		clock: '2012-06-20T12:00:00',
		key: 'required'
	});
	expect(writeWishes(readWishes(header))).toBe(header);
	expect(writeWishes({ code: '', fault: '' })).toBe('');
	expect(readWishes(undefined)).toEqual({});
	expect(readWishes('code=404, code=500')).toEqual({ code: '404' });
});

test.each(['1500', '0', '200-800', 'never'])('%s is a delay', (text) => {
	expect(isDelay(text)).toBe(true);
	expect(wishesOf(`delay=${text}`).delay).not.toBe(null);
});

test.each(['', 'soon', '1.5', '800-200', '-1', '1-2-3'])('%s is none', (text) => {
	expect(isDelay(text)).toBe(false);
	if (text !== '1.5' && text !== '1-2-3') expect(wishesOf(`delay=${text}`).delay).toBe(null);
});

test('the mock-up understands all that can be chosen', () => {
	for (const [fault] of FAULTS) expect(wishesOf(`fault=${fault}`).fault).toBe(fault);
	const hours = WAITS.map(([wait]) => wishesOf(`pending=${wait}`).pending / 3_600_000);
	expect(hours).toEqual([1, 24, 168]);
});

test('the clock goes forward from noon on 15 June 2012', () => {
	expect(later(START, 1)).toBe('2012-06-15T13:00:00');
	expect(later(START, 24 * 30)).toBe('2012-07-15T12:00:00');
	expect(clockOf({})).toBe(START);
	expect(clockOf({ clock: '+5d' })).toBe('2012-06-20T12:00:00');
	expect(clockOf({ clock: '+36h' })).toBe('2012-06-17T00:00:00');
	expect(clockOf({ clock: '2012-06-20T09:30:00-04:00' })).toBe('2012-06-20T09:30:00');
	expect(clockOf({ clock: '2011-06-20T09:30:00' })).toBe(START);
	expect(clockOf({ clock: 'noon' })).toBe(START);
});
