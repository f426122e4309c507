// The keys of the stage. Some are single characters, so they can be switched off (WCAG 2.1.4), and
// they work nowhere else.
import { isComposing } from '../ui/composing';
import { isWithin, type KeyPress } from '../ui/shortcuts';
import type { StageScene } from '../explorer/page-state';

/** What a key of the stage does: a scene, the step before or after, the QR code over all. */
export type StageAction = StageScene | 'back' | 'next' | 'qr';

const ACTIONS: Readonly<Record<string, StageAction>> = {
	1: 1,
	2: 2,
	3: 3,
	q: 'qr',
	ArrowLeft: 'back',
	ArrowRight: 'next',
	// What a clicker sends.
	PageUp: 'back',
	PageDown: 'next'
};

/** Where somebody types, or moves by every key of the stage. */
const TYPES =
	'textarea, select, [contenteditable=true], [role=listbox], [role=menu], input:not([type=checkbox], [type=radio])';
/** What has a use of its own for arrow keys. */
const MOVES = 'input[type=radio], canvas, .surface, [role=tab], [role=slider], [role=separator]';

/**
 * Returns what a key of the stage asks for; null for any other key, one that is held with others or
 * was handled, and where what has the focus needs the key itself.
 */
export function stageAction(event: KeyPress): StageAction | null {
	if (event.defaultPrevented || event.repeat || isComposing(event)) return null;
	if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
	const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
	const action = Object.hasOwn(ACTIONS, key) ? ACTIONS[key] : undefined;
	if (action === undefined || isWithin(event.target, `dialog, ${TYPES}`)) return null;
	return key.startsWith('Arrow') && isWithin(event.target, MOVES) ? null : action;
}

/** Whether Escape means something to what has the focus: ending what is typed there. */
export const isTyping = ({ target }: Pick<KeyPress, 'target'>): boolean => isWithin(target, TYPES);

/** Returns the scene before or after another, outside a lesson; the first and the last stay. */
export const sceneAfter = (scene: StageScene, to: 'back' | 'next'): StageScene =>
	to === 'next' ? (scene === 1 ? 2 : 3) : scene === 3 ? 2 : 1;
