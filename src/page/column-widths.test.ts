import { describe, expect, test } from 'vitest';
import { ColumnWidths, type ColumnRoom } from './column-widths.svelte';

const room: ColumnRoom = {
	window: 1440,
	isWide: true,
	hasLesson: false,
	takes: { nav: 'width', request: 'width', map: 'width' },
	scale: 1
};
const widthsIn = (changes: Partial<ColumnRoom> = {}) =>
	new ColumnWidths(() => ({ ...room, ...changes }));

describe('the width of a column', () => {
	test('begins with that of its window, larger where text is larger', () => {
		const wide = widthsIn();
		expect([wide.of('nav'), wide.of('request'), wide.of('map')]).toEqual([232, 368, 360]);
		const narrow = widthsIn({ window: 1280, isWide: false });
		expect([narrow.of('nav'), narrow.of('request'), narrow.of('map')]).toEqual([200, 308, 316]);
		const learning = widthsIn({ window: 1280, isWide: false, hasLesson: true });
		expect([learning.of('nav'), learning.of('request')]).toEqual([212, 308]);
		expect(widthsIn({ hasLesson: true }).of('nav')).toBe(232);
		expect(widthsIn({ scale: 1.25 }).of('request')).toBe(460);
	});

	test('stays as it was set, and another begins as before', () => {
		const widths = widthsIn();
		widths.line('map').onchange(420);
		expect([widths.of('map'), widths.of('nav')]).toEqual([420, 232]);
	});

	test('is left to the style sheet until it is another', () => {
		const widths = widthsIn();
		expect([widths.style('nav'), widths.style('map')]).toEqual([null, null]);
		widths.line('map').onchange(420);
		expect([widths.style('nav'), widths.style('map')]).toEqual([null, '420px']);
		const learning = widthsIn({ window: 1280, isWide: false, hasLesson: true });
		expect([learning.style('nav'), learning.style('request')]).toEqual(['212px', null]);
		expect(widthsIn({ window: 1000 }).style('map')).toBe('280px');
	});

	test('leaves the answer 400 px', () => {
		expect(widthsIn().line('request')).toMatchObject({ value: 368, min: 280, max: 446 });
		const folded = widthsIn({ takes: { nav: 'width', request: 'width', map: 'rail' } });
		expect(folded.line('request').max).toBe(766);
	});

	test('is what is left where the window has grown smaller, never less than its least', () => {
		const window = { window: 1240, isWide: false };
		const widths = widthsIn(window);
		widths.line('request').onchange(600);
		expect(widths.line('request')).toMatchObject({ value: 322, max: 322 });
		expect(widthsIn({ window: 1000 }).line('map')).toMatchObject({ value: 280, max: 280 });
	});
});
