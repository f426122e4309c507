// What somebody asked of the light view that only the editor can do.
import { runScopeHandlers, type EditorView } from '@codemirror/view';
import type { EditorAction } from './editor-keys';
import { foldLine } from './folding';

/** Does what was asked of the light view, and takes the focus. */
export function perform(view: EditorView, action: EditorAction) {
	view.focus();
	if ('key' in action) {
		runScopeHandlers(view, action.key, 'editor');
		return;
	}
	const { doc } = view.state;
	if (action.fold < doc.lines) foldLine(view, doc.line(action.fold + 1));
}
