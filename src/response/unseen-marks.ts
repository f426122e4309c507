// Marks in the editor what cannot be seen, by attributes: the text stays what it is.
import { RangeSetBuilder, type Extension } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import { splitAtUnseen } from '../georeport/unseen-characters';
import { decorationsInView } from './decorations-in-view';

function decorate({ state, visibleRanges }: EditorView): DecorationSet {
	const builder = new RangeSetBuilder<Decoration>();
	for (const { from, to } of visibleRanges) {
		let at = from;
		for (const { text, unseen } of splitAtUnseen(state.sliceDoc(from, to))) {
			if (unseen) {
				const attributes = { 'data-code': unseen.code, title: unseen.name };
				const mark = Decoration.mark({ class: 'cm-unseen', attributes });
				builder.add(at, at + text.length, mark);
			}
			at += text.length;
		}
	}
	return builder.finish();
}

/** Shows the number of each character in view that cannot be seen, as the tree and the table do. */
export const unseenMarks: Extension = [
	decorationsInView(decorate),
	// As `.unseen` of the page's own style sheet.
	EditorView.theme({
		'.cm-unseen': {
			display: 'inline-block',
			maxHeight: '1.25rem',
			margin: '0 1px',
			padding: '0 2px',
			overflow: 'hidden',
			border: '1px solid currentColor',
			borderRadius: 'var(--radius-tag)',
			color: 'var(--warn)',
			backgroundColor: 'var(--warn-soft)',
			lineHeight: '1',
			textIndent: '0',
			verticalAlign: 'bottom',
			whiteSpace: 'nowrap'
		},
		'.cm-unseen::before': { content: 'attr(data-code)' }
	})
];
