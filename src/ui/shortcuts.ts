// The keys of the page. None that a browser, a screen reader or another keyboard layout needs: no
// single letters, no Alt, no digits.

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

/** What a browser tells of its device; both are missing in some. */
interface Device {
	userAgentData?: { platform?: string };
	platform?: string;
}

/** Whether the keyboard is Apple's, with ⌘ where others have Ctrl; false if nothing tells. */
export function isMac(device: Device = globalThis.navigator ?? {}): boolean {
	return /^(mac|iphone|ipad)/i.test(device.userAgentData?.platform || device.platform || '');
}

/** The keys of a chord as they are written on the keyboard. */
export const keyCaps = (chord: readonly string[], mac = isMac()): string[] =>
	chord.map((key) => (key === 'Mod' ? (mac ? '⌘' : 'Ctrl') : key));

/** The keys of a shortcut of the whole page, as they are written on the keyboard. */
export const shortcutKeys = (name: ShortcutName, mac = isMac()): string[] =>
	keyCaps(CHORDS[name], mac);

/** What is asked of a key press. */
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
 * The shortcut that was pressed, wherever the focus is; null for any other press, for a key held
 * down, for one that was dealt with and while an input method is at work.
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

/** What makes the page behind it wait. */
const MODAL = 'dialog';

/** What has a use of its own for Escape. */
const WANTS_ESCAPE =
	'[popover], [popovertarget][aria-expanded=true], [role=listbox], [type=search]';

/** Whether a press came from inside what a selector describes. */
const isWithin = (target: EventTarget | null, selector: string) =>
	target !== null &&
	'closest' in target &&
	typeof target.closest === 'function' &&
	Boolean(target.closest(selector));

/**
 * The shortcut that the page should follow: what was `pressed`, unless a dialog is open around the
 * focus, or the press is an Escape that something nearer has a use for.
 */
export function shortcutOf(event: KeyPress, mac = isMac()): ShortcutName | null {
	const name = pressed(event, mac);
	if (name === null || isWithin(event.target, MODAL)) return null;
	return name === 'cancel' && isWithin(event.target, WANTS_ESCAPE) ? null : name;
}
