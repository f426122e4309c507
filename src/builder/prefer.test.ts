import { expect, test } from 'vitest';
import { isDelay, readWish, writeWish } from './prefer';

test.each([
	['code=503', { code: '503', fault: '', delay: '' }],
	['fault=truncate, delay=200-800', { code: '', fault: 'truncate', delay: '200-800' }],
	['code=404, fault=html, delay=never', { code: '404', fault: 'html', delay: 'never' }],
	['', { code: '', fault: '', delay: '' }]
])('%s is read, and written again', (header, wish) => {
	expect(readWish(header)).toEqual(wish);
	expect(writeWish(wish)).toBe(header);
});

test('no header is no wish', () => {
	expect(writeWish(readWish(null))).toBe('');
});

test.each([
	['never', true],
	['1500', true],
	['200-800', true],
	['soon', false],
	['-5', false],
	['200-', false]
])('%s as a delay: %s', (text, right) => {
	expect(isDelay(text)).toBe(right);
});
