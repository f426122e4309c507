// What somebody asked of the light view that only the editor can do.
import { foldable, foldEffect } from '@codemirror/language';
import { runScopeHandlers, type EditorView } from '@codemirror/view';
import type { EditorAction } from './editor-keys';

/** Does what was asked of the light view, and takes the focus. */
export function perform(view: EditorView, action: EditorAction) {
	view.focus();
	if ('key' in action) {
		runScopeHandlers(view, action.key, 'editor');
		return;
	}
	const { doc } = view.state;
	if (action.fold >= doc.lines) return;
	const { from, to } = doc.line(action.fold + 1);
	const range = foldable(view.state, from, to);
	if (range) view.dispatch({ effects: foldEffect.of(range) });
}
