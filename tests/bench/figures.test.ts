import { expect, test } from 'vitest';
import { comparisonRows, median, spread, type Results } from './figures';

test.each([
	[[3, 1, 2], 2],
	[[4, 1, 2, 3], 2.5],
	[[1, null, null], Infinity],
	[[1, 2, null], 2],
	[[], NaN]
])('the median of %j is %d', (values, expected) => {
	expect(median(values)).toBe(expected);
});

test('a spread names the median, the least and the greatest', () => {
	expect(spread([1234.4, 2000, 1000])).toBe('1234 (1000–2000)');
	expect(spread([12.34])).toBe('12.3');
	expect(spread([1, 2, null])).toBe('2.00 (1.00–stopped)');
});

test('a comparison has what both runs measured, and new by old', () => {
	const results = (figures: Results['figures']): Results => ({
		measured: '2026-11-28T12:00:00.000Z',
		versions: {},
		figures
	});
	const old = results([
		{ name: 'reading', unit: 'ms', values: [100, 200, 300] },
		{ name: 'gone', unit: 'ms', values: [1] },
		{ name: 'stopped', unit: 'ms', values: [null] }
	]);
	const current = results([
		{ name: 'stopped', unit: 'ms', values: [5] },
		{ name: 'reading', unit: 'ms', values: [50] },
		{ name: 'new', unit: 'ms', values: [1] }
	]);
	expect(comparisonRows(old, current)).toEqual([
		['stopped, ms', 'stopped', '5.00', '–'],
		['reading, ms', '200 (100–300)', '50.0', '0.25 ×']
	]);
});
