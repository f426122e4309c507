// The page's keyboard shortcuts. They avoid what browsers, screen readers and other keyboard
// layouts need: no single letters, no Alt, no digits.

import { isComposing } from './composing';

/** What the whole page does by keyboard. */
export type ShortcutName = 'find' | 'send' | 'cancel' | 'present';

/** The keys of each shortcut, those held at the same time together; `Mod` is ⌘ on a Mac, else Ctrl. */
export const CHORDS: Readonly<Record<ShortcutName, readonly string[]>> = {
	find: ['Mod', 'K'],
	send: ['Mod', 'Enter'],
	cancel: ['Esc'],
	present: ['F8']
};

/** The platform as browsers report it; some lack one or both. */
interface Device {
	userAgentData?: { platform?: string };
	platform?: string;
}

/** Whether the keyboard is Apple's, with ⌘ in place of Ctrl; false if the browser does not say. */
export function isMac(device: Device = globalThis.navigator ?? {}): boolean {
	return /^(mac|iphone|ipad)/i.test(device.userAgentData?.platform || device.platform || '');
}

/** Returns the keys of a chord as labelled on the keyboard. */
export const keyCaps = (chord: readonly string[], mac = isMac()): string[] =>
	chord.map((key) => (key === 'Mod' ? (mac ? '⌘' : 'Ctrl') : key));

/** The keys of a shortcut of the whole page, as they are written on the keyboard. */
export const shortcutKeys = (name: ShortcutName, mac = isMac()): string[] =>
	keyCaps(CHORDS[name], mac);

/** The part of a keyboard event that is used. */
export type KeyPress = Pick<
	KeyboardEvent,
	| 'key'
	| 'code'
	| 'keyCode'
	| 'ctrlKey'
	| 'metaKey'
	| 'altKey'
	| 'shiftKey'
	| 'repeat'
	| 'isComposing'
	| 'defaultPrevented'
	| 'target'
>;

/** What a key says where its letters are Latin, else what stands in its place there. */
const letterOf = ({ key, code }: KeyPress) =>
	/^[ -~]+$/.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase();

/**
 * Returns the shortcut that was pressed, wherever the focus is. Null for any other key, for a
 * repeated or handled event, and while an input method is active.
 */
export function pressed(event: KeyPress, mac = isMac()): ShortcutName | null {
	if (event.defaultPrevented || event.repeat || isComposing(event)) return null;
	if (event.altKey || event.shiftKey) return null;
	if (event.key === 'Escape') return event.ctrlKey || event.metaKey ? null : 'cancel';
	if (event.key === 'F8') return event.ctrlKey || event.metaKey ? null : 'present';
	const mod = mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
	if (!mod) return null;
	if (event.key === 'Enter') return 'send';
	return letterOf(event) === 'k' ? 'find' : null;
}

/** Selects what makes the rest of the page inert. */
const MODAL = 'dialog';

/** What has a use of its own for Escape. */
const WANTS_ESCAPE =
	'[popover], [popovertarget][aria-expanded=true], [role=listbox], [type=search]';

/** Whether an event target is inside an element that matches the selector. */
export const isWithin = (target: EventTarget | null, selector: string) =>
	target !== null &&
	'closest' in target &&
	typeof target.closest === 'function' &&
	Boolean(target.closest(selector));

/**
 * Returns the shortcut that the page should act on: the one `pressed`, unless the focus is in a
 * dialog, or it is Escape and the focus is in something that handles Escape itself.
 */
export function shortcutOf(event: KeyPress, mac = isMac()): ShortcutName | null {
	const name = pressed(event, mac);
	if (name === null || isWithin(event.target, MODAL)) return null;
	return name === 'cancel' && isWithin(event.target, WANTS_ESCAPE) ? null : name;
}
