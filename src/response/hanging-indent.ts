// https://codemirror.net/docs/ref/#view.ViewPlugin
import { RangeSetBuilder, type Extension } from '@codemirror/state';
import {
	Decoration,
	EditorView,
	ViewPlugin,
	type DecorationSet,
	type ViewUpdate
} from '@codemirror/view';

/** Deeper lines hang like this one; no answer of GeoReport v2 goes further. */
const DEEPEST = 16;

const DEPTHS = Array.from({ length: DEEPEST + 1 }, (_, depth) => depth);

const lines = DEPTHS.map((depth) => Decoration.line({ class: `cm-hang-${depth}` }));

function hang(view: EditorView): DecorationSet {
	const builder = new RangeSetBuilder<Decoration>();
	for (const { from, to } of view.visibleRanges) {
		for (let at = from; at <= to;) {
			const line = view.state.doc.lineAt(at);
			const depth = Math.min(DEEPEST, /^ */.exec(line.text)?.[0].length ?? 0);
			builder.add(line.from, line.from, lines[depth] ?? Decoration.line({}));
			at = line.to + 1;
		}
	}
	return builder.finish();
}

/**
 * Lets a wrapped line go on two characters further in than it began, so that the indentation of
 * the text stays legible. By classes: a strict policy forbids styles on elements.
 */
export const hangingIndent: Extension = [
	ViewPlugin.fromClass(
		class {
			decorations: DecorationSet;
			constructor(view: EditorView) {
				this.decorations = hang(view);
			}
			update({ view, docChanged, viewportChanged }: ViewUpdate) {
				if (docChanged || viewportChanged) this.decorations = hang(view);
			}
		},
		{ decorations: (plugin) => plugin.decorations }
	),
	EditorView.theme(
		Object.fromEntries(
			DEPTHS.map((depth) => [
				`.cm-lineWrapping .cm-hang-${depth}`,
				{ paddingInlineStart: `calc(6px + ${depth + 2}ch)`, textIndent: `-${depth + 2}ch` }
			])
		)
	)
];
