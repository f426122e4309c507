import { expect, test } from 'vitest';
import { interpolate, interpolateValues } from './interpolate';

test.each([
	['$token', '7'],
	['$service_code', '$service_code'],
	['$constructor', '$constructor'],
	['a $token', 'a $token'],
	['$token!', '$token!']
])('%s becomes %s once a token is captured', (text, expected) => {
	expect(interpolate(text, { token: '7' })).toBe(expected);
});

test('a repeated argument is not interpolated', () => {
	expect(interpolateValues({ token: '$token', ids: ['$token'] }, { token: '7' })).toEqual({
		token: '7',
		ids: ['$token']
	});
});
