import { EditorState, type TransactionSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { expect, test } from 'vitest';
import { FOLD_KEYS, foldGutter, foldLine, foldOf } from './folding';

const TEXT = 'list\n  one\n    1\n  two\n    2\nend';

/** Each line hides the lines below it that are indented further. */
function deeperThan({ from, to }: { from: number; to: number }) {
	const indent = /^ */.exec(TEXT.slice(from, to))?.[0] ?? '';
	const below = new RegExp(`^(?:\\n${indent} +\\S+)+`).exec(TEXT.slice(to));
	return below && { from: to, to: to + below[0].length };
}

/** As much of a view as folding needs without a page. */
function viewOf(doc = TEXT) {
	const extensions = [foldGutter, foldOf.of(deeperThan)];
	const view = {
		state: EditorState.create({ doc, extensions }),
		said: [] as string[],
		dispatch(change: TransactionSpec) {
			const { effects, state } = view.state.update(change);
			view.state = state;
			for (const effect of effects) {
				if (effect.is(EditorView.announce)) view.said.push(effect.value);
			}
		},
		lineBlockAt: (at: number) => view.state.doc.lineAt(at)
	};
	return view as unknown as EditorView & { said: string[] };
}

/** The text as it is seen. */
function seen({ state }: EditorView): string {
	let [text, at] = ['', 0];
	for (const folds of state.facet(EditorView.decorations)) {
		if (typeof folds === 'function') continue;
		folds.between(0, state.doc.length, (from, to) => {
			if (from < at) return;
			text += `${state.sliceDoc(at, from)}…`;
			at = to;
		});
	}
	return text + state.sliceDoc(at);
}

const press = (view: EditorView, key: string) =>
	FOLD_KEYS.find((binding) => binding.key === key)?.run?.(view);

const goTo = (view: EditorView, text: string) =>
	view.dispatch({ selection: { anchor: TEXT.indexOf(text) } });

test('a line hides what it holds, and says so', () => {
	const view = viewOf();
	expect(foldLine(view, view.state.doc.line(2))).toBe(true);
	expect(seen(view)).toBe('list\n  one…\n  two\n    2\nend');
	// It is folded already, and the last has nothing to hide.
	expect(foldLine(view, view.state.doc.line(2))).toBe(false);
	expect(foldLine(view, view.state.doc.line(6))).toBe(false);
	expect(view.said).toEqual(['Folded lines 2 to 3.']);
});

test('the keys fold and unfold the line with the cursor, or all', () => {
	const view = viewOf();
	goTo(view, 'two');
	expect(press(view, 'Ctrl-Shift-[')).toBe(true);
	expect(seen(view)).toBe('list\n  one\n    1\n  two…\nend');
	expect(press(view, 'Ctrl-Shift-]')).toBe(true);
	expect(press(view, 'Ctrl-Shift-]')).toBe(false);
	expect(seen(view)).toBe(TEXT);
	expect(press(view, 'Ctrl-Alt-[')).toBe(true);
	expect(seen(view)).toBe('list…\nend');
	expect(press(view, 'Ctrl-Alt-]')).toBe(true);
	expect(seen(view)).toBe(TEXT);
});

test('what is found in a fold is shown', () => {
	const view = viewOf();
	foldLine(view, view.state.doc.line(2));
	foldLine(view, view.state.doc.line(4));
	goTo(view, 'one');
	expect(seen(view)).toBe('list\n  one…\n  two…\nend');
	goTo(view, '2');
	expect(seen(view)).toBe('list\n  one…\n  two\n    2\nend');
});

test('nothing is folded that is not all there yet; what is folded stays so when more comes', () => {
	const view = viewOf(TEXT.slice(0, TEXT.indexOf('2')));
	expect(foldLine(view, view.state.doc.line(1))).toBe(false);
	expect(foldLine(view, view.state.doc.line(2))).toBe(true);
	const { length } = view.state.doc;
	view.dispatch({ changes: { from: length, insert: TEXT.slice(length) } });
	expect(seen(view)).toBe('list\n  one…\n  two\n    2\nend');
	view.dispatch({ changes: { from: 0, to: TEXT.length, insert: 'another' } });
	expect(seen(view)).toBe('another');
});
