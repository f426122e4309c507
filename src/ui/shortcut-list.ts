// The keys of the page in words, for the list of them.
import { CHORDS } from './shortcuts';

/** Some keys and what they do. */
export interface Shortcut {
	/** The keys that do it, each with those held at the same time. */
	chords: readonly (readonly string[])[];
	words: string;
}

/** All shortcuts, by the place where they work. */
export const SHORTCUTS: readonly { where: string; shortcuts: readonly Shortcut[] }[] = [
	{
		where: 'Everywhere',
		shortcuts: [
			{ chords: [CHORDS.find], words: 'Find a method, test case, place or action' },
			{ chords: [CHORDS.send], words: 'Send the request' },
			{ chords: [CHORDS.cancel], words: 'Cancel the request under way' },
			{ chords: [CHORDS.present], words: 'Show the stage, or leave it' }
		]
	},
	{
		where: 'On the stage',
		shortcuts: [
			{ chords: [['1'], ['2'], ['3']], words: 'Show the request, the answer or the map' },
			{
				chords: [['←'], ['→'], ['Page Up'], ['Page Down']],
				words: 'Go to the step before or after; without a lesson, to the scene'
			},
			{ chords: [['Q']], words: 'Show the QR code over all' },
			{ chords: [['Esc']], words: 'Close what is open, then leave' }
		]
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
		where: 'On the lines between columns',
		shortcuts: [
			{ chords: [['←'], ['→']], words: 'Move the line' },
			{ chords: [['Home'], ['End']], words: 'Make the column as narrow or wide as it goes' }
		]
	},
	{
		where: 'In menus and lists of the header',
		shortcuts: [
			{ chords: [['↑'], ['↓']], words: 'Go to the item before or after' },
			{ chords: [['Esc']], words: 'Close it' }
		]
	}
];
