// https://codemirror.net/docs/ref/#view.ViewPlugin
import type { Extension } from '@codemirror/state';
import { ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view';

/** Decorates the text in view, anew whenever it changes or another part of it comes into view. */
export const decorationsInView = (decorate: (view: EditorView) => DecorationSet): Extension =>
	ViewPlugin.fromClass(
		class {
			decorations: DecorationSet;
			constructor(view: EditorView) {
				this.decorations = decorate(view);
			}
			update({ view, docChanged, viewportChanged }: ViewUpdate) {
				if (docChanged || viewportChanged) this.decorations = decorate(view);
			}
		},
		{ decorations: (plugin) => plugin.decorations }
	);
