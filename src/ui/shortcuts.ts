// The page's keyboard shortcuts. They avoid what browsers, screen readers and other keyboard
// layouts need: no single letters, no Alt, no digits.

/** An action that has a shortcut in the whole page. */
export type ShortcutName = 'find' | 'send' | 'cancel' | 'present';

/** A keyboard shortcut and what it does. */
export interface Shortcut {
	/** The action that the page dispatches; absent for shortcuts that a part of the page handles. */
	name?: ShortcutName;
	/** The key combinations, each as keys to hold together; `Mod` is ⌘ on a Mac, otherwise Ctrl. */
	chords: readonly (readonly string[])[];
	words: string;
}

/** All shortcuts, grouped by where they work. */
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

/** Returns the keys of a page-wide shortcut as labelled on the keyboard. */
export function shortcutKeys(name: ShortcutName, mac = isMac()): string[] {
	const shortcuts = SHORTCUTS.flatMap(({ shortcuts }) => shortcuts);
	return keyCaps(shortcuts.find((shortcut) => shortcut.name === name)?.chords[0] ?? [], mac);
}

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

/**
 * Whether an input method is active, so that keys belong to it. Safari marks its last key by code
 * 229.
 */
export const isComposing = ({ isComposing, keyCode }: Pick<KeyPress, 'isComposing' | 'keyCode'>) =>
	isComposing || keyCode === 229;

/** Returns the key's letter if it is Latin, otherwise the letter of its position. */
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

/** Selects what handles Escape itself. */
const WANTS_ESCAPE = '[popover], [role=listbox], [type=search]';

/** Whether an event target is inside an element that matches the selector. */
const isWithin = (target: EventTarget | null, selector: string) =>
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
