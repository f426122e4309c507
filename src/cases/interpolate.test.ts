import { expect, test } from 'vitest';
import { interpolate, interpolateExpectation, interpolateValues } from './interpolate';

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

test('what is expected of fields is interpolated, and nothing else', () => {
	const expectation = {
		status: 200,
		claims: [
			{ claim: 'every' as const, fields: { token: '$token', status: 'open', id: null } },
			{ claim: 'text' as const, format: 'xml' as const, contains: '$token' }
		]
	};
	expect(interpolateExpectation(expectation, { token: '7' })).toEqual({
		status: 200,
		claims: [
			{ claim: 'every', fields: { token: '7', status: 'open', id: null } },
			{ claim: 'text', format: 'xml', contains: '$token' }
		]
	});
});
