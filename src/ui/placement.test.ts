import { describe, expect, test } from 'vitest';
import { placeBeside } from './placement';

const view = { width: 1280, height: 720 };
const panel = { width: 300, height: 200 };

describe('a panel beside its button', () => {
	test('stands below, starting where the button starts', () => {
		const anchor = { left: 100, top: 10, width: 80, height: 28 };
		expect(placeBeside(anchor, panel, view, 'start')).toEqual({
			left: 100,
			top: 42,
			maxHeight: 670
		});
	});

	test('or ending where it ends', () => {
		const anchor = { left: 1000, top: 10, width: 80, height: 28 };
		expect(placeBeside(anchor, panel, view, 'end').left).toBe(780);
	});

	test('moves in from the right edge of the window', () => {
		const anchor = { left: 1200, top: 10, width: 70, height: 28 };
		expect(placeBeside(anchor, panel, view, 'start').left).toBe(972);
	});

	test('moves in from the left edge', () => {
		const anchor = { left: 20, top: 10, width: 70, height: 28 };
		expect(placeBeside(anchor, panel, view, 'end').left).toBe(8);
	});

	test('stands above where there is no room below', () => {
		const anchor = { left: 100, top: 680, width: 80, height: 28 };
		expect(placeBeside(anchor, panel, view, 'start')).toEqual({
			left: 100,
			top: 476,
			maxHeight: 668
		});
	});

	test('stays below where there is too little room on either side, but more below', () => {
		const anchor = { left: 100, top: 100, width: 80, height: 28 };
		const placement = placeBeside(anchor, { width: 300, height: 900 }, view, 'start');
		expect(placement).toEqual({ left: 100, top: 132, maxHeight: 580 });
	});

	test('keeps its left edge in sight in a window that is narrower', () => {
		const anchor = { left: 100, top: 10, width: 80, height: 28 };
		const placement = placeBeside(anchor, panel, { width: 250, height: 400 }, 'end');
		expect(placement.left).toBe(8);
	});

	test('has no height below zero where the button fills the window', () => {
		const anchor = { left: 0, top: 0, width: 100, height: 100 };
		const placement = placeBeside(anchor, panel, { width: 100, height: 100 }, 'start');
		expect(placement.maxHeight).toBe(0);
	});
});
