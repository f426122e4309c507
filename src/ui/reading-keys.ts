import {
	cursorCharLeft,
	cursorCharRight,
	cursorDocEnd,
	cursorDocStart,
	cursorGroupLeft,
	cursorGroupRight,
	cursorLineBoundaryBackward,
	cursorLineBoundaryForward,
	cursorLineBoundaryLeft,
	cursorLineBoundaryRight,
	cursorLineDown,
	cursorLineEnd,
	cursorLineStart,
	cursorLineUp,
	cursorPageDown,
	cursorPageUp,
	selectAll,
	selectCharLeft,
	selectCharRight,
	selectDocEnd,
	selectDocStart,
	selectGroupLeft,
	selectGroupRight,
	selectLineBoundaryBackward,
	selectLineBoundaryForward,
	selectLineBoundaryLeft,
	selectLineBoundaryRight,
	selectLineDown,
	selectLineEnd,
	selectLineStart,
	selectLineUp,
	selectPageDown,
	selectPageUp
} from '@codemirror/commands';
import type { Command, KeyBinding } from '@codemirror/view';

/** A key goes somewhere, and with Shift selects up to there. */
const moves = (keys: Pick<KeyBinding, 'key' | 'mac'>, run: Command, shift: Command) => ({
	...keys,
	run,
	shift,
	preventDefault: true
});

/** The keys of CodeMirror's `standardKeymap` but those that change a text. */
export const READING_KEYS: readonly KeyBinding[] = [
	moves({ key: 'ArrowLeft' }, cursorCharLeft, selectCharLeft),
	moves({ key: 'ArrowRight' }, cursorCharRight, selectCharRight),
	moves({ key: 'ArrowUp' }, cursorLineUp, selectLineUp),
	moves({ key: 'ArrowDown' }, cursorLineDown, selectLineDown),
	moves({ key: 'Mod-ArrowLeft', mac: 'Alt-ArrowLeft' }, cursorGroupLeft, selectGroupLeft),
	moves({ key: 'Mod-ArrowRight', mac: 'Alt-ArrowRight' }, cursorGroupRight, selectGroupRight),
	moves({ mac: 'Cmd-ArrowLeft' }, cursorLineBoundaryLeft, selectLineBoundaryLeft),
	moves({ mac: 'Cmd-ArrowRight' }, cursorLineBoundaryRight, selectLineBoundaryRight),
	moves({ key: 'Home' }, cursorLineBoundaryBackward, selectLineBoundaryBackward),
	moves({ key: 'End' }, cursorLineBoundaryForward, selectLineBoundaryForward),
	moves({ key: 'PageUp' }, cursorPageUp, selectPageUp),
	moves({ key: 'PageDown' }, cursorPageDown, selectPageDown),
	moves({ key: 'Mod-Home' }, cursorDocStart, selectDocStart),
	moves({ key: 'Mod-End' }, cursorDocEnd, selectDocEnd),
	{ key: 'Mod-a', run: selectAll },
	// As in any text on a Mac.
	moves({ mac: 'Ctrl-ArrowUp' }, cursorPageUp, selectPageUp),
	moves({ mac: 'Ctrl-ArrowDown' }, cursorPageDown, selectPageDown),
	moves({ mac: 'Cmd-ArrowUp' }, cursorDocStart, selectDocStart),
	moves({ mac: 'Cmd-ArrowDown' }, cursorDocEnd, selectDocEnd),
	moves({ mac: 'Ctrl-b' }, cursorCharLeft, selectCharLeft),
	moves({ mac: 'Ctrl-f' }, cursorCharRight, selectCharRight),
	moves({ mac: 'Ctrl-p' }, cursorLineUp, selectLineUp),
	moves({ mac: 'Ctrl-n' }, cursorLineDown, selectLineDown),
	moves({ mac: 'Ctrl-a' }, cursorLineStart, selectLineStart),
	moves({ mac: 'Ctrl-e' }, cursorLineEnd, selectLineEnd),
	moves({ mac: 'Ctrl-v' }, cursorPageDown, selectPageDown)
];
