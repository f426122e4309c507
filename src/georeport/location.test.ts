import { expect, test } from 'vitest';
import { decimalOf, isSameNumber, locationOf } from './location';

test.each([
	['1.10', '1.1'],
	['1e3', '1000'],
	['-0', '0'],
	['0.00', '0e5'],
	['+5', '5'],
	['.5', '5E-1'],
	['12345678901234567890', '1.234567890123456789e19']
])('%s and %s are one number', (one, other) => expect(isSameNumber(one, other)).toBe(true));

test.each([
	['12345678901234567890', '12345678901234567891'],
	['1e400', '1e401'],
	['1', '-1'],
	['', '0'],
	['0x10', '16'],
	['NaN', 'NaN']
])('%s and %s are not', (one, other) => expect(isSameNumber(one, other)).toBe(false));

test('a number is in decimal digits, and no more than a number can be', () => {
	expect(['43.65', '-79', '1e1', '', 'NaN', '0x10', '1e400', '43,65'].map(decimalOf)).toEqual([
		43.65,
		-79,
		10,
		null,
		null,
		null,
		null,
		null
	]);
});

test('a location lies between the poles and around the earth once', () => {
	expect(locationOf({ lat: 90, long: -180 })).toEqual({ lat: 90, long: -180 });
	for (const [lat, long] of [
		[90.1, 0],
		[0, 180.1],
		[884936, 1004398],
		[NaN, 0],
		[null, 0],
		[0, null]
	] as const) {
		expect(locationOf({ lat, long })).toBeNull();
	}
});
