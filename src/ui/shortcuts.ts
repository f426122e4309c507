// The keys of the page. None that a browser, a screen reader or another keyboard layout needs: no
// single letters, no Alt, no digits.

import { isComposing } from './composing';

/** What the whole page does by keyboard. */
export type ShortcutName = 'find' | 'send' | 'cancel' | 'present';

/** Some keys and what they do. */
export interface Shortcut {
	/** The name under which the page dispatches it; none for what a part of the page does itself. */
	name?: ShortcutName;
	/** The keys that do it, each with those held at the same time; `Mod` is ⌘ on a Mac, else Ctrl. */
	chords: readonly (readonly string[])[];
	words: string;
}

/** All shortcuts, by the place where they work. */
export const SHORTCUTS: readonly { where: string; shortcuts: readonly Shortcut[] }[] = [
	{
		where: 'Everywhere',
		shortcuts: [
			{ name: 'find', chords: [['Mod', 'K']], words: 'Find a method, test case, place or action' },
			{ name: 'send', chords: [['Mod', 'Enter']], words: 'Send the request' },
			{ name: 'cancel', chords: [['Esc']], words: 'Give up the answer that is awaited' },
			{ name: 'present', chords: [['F8']], words: 'Begin or end presenter mode' }
		]
	},
	{
		where: 'In presenter mode, during a lesson',
		shortcuts: [{ chords: [['Page Up'], ['Page Down']], words: 'Go to the step before or after' }]
	},
	{
		where: 'In the address line',
		shortcuts: [
			{ chords: [['Enter']], words: 'Send the request' },
			{ chords: [['Esc']], words: 'Undo what was typed' }
		]
	},
	{
		where: 'In the text of the answer',
		shortcuts: [
			{ chords: [['Mod', 'F']], words: 'Search in it' },
			{ chords: [['Esc']], words: 'Close the search' }
		]
	},
	{
		where: 'In the list of service requests',
		shortcuts: [
			{ chords: [['↑'], ['↓']], words: 'Choose the one before or after' },
			{ chords: [['Page Up'], ['Page Down']], words: 'Go ten up or down' },
			{ chords: [['Home'], ['End']], words: 'Choose the first or last' },
			{ chords: [['Esc']], words: 'Choose none' }
		]
	},
	{
		where: 'On the map',
		shortcuts: [
			{ chords: [['+'], ['−']], words: 'Zoom in or out' },
			{ chords: [['←'], ['→'], ['↑'], ['↓']], words: 'Move it' }
		]
	},
	{
		where: 'On tabs',
		shortcuts: [
			{ chords: [['←'], ['→']], words: 'Show the tab before or after' },
			{ chords: [['Home'], ['End']], words: 'Show the first or last tab' }
		]
	},
	{
		where: 'On the bars between panes',
		shortcuts: [
			{ chords: [['←'], ['→'], ['↑'], ['↓']], words: 'Move the bar' },
			{ chords: [['Home'], ['End']], words: 'Make the pane as small or large as it goes' }
		]
	}
];

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
export function shortcutKeys(name: ShortcutName, mac = isMac()): string[] {
	const shortcuts = SHORTCUTS.flatMap(({ shortcuts }) => shortcuts);
	return keyCaps(shortcuts.find((shortcut) => shortcut.name === name)?.chords[0] ?? [], mac);
}

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
