import { expect, test } from 'vitest';
import { scrollTo, windowOf } from './window';

test('a short list is drawn whole', () => {
	expect(windowOf(0, 0, 300, 30)).toEqual({ from: 0, to: 0 });
	expect(windowOf(200, 900, 300, 30)).toEqual({ from: 0, to: 200 });
});

test('of a long list the rows in view are drawn, and twelve on either side', () => {
	expect(windowOf(10_000, 0, 300, 30)).toEqual({ from: 0, to: 22 });
	expect(windowOf(10_000, 3000, 300, 30)).toEqual({ from: 88, to: 122 });
	expect(windowOf(10_000, 299_700, 300, 30)).toEqual({ from: 9978, to: 10_000 });
	// Scrolled further than a list that has become shorter.
	expect(windowOf(201, 299_700, 300, 30)).toEqual({ from: 200, to: 201 });
});

test('a row in view stays where it is; another is brought just into view', () => {
	const view = { scrollTop: 300, clientHeight: 300 };
	expect(scrollTo(10, 30, view)).toBeNull();
	expect(scrollTo(19, 30, view)).toBeNull();
	expect(scrollTo(5, 30, view)).toBe(150);
	expect(scrollTo(20, 30, view)).toBe(330);
	expect(scrollTo(19, 30, view, 32)).toBe(332);
});
