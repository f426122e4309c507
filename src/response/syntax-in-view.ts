// Colours and folds an answer in the editor as the light view does.
import { RangeSetBuilder, type Extension } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';
import { decorationsInView } from './decorations-in-view';
import { foldOf } from './folding';
import type { Syntax } from './syntax';

const MARKS = {
	name: Decoration.mark({ class: 'cm-name' }),
	string: Decoration.mark({ class: 'cm-string' }),
	number: Decoration.mark({ class: 'cm-number' }),
	text: Decoration.mark({ class: 'cm-text' })
};

const colours = EditorView.theme({
	'.cm-signs': { color: 'var(--syntax-quiet)' },
	'.cm-name': { color: 'var(--syntax-name)' },
	'.cm-string': { color: 'var(--syntax-string)' },
	'.cm-number': { color: 'var(--syntax-number)' },
	'.cm-text': { color: 'var(--syntax-text)' }
});

/** Colours what is in view, and lets lines be folded. */
export const syntaxInView = (syntax: Syntax): Extension => [
	decorationsInView(({ visibleRanges }) => {
		const builder = new RangeSetBuilder<Decoration>();
		for (const range of visibleRanges) {
			for (const { from, to, kind } of syntax.stretchesIn(range.from, range.to)) {
				builder.add(from, to, MARKS[kind]);
			}
		}
		return builder.finish();
	}),
	foldOf.of((line) => syntax.foldOf(line)),
	EditorView.contentAttributes.of({ class: 'cm-signs' }),
	colours
];
