import { RangeSetBuilder, type Extension, type Line } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import { unbrokenIn } from './unbroken';
import { decorationsInView } from './decorations-in-view';

/** Deeper lines hang like this one; no answer of GeoReport v2 goes further. */
const DEEPEST = 16;

const DEPTHS = Array.from({ length: DEEPEST + 1 }, (_, depth) => depth);

/** Its number is an attribute, so that tests and styles find a line by it. */
const lineOf = ({ number, text }: Line) =>
	Decoration.line({
		class: `cm-hang-${Math.min(DEEPEST, /^ */.exec(text)?.[0].length ?? 0)}`,
		attributes: { 'data-line': String(number) }
	});

const unbroken = Decoration.mark({ class: 'cm-unbroken' });

function decorate(view: EditorView): DecorationSet {
	const builder = new RangeSetBuilder<Decoration>();
	for (const { from, to } of view.visibleRanges) {
		for (let at = from; at <= to;) {
			const line = view.state.doc.lineAt(at);
			builder.add(line.from, line.from, lineOf(line));
			for (const part of unbrokenIn(line.text)) {
				builder.add(line.from + part.from, line.from + part.to, unbroken);
			}
			at = line.to + 1;
		}
	}
	return builder.finish();
}

/**
 * Lets a wrapped line go on two characters further in than it began, so that the indentation of
 * the text stays legible, and breaks it where it reads best. By classes: a strict policy forbids
 * styles on elements.
 */
export const wrapping: Extension = [
	decorationsInView(decorate),
	EditorView.theme({
		// A box of its own goes to the next line whole, and is broken only where it is wider than that.
		'.cm-lineWrapping .cm-unbroken': {
			display: 'inline-block',
			maxWidth: '100%',
			verticalAlign: 'bottom',
			textIndent: '0'
		},
		...Object.fromEntries(
			DEPTHS.map((depth) => [
				`.cm-lineWrapping .cm-hang-${depth}`,
				{ paddingInlineStart: `calc(4px + ${depth + 2}ch)`, textIndent: `-${depth + 2}ch` }
			])
		)
	})
];
