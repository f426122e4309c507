import type { StateEffect } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

/** How much text the editor takes at once without making the page wait, in UTF-16 units. */
const AT_ONCE = 150_000;
/** How much of a longer one comes first: more than any screen shows. */
const BEGINNING = 30_000;

/** Where to stop: after a line, for a line that grows is worked on anew each time. */
function endOfChunk(text: string, from: number): number {
	if (text.length - from <= AT_ONCE) return text.length;
	const end = text.indexOf('\n', from + (from === 0 ? BEGINNING : AT_ONCE));
	return end < 0 ? text.length : end + 1;
}

/**
 * Replaces the text of an editor, and with it what `effects` say. A long text comes piece by piece,
 * beginning once the page has done what else the answer asks of it, so that it can be used
 * meanwhile; `onbegun` is called once its beginning is there, `onloaded` is told how much there is.
 * Returns what stops it.
 */
export function fillEditor(
	view: EditorView,
	text: string,
	effects: readonly StateEffect<unknown>[],
	onbegun: () => void,
	onloaded: (length: number) => void
): () => void {
	let loaded = 0;
	let timer = 0;
	const begin = () => {
		loaded = endOfChunk(text, 0);
		view.dispatch({
			changes: { from: 0, to: view.state.doc.length, insert: text.slice(0, loaded) },
			selection: { anchor: 0 },
			effects
		});
		onbegun();
		goOn();
	};
	const more = () => {
		const end = endOfChunk(text, loaded);
		view.dispatch({ changes: { from: view.state.doc.length, insert: text.slice(loaded, end) } });
		loaded = end;
		goOn();
	};
	const goOn = () => {
		if (loaded < text.length) timer = window.setTimeout(more);
		onloaded(loaded);
	};
	onloaded(0);
	if (text.length <= AT_ONCE) begin();
	else timer = window.setTimeout(begin);
	return () => clearTimeout(timer);
}
