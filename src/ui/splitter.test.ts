import { describe, expect, test } from 'vitest';
import { widthAfterKey, widthAfterMove } from './splitter';

const request = { value: 308, min: 280, max: 600 };
const map = { value: 316, min: 280, max: 600, after: true };

describe('the line between two columns', () => {
	test.each([
		['ArrowRight', 324],
		['ArrowLeft', 292],
		['Home', 280],
		['End', 600]
	])('%s sets the column before it to %i', (key, width) => {
		expect(widthAfterKey(request, key)).toBe(width);
	});

	test.each([
		['ArrowRight', 300],
		['ArrowLeft', 332],
		['Home', 280],
		['End', 600]
	])('%s sets the column after it to %i', (key, width) => {
		expect(widthAfterKey(map, key)).toBe(width);
	});

	test('stops at the limits', () => {
		expect(widthAfterKey({ ...request, value: 285 }, 'ArrowLeft')).toBe(280);
		expect(widthAfterKey({ ...request, value: 590 }, 'ArrowRight')).toBe(600);
		expect(widthAfterMove(request, -1000)).toBe(280);
		expect(widthAfterMove(map, -1000)).toBe(600);
	});

	test('keeps the least width where a narrow window leaves less than that', () => {
		expect(widthAfterMove({ value: 300, min: 280, max: 200 }, 10)).toBe(280);
	});

	test('gives whole pixels', () => {
		expect(widthAfterMove(request, 10.4)).toBe(318);
	});

	test.each(['ArrowUp', 'ArrowDown', 'Enter', 'a'])('leaves %s alone', (key) => {
		expect(widthAfterKey(request, key)).toBeNull();
	});
});
