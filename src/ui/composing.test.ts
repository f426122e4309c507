import { expect, test } from 'vitest';
import { isComposing, isEnter } from './composing';

const press = (key: string, keyCode: number, isComposing = false) => ({
	key,
	keyCode,
	isComposing
});

test('an Enter acts', () => {
	expect(isEnter(press('Enter', 13))).toBe(true);
	expect(isComposing(press('Enter', 13))).toBe(false);
});

test.each([
	['Chromium and Firefox, by their flag', press('Enter', 229, true)],
	['Firefox, by its flag alone', press('Enter', 13, true)],
	['Safari, by the key code alone', press('Enter', 229)]
])('an Enter that ends a composition does not: %s', (_, event) => {
	expect(isEnter(event)).toBe(false);
	expect(isComposing(event)).toBe(true);
});

test('no other key is an Enter', () => {
	expect(isEnter(press('a', 65))).toBe(false);
	expect(isEnter(press('Process', 229))).toBe(false);
});
