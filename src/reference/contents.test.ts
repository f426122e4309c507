import { expect, test } from 'vitest';
import { lastPassed, PARTS } from './contents';

test.each([
	[[400, 900], 0],
	[[96, 900], 0],
	[[-800, 96, 97], 1],
	[[-800, -20, 97], 1],
	[[-2000, -800, -20], 2],
	[[], 0]
])('of headings at %j the last one passed is %i', (tops, at) => {
	expect(lastPassed(tops)).toBe(at);
});

test('the contents lead to every call, to the parts of each method and to the rules', () => {
	expect(PARTS.filter(({ isInner }) => !isInner).map(({ words }) => words)).toEqual([
		'Every call',
		'Service Discovery',
		'GET Service List',
		'GET Service Definition',
		'POST Service Request',
		'GET request_id from a token',
		'GET Service Requests',
		'GET Service Request',
		'What is checked'
	]);
	expect(PARTS.filter(({ method }) => method === 'requests').map(({ words }) => words)).toEqual([
		'GET Service Requests',
		'Arguments',
		'Answer: 17 fields',
		'Errors',
		'How Toronto differs'
	]);
});
