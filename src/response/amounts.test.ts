import { expect, test } from 'vitest';
import { sizeOf, spokenTimeOf, timeOf } from './amounts';

test('durations and sizes have three figures and a unit', () => {
	expect([0.2, 12.4, 999.4, 1500].map(timeOf)).toEqual(['1 ms', '12 ms', '999 ms', '1.5 s']);
	expect([0.2, 12, 1500].map(spokenTimeOf)).toEqual([
		'1 millisecond',
		'12 milliseconds',
		'1.5 seconds'
	]);
	expect([0, 171, 8_412, 999_999, 4_300_000].map(sizeOf)).toEqual([
		'0 B',
		'171 B',
		'8.4 kB',
		'1.0 MB',
		'4.3 MB'
	]);
});
