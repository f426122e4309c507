import { expect, test, vi } from 'vitest';
import { Combobox, type ComboboxKey, type ComboboxOptions } from './combobox.svelte';
import { STEPS } from './virtual-list';

const FRUIT = ['apple', 'banana', 'cherry'];

function comboboxOf(more: Partial<ComboboxOptions<string>> = {}) {
	const onchoose = vi.fn<(option: string) => void>();
	const combobox = new Combobox<string>({
		id: 'list',
		options: () => FRUIT,
		keyOf: (option) => option,
		onchoose,
		...more
	});
	/** Presses a key and returns whether the combobox handled it. */
	const press = (key: string, held: Partial<ComboboxKey> = {}) => {
		const preventDefault = vi.fn();
		combobox.press({
			...{ key, code: key, keyCode: 0, repeat: false, isComposing: false, target: null },
			...{ ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
			...{ defaultPrevented: false, preventDefault, stopPropagation: vi.fn() },
			...held
		});
		return preventDefault.mock.calls.length > 0;
	};
	return { combobox, onchoose, press };
}

test('typing opens the list with its first option active; Enter chooses it', () => {
	const { combobox, onchoose, press } = comboboxOf();
	expect(combobox.field['aria-expanded']).toBe(false);
	expect(combobox.field['aria-activedescendant']).toBeUndefined();
	expect(combobox.list.hidden).toBe(true);
	expect(press('Enter')).toBe(false);
	combobox.restart();
	expect(combobox.field['aria-expanded']).toBe(true);
	expect(combobox.field['aria-controls']).toBe('list');
	expect(combobox.field['aria-activedescendant']).toBe('list-0');
	expect([0, 1].map((index) => combobox.option(index)['aria-selected'])).toEqual([true, false]);
	expect(press('Enter')).toBe(true);
	expect(onchoose).toHaveBeenCalledExactlyOnceWith('apple');
	expect(combobox.isOpen).toBe(false);
});

test('an arrow key opens the list; the arrow keys then move on and stop at the ends', () => {
	const { combobox, press } = comboboxOf();
	press('ArrowDown');
	expect([combobox.isOpen, combobox.at]).toEqual([true, 0]);
	for (let time = 0; time < 5; time++) press('ArrowDown');
	expect(combobox.at).toBe(2);
	for (let time = 0; time < 5; time++) press('ArrowUp');
	expect(combobox.at).toBe(0);
});

test('the arrow keys wrap around if that is asked for', () => {
	const { combobox, press } = comboboxOf({ wraps: true });
	combobox.restart();
	press('ArrowUp');
	expect(combobox.at).toBe(2);
	press('ArrowDown');
	expect(combobox.at).toBe(0);
});

test('other keys move only if that is asked for', () => {
	const { press } = comboboxOf();
	expect(press('End')).toBe(false);
	const paged = comboboxOf({ steps: STEPS, alwaysOpen: true });
	expect(paged.press('End')).toBe(true);
	expect(paged.combobox.at).toBe(2);
	expect(paged.press('Home')).toBe(true);
	expect(paged.combobox.at).toBe(0);
});

test('Escape closes the list once; one that is always open leaves Escape to others', () => {
	const { combobox, press } = comboboxOf();
	combobox.restart();
	expect(press('Escape')).toBe(true);
	expect(combobox.isOpen).toBe(false);
	expect(press('Escape')).toBe(false);
	const palette = comboboxOf({ alwaysOpen: true });
	palette.combobox.restart();
	expect(palette.press('Escape')).toBe(false);
});

test('the active option stays active when options change; if it is gone, the first becomes active', () => {
	let options = FRUIT;
	const { combobox, press } = comboboxOf({ options: () => options, alwaysOpen: true });
	press('ArrowDown');
	options = ['apricot', ...FRUIT];
	expect(combobox.at).toBe(2);
	options = ['apricot'];
	expect(combobox.at).toBe(0);
});

test('a click chooses an option; without options there is no list', () => {
	const { combobox, onchoose } = comboboxOf();
	combobox.restart();
	combobox.option(1).onclick();
	expect(onchoose).toHaveBeenCalledExactlyOnceWith('banana');
	const empty = comboboxOf({ options: () => [], alwaysOpen: true });
	expect(empty.combobox.list.hidden).toBe(true);
	expect(empty.press('ArrowDown')).toBe(false);
	expect(empty.press('Enter')).toBe(false);
});

test('keys with modifiers, and those of an input method, are ignored', () => {
	const { press } = comboboxOf({ alwaysOpen: true });
	for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { shiftKey: true }]) {
		expect(press('Enter', held)).toBe(false);
	}
	expect(press('Enter', { isComposing: true })).toBe(false);
});
