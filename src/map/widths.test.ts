import { expect, it } from 'vitest';
import { atZoom, WIDTHS } from './widths.ts';

it('has the value of a stop at its zoom, and of the last beyond', () => {
	expect(atZoom(WIDTHS.boundary, 9)).toBe(1);
	expect(atZoom(WIDTHS.boundary, 14)).toBe(2);
	expect(atZoom(WIDTHS.boundary, 4)).toBe(1);
	expect(atZoom(WIDTHS.boundary, 17)).toBe(2);
	expect(atZoom(WIDTHS.minor, 14)).toBe(5);
});

it('grows between stops, slower at first', () => {
	const middle = atZoom([9, 0, 11, 1], 10);
	// (1.4 - 1) / (1.4² - 1)
	expect(middle).toBeCloseTo(0.41667, 5);
});
