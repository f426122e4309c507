import { describe, expect, test } from 'vitest';
import { isMac, shortcutKeys, pressed, shortcutOf, type KeyPress } from './shortcuts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
	key,
	code: '',
	keyCode: 0,
	ctrlKey: false,
	metaKey: false,
	altKey: false,
	shiftKey: false,
	repeat: false,
	isComposing: false,
	defaultPrevented: false,
	target: null,
	...more
});
const ctrl = { ctrlKey: true };
const meta = { metaKey: true };

/** A target inside an element that matches one of the selectors. */
const inside = (name: string) =>
	Object.assign(new EventTarget(), {
		closest: (selector: string) => (selector.split(', ').includes(name) ? {} : null)
	});

describe('not on a Mac', () => {
	test('Ctrl+K finds, Ctrl+Enter sends, Escape cancels', () => {
		expect(shortcutOf(press('k', ctrl), false)).toBe('find');
		expect(shortcutOf(press('K', ctrl), false)).toBe('find');
		expect(shortcutOf(press('Enter', ctrl), false)).toBe('send');
		expect(shortcutOf(press('Escape'), false)).toBe('cancel');
	});

	test('the Windows key does nothing', () => {
		expect(shortcutOf(press('k', meta), false)).toBeNull();
		expect(shortcutOf(press('Enter', { ...ctrl, ...meta }), false)).toBeNull();
	});
});

describe('on a Mac', () => {
	test('⌘K finds and ⌘Enter sends', () => {
		expect(shortcutOf(press('k', meta), true)).toBe('find');
		expect(shortcutOf(press('Enter', meta), true)).toBe('send');
	});

	test('Ctrl+K still deletes to the end of the line', () => {
		expect(shortcutOf(press('k', ctrl), true)).toBeNull();
	});
});

test('keys without Ctrl, and the browser’s own shortcuts, do nothing', () => {
	for (const key of ['k', 'Enter', 'F3', 'ArrowDown', ' ']) {
		expect(shortcutOf(press(key), false)).toBeNull();
	}
	for (const key of ['1', '9', 'f', 'l', 't', 'w']) {
		expect(shortcutOf(press(key, ctrl), false)).toBeNull();
	}
});

test('another modifier makes it a different shortcut', () => {
	for (const more of [{ shiftKey: true }, { altKey: true }]) {
		expect(shortcutOf(press('k', { ...ctrl, ...more }), false)).toBeNull();
		expect(shortcutOf(press('Enter', { ...meta, ...more }), true)).toBeNull();
		expect(shortcutOf(press('Escape', more), false)).toBeNull();
	}
	expect(shortcutOf(press('Escape', ctrl), false)).toBeNull();
});

test('on a keyboard without Latin letters, the key in the place of K counts', () => {
	expect(shortcutOf(press('л', { ...ctrl, code: 'KeyK' }), false)).toBe('find');
	expect(shortcutOf(press('t', { ...ctrl, code: 'KeyK' }), false)).toBeNull();
});

test('keys of an input method are ignored', () => {
	expect(shortcutOf(press('Escape', { isComposing: true }), false)).toBeNull();
	expect(shortcutOf(press('Enter', { ...ctrl, isComposing: true }), false)).toBeNull();
	expect(shortcutOf(press('Escape', { keyCode: 229 }), false)).toBeNull();
});

test('a press that was handled already, or a repeated one, is ignored', () => {
	expect(shortcutOf(press('Enter', { ...ctrl, defaultPrevented: true }), false)).toBeNull();
	expect(shortcutOf(press('Enter', { ...ctrl, repeat: true }), false)).toBeNull();
});

test('keys in a dialog are ignored', () => {
	const target = inside('dialog');
	expect(shortcutOf(press('Escape', { target }), false)).toBeNull();
	expect(shortcutOf(press('Enter', { ...ctrl, target }), false)).toBeNull();
	expect(shortcutOf(press('k', { ...ctrl, target }), false)).toBeNull();
	expect(pressed(press('k', { ...ctrl, target }), false)).toBe('find');
});

test.each(['[popover]', '[popovertarget][aria-expanded=true]', '[role=listbox]', '[type=search]'])(
	'%s keeps its Escape',
	(name) => {
		const target = inside(name);
		expect(shortcutOf(press('Escape', { target }), false)).toBeNull();
		expect(shortcutOf(press('Enter', { ...ctrl, target }), false)).toBe('send');
	}
);

test('a Mac is recognised by either property of the browser', () => {
	expect(isMac({ userAgentData: { platform: 'macOS' } })).toBe(true);
	expect(isMac({ platform: 'MacIntel' })).toBe(true);
	expect(isMac({ platform: 'iPhone' })).toBe(true);
	expect(isMac({ userAgentData: { platform: '' }, platform: 'MacIntel' })).toBe(true);
	expect(isMac({ userAgentData: { platform: 'Windows' }, platform: 'Win32' })).toBe(false);
	expect(isMac({ platform: 'Linux x86_64' })).toBe(false);
	expect(isMac({})).toBe(false);
});

test('keys have the names on the keyboard', () => {
	expect(shortcutKeys('find', true)).toEqual(['⌘', 'K']);
	expect(shortcutKeys('send', false)).toEqual(['Ctrl', 'Enter']);
	expect(shortcutKeys('cancel', true)).toEqual(['Esc']);
});
